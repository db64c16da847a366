"""Which students are out of the room for all of a round of a lesson."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.domain.clock import read_clock, round_starts
from app.domain.ids import StudentId
from app.domain.lessons import Lesson
from app.domain.outings import out_from_to
from app.domain.session import ClockEvent, Session
from app.ports import Clock, Store
from app.services.days import moment
from app.services.live import timing_of
from app.services.outings import OutingReader


def out_of_rounds(store: Store, clock: Clock, lesson: Lesson) -> Mapping[int, frozenset[StudentId]]:
    """Who is out for all of a round, by its number; rounds nobody is out of are left out.

    While the lesson is taught its rounds are as the clock has them, else as planned; nothing is
    known of a lesson that is planned for no time.
    """
    outings = OutingReader(store, clock).of_lesson(lesson)
    if not outings:
        return {}
    length = lesson.round_seconds * 1000
    found = {
        number: out_from_to(outings, begins, begins + length)
        for number, begins in enumerate(_round_starts(store, clock, lesson), 1)
    }
    return {number: students for number, students in found.items() if students}


def _round_starts(store: Store, clock: Clock, lesson: Lesson) -> Sequence[int]:
    """When each round begins (ms UTC)."""
    if opened := store.find(Session, lesson_id=lesson.id, ended_at=None):
        now, timing = clock.now_ms(), timing_of(lesson)
        events = store.find(ClockEvent, session_id=opened[-1].id)
        return round_starts(timing, read_clock(timing, events, now), now)
    if lesson.begins is None:
        return ()
    first = moment(clock, date.fromisoformat(lesson.day), lesson.begins)
    step = (lesson.round_seconds + lesson.transition_seconds) * 1000
    return [first + step * number for number in range(lesson.rounds)]
