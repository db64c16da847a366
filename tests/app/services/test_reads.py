"""What is asked again and again does not read more with every year."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.changes import Entity, label, made
from app.domain.ids import LessonId, SessionId, SlotId, VisitId
from app.domain.session import Session, Visit
from app.domain.timetable import Slot
from app.services.adult_time import AdultTimeReader
from app.services.adults import AdultService
from app.services.lesson_of_now import LessonOfNowService
from app.services.lessons import LessonService
from app.services.owed import OwedReader
from app.services.timetable import TimetableService
from tests.builders import MINUTE, TaughtClass
from tests.fakes import FakeStore

DAY = 24 * 3_600_000
YEAR = 200


class Counted(FakeStore):
    """Counts what it gives."""

    read = 0

    def find(self, kind: type[Entity], **equal: object) -> tuple[Entity, ...]:
        found = super().find(kind, **equal)
        self.read += len(found)
        return found


def adult_time(taught: TaughtClass) -> object:
    room = taught.room
    adults = AdultService(room)
    return AdultTimeReader(room.store, room.clock, adults).this_week(taught.school_class.id)


def owed(taught: TaughtClass) -> object:
    return OwedReader(taught.store, taught.clock).owed(taught.school_class.id)


def lesson_of_now(taught: TaughtClass) -> object:
    room = taught.room
    lessons, times = LessonService(room), TimetableService(room)
    found = LessonOfNowService(room.store, room.clock, lessons, times).look()
    assert found is not None
    return found


def taught_for(days: int) -> TaughtClass:
    """A class that was taught a lesson on each of so many days before today."""
    taught = TaughtClass(Counted())
    room, clock = taught.room, taught.clock
    times = TimetableService(room)
    _, minute = times.here()
    period = times.add_period("1", minute - 5, minute + 60)
    times.set_cycle((), weekdays=range(1, 8))
    times.put(Slot(SlotId(0), taught.school_class.id, period.id, 0))
    today, things = clock.local(clock.ms).date(), list[Entity]()
    for back in range(1, days + 1):
        began = clock.ms - back * DAY
        day = (today - timedelta(days=back)).isoformat()
        lesson = replace(taught.lesson, id=LessonId(10_000 + back), day=day)
        own = SessionId(20_000 + back)
        session = Session(own, lesson.class_id, lesson.id, began, began + 40 * MINUTE)
        visits = [
            Visit(
                VisitId(30_000 + 100 * back + path.id),
                lesson.class_id,
                own,
                path.student_id,
                path.stations[0],
                1,
                began,
                began + 10 * MINUTE,
                "Ms Rivera",
            )
            for path in taught.paths
        ]
        things += [lesson, session, *visits]
    room.workspace.edit(label("set up"), *map(made, things))
    return taught


@pytest.mark.parametrize("ask", [adult_time, owed, lesson_of_now])
def test_a_class_of_many_years_is_read_as_one_of_two(
    ask: Callable[[TaughtClass], object],
) -> None:
    read = []
    for days in (2 * YEAR, 4 * YEAR):
        taught = taught_for(days)
        before = taught.store.read
        ask(taught)
        read.append(taught.store.read - before)
    assert read[0] == read[1]
