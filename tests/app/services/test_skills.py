"""A framework made from a list, and its entries changed one by one."""

import pytest

from app.domain.changes import label, made
from app.domain.classes import SchoolClass, Student
from app.domain.names import PersonName
from app.domain.observations import Observation
from app.domain.skill_text import read_outline
from app.domain.skills import Skill
from app.errors import HasEvidence, NameMissing
from app.services.skills import SkillService
from app.services.stations import StationService

LIST = "Fractions\n\tNF1: Add fractions\n\tCompare fractions\nShapes"


@pytest.fixture
def skills(room) -> SkillService:
    return SkillService(room)


def statements(skills: SkillService, four_b: SchoolClass) -> list[tuple[int, str]]:
    return [(row.depth, row.skill.statement) for row in skills.rows(four_b.id)]


def one(skills: SkillService, four_b: SchoolClass, statement: str) -> Skill:
    rows = skills.rows(four_b.id)
    return next(row.skill for row in rows if row.skill.statement == statement)


def test_a_list_becomes_a_framework_in_one_step(room, skills, four_b) -> None:
    assert skills.add_list(four_b.id, read_outline(LIST)) == 4
    assert statements(skills, four_b) == [
        (0, "Fractions"),
        (1, "Add fractions"),
        (1, "Compare fractions"),
        (0, "Shapes"),
    ]
    assert one(skills, four_b, "Add fractions").code == "NF1"
    assert skills.framework(four_b.id).name == "Maths"

    room.workspace.undo()

    assert skills.rows(four_b.id) == ()
    assert skills.framework(four_b.id) is None


def test_what_is_there_already_is_not_added_again(room, skills, four_b) -> None:
    skills.add_list(four_b.id, read_outline(LIST))
    longer = read_outline("fractions\n\tOrder fractions\n\tadd  fractions\nMeasures")

    assert skills.count_new(four_b.id, longer) == 2
    assert skills.add_list(four_b.id, longer) == 2
    assert statements(skills, four_b) == [
        (0, "Fractions"),
        (1, "Add fractions"),
        (1, "Compare fractions"),
        (1, "Order fractions"),
        (0, "Shapes"),
        (0, "Measures"),
    ]
    steps = room.store.count_steps()
    assert skills.add_list(four_b.id, longer) == 0
    assert room.store.count_steps() == steps


def test_counting_writes_nothing(room, skills, four_b) -> None:
    steps = room.store.count_steps()
    assert skills.count_new(four_b.id, read_outline(LIST)) == 4
    assert room.store.count_steps() == steps


def test_strands_and_retired_skills_take_no_evidence(skills, four_b) -> None:
    skills.add_list(four_b.id, read_outline(LIST))
    skills.retire(one(skills, four_b, "Shapes").id)
    chosen = [skill.statement for skill in skills.choices(four_b.id)]
    assert chosen == ["Add fractions", "Compare fractions"]

    skills.bring_back(one(skills, four_b, "Shapes").id)
    assert len(skills.choices(four_b.id)) == 3


def test_changes_show_and_can_be_undone(room, skills, four_b) -> None:
    skills.add_list(four_b.id, read_outline(LIST))
    before = one(skills, four_b, "Shapes")

    skills.rename(before.id, "Name shapes")
    skills.set_short(before.id, "Shapes ")
    assert one(skills, four_b, "Name shapes").short == "Shapes"

    room.workspace.undo()
    room.workspace.undo()
    assert one(skills, four_b, "Shapes") == before


def test_a_skill_needs_words(skills, four_b) -> None:
    skills.add_list(four_b.id, read_outline(LIST))
    with pytest.raises(NameMissing):
        skills.rename(one(skills, four_b, "Shapes").id, " ")


def test_a_strand_goes_with_what_is_below_and_stations_let_go(room, skills, four_b) -> None:
    skills.add_list(four_b.id, read_outline(LIST))
    stations = StationService(room)
    station = stations.add(four_b.id, "Tablets")
    stations.set_skill(station.id, one(skills, four_b, "Add fractions").id)
    whole = statements(skills, four_b)

    skills.delete(one(skills, four_b, "Fractions").id)

    assert statements(skills, four_b) == [(0, "Shapes")]
    assert stations.stations(four_b.id)[0].skill_id is None
    room.workspace.undo()
    assert statements(skills, four_b) == whole
    assert stations.stations(four_b.id)[0].skill_id is not None


def test_a_skill_with_evidence_is_not_deleted(room, skills, classes, four_b) -> None:
    skills.add_list(four_b.id, read_outline(LIST))
    student: Student = classes.add_student(four_b.id, PersonName("", "Maya", ""))
    skill = one(skills, four_b, "Add fractions")
    seen = Observation(room.ids(), four_b.id, student.id, 5, skill_id=skill.id, level=3)
    room.workspace.edit(label("observed"), made(seen))

    with pytest.raises(HasEvidence) as refused:
        skills.delete(one(skills, four_b, "Fractions").id)

    assert refused.value.observations == 1
    assert len(skills.rows(four_b.id)) == 4
