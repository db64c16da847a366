"""From a list of names to a class that can be taught."""

import random

import pytest

from app.domain.names import PersonName
from app.errors import NameMissing
from app.services.classes import ClassService
from app.services.lessons import LessonService
from app.services.start import StartService
from app.services.stations import StationService
from app.services.tags import TagService


@pytest.fixture
def start(room) -> StartService:
    return StartService(room)


def people(count: int) -> list[PersonName]:
    return [PersonName("", f"Student{number}", "") for number in range(count)]


def test_a_class_comes_with_students_stations_and_tags_in_one_step(room, start) -> None:
    begun = start.begin_class(people(28), "4B", "Maths")

    classes = ClassService(room)
    stations = StationService(room)
    assert room.store.count_steps() == 1
    assert len(classes.students(begun.id)) == 28
    assert len(stations.stations(begun.id)) == 5
    assert len(TagService(room).tags(begun.id)) == 5

    room.workspace.undo()

    assert classes.classes() == ()
    assert stations.stations(begun.id) == ()


@pytest.mark.parametrize("count", [1, 28, 60])
def test_a_begun_class_can_be_planned_with_a_seat_for_everyone(room, start, count: int) -> None:
    begun = start.begin_class(people(count), "4B")
    lessons = LessonService(room)
    lesson = lessons.create(begun.id, random.Random(1))
    picture = lessons.picture(lesson.id)
    assert all(picture.without_seat(number) == () for number in (1, 2, 3, 4))


def test_nothing_is_kept_when_a_name_is_missing(room, start) -> None:
    with pytest.raises(NameMissing):
        start.begin_class([*people(2), PersonName("", " ", "")], "4B")
    with pytest.raises(NameMissing):
        start.begin_class(people(2), " ")
    assert room.store.count_steps() == 0
