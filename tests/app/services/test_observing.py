"""What the observe panel and the capture line read, and what the line can say in a lesson."""

import pytest

from app.domain.capture.strict import strict
from app.domain.classes import Goal
from app.domain.session import ABSENT
from app.domain.skills import Skill, Tag
from app.services.observing import MOST_OFFERED, ObservingReader
from app.services.vocabulary import VocabularyService
from tests.fakes.lesson import (
    ADD,
    AMARA,
    BEN,
    CLASS,
    COMPARE,
    GAMES,
    OTHER,
    TABLE,
    LessonRoom,
)


@pytest.fixture
def room() -> LessonRoom:
    made = LessonRoom()
    made.put(Tag(302, CLASS, "Helped", position=1), Tag(301, CLASS, "Stuck"))
    made.put(Tag(303, CLASS, "Gone", retired=True))
    return made


@pytest.fixture
def reader(room) -> ObservingReader:
    return ObservingReader(room.store, room.evidence, room.clock)


@pytest.fixture
def words(room) -> VocabularyService:
    return VocabularyService(room.store)


def test_the_student_is_named_with_station_target_and_goal(room, reader) -> None:
    room.put(Goal(70, AMARA, "Draw it first", 0), Goal(71, AMARA, "Later", 0))
    shown = reader.student(room.scene, AMARA)
    assert (shown.name, shown.station, shown.goal, shown.target) == (
        "Amara",
        "Table",
        "Draw it first",
        ADD,
    )
    assert reader.student(room.scene, 9999) is None


def test_the_target_is_offered_first_then_the_lessons_skills_then_the_others(room, reader) -> None:
    offered = [offer.id for offer in reader.skills(room.scene, COMPARE)]
    assert offered == [COMPARE, ADD, OTHER]
    assert [offer.id for offer in reader.skills(room.scene, None)] == [ADD, COMPARE, OTHER]


def test_of_a_long_framework_the_skills_beside_the_target_are_offered(room, reader) -> None:
    room.put(Skill(500, 200, None, "Angles"))
    room.put(*(Skill(501 + n, 200, 500, f"Angle {n}", position=n) for n in range(100)))
    room.put(*(Skill(700 + n, 200, None, f"Other {n}", position=n) for n in range(100)))
    offered = [offer.id for offer in reader.skills(room.scene, 550)]
    assert len(offered) == MOST_OFFERED
    assert offered[0] == 550
    assert set(offered[3:]) <= set(range(501, 601))


def test_new_skills_are_offered_once_the_reader_has_heard_of_them(room, reader) -> None:
    reader.skills(room.scene, ADD)
    room.put(Skill(500, 200, None, "Angles"))
    reader.forget(frozenset({Tag}))
    assert 500 not in {offer.id for offer in reader.skills(room.scene, ADD)}
    reader.forget(frozenset({Skill}))
    assert 500 in {offer.id for offer in reader.skills(room.scene, ADD)}


def test_tags_in_use_are_offered_in_their_order(reader) -> None:
    assert [tag.name for tag in reader.tags(CLASS)] == ["Stuck", "Helped"]


def test_the_last_levels_are_read_at_once(room, reader) -> None:
    room.see(AMARA, 3, ADD, 1)
    room.see(AMARA, 1, ADD, 2)
    found = reader.last_levels([AMARA, BEN], [ADD, OTHER])
    assert {key: latest.level for key, latest in found.items()} == {(AMARA, ADD): 2}


def test_in_a_lesson_the_line_knows_where_everyone_is(room, words) -> None:
    known = words.of_scene(room.scene)
    said = strict("ben 3 used the bar", known)
    assert (said.student_id, said.skill_id, said.level) == (BEN, COMPARE, 3)
    assert {s.id: s.station_id for s in known.students}[AMARA] == TABLE


def test_who_is_out_of_the_room_is_known_to_be(room, words) -> None:
    room.moves.mark(room.scene, AMARA, ABSENT)
    known = {student.id: student for student in words.of_scene(room.scene, GAMES).students}
    assert (known[AMARA].in_room, known[AMARA].station_id) == (False, None)
    assert known[BEN].in_room


def test_without_a_lesson_a_skill_is_typed(words) -> None:
    said = strict("ben 3 order dec", words.of_class(CLASS))
    assert (said.student_id, said.skill_id) == (BEN, OTHER)


def test_strands_and_retired_skills_and_tags_are_not_known(room, words) -> None:
    room.put(Skill(500, 200, None, "Angles"), Skill(501, 200, 500, "Right angles"))
    room.put(Skill(502, 200, 500, "Old angles", retired=True))
    known = words.of_scene(room.scene)
    assert "Angles" not in {skill.statement for skill in known.skills.skills}
    assert "Old angles" not in {skill.statement for skill in known.skills.skills}
    assert [tag.name for tag in known.tags] == ["Stuck", "Helped"]


def test_the_skills_are_kept_until_they_change(room, words) -> None:
    before = words.of_scene(room.scene).skills
    assert words.of_scene(room.scene).skills is before
    words.forget(frozenset({Tag}))
    assert words.of_scene(room.scene).skills is before
    words.forget(frozenset({Skill}))
    assert words.of_scene(room.scene).skills is not before
