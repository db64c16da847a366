"""The real app, read by a client of the accessibility bus, as a screen reader does."""

import re
from collections.abc import Iterator

import pytest

from tests.journey.reader import Reader, Spot, Thing, reader
from tests.journey.real_app import RealApp, real_app
from tests.journey.x_server import must_have, x_server

pytestmark = pytest.mark.real_windows

PAGES = {
    "Plan": ("push button", "Plan it"),
    "Progress": ("panel", "What the cells mean"),
    "Class": ("push button", "Add one student"),
    "Reports": ("combo box", "How many weeks"),
    "Settings": ("panel", "Appearance"),
    "Live": ("push button", "More for this lesson"),
}
"""Each page, and something that is there alone."""


class Lesson:
    """The demo class in the middle of its lesson, and who reads it."""

    def __init__(self, app: RealApp, own: Reader, spot: Spot) -> None:
        self.app = app
        self.reader = own
        self.spot = spot

    def find(self, role: str, name: str) -> Thing:
        return self.reader.find(self.spot, role, name)

    def press(self, role: str, name: str) -> None:
        self.reader.press(self.find(role, name))

    def choose(self, line: str, *keys: str) -> Thing:
        """Go with keys to a line of the menu that opens; what the menu holds is told well."""
        self.app.until("popups", bool)
        self.app.keys(*keys)
        found = self.reader.wait_for_focus("menu item", line)
        menu = list(self.reader.things(self.reader.window_of(found).spot))
        assert [thing for thing in menu if thing.role == "menu item" and not thing.name] == []
        self.app.keys("Return")
        return found

    def opened(self, role: str, name: str) -> list[Thing]:
        """All in the small window to which the focus comes, at what has this role and name."""
        found = self.reader.wait_for_focus(role, name)
        return list(self.reader.things(self.reader.window_of(found).spot))

    def things(self) -> list[Thing]:
        return list(self.reader.things(self.spot))


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lesson]:
    """One for all tests here; each leaves it as it found it, or does not mind."""
    must_have()
    folder = tmp_path_factory.mktemp("read")
    options = ("--demo", "--profile", str(folder / "profile"))
    with (
        x_server(folder / "x.log") as environment,
        reader(environment) as (own, more),
        real_app(more, folder / "app.log", *options) as app,
    ):
        app.wait_for_lesson()
        yield Lesson(app, own, own.app("Rondo"))


def faults(things: list[Thing]) -> list[Thing]:
    """What the keyboard reaches without a name, and what has a name but no meaning."""
    return [
        thing
        for thing in things
        if (not thing.name and "focusable" in thing.states)
        or (thing.name and thing.role in {"filler", "unknown"})
    ]


def test_every_page_is_told_by_names_and_true_roles(lesson: Lesson) -> None:
    assert faults(lesson.things()) == []
    for page, alone in PAGES.items():
        lesson.press("radio button", page)
        assert lesson.find(*alone)
        assert faults(lesson.things()) == [], page
    lesson.press("push button", "Who is here")
    assert lesson.find("panel", "Who is here")
    assert faults(lesson.things()) == []
    lesson.press("push button", "Done")


def test_cards_are_items_of_their_station_in_the_order_they_are_seen(lesson: Lesson) -> None:
    station = lesson.find("panel", "Tablets, 6 of 6")
    cards = [t.name for t in lesson.reader.things(station.spot) if t.role == "list item"]
    assert [name.split(",")[0] for name in cards] == lesson.app.console()["Tablets"]
    assert "level 3 on Equivalent fractions" in cards[0]


def test_a_card_that_is_chosen_says_so_and_offers_levels(lesson: Lesson) -> None:
    lesson.press("list item", "Kofi")
    lesson.reader.wait(lambda: "selected" in lesson.find("list item", "Kofi").states)
    assert lesson.find("combo box", "Skill, Explain reasoning")
    lesson.press("radio button", "3 Secure")
    lesson.reader.wait_to_hear("Saved")
    assert "checked" in lesson.find("radio button", "3 Secure").states


def test_a_full_station_is_warned_of_before_the_card_falls(lesson: Lesson) -> None:
    lesson.press("list item", "Finn")
    lesson.app.keys("m", "Left", "Left")
    lesson.reader.wait_to_hear("Full")
    lesson.app.keys("Escape")
    lesson.reader.wait_to_hear("Finn stays")


def test_moves_their_way_back_and_the_clock_are_announced(lesson: Lesson) -> None:
    lesson.press("list item", "Finn")
    lesson.app.keys("m")
    lesson.reader.wait_to_hear("Finn lifted")
    lesson.app.keys("1")
    lesson.reader.wait_to_hear("Finn moved to Teacher table")
    lesson.app.keys("ctrl+z")
    lesson.reader.wait_to_hear("Taken back: Finn moved")
    lesson.press("push button", "Pause")
    lesson.reader.wait_to_hear("Clock paused")
    lesson.press("push button", "Resume")
    lesson.press("push button", "Next")
    lesson.reader.wait_to_hear("Round 2 is over")


def test_the_menu_of_a_card_and_what_it_opens(lesson: Lesson) -> None:
    lesson.press("list item", "Kofi")
    lesson.reader.wait(lambda: "selected" in lesson.find("list item", "Kofi").states)
    lesson.app.keys("shift+F10")
    lesson.choose("Away until", *["Down"] * 7)
    box = lesson.opened("radio button", "10 min")
    assert (box[0].role, box[0].name) == ("dialog", "Kofi is away for")
    assert faults(box) == []
    lesson.app.keys("Escape")
    lesson.app.keys("shift+F10")
    lesson.choose("Out later today", "Up")
    box = lesson.opened("text", "From")
    assert (box[0].role, box[0].name) == ("dialog", "Kofi is out today")
    assert faults(box) == []
    lesson.app.keys("Escape")


def test_the_dialog_about_the_board(lesson: Lesson) -> None:
    lesson.press("push button", "Board: message")
    box = lesson.opened("text", "Message on the board")
    assert (box[0].role, box[0].name.split(" — ")[0]) == ("dialog", "On the board")
    assert faults(box) == []
    lesson.app.keys("Escape")


def test_the_drawer_of_a_student_tells_levels_goal_and_what_was_seen(lesson: Lesson) -> None:
    lesson.press("list item", "Kofi")
    lesson.reader.wait(lambda: "selected" in lesson.find("list item", "Kofi").states)
    lesson.app.keys("shift+F10")
    lesson.choose("Student page", *["Down"] * 9)
    drawer = lesson.find("panel", "Kofi Asante")
    assert lesson.reader.find(drawer.spot, "check box", "Compare fractions, 2 Developing, ")
    told = list(lesson.reader.things(drawer.spot))
    assert faults(told) == []
    names = [thing.name for thing in told]
    # how many days and visits: that depends on the weekday
    assert any(re.fullmatch(r"Compare fractions, 2 Developing, \d+ days?", name) for name in names)
    assert any(re.fullmatch(r"Tablets, \d+ visits?", name) for name in names)
    assert "Draw the bar before adding, not done yet" in names
    lesson.press("radio button", "Live")
    assert lesson.find(*PAGES["Live"])


def test_the_board_is_a_window_that_tells_the_class_its_places_alone(lesson: Lesson) -> None:
    board = lesson.find("frame", "Board")
    assert [thing.name for thing in lesson.reader.things(board.spot)] == ["Board"]


def test_behind_the_lock_there_is_nothing_to_read(lesson: Lesson) -> None:
    lesson.press("push button", "Lock")
    assert lesson.find("panel", "The lesson goes on")
    told = " ".join(thing.name for thing in lesson.things())
    assert not any(name in told for name in ("Kofi", "Amara", "level"))
    lesson.press("push button", "Back to the class")
    assert lesson.find("list item", "Kofi")


def test_the_end_of_the_lesson_is_told_row_by_row(lesson: Lesson) -> None:
    """The last here: it stays over."""
    lesson.press("push button", "More for this lesson")
    lesson.choose("End lesson", "Up")
    assert lesson.find("push button", "Carry over 3 and plan")
    told = lesson.things()
    assert faults(told) == []
    names = [thing.name for thing in told]
    assert any(name.startswith("Amara, 1: Choice & create, 2: Teacher table") for name in names)
    assert "Quang, absent" in names
    panels = [thing.name for thing in told if thing.role == "panel"]
    assert any(re.fullmatch(r"\w+, [\w ]+: from \d to \d", name) for name in panels), panels
    lesson.press("check box", "Replay")
    assert lesson.find("slider", "")
    assert faults(lesson.things()) == []
