"""What is on by the timetable becomes a lesson that fits in what is left of it."""

import random
from dataclasses import replace

import pytest

from app.domain.ids import SlotId
from app.domain.lessons import Lesson, Path
from app.domain.names import PersonName
from app.domain.timetable import Slot
from app.services.classes import ClassService
from app.services.lesson_of_now import LessonOfNowService
from app.services.lessons import LessonService
from app.services.live import LiveService
from app.services.stations import StationService
from app.services.timetable import TimetableService

MINUTE, DAY = 60_000, 24 * 3_600_000
NOW = 9 * 60 + 30


class School:
    """A class of six at four stations, and a timetable that is still empty."""

    def __init__(self, room) -> None:
        self.room = room
        self.classes = ClassService(room)
        self.timetable = TimetableService(room)
        self.lessons = LessonService(room)
        self.live = LiveService(room)
        self.service = LessonOfNowService(room.store, room.clock, self.lessons, self.timetable)
        self.four_b = self.classes.create("4B", "Maths")
        for number in range(6):
            self.classes.add_student(self.four_b.id, PersonName("", f"Student{number}", ""))
        for name in ("Teacher table", "Games", "Tablets", "Choice"):
            StationService(room).add(self.four_b.id, name)

    def on(self, begins: int, ends: int, subject: str = "") -> None:
        period = self.timetable.add_period("2", begins, ends)
        self.timetable.put(Slot(SlotId(0), self.four_b.id, period.id, 0, subject=subject))

    def take(self) -> Lesson:
        now = self.service.look()
        assert now is not None
        return self.service.take(now, random.Random(1))


@pytest.fixture
def school(room) -> School:
    return School(room)


def test_nothing_is_offered_when_nothing_is_on(school) -> None:
    assert school.service.look() is None
    school.on(NOW + 60, NOW + 120)
    assert school.service.look() is None


def test_a_period_that_goes_on_gives_the_rounds_that_fit_in_what_is_left(school) -> None:
    school.on(NOW - 10, NOW + 40)
    now = school.service.look()
    assert now is not None
    assert (now.school_class.name, now.subject, now.minutes_left) == ("4B", "Maths", 40)
    assert now.shape is not None
    assert (now.shape.rounds, now.planned) == (3, None)


def test_a_period_that_begins_soon_counts_whole(school) -> None:
    school.on(NOW + 8, NOW + 58)
    now = school.service.look()
    assert now is not None
    assert now.minutes_left == 50


def test_a_lesson_is_made_in_one_step_with_its_time_and_everyone_in_it(school) -> None:
    school.on(NOW - 10, NOW + 30, "Fractions club")
    steps: list[object] = []
    school.room.workspace.subscribe(steps.append)
    lesson = school.take()
    assert (lesson.rounds, lesson.begins, lesson.subject) == (2, NOW, "Fractions club")
    assert len(school.room.store.find(Path, lesson_id=lesson.id)) == 6
    assert len(steps) == 1


def test_the_last_lesson_is_taught_again_and_gets_back_the_rounds_it_lost(school) -> None:
    school.on(NOW - 10, NOW + 60)
    short = school.lessons.create(school.four_b.id, random.Random(1))
    school.lessons.edit(replace(short, rounds=2, topic="Fractions"), random.Random(1))
    school.room.clock.advance(DAY)
    lesson = school.take()
    assert (lesson.topic, lesson.rounds) == ("Fractions", 4)
    assert lesson.id != short.id


def test_what_is_planned_for_this_time_is_used_and_cut_to_what_fits(school) -> None:
    school.on(NOW - 10, NOW + 30)
    planned = school.lessons.create(school.four_b.id, random.Random(1))
    assert planned.begins == NOW - 10
    now = school.service.look()
    assert now is not None
    assert now.planned == planned
    taken = school.take()
    assert (taken.id, taken.rounds) == (planned.id, 2)
    assert school.lessons.lesson(planned.id).rounds == 2


def test_what_is_planned_for_another_time_of_the_day_is_left_for_it(school) -> None:
    school.on(NOW - 10, NOW + 40)
    later = school.lessons.create(school.four_b.id, random.Random(1))
    school.lessons.edit(replace(later, begins=NOW + 200), random.Random(1))
    now = school.service.look()
    assert now is not None
    assert now.planned is None


def test_while_a_lesson_is_open_nothing_is_offered_and_not_again_after_it(school) -> None:
    school.on(NOW - 10, NOW + 40)
    session = school.live.open(school.take().id)
    assert school.service.look() is None
    school.live.end(session)
    assert school.service.look() is None


def test_a_lesson_left_open_yesterday_hides_nothing(school) -> None:
    school.on(NOW - 10, NOW + 40)
    school.live.open(school.take().id)
    school.room.clock.advance(DAY)
    assert school.service.look() is not None


def test_another_class_that_is_taught_is_not_interrupted(school) -> None:
    other = school.classes.create("5C")
    school.live.open(school.lessons.create(other.id, random.Random(1)).id)
    school.on(NOW - 10, NOW + 40)
    assert school.service.look() is None


def test_the_last_minutes_give_no_lesson(school) -> None:
    school.on(NOW - 40, NOW + 3)
    now = school.service.look()
    assert now is not None
    assert now.shape is None


def test_a_class_without_students_is_not_ready(school) -> None:
    empty = school.classes.create("5C")
    period = school.timetable.add_period("2", NOW, NOW + 50)
    school.timetable.put(Slot(SlotId(0), empty.id, period.id, 0))
    now = school.service.look()
    assert now is not None
    assert not now.ready


def test_a_lesson_for_another_day_begins_when_the_class_is_taught_then(school) -> None:
    school.on(NOW - 200, NOW - 150)
    lesson = school.lessons.create(school.four_b.id, random.Random(1))
    assert lesson.begins is None
    tomorrow = "2026-05-15"
    new = school.lessons.follow(lesson, tomorrow, lambda _new: {}, random.Random(1))
    assert (new.day, new.begins) == (tomorrow, NOW - 200)
