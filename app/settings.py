"""Every setting once: name, default, meaning. They belong to this computer, not to a class."""

from dataclasses import dataclass, replace
from typing import Protocol

SCHEMES = ("system", "light", "dark")
BOARD_SCHEMES = ("light", "dark", "contrast")
CHIMES = ("bell", "wood")
VOLUMES = (20, 40, 60, 80, 100)
BOARD_VIEWS = ("columns", "room")
BOARD_CLOCKS = ("digits", "calm")
FIRST_PAGES = ("live", "plan", "progress", "class", "reports")
LOCK_AFTER = (0, 5, 10, 20)
TEXT_SCALES = (1.0, 1.15, 1.3, 1.5, 2.0)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a teacher chose on this computer.

    scheme: the look of the teacher's window, one of `SCHEMES`.
    board_scheme: the look of the board, one of `BOARD_SCHEMES`.
    board_far: the board is shown on pages where that lets the last row read it.
    seat_metres: how far the last row is from the picture; 0 while nobody has said.
    image_cm: how high the picture on the wall is.
    board_pictures: large icons, and photos beside names, for those who cannot read yet.
    board_view: how stations stand on the board, one of `BOARD_VIEWS`.
    board_clock: how the board shows time, one of `BOARD_CLOCKS`; the teacher's is always exact.
    text_scale: size of all text in the teacher's window, one of `TEXT_SCALES`.
    reduced_motion: nothing slides or travels; the computer's own wish counts too.
    last_class: the class that was open, by its id; 0 for none.
    simple_view: the lesson alone is seen, without levels and notes: somebody else teaches today.
    last_page: what was shown of it when the window was closed, one of `FIRST_PAGES`.
    sound: chimes are heard; what they say is always seen too.
    chime: the built-in sounds, one of `CHIMES`.
    volume: of the sounds in per cent of the computer's own, one of `VOLUMES`.
    own_sound: the teacher's sound file for the end of a round; empty for the built-in one.
    five_minutes: five minutes before a round ends are told of too.
    board_screen: the screens the board was on, one on a line, the preferred one first; empty: the
        largest that is not the teacher's.
    window: left, top, width, height of the teacher's window in px; empty before the first time.
    window_screen: the screen the teacher's window was on; empty before the first time.
    maximised: the teacher's window fills its screen.
    place_accepted: the share or sync program the teacher has said the class may stay on.
    second_place: folder for a second copy of every backup, such as on a stick; empty for none.
    earlier_places: the folders that were it before: backups that lie there still are erased from
        and get another passphrase as well.
    restored: the backup that was opened last, as long as it waits for the teacher's yes: until
        then no backup is made. Empty when nothing waits.
    lock_after: minutes without a touch after which the window is locked, one of `LOCK_AFTER`;
        0 for never.
    checked: the day, as ISO text, on which the class file was last read from end to end; empty
        before the first time.
    observer: the adult who observes now, by its id; 0 while nobody was chosen.
    lock_with_system: a class with a passphrase is locked when the computer is.
    before_restore: the backup of what was open before that one; empty when there was nothing.
    """

    scheme: str = "system"
    board_scheme: str = "light"
    board_pictures: bool = False
    board_view: str = "columns"
    board_clock: str = "digits"
    board_far: bool = False
    seat_metres: int = 0
    image_cm: int = 120
    text_scale: float = 1.0
    reduced_motion: bool = False
    last_class: int = 0
    last_page: str = "live"
    simple_view: bool = False
    sound: bool = True
    chime: str = "bell"
    volume: int = 60
    own_sound: str = ""
    five_minutes: bool = False
    board_screen: str = ""
    window: tuple[int, ...] = ()
    window_screen: str = ""
    maximised: bool = False
    second_place: str = ""
    earlier_places: tuple[str, ...] = ()
    restored: str = ""
    before_restore: str = ""
    place_accepted: str = ""
    lock_after: int = 0
    checked: str = ""
    lock_with_system: bool = True
    observer: int = 0


def with_second_place(settings: Settings, place: str) -> Settings:
    """Backups go there from now on, "" for nowhere; where they went before is remembered."""
    every = dict.fromkeys((settings.second_place, *settings.earlier_places))
    earlier = tuple(one for one in every if one and one != place)
    return replace(settings, second_place=place, earlier_places=earlier)


class SettingsKeeper(Protocol):
    """Keeps the settings of this profile."""

    def load(self) -> Settings:
        """What was kept; defaults for whatever is missing or makes no sense."""
        ...

    def save(self, settings: Settings) -> None:
        """Raises `errors.NotSaved`; then the file is as it was."""
        ...
