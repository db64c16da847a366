"""Of a framework of thousands the progress shows what is in use."""

from dataclasses import replace

from app.domain.changes import Change, label, made
from app.domain.ids import SkillId
from app.domain.skills import Skill
from app.services.shown_skills import FEWEST, MOST, ShownSkills
from tests.fakes.progress_class import ProgressClass


def large(count: int = 3000) -> ProgressClass:
    room = ProgressClass(strands={"Number": ()})
    strand = room.store.find(Skill)[0]
    for n in range(count):
        own = SkillId(room.ids())
        room.skills[f"Skill {n}"] = Skill(
            own, room.framework.id, strand.id, f"Skill {n}", "", "", n
        )
    room.workspace.edit(label("skills added"), *map(made, room.skills.values()))
    return room


def shown(room: ProgressClass) -> list[str]:
    return [column.statement for column in room.progress.table(room.class_id).columns]


def test_all_of_a_framework_that_can_be_looked_at() -> None:
    assert len(shown(large(MOST))) == MOST


def test_of_more_the_first_and_what_was_looked_at_or_is_worked_on() -> None:
    room = large()
    assert shown(room) == [f"Skill {n}" for n in range(FEWEST)]
    room.see("Ben Walker", "Skill 2500", 2, 1)
    station = room.tablets
    work = replace(station, skill_id=room.skills["Skill 1000"].id)
    room.workspace.edit(label("station changed"), Change(station, work))
    assert shown(room) == [*(f"Skill {n}" for n in range(FEWEST - 2)), "Skill 1000", "Skill 2500"]
    picture = room.progress.student(room.students["Ben Walker"])
    assert [skill.statement for skill in picture.skills] == shown(room)


def test_what_changes_in_a_large_framework_is_read_again() -> None:
    room = large()
    reader = ShownSkills(room.store, room.evidence)
    assert len(reader.of([room.framework])) == FEWEST
    first = room.skills["Skill 0"]
    room.workspace.edit(label("skill retired"), Change(first, replace(first, retired=True)))
    reader.forget(frozenset({Skill}))
    assert reader.of([room.framework])[0].skill.statement == "Skill 1"
