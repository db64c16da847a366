"""Reading which pull-outs there are on a day, with their times as the room's clocks will show."""

from collections.abc import Callable, Sequence
from datetime import date

from app.domain.ids import ClassId
from app.domain.lessons import Lesson
from app.domain.outings import Outing
from app.domain.pull_outs import PullOut, PullOutDay, holds_on
from app.domain.session import Session
from app.domain.timetable import SpecialDay, Timetable
from app.ports import Clock, Store
from app.services.days import moment

Letter = Callable[[date], str]
"""The letter of the timetable that a day has, "" for none."""


class OutingReader:
    """Reads the outings of a class; nothing is written."""

    def __init__(self, store: Store, clock: Clock, letter: Letter | None = None) -> None:
        self._store = store
        self._clock = clock
        self._letter = letter or self._kept_letter

    def on(self, class_id: ClassId, day: date, guests: tuple[int, ...] = ()) -> tuple[Outing, ...]:
        """Those of a local day in the order they begin; cancelled ones say that they are.

        `guests` are students of other classes whose outings count as well.
        """
        return self._of_day(self._kept(class_id, guests), day)

    def of_lesson(self, lesson: Lesson) -> tuple[Outing, ...]:
        """Those of everyone in the lesson on its day."""
        return self.on(lesson.class_id, date.fromisoformat(lesson.day), lesson.guest_ids)

    def of_session(self, session: Session) -> tuple[Outing, ...]:
        """Those of the day it was opened on, and of today while it is open."""
        lesson = self._store.get(Lesson, session.lesson_id)
        kept = self._kept(session.class_id, lesson.guest_ids if lesson is not None else ())
        if not kept:
            return ()
        last = self._clock.now_ms() if session.ended_at is None else session.ended_at
        days = {self._clock.local(at).date() for at in (session.opened_at, last)}
        return tuple(outing for day in sorted(days) for outing in self._of_day(kept, day))

    def _kept(self, class_id: ClassId, guests: tuple[int, ...]) -> tuple[PullOut, ...]:
        own = self._store.find(PullOut, class_id=class_id, archived=False)
        if not guests:
            return own
        theirs = self._store.find(PullOut, student_id=guests, archived=False)
        return (*own, *(one for one in theirs if one.class_id != class_id))

    def _of_day(self, kept: Sequence[PullOut], day: date) -> tuple[Outing, ...]:
        letter = self._letter(day) if any(pull_out.letter for pull_out in kept) else ""
        held = [pull_out for pull_out in kept if holds_on(pull_out, day, letter)]
        if not held:
            return ()
        ids = tuple(pull_out.id for pull_out in held)
        differs = self._store.find(PullOutDay, pull_out_id=ids, day=day.isoformat())
        cancelled = {other.pull_out_id for other in differs if other.cancelled}
        found = [
            Outing(
                pull_out,
                moment(self._clock, day, pull_out.begins),
                moment(self._clock, day, pull_out.ends),
                pull_out.id in cancelled,
            )
            for pull_out in held
        ]
        return tuple(sorted(found, key=lambda outing: (outing.begins_at, outing.pull_out.id)))

    def _kept_letter(self, day: date) -> str:
        from app.domain.school_day import SchoolCalendar  # not for the start: few have a letter

        kept = self._store.find(Timetable)
        if not kept:
            return ""
        return SchoolCalendar(kept[0], specials=self._store.find(SpecialDay)).letter(day)
