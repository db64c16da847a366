"""All that is kept of one lesson being taught."""

from dataclasses import replace
from typing import NamedTuple

from app.domain.clock import Reading
from app.domain.lessons import Lesson, Path
from app.domain.outings import Outing, with_outings
from app.domain.session import Attendance, ClockEvent, Extra, Finish, Move, Session


class SessionRecord(NamedTuple):
    """All that is kept of a session, and the pull-outs of its day.

    `attendance` is what the teacher said; `words` has what the pull-outs say besides.
    """

    session: Session
    lesson: Lesson
    events: tuple[ClockEvent, ...]
    paths: tuple[Path, ...]
    moves: tuple[Move, ...]
    attendance: tuple[Attendance, ...]
    outings: tuple[Outing, ...] = ()
    finishes: tuple[Finish, ...] = ()
    extras: tuple[Extra, ...] = ()

    def words(self, now: int) -> tuple[Attendance, ...]:
        """Who was said to be where up to `now`, pull-outs that have begun or ended included."""
        return with_outings(self.session.id, self.attendance, self.outings, now)

    def words_at(self, now: int, reading: Reading) -> tuple[Attendance, ...]:
        """The same, said when it was by the clock as it has been set since."""
        said = [replace(w, at=reading.by_this_clock(w.at, w.id)) for w in self.attendance]
        return with_outings(self.session.id, said, self.outings, now)
