"""What the projected window may know. Nothing else about anybody reaches that window.

These values cannot hold a level, a note, a rule, an absence or a reason: they have no place for
them, and a test counts their fields. To show more on the board, change that test first.
"""

from dataclasses import dataclass
from typing import Literal

Phase = Literal["none", "ready", "round", "transition", "finished"]


@dataclass(frozen=True, slots=True)
class BoardName:
    """A name as the whole class may read it; `key` only tells equal texts and places apart.

    `photo` is a JPEG in base64, of those alone whom the class may see; empty for all others.
    """

    key: int
    text: str
    photo: str = ""


@dataclass(frozen=True, slots=True)
class BoardStation:
    """A station and who is there, in the order in which the names are shown.

    `icon` names a picture in resources/icons, `colour` a station colour of the design. `stays`:
    who has been there stays on while the others move. `closed`: nobody comes there in this round.
    `place` is where it stands in the room, in
    thousandths from the left and from the board; None if unknown.
    """

    key: int
    name: str
    icon: str
    colour: str
    names: tuple[BoardName, ...] = ()
    stays: bool = False
    closed: bool = False
    place: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class BoardClock:
    """The clock of the lesson, in milliseconds. The phase "none" is: there is no lesson.

    In a transition `round` is the round to come. `remaining_ms` is never below zero: it is the
    time left or, when `over`, the time since it ran out. `warning`: little is left of the round.
    """

    phase: Phase
    round: int
    rounds: int
    remaining_ms: int
    total_ms: int
    paused: bool = False
    over: bool = False
    warning: bool = False


@dataclass(frozen=True, slots=True)
class BoardScene:
    """One picture of the board.

    An empty `title` leaves the words to the board ("Round 2 of 4"). `came_from` says, in a
    transition, at which station each moving name was: pairs of name key and station key.
    `language` (such as "es") is the class's; empty for the teacher's own.
    """

    clock: BoardClock
    stations: tuple[BoardStation, ...] = ()
    title: str = ""
    subject: str = ""
    message: str = ""
    came_from: tuple[tuple[int, int], ...] = ()
    language: str = ""

    @property
    def phase(self) -> Phase:
        return self.clock.phase
