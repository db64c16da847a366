"""What a lesson leaves to the next one: who begins where, and on which day."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.changes import Change, label, made
from app.domain.classes import Rule
from app.domain.ids import RuleId, SlotId
from app.domain.lesson_end import LessonEnd
from app.domain.session import ABSENT, AWAY, PRESENT
from app.domain.timetable import Slot
from app.services.carry_over import CarryOverService, Wishes
from app.services.lesson_end import LessonEndReader
from app.services.lessons import LessonService
from app.services.timetable import TimetableService
from tests.app.services.test_lesson_end import say, see
from tests.builders import MINUTE, TaughtClass

NONE = Wishes(not_observed=False, absent=False, missed=False)


@pytest.fixture
def taught() -> TaughtClass:
    return TaughtClass()


def ended(taught: TaughtClass) -> LessonEnd:
    """Ben was absent, Chidi missed round 2 (at the games); all but Daniyar were observed."""
    session = taught.start()
    say(taught, session, "Ben", ABSENT)
    for name in ("Amara", "Chidi", "Elif", "Fatima"):
        see(taught, name, 1, session)
    taught.clock.ms += 11 * MINUTE
    say(taught, session, "Chidi", AWAY)
    taught.clock.ms += 13 * MINUTE
    say(taught, session, "Chidi", PRESENT)
    taught.clock.ms += 5 * MINUTE
    taught.live.end(taught.scene().session)
    room = taught.room
    reader = LessonEndReader(room.store, room.evidence, taught.live, room.clock)
    last = reader.last(session.class_id)
    assert last is not None
    return reader.read(last)


def timetable(taught: TaughtClass) -> TimetableService:
    room = taught.room
    return TimetableService(room)


def service(taught: TaughtClass) -> CarryOverService:
    room = taught.room
    lessons = LessonService(room)
    return CarryOverService(room.store, lessons, timetable(taught))


def begins(taught: TaughtClass, lesson_id: int) -> dict[str, str]:
    """Each student's station in round 1 of a lesson."""
    room = taught.room
    lessons = LessonService(room)
    names = {student.id: name for name, student in taught.students.items()}
    stations = {station.id: name for name, station in taught.stations.items()}
    return {
        names[path.student_id]: stations[path.stations[0]]
        for path in lessons.paths(lesson_id)
        if path.stations[0] is not None
    }


@pytest.mark.parametrize("seed", range(5))
def test_who_was_absent_or_not_seen_begins_with_the_teacher(taught: TaughtClass, seed: int) -> None:
    lesson = service(taught).carry_over(ended(taught), Wishes(), random.Random(seed))
    found = begins(taught, lesson.id)
    assert found["Ben"] == found["Daniyar"] == "Teacher table"
    assert found["Chidi"] == "Games"
    assert len(found) == 6


def test_it_is_one_step_and_is_waiting_on_the_next_school_day(taught: TaughtClass) -> None:
    end, room = ended(taught), taught.room
    steps = room.store.count_steps()
    lesson = service(taught).carry_over(end, Wishes(), random.Random(1))
    assert room.store.count_steps() == steps + 1
    assert lesson.day > end.lesson.day
    assert date.fromisoformat(lesson.day).isoweekday() <= 5
    lessons = LessonService(room)
    assert lessons.next(taught.school_class.id) == lesson
    room.workspace.undo()
    assert lessons.next(taught.school_class.id) is None


def test_the_next_day_is_the_one_of_the_timetable(taught: TaughtClass) -> None:
    times = timetable(taught)
    today, _ = times.here()
    later = today + timedelta(days=5)
    period = times.add_period("1", 540, 600)
    times.put(Slot(SlotId(0), taught.school_class.id, period.id, later.isoweekday()))
    times.set_cycle((), weekdays=range(1, 8))
    assert service(taught).next_day(taught.school_class.id) == later


def test_more_than_the_table_has_seats_for_come_there_in_turn(taught: TaughtClass) -> None:
    end = ended(taught)
    table = taught.stations["Teacher table"]
    changed = Change(table, replace(table, seats_max=1))
    taught.room.workspace.edit(label("station changed", station="Teacher table"), changed)
    lesson = service(taught).carry_over(end, Wishes(), random.Random(1))
    found = begins(taught, lesson.id)
    assert [name for name, at in found.items() if at == "Teacher table"] == ["Ben"]


def test_groups_may_stay_and_go_on_to_the_next_station(taught: TaughtClass) -> None:
    end = ended(taught)
    kept = replace(NONE, same_groups=True)
    lesson = service(taught).carry_over(end, kept, random.Random(1))
    found = begins(taught, lesson.id)
    assert found["Amara"] == found["Ben"]
    assert found["Elif"] == found["Fatima"]
    assert kept.count == 1


@pytest.mark.parametrize("seed", range(5))
def test_nobody_is_carried_on_to_a_group_without_a_seat(taught: TaughtClass, seed: int) -> None:
    """Ben and Daniyar take both seats Amara's group has, Chidi one of Elif's and Fatima's."""
    wishes = replace(Wishes(), same_groups=True)
    lesson = service(taught).carry_over(ended(taught), wishes, random.Random(seed))
    found = begins(taught, lesson.id)
    assert Counter(found.values()) == {"Teacher table": 2, "Tablets": 2, "Games": 2}
    assert found["Ben"] == found["Daniyar"] == "Teacher table"
    assert found["Chidi"] == found["Elif"] == "Games"


@pytest.mark.parametrize("wishes", [Wishes(), replace(Wishes(), same_groups=True)])
def test_nobody_is_carried_on_to_whom_to_keep_apart_from(
    taught: TaughtClass, wishes: Wishes
) -> None:
    end = ended(taught)
    for number, pair in enumerate((("Ben", "Daniyar"), ("Amara", "Ben"))):
        ids = tuple(taught.student(name) for name in pair)
        rule = Rule(RuleId(90 + number), taught.school_class.id, "apart", ids)
        taught.room.workspace.edit(label("set up"), made(rule))
    found = begins(taught, service(taught).carry_over(end, wishes, random.Random(1)).id)
    assert found["Ben"] != found["Daniyar"]
    assert found["Amara"] != found["Ben"]


def test_a_lesson_planned_for_another_day_is_todays_once_it_is_taught(
    taught: TaughtClass,
) -> None:
    end = ended(taught)
    lesson = service(taught).carry_over(end, NONE, random.Random(1))
    taught.live.open(lesson.id)
    assert taught.scene().lesson.day == timetable(taught).here()[0].isoformat()
