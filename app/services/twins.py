"""The same skill in the frameworks of another class.

Each class has its own frameworks, but a teacher’s classes often work by the same one. What a guest
shows at a station is evidence on the skill as the guest's own class has it.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from app.domain.classes import Student
from app.domain.ids import ClassId, SkillId
from app.domain.observations import Observation
from app.domain.skill_tree import skill_rows
from app.domain.skills import Framework, Skill
from app.errors import NotRead
from app.ports import Store


def twin_skills(
    store: Store, wanted: Collection[SkillId], class_id: ClassId
) -> Mapping[SkillId, SkillId]:
    """The skill of a class for each that it has too; its own are their own twins.

    Skills of frameworks with another number of levels are not the same: a 3 of 4 is no 3 of 6. Nor
    is a strand one, which takes no evidence.
    """
    skills = store.find(Skill, id=tuple(wanted))
    frameworks = {f.id: f for f in store.find(Framework)}
    own = {f.id for f in frameworks.values() if f.class_id == class_id}
    found = {skill.id: skill.id for skill in skills if skill.framework_id in own}
    others = [skill for skill in skills if skill.id not in found]
    if not others or not own:
        return found
    rows = skill_rows(store.find(Skill, framework_id=tuple(own)))
    theirs = sorted(
        (row.skill for row in rows if not row.strand and not row.skill.retired),
        key=lambda skill: skill.id,
    )
    levels = {own.id: len(own.levels) for own in frameworks.values()}
    index = {
        (levels[skill.framework_id], sign): skill.id
        for skill in reversed(theirs)
        for sign in _signs(skill)
    }
    for skill in others:
        keys = ((levels[skill.framework_id], sign) for sign in _signs(skill))
        twin = next((index[key] for key in keys if key in index), None)
        if twin is not None:
            found[skill.id] = twin
    return found


def at_home(store: Store, seen: Observation) -> Observation:
    """What was seen in the student's own class, on the skill as that class has it if it does.

    Where nothing can be read, it is taken as it is: it cannot be seen again.
    """
    try:
        student = store.get(Student, seen.student_id)
        if student is None or student.class_id == seen.class_id:
            return seen
        home, skill = student.class_id, seen.skill_id
        if skill is not None:
            skill = twin_skills(store, [skill], home).get(skill, skill)
        return replace(seen, class_id=home, skill_id=skill)
    except NotRead:
        return seen


def _signs(skill: Skill) -> Iterator[tuple[str, str]]:
    """From the surest to the weakest."""
    statement = " ".join(skill.statement.casefold().split())
    if skill.identifier:
        yield "identifier", skill.identifier
    if skill.code:
        yield "code", f"{skill.code.casefold()} {statement}"
    yield "statement", statement
