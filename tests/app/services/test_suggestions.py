"""Small groups: who is suggested and why, and how one comes into the next lesson."""

from dataclasses import replace

import pytest

from app.domain.changes import Change, gone, label
from app.domain.classes import VISIT, Rule
from app.domain.ids import SessionId
from app.domain.lessons import Lesson, Path
from app.domain.session import Session
from app.domain.skills import Skill
from app.domain.suggestions import NEED, READY, STUCK
from app.errors import NoLessonYet
from app.services.judgements import JudgementService
from app.services.suggestions import SuggestionService
from tests.fakes.progress_class import DAY, ProgressClass

AMARA, BEN, MAYA = "Amara Okafor", "Ben Walker", "Maya Lindqvist"


@pytest.fixture
def room() -> ProgressClass:
    return ProgressClass()


@pytest.fixture
def service(room) -> SuggestionService:
    return SuggestionService(room)


def suggested(room, service):
    return service.suggest(room.progress.table(room.class_id))


def students(room, *names):
    return tuple(room.students[name] for name in names)


def precede(room, first: str, then: str) -> None:
    skill = room.skills[first]
    after = replace(skill, precedes=(room.skills[then].id,))
    room.workspace.edit(label("order of skills"), Change(skill, after))


def test_without_evidence_nothing_is_suggested(room, service) -> None:
    assert suggested(room, service) == ()


def test_those_at_the_same_low_level_are_a_group_with_its_reason(room, service) -> None:
    room.see(BEN, "Round", 1, 9)
    room.see(MAYA, "Round", 1, 2)
    room.see(AMARA, "Round", 3, 2)
    (group,) = suggested(room, service)
    assert (group.kind, group.skill, group.level, group.days) == (NEED, "Round", 1, 9)
    assert group.students == students(room, BEN, MAYA)
    assert group.names == ("Ben", "Maya L.")


def test_one_alone_is_no_group_and_who_is_secure_needs_none(room, service) -> None:
    room.see(BEN, "Round", 1, 9)
    room.see(MAYA, "Round", 3, 2)
    room.see(AMARA, "Round", 3, 2)
    assert suggested(room, service) == ()


def test_the_lowest_level_comes_first(room, service) -> None:
    for name in (BEN, MAYA, AMARA):
        room.see(name, "Round", 2, 2)
    for name in (BEN, MAYA):
        room.see(name, "Place value", 1, 2)
    assert [one.skill for one in suggested(room, service)] == ["Place value", "Round"]


def test_three_looks_without_a_change_are_stuck(room, service) -> None:
    for days in (9, 5, 1):
        room.see(BEN, "Round", 2, days)
    (group,) = suggested(room, service)
    assert (group.kind, group.level, group.students) == (STUCK, 2, students(room, BEN))


@pytest.mark.parametrize(
    "looks",
    [
        [(2, 9), (2, 5)],
        [(2, 9), (1, 5), (2, 1)],
        [(3, 9), (3, 5), (3, 1)],
    ],
    ids=["too few", "changed", "secure"],
)
def test_not_stuck(room, service, looks) -> None:
    for level, days in looks:
        room.see(BEN, "Round", level, days)
    assert suggested(room, service) == ()


def test_three_looks_in_one_lesson_are_not_stuck(room, service) -> None:
    for minutes in (1, 2, 3):
        room.see(BEN, "Round", 2, at=room.days_ago(1) + minutes * 60_000)
    assert suggested(room, service) == ()


def test_who_is_stuck_within_a_group_is_counted_there(room, service) -> None:
    for days in (9, 5, 1):
        room.see(BEN, "Round", 1, days)
    room.see(MAYA, "Round", 1, 2)
    (group,) = suggested(room, service)
    assert (group.kind, group.stuck) == (NEED, 1)


def test_secure_in_what_comes_before_is_ready_for_next(room, service) -> None:
    precede(room, "Round", "Add fractions")
    room.see(BEN, "Round", 3, 2)
    room.see(BEN, "Add fractions", 2, 2)
    room.see(MAYA, "Round", 4, 2)
    room.see(AMARA, "Round", 2, 2)
    (group,) = suggested(room, service)
    assert (group.kind, group.skill, group.before) == (READY, "Add fractions", ("Round",))
    assert group.students == students(room, BEN, MAYA)
    assert (group.level, group.days) == (2, None)


def test_everything_before_it_has_to_be_secure(room, service) -> None:
    precede(room, "Round", "Add fractions")
    precede(room, "Place value", "Add fractions")
    room.see(BEN, "Round", 3, 2)
    assert suggested(room, service) == ()
    room.see(BEN, "Place value", 3, 2)
    assert [one.kind for one in suggested(room, service)] == [READY]


def test_who_is_secure_in_it_already_is_past_it(room, service) -> None:
    precede(room, "Round", "Add fractions")
    room.see(BEN, "Round", 3, 2)
    room.see(BEN, "Add fractions", 3, 2)
    assert suggested(room, service) == ()


def test_a_skill_that_precedes_itself_or_one_that_is_gone_is_passed_over(room, service) -> None:
    skill = room.skills["Round"]
    after = replace(skill, precedes=(skill.id, 12345))
    room.workspace.edit(label("order of skills"), Change(skill, after))
    room.see(BEN, "Round", 3, 2)
    assert suggested(room, service) == ()


def a_group(room, service):
    room.see(BEN, "Round", 1, 9)
    room.see(MAYA, "Round", 1, 2)
    (group,) = suggested(room, service)
    return group


def test_one_click_makes_them_meet_the_teacher_in_the_next_lesson(room, service) -> None:
    group, lesson = a_group(room, service), room.lesson()
    assert service.planned(room.class_id, [group]) == (False,)
    assert service.add(room.class_id, group) == lesson
    (rule,) = room.store.find(Rule)
    assert (rule.kind, rule.student_ids, rule.station_ids) == (VISIT, group.students, ())
    assert (rule.lesson_id, rule.skill_id) == (lesson.id, room.skills["Round"].id)
    assert service.planned(room.class_id, [group]) == (True,)
    service.add(room.class_id, group)
    assert len(room.store.find(Rule)) == 1
    room.workspace.undo()
    assert room.store.find(Rule) == ()


def test_a_lesson_that_was_begun_or_is_past_is_not_the_next(room, service) -> None:
    group, lesson = a_group(room, service), room.lesson()
    room.keep(Session(SessionId(room.ids()), room.class_id, lesson.id, 5))
    assert service.next_lesson(room.class_id) is None
    again = room.lesson()
    assert service.next_lesson(room.class_id) == again
    room.clock.advance(2 * DAY)
    assert service.next_lesson(room.class_id) is None
    assert service.planned(room.class_id, [group]) == (False,)


def test_where_no_lesson_waits_the_click_makes_one_for_the_next_school_day(room, service) -> None:
    group, taught = a_group(room, service), room.lesson()
    room.keep(Session(SessionId(room.ids()), room.class_id, taught.id, 5, 6))
    lesson = service.add(room.class_id, group)
    assert (lesson.day, lesson.station_ids) == ("2026-05-15", taught.station_ids)
    paths = room.store.find(Path, lesson_id=lesson.id)
    assert {path.student_id for path in paths} == set(room.students.values())
    (rule,) = room.store.find(Rule)
    assert (rule.lesson_id, rule.skill_id) == (lesson.id, room.skills["Round"].id)
    assert service.planned(room.class_id, [group]) == (True,)
    room.workspace.undo()  # one step for all of it
    assert room.store.find(Rule) == ()
    assert room.store.find(Lesson) == (taught,)


def test_the_first_lesson_of_a_class_is_at_all_its_stations(room, service) -> None:
    lesson = service.add(room.class_id, a_group(room, service))
    assert lesson.station_ids == (room.table_station.id, room.tablets.id)


def test_without_a_station_there_is_no_lesson_to_make(room, service) -> None:
    group = a_group(room, service)
    for station in (room.table_station, room.tablets):
        room.workspace.edit(label("set up"), gone(station))
    with pytest.raises(NoLessonYet):
        service.add(room.class_id, group)


def test_the_levels_of_a_skill_set_by_hand_are_not_stuck(room, service) -> None:
    for days in (9, 5, 1):
        room.see(BEN, "Round", 2, days)
    by_hand = JudgementService(room)
    by_hand.set_level(room.students[BEN], room.skills["Round"].id, 2, "told me")
    assert suggested(room, service) == ()


def test_of_many_the_longest_unseen_are_suggested() -> None:
    names = tuple(f"Child{n} A" for n in range(9))
    room = ProgressClass(names=names)
    for days, name in enumerate(names):
        room.see(name, "Round", 1, days)
    service = SuggestionService(room)
    (group,) = suggested(room, service)
    assert group.students == students(room, *names[3:])
    assert group.days == 8
    assert isinstance(room.skills["Round"], Skill)


def test_a_marked_table_says_who_is_stuck_and_who_is_ready_for_what(room, service) -> None:
    precede(room, "Round", "Add fractions")
    for days in (9, 5, 1):
        room.see(BEN, "Place value", 2, days)
    room.see(MAYA, "Round", 3, 2)
    room.see(AMARA, "Round", 2, 2)
    table = room.progress.table(room.class_id)
    marked = service.marked(table)
    assert marked.stuck == {(room.students[BEN], room.skills["Place value"].id)}
    assert marked.ready == {(room.students[MAYA], room.skills["Add fractions"].id)}
    assert replace(marked, stuck=frozenset(), ready=frozenset()) == table
