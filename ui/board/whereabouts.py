"""Which screen the board belongs on, whatever is plugged in, out, mirrored or moved."""

from collections.abc import Sequence
from typing import NamedTuple

from ui.board.screens import ScreenFacts
from ui.screen_names import SURE, is_built_in, known_again, leavers, newcomers

KEPT = 6
"""So many projectors are known again: those of the rooms a teacher goes to."""


class Place(NamedTuple):
    """Where the board goes; `covers` when that is over the teacher's window.

    `teachers`: the teacher's window is to go to this screen first.
    """

    board: ScreenFacts | None = None
    covers: bool = False
    teachers: ScreenFacts | None = None


class Whereabouts:
    """Knows the projectors of before, and the teacher's own screen. It moves nothing itself.

    `remembered`: one projector on each line, the one to be preferred first.
    """

    def __init__(self, remembered: str) -> None:
        self._known = [line for line in remembered.split("\n") if line]
        self._home: ScreenFacts | None = None
        self._stranded = False
        self._place = Place()
        self._lost = False
        self._there: list[str] = []
        self._left: list[str] = []

    @property
    def remembered(self) -> str:
        """What to keep for the next time."""
        return "\n".join(self._known)

    @property
    def place(self) -> Place:
        """Where the board is now."""
        return self._place

    def settle(
        self, screens: Sequence[ScreenFacts], teachers: ScreenFacts | None, on: bool, asked: bool
    ) -> Place:
        """Where the board belongs now. `asked`: without a projector it is to cover the teacher's.

        When the teacher's own screen goes and her window is thrown upon the board's, the board
        stays above it; when her screen is back, her window goes there first.
        """
        if self._must_go_home(screens, teachers):
            board = self._place.board and find(screens, self._place.board.identity)
            self._place = Place(board, self._place.covers, self._home)
            return self._place
        before, self._place = self._place, Place()
        if not on or teachers is None:
            self._lost = False
            return self._place
        found = self._projector(screens, teachers, before)
        if found is not None:
            self._place = Place(found)
            self._learn(found)
        elif asked or is_mirrored(screens, teachers) or self._lies_over(before, teachers):
            self._place = Place(teachers, covers=True)
        return self._place

    def swap(
        self, screens: Sequence[ScreenFacts], teachers: ScreenFacts | None
    ) -> ScreenFacts | None:
        """The screen the teacher's window is to go to; the board will want the one it leaves."""
        if teachers is None:
            return None
        shown = self._place.board
        others = apart(screens, teachers)
        goal = shown if shown in others else best(others, self._known)
        if goal is not None:
            self._home, self._stranded, self._lost = goal, False, False
            self._prefer(teachers)
        return goal

    def another(
        self, screens: Sequence[ScreenFacts], teachers: ScreenFacts | None
    ) -> ScreenFacts | None:
        """Of three screens or more, the next for the board; it will want that from now on."""
        others = apart(screens, teachers) if teachers is not None else []
        if len(others) < 2:
            return None
        shown = self._place.board
        at = others.index(shown) if shown in others else -1
        goal = others[(at + 1) % len(others)]
        self._lost = False
        self._prefer(goal)
        return goal

    def _must_go_home(self, screens: Sequence[ScreenFacts], teachers: ScreenFacts | None) -> bool:
        """Whether the teacher's window is on a strange screen though its own is there again."""
        home = self._home and find(screens, self._home.identity, SURE)
        if teachers is None or home is None:
            self._stranded = self._home is not None
            self._home = self._home or teachers
            return False
        if home == teachers or not self._stranded:
            self._home, self._stranded = teachers, False
            return False
        self._home = home
        return not home.overlaps(teachers)

    def _projector(
        self, screens: Sequence[ScreenFacts], teachers: ScreenFacts, before: Place
    ) -> ScreenFacts | None:
        """The best of the other screens; of those a lost projector left, none."""
        names = [screen.identity for screen in screens]
        gone = [self._there[at] for at in leavers(names, self._there)]
        if before.board and not before.covers and before.board.identity in gone:
            # What was there beside it may be for the teacher alone.
            self._lost, self._left = True, names
        self._there = names
        new = [screens[at] for at in newcomers(names, self._left)] if self._lost else screens
        found = best(apart(new, teachers), self._known)
        self._lost = self._lost and found is None
        return found

    def _lies_over(self, before: Place, teachers: ScreenFacts) -> bool:
        """Whether the board is on the screen where the teacher's window was thrown.

        A laptop's own screen is no projector: there the window is at home again.
        """
        shown = before.board
        return (
            self._stranded
            and shown is not None
            and _same(shown, teachers)
            and not is_built_in(teachers.name)
        )

    def _learn(self, screen: ScreenFacts) -> None:
        """Know the screen again the next time; those known before go on being preferred."""
        at = known_again(self._known, screen.identity)
        if at is None:
            self._known = [*self._known[: KEPT - 1], screen.identity]
        else:
            self._known[at] = screen.identity

    def _prefer(self, screen: ScreenFacts) -> None:
        at = known_again(self._known, screen.identity)
        rest = [known for n, known in enumerate(self._known) if n != at]
        self._known = [screen.identity, *rest][:KEPT]


def projector(
    screens: Sequence[ScreenFacts], teachers: ScreenFacts | None, remembered: str
) -> ScreenFacts | None:
    """The screen for the board; None when no screen is the class's alone."""
    others = apart(screens, teachers) if teachers is not None else []
    return best(others, remembered.split("\n"))


def best(others: Sequence[ScreenFacts], known: Sequence[str]) -> ScreenFacts | None:
    """The one that is preferred, else the largest."""
    again = (find(others, remembered) for remembered in known)
    largest = max(others, key=lambda s: s.width * s.height * s.scale, default=None)
    return next((screen for screen in again if screen), largest)


def apart(screens: Sequence[ScreenFacts], teachers: ScreenFacts) -> list[ScreenFacts]:
    """The screens that show nothing of the teacher's."""
    return [screen for screen in screens if not screen.overlaps(teachers)]


def is_mirrored(screens: Sequence[ScreenFacts], teachers: ScreenFacts | None) -> bool:
    """Whether another screen shows what the teacher's shows."""
    if teachers is None:
        return False
    return sum(screen.overlaps(teachers) for screen in screens) > 1


def find(screens: Sequence[ScreenFacts], remembered: str, sure: int = 1) -> ScreenFacts | None:
    """The remembered screen, if it is there."""
    at = known_again([screen.identity for screen in screens], remembered, sure)
    return None if at is None else screens[at]


def _same(one: ScreenFacts, other: ScreenFacts) -> bool:
    return find([one], other.identity, SURE) is not None
