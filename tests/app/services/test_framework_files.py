"""A framework from a file: new, or in the place of one with evidence under it."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.framework_file import FileFramework, FileSkill, whole
from app.domain.framework_fit import fitted
from app.domain.ids import FrameworkId
from app.domain.skill_tree import skill_rows
from app.domain.skills import Framework, Skill
from app.errors import StaleChange
from app.services.framework_files import FrameworkFileService
from app.services.skills import SkillService
from tests.fakes.progress_class import ProgressClass

BEN = "Ben Walker"


@pytest.fixture
def room() -> ProgressClass:
    """Number: Place value, Round. Fractions: Add fractions."""
    return ProgressClass()


@pytest.fixture
def service(room) -> FrameworkFileService:
    return FrameworkFileService(room)


def file(*skills: FileSkill, named: bool = True, identifier: str = "doc") -> FileFramework:
    found, _ = whole(skills)
    return FileFramework("State maths", found, identifier, "A state · CC BY", named)


def entry(key: str, statement: str, parent: str = "", **more) -> FileSkill:
    return FileSkill(key, statement, parent, **more)


def tree(room, framework_id) -> list[tuple[int, str]]:
    rows = skill_rows(room.store.find(Skill, framework_id=framework_id, retired=False))
    return [(row.depth, row.skill.statement) for row in rows]


def retired(room) -> set[str]:
    return {skill.statement for skill in room.store.find(Skill, retired=True)}


STATE = file(
    entry("n", "Number"),
    entry("p", "Place value", "n", code="N.1", precedes=("r",)),
    entry("r", "Round to tens", "n", code="N.2"),
)


def test_a_new_framework_is_one_step(room, service) -> None:
    taking = service.look(room.class_id, STATE)
    assert (taking.before, len(taking.fit.fresh)) == (None, 3)
    service.take(taking)
    own = taking.after.id
    assert tree(room, own) == [(0, "Number"), (1, "Place value"), (1, "Round to tens")]
    kept = room.store.get(Framework, own)
    assert (kept.name, kept.identifier, kept.source) == ("State maths", "doc", "A state · CC BY")
    place, rounding = taking.fit.fresh[1:]
    assert place.precedes == (rounding.id,)
    assert service.same_as(room.class_id, STATE) == kept
    room.workspace.undo()
    assert room.store.get(Framework, own) is None


def test_the_same_file_again_changes_nothing(room, service) -> None:
    taking = service.look(room.class_id, STATE)
    service.take(taking)
    again = service.look(room.class_id, STATE, taking.after.id)
    assert (len(again.fit.same), again.fit.changed, again.fit.fresh) == (3, (), ())
    steps = room.store.count_steps()
    service.take(again)
    assert room.store.count_steps() == steps


def test_a_newer_file_is_matched_by_identifier_and_evidence_stays(room, service) -> None:
    taking = service.look(room.class_id, STATE)
    service.take(taking)
    rounding = taking.fit.fresh[2].id
    room.skills["Round to tens"] = taking.fit.fresh[2]
    room.see(BEN, "Round to tens", 3, 2)
    newer = file(
        entry("x", "Numbers"),
        entry("r", "Round to tens and hundreds", "x", code="NEW.7"),
        entry("m", "Measure", "x"),
    )
    fit = service.look(room.class_id, newer, taking.after.id)
    service.take(fit)
    kept = room.store.get(Skill, rounding)
    assert (kept.statement, kept.code) == ("Round to tens and hundreds", "NEW.7")
    assert tree(room, taking.after.id)[1] == (1, "Round to tens and hundreds")
    assert {"Number", "Place value"} <= retired(room)
    room.workspace.undo()
    assert room.store.get(Skill, rounding).statement == "Round to tens"


def test_own_skills_are_matched_by_their_words_where_there_are_no_keys(room, service) -> None:
    room.see(BEN, "Round", 3, 2)
    read = file(entry("0", "NUMBER"), entry("1", "round", "0"), named=False, identifier="")
    service.take(service.look(room.class_id, read, room.framework.id))
    assert room.store.get(Skill, room.skills["Round"].id).retired is False
    assert room.cell(BEN, "round").level == 3
    assert retired(room) == {"Place value", "Fractions", "Add fractions"}


def test_codes_go_before_words(room, service) -> None:
    first = file(entry("a", "Round", code="N.2"), entry("b", "Place", code="N.1"), named=False)
    taking = service.look(room.class_id, first)
    service.take(taking)
    swapped = file(entry("1", "Place", code="N.2"), entry("2", "Round", code="N.1"), named=False)
    service.take(service.look(room.class_id, swapped, taking.after.id))
    by_id = {s.id: s.statement for s in room.store.find(Skill, framework_id=taking.after.id)}
    assert [by_id[skill.id] for skill in taking.fit.fresh] == ["Place", "Round"]


def test_what_was_looked_at_never_becomes_a_strand(room, service) -> None:
    room.see(BEN, "Round", 3, 2)
    read = file(entry("r", "Round"), entry("t", "Round to tens", "r"))
    service.take(service.look(room.class_id, read, room.framework.id))
    kept = room.store.get(Skill, room.skills["Round"].id)
    assert kept.retired
    assert tree(room, room.framework.id) == [(0, "Round"), (1, "Round to tens")]


def test_what_retires_below_a_skill_does_not_make_it_a_strand(room, service) -> None:
    read = file(entry("f", "Fractions"), named=False)
    service.take(service.look(room.class_id, read, room.framework.id))
    assert [c.statement for c in room.progress.table(room.class_id).columns] == ["Fractions"]


def test_a_retired_skill_that_is_in_the_file_again_is_back(room, service) -> None:
    service.take(service.look(room.class_id, file(entry("f", "Fractions")), room.framework.id))
    assert "Round" in retired(room)
    back = file(entry("f", "Fractions"), entry("r", "Round"))
    service.take(service.look(room.class_id, back, room.framework.id))
    assert "Round" not in retired(room)


def test_short_headings_and_order_of_the_teacher_stay(room, service) -> None:
    taking = service.look(room.class_id, STATE)
    service.take(taking)
    SkillService(room).set_short(taking.fit.fresh[2].id, "Tens")
    again = service.look(room.class_id, STATE, taking.after.id)
    assert again.fit.changed == ()


def test_a_framework_that_changed_meanwhile_is_not_overwritten(room, service) -> None:
    read = file(entry("r", "Round"), named=False, identifier="")
    taking = service.look(room.class_id, read, room.framework.id)
    service.take(service.look(room.class_id, read, room.framework.id))
    with pytest.raises(StaleChange):
        service.take(taking)


letters = st.sampled_from("abcdef")
maybe = st.one_of(st.just(""), letters)
entries = st.lists(
    st.builds(
        FileSkill,
        letters,
        letters,
        st.one_of(st.just(""), letters),
        st.one_of(st.just(""), letters),
    ),
    max_size=8,
)


@given(entries, entries, st.booleans(), st.frozensets(st.integers(0, 7)))
def test_whatever_takes_the_place_of_what_it_is_a_tree_and_nothing_is_lost(
    old, new, named: bool, looked
) -> None:
    ids = count(100).__next__
    own = FrameworkId(1)
    first = fitted(file(*old, named=named), own, (), (), ids)
    seen = {skill.id for at, skill in enumerate(first.fresh) if at in looked}
    read = file(*new, named=named)
    fit = fitted(read, own, first.fresh, seen, ids)
    active = [*fit.same, *(after for _, after in fit.changed), *fit.fresh]
    assert sorted(s.statement for s in active) == sorted(s.statement for s in read.skills)
    every = [*active, *(after for _, after in fit.retired)]
    assert {s.id for s in every} >= {s.id for s in first.fresh}
    assert len(skill_rows(every)) == len(every) == len({s.id for s in every})
    parents = {s.parent_id for s in active}
    was_leaf = {s.id for s in first.fresh} - {s.parent_id for s in first.fresh}
    assert not parents & seen & was_leaf
