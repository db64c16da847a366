"""A term's picture from what was kept, on the fake store and on SQLite."""

from datetime import date

import pytest

from app.domain.choices import Choice
from app.domain.ids import ChoiceId
from app.domain.term import AWAY, NO_LESSON, SEEN, UNSEEN
from app.errors import NotFound
from app.services.choices_kept import choices_kept
from app.services.term import TermReader
from tests.fakes.progress_class import ProgressClass

AMARA, BEN, MAYA = "Amara Okafor", "Ben Walker", "Maya Lindqvist"


@pytest.fixture
def room(progress_class: ProgressClass) -> ProgressClass:
    return progress_class


def term(room: ProgressClass, weeks: int = 3):
    reader = TermReader(room.store, room.evidence, room.clock)
    steps = list(reader.steps(room.class_id, weeks))
    assert steps[:-1] == [None] * (weeks + 3)
    return steps[-1]


def test_growth_counts_where_everyone_stood_when_each_week_was_over(room) -> None:
    room.see(AMARA, "Round", 1, days=40)
    room.see(AMARA, "Round", 2, days=10)  # Monday 4 May
    room.see(AMARA, "Place value", 3, days=1)
    found = term(room)
    assert found.weeks == (date(2026, 4, 27), date(2026, 5, 4), date(2026, 5, 11))
    number, fractions = found.strands
    assert (number.name, fractions.name) == ("Number", "Fractions")
    assert number.weeks == ((7, 1, 0, 0, 0), (7, 0, 1, 0, 0), (6, 0, 1, 1, 0))
    assert fractions.weeks == ((4, 0, 0, 0, 0),) * 3


def test_coverage_says_who_was_seen_when_and_who_was_not_there(room) -> None:
    room.see(AMARA, "Round", 2, days=1)
    room.see(AMARA, "Round", 2, days=1)
    room.visit(AMARA, room.tablets, 1, 12)
    room.visit(BEN, room.tablets, 1, 12)
    found = term(room, weeks=1)
    assert found.days == (
        date(2026, 5, 11),
        date(2026, 5, 12),
        date(2026, 5, 13),
        date(2026, 5, 14),
    )
    states = [[mark.state for mark in row.marks] for row in found.coverage[:3]]
    none = [NO_LESSON, NO_LESSON]
    assert states == [
        [*none, SEEN, NO_LESSON],
        [*none, UNSEEN, NO_LESSON],
        [*none, AWAY, NO_LESSON],
    ]
    assert found.coverage[0].marks[2].looks == 2


def test_shares_are_minutes_with_the_teacher_lessons_and_choices(room) -> None:
    room.visit(AMARA, room.table_station, 1, 12)
    room.visit(AMARA, room.tablets, 2, 12)
    found = term(room)
    assert not found.has_choices
    amara = found.shares[0]
    assert (amara.name, amara.minutes, amara.lessons) == ("Amara", 12, 2)
    assert found.shares[1].minutes == 0


def test_a_first_choice_is_the_best_among_the_stations_of_the_lesson(room) -> None:
    room.visit(AMARA, room.tablets, 1, 12)
    room.visit(AMARA, room.table_station, 2, 12)
    room.visit(BEN, room.table_station, 2, 12)
    gone = room.ids()
    room.keep(choice(room, AMARA, (gone, room.tablets.id, room.table_station.id)))
    kept = choices_kept(room.store, room.evidence, room.class_id, room.days_ago(9))
    assert kept == {room.students[AMARA]: (2, 1)}
    assert term(room).has_choices
    assert term(room).shares[0].first == 1


def test_what_was_chosen_for_the_lesson_counts_before_what_holds_for_all(room) -> None:
    room.visit(AMARA, room.tablets, 1, 12)
    lesson = room.sessions[room.days_ago(1)].lesson_id
    room.keep(choice(room, AMARA, (room.tablets.id,)))
    room.keep(choice(room, AMARA, (room.table_station.id,), lesson))
    kept = choices_kept(room.store, room.evidence, room.class_id, room.days_ago(9))
    assert kept == {room.students[AMARA]: (1, 0)}


def choice(room: ProgressClass, name: str, stations, lesson=None) -> Choice:
    return Choice(ChoiceId(room.ids()), room.class_id, room.students[name], stations, lesson)


def test_without_students_or_skills_there_is_an_empty_picture() -> None:
    found = term(ProgressClass(names=(), strands={}))
    assert (found.strands, found.coverage, found.shares) == ((), (), ())


def test_a_class_that_is_not_there_is_said(room) -> None:
    with pytest.raises(NotFound):
        next(TermReader(room.store, room.evidence, room.clock).steps(room.ids(), 3))
