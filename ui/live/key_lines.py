"""What the keys of the live page do, in words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A key and what it does, for the list under "?"; the first of a group has its heading."""

    keys: str
    does: str
    heading: str = ""


KEYS = (
    KeyLine("/", "Note what you see: capture line, from any page", "Notes"),
    KeyLine("1 – 4", "Give a level to the selected students"),
    KeyLine("T", "Tags: of the selected students, or to give by taps"),
    KeyLine("F", "Flag on or off"),
    KeyLine("O", "Who observes: the next of the adults"),
    KeyLine("Ctrl F", "Find notes"),
    KeyLine("← ↑ ↓ →", "From card to card; with Shift select on the way", "Students"),
    KeyLine("Ctrl Space", "One more student, after Ctrl and arrows; or Ctrl and a click"),
    KeyLine("Ctrl A", "Everyone at the station"),
    KeyLine("M", "Lift, then a station’s number (0: not in the room), or arrows and Enter"),
    KeyLine("Ctrl X, Ctrl V", "Cut and paste"),
    KeyLine("Shift F10", "Menu of the student; of a station while nobody is selected"),
    KeyLine("H", "Who is here: everyone by click"),
    KeyLine("A", "Absent"),
    KeyLine("X", "Cancel today: who leaves the room stays"),
    KeyLine("D", "Done early, or at work again"),
    KeyLine("W", "Who next for the teacher’s table"),
    KeyLine("Esc", "Cancel"),
    KeyLine("Space", "Pause and resume", "Clock"),
    KeyLine("+ and −", "A minute more, a minute less"),
    KeyLine("N", "Next: hold for half a second"),
    KeyLine("P", "Back one round: hold"),
    KeyLine("R", "This round again: hold"),
    KeyLine("E", "End the lesson: hold"),
    KeyLine("S", "This table stays: more time for the selected student’s station"),
    KeyLine("I", "We lost time"),
    KeyLine("Q", "Sounds off or on"),
    KeyLine("B", "Board on or off", "Board"),
    KeyLine("F12 or .", "Black at once, and back"),
    KeyLine("F9", "Swap the board’s screen with yours; with Shift the board goes to a third one"),
    KeyLine("Ctrl Z", "Undo", "Everywhere"),
    KeyLine("Ctrl Shift Z", "Redo"),
    KeyLine("F6", "Next part of the window"),
    KeyLine("Ctrl 1 – 6", "Live, plan, progress, class, reports, settings"),
    KeyLine("L", "Lock your window; on other pages Ctrl L"),
    KeyLine("?", "This list"),
)
