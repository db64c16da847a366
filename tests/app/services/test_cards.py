"""The facts on the console's cards, on the fake store and on the real one."""

import pytest

from app.domain.card import CardFacts, observed_today
from app.domain.classes import Goal, Student
from app.domain.observations import Observation
from app.errors import NotFound
from data.evidence import SqliteEvidence
from data.store import SqliteStore
from tests.fakes import FakeEvidence, FakeStore
from tests.fakes.lesson import (
    ADD,
    AMARA,
    BEN,
    CLASS,
    COMPARE,
    DANIYAR,
    DAY_MS,
    LEILA,
    OTHER,
    LessonRoom,
)
from tests.fresh import fresh


def sqlite_room(tmp_path):
    connection = fresh(tmp_path / "rondo.db")
    return LessonRoom(SqliteStore(connection), SqliteEvidence(connection))


@pytest.fixture(params=[lambda _: LessonRoom(), sqlite_room], ids=["fake", "sqlite"])
def room(request, tmp_path):
    return request.param(tmp_path)


def facts(room):
    return room.cards.cards(room.scene)


def test_a_card_without_a_history_tells_nothing(room):
    assert list(facts(room).values()) == [CardFacts()] * 6


def test_the_level_is_the_newest_by_time_seen_not_by_time_typed(room):
    room.see(AMARA, 1, ADD, 3)
    room.see(AMARA, 5, ADD, 1)
    assert facts(room)[AMARA].level_on(ADD) == 3


def test_each_station_reads_the_level_of_its_own_skill(room):
    room.see(AMARA, 1, ADD, 3)
    room.see(AMARA, 1, COMPARE, 2)
    card = facts(room)[AMARA]
    assert (card.level_on(ADD), card.level_on(COMPARE), card.level_on(None)) == (3, 2, 0)


def test_skills_no_station_works_on_are_left_out(room):
    room.see(AMARA, 1, OTHER, 4)
    assert facts(room)[AMARA].levels == {}


@pytest.mark.parametrize(("days", "shown"), [(0, None), (6, None), (7, 7), (11, 11)])
def test_days_since_last_seen_count_from_a_week(room, days, shown):
    room.see(BEN, days)
    assert facts(room)[BEN].days_unseen == shown


def test_days_are_days_of_the_calendar_in_the_room(room):
    late_evening = room.clock.now_ms() - 7 * DAY_MS + 14 * 3600 * 1000
    room.put(Observation(room.ids(), CLASS, BEN, late_evening))
    assert facts(room)[BEN].days_unseen == 7


def test_observed_today_counts_those_seated_who_were_seen_since_midnight(room):
    room.see(AMARA, 0)
    room.see(BEN, 1)
    assert observed_today((AMARA, BEN, LEILA), facts(room)) == 1


def test_the_oldest_open_goal_is_named_and_a_closed_one_is_not(room):
    room.put(Goal(71, AMARA, "Draw it first", 0), Goal(72, AMARA, "Say why", 1))
    room.put(Goal(73, BEN, "Old", 0, closed=True))
    assert (facts(room)[AMARA].goal, facts(room)[BEN].goal) == ("Draw it first", "")


def test_a_flag_goes_on_and_off_and_each_can_be_undone(room):
    room.flags.toggle_flags([LEILA], "Check in")
    assert facts(room)[LEILA].flag == "Check in"
    room.flags.toggle_flags([LEILA], "Check in")
    assert facts(room)[LEILA].flag == ""
    assert room.workspace.next_undo.verb == "unflagged"
    room.workspace.undo()
    assert facts(room)[LEILA].flag == "Check in"
    room.workspace.undo()
    assert facts(room)[LEILA].flag == ""


def test_several_are_flagged_in_one_step_and_the_flags_taken_off_in_another(room):
    room.flags.toggle_flags([LEILA], "Check in")
    everyone = [AMARA, BEN, LEILA]
    room.flags.toggle_flags(everyone, "Check in")
    assert [facts(room)[s].flag for s in everyone] == ["Check in"] * 3
    assert room.workspace.next_undo.facts == {"count": "2"}
    room.flags.toggle_flags(everyone, "Check in")
    assert [facts(room)[s].flag for s in everyone] == [""] * 3
    room.workspace.undo()
    assert [facts(room)[s].flag for s in everyone] == ["Check in"] * 3


def test_a_student_who_is_gone_cannot_be_flagged(room):
    with pytest.raises(NotFound):
        room.flags.toggle_flags([999], "Check in")


class CountingStore(FakeStore):
    asked = 0

    def find(self, kind, **equal):
        self.asked += 1
        return super().find(kind, **equal)


@pytest.mark.parametrize("students", [1, 60])
def test_the_size_of_the_class_does_not_change_the_number_of_questions(students):
    store = CountingStore()
    room = LessonRoom(store, FakeEvidence(FakeStore()), students=students)
    scene = room.scene
    store.asked = 0
    room.cards.cards(scene)
    assert store.asked == 4  # goals, skills, frameworks, levels set by hand


def test_the_skills_of_the_stations_are_named_once_each(room):
    named = room.cards.skills(room.scene)
    assert {key: skill.statement for key, skill in named.items()} == {
        ADD: "Add fractions",
        COMPARE: "Compare",
    }


def test_a_class_has_its_name_and_one_that_is_gone_has_none(room):
    assert (room.cards.class_name(CLASS), room.cards.class_name(99)) == ("4B", "")


def test_an_empty_class_has_no_cards(room):
    for student in room.store.find(Student):
        room.change(student, archived=True)
    assert facts(room) == {}


def test_a_student_out_of_the_room_has_facts_too(room):
    room.moves.mark(room.scene, DANIYAR, "absent")
    room.change(room.store.get(Student, DANIYAR), flag="Check in")
    assert facts(room)[DANIYAR] == CardFacts(flag="Check in")
