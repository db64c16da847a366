"""Moving entries in the tree."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.changes import label, made
from app.domain.classes import SchoolClass
from app.domain.ids import ClassId, FrameworkId, ReflectionId, SkillId
from app.domain.skill_moves import indented, moved, outdented
from app.domain.skill_tree import skill_rows
from app.domain.skills import Skill
from app.domain.voice import Reflection
from app.errors import HasEvidence, NameMissing
from app.services.judgements import JudgementService
from app.services.skill_moves import SkillMoves
from app.services.skills import SkillService
from tests.fakes.progress_class import ProgressClass


@pytest.fixture
def room() -> ProgressClass:
    """Number: Place value, Round. Fractions: Add fractions."""
    return ProgressClass()


@pytest.fixture
def moves(room) -> SkillMoves:
    return SkillMoves(room)


def tree(room) -> list[tuple[int, str]]:
    rows = skill_rows(room.store.find(Skill, framework_id=room.framework.id))
    return [(row.depth, row.skill.statement) for row in rows]


def own(room, statement: str) -> SkillId:
    return next(s.id for s in room.store.find(Skill) if s.statement == statement)


def test_down_and_up_again(room, moves) -> None:
    before = tree(room)
    moves.move(own(room, "Place value"), 1)
    assert tree(room)[1:3] == [(1, "Round"), (1, "Place value")]
    moves.move(own(room, "Place value"), -1)
    assert tree(room) == before


def test_a_strand_takes_its_skills_along(room, moves) -> None:
    moves.move(own(room, "Fractions"), -1)
    assert tree(room)[:3] == [(0, "Fractions"), (1, "Add fractions"), (0, "Number")]


def test_beyond_the_end_is_no_step(room, moves) -> None:
    moves.move(own(room, "Number"), -1)
    moves.move(own(room, "Fractions"), 1)
    moves.outdent(own(room, "Number"))
    moves.indent(own(room, "Number"))
    assert room.workspace.next_undo is None


def test_below_the_one_before_and_back_beside_it(room, moves) -> None:
    before = tree(room)
    moves.indent(own(room, "Round"))
    assert tree(room)[1:3] == [(1, "Place value"), (2, "Round")]
    moves.outdent(own(room, "Round"))
    assert tree(room) == before
    room.workspace.undo()
    assert (2, "Round") in tree(room)


def test_nothing_is_put_below_what_was_looked_at(room, moves) -> None:
    room.see("Ben Walker", "Place value", 2, 3)
    with pytest.raises(HasEvidence):
        moves.indent(own(room, "Round"))
    with pytest.raises(HasEvidence):
        moves.add(room.framework.id, "Digits", own(room, "Place value"))


def test_nor_below_what_a_student_rated(room, moves) -> None:
    child = room.students["Ben Walker"]
    rated = Reflection(ReflectionId(room.ids()), child, 1, None, own(room, "Place value"), 3)
    room.keep(rated)
    with pytest.raises(HasEvidence):
        moves.add(room.framework.id, "Digits", own(room, "Place value"))


def test_nor_below_what_has_a_level_set_by_hand(room, moves) -> None:
    by_hand = JudgementService(room)
    by_hand.set_level(room.students["Ben Walker"], own(room, "Place value"), 2, "told me")
    with pytest.raises(HasEvidence):
        moves.indent(own(room, "Round"))
    service = SkillService(room)
    with pytest.raises(HasEvidence):
        service.delete(own(room, "Number"))


def test_one_more_is_the_last_below_its_parent(room, moves) -> None:
    moves.add(room.framework.id, " Negative numbers ", own(room, "Number"))
    assert tree(room)[3] == (1, "Negative numbers")
    moves.add(room.framework.id, "Shapes")
    assert tree(room)[-1] == (0, "Shapes")
    with pytest.raises(NameMissing):
        moves.add(room.framework.id, "  ")


def test_what_is_learned_before_what(room, moves) -> None:
    place, add = own(room, "Place value"), own(room, "Add fractions")
    moves.set_precedes(place, [add, add, place, SkillId(5)])
    assert room.store.get(Skill, place).precedes == (add,)
    SkillService(room).delete(add)
    assert room.store.get(Skill, place).precedes == ()
    room.workspace.undo()
    assert room.store.get(Skill, place).precedes == (add,)


deeds = st.lists(st.tuples(st.sampled_from(["up", "down", "in", "out"]), st.integers(0, 9)))


@given(deeds)
def test_whatever_is_moved_every_entry_stays_in_the_tree_once(done) -> None:
    skills = {
        SkillId(n): Skill(SkillId(n), FrameworkId(1), None, str(n), position=n) for n in range(10)
    }
    for deed, number in done:
        every, skill = list(skills.values()), skills[SkillId(number)]
        pairs = {
            "up": lambda e=every, s=skill: moved(e, s, -1),
            "down": lambda e=every, s=skill: moved(e, s, 1),
            "in": lambda e=every, s=skill: indented(e, s),
            "out": lambda e=every, s=skill: outdented(e, s),
        }[deed]()
        skills.update({after.id: after for _, after in pairs})
    rows = skill_rows(skills.values())
    assert sorted(row.skill.id for row in rows) == sorted(skills)


def test_twenty_thousand_skills_are_read_as_a_tree_and_moved() -> None:
    room = ProgressClass(strands={"Number": ()})
    numbers = count()
    strand = own(room, "Number")
    more = [
        Skill(SkillId(room.ids()), room.framework.id, strand, f"Skill {n}", position=n)
        for n in (next(numbers) for _ in range(20_000))
    ]
    room.workspace.edit(label("observed"), *map(made, more))
    moves = SkillMoves(room)
    moves.move(more[10_000].id, -1)
    assert tree(room)[10_000] == (1, "Skill 10000")
    assert isinstance(room.store.get(SchoolClass, ClassId(room.class_id)), SchoolClass)
