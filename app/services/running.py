"""Where everyone has been in the lesson that is being taught, before it is written down."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from app.domain.classes import Student
from app.domain.clock import read_clock
from app.domain.ids import ClassId, StudentId
from app.domain.lessons import Lesson
from app.domain.session import Session
from app.domain.visits import Stay, stays
from app.ports import Clock, Store
from app.services.live import record_of, timing_of

Homes = Mapping[StudentId, ClassId]
"""The classes of the guests in a lesson."""


class Going(NamedTuple):
    """What the students of a class have done up to now in a lesson that runs.

    `own`: it is one of their class; else they are guests in it.
    """

    own: bool
    stays: tuple[Stay, ...]


def goings(store: Store, clock: Clock, class_id: ClassId) -> tuple[Going, ...]:
    """The lessons that run with students of the class, its own first."""
    return tuple(
        Going(
            session.class_id == class_id,
            tuple(
                stay
                for stay in stays_in(store, clock, session, lesson)
                if homes.get(stay.student_id, session.class_id) == class_id
            ),
        )
        for session, lesson, homes in running_lessons(store, class_id)
    )


def running_stays(store: Store, clock: Clock, class_id: ClassId) -> tuple[Stay, ...]:
    """The stays up to now of the class's students, in its own lesson or as guests in another."""
    return tuple(stay for going in goings(store, clock, class_id) for stay in going.stays)


def running_lessons(store: Store, class_id: ClassId) -> Iterator[tuple[Session, Lesson, Homes]]:
    """What is being taught now with students of the class: its own lesson comes first."""
    found = store.find(Session, ended_at=None)
    own = [session for session in found if session.class_id == class_id]
    others = [session for session in found if session.class_id != class_id]
    for session in (*own[-1:], *others):
        lesson = store.get(Lesson, session.lesson_id)
        if lesson is None:
            continue
        guests = store.find(Student, id=lesson.guest_ids) if lesson.guest_ids else ()
        homes = {guest.id: guest.class_id for guest in guests}
        if class_id in {session.class_id, *homes.values()}:
            yield session, lesson, homes


def stays_in(store: Store, clock: Clock, session: Session, lesson: Lesson) -> tuple[Stay, ...]:
    """All stays of a session up to now."""
    now, record = clock.now_ms(), record_of(store, clock, session, lesson)
    return stays(record, read_clock(timing_of(lesson), record.events, now), now)
