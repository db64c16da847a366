"""A framework that was read from a file becomes one of the class, or takes the place of one."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from app.domain.changes import Change, label, made
from app.domain.classes import SchoolClass, Student
from app.domain.framework_file import FileFramework
from app.domain.framework_fit import Fit, fitted
from app.domain.ids import ClassId, FrameworkId, SkillId
from app.domain.observations import Observation
from app.domain.skills import Framework, Judgement, Skill
from app.ports import Store
from app.services.known import known
from app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Taking:
    """What taking a file would do: to `before`, or, where that is None, as a new framework."""

    before: Framework | None
    after: Framework
    fit: Fit


class FrameworkFileService:
    """Nothing changes before `take`, which is one undo step."""

    def __init__(self, store: Store, workspace: Workspace, ids: Callable[[], int]) -> None:
        self._store = store
        self._workspace = workspace
        self._ids = ids

    def same_as(self, class_id: ClassId, read: FileFramework) -> Framework | None:
        """The framework of the class that came from the same file before."""
        found = self._store.find(Framework, class_id=class_id)
        return next((f for f in found if f.identifier and f.identifier == read.identifier), None)

    def look(
        self, class_id: ClassId, read: FileFramework, framework_id: FrameworkId | None = None
    ) -> Taking:
        """What would come of it in the place of a framework; None for a new one."""
        school_class = known(self._store, SchoolClass, class_id, "class")
        if framework_id is None:
            name = read.name or school_class.subject
            after = Framework(
                FrameworkId(self._ids()),
                class_id,
                name,
                identifier=read.identifier,
                source=read.source,
            )
            return Taking(None, after, fitted(read, after.id, (), lambda _s: (), self._ids))
        before = known(self._store, Framework, framework_id, "framework")
        after = replace(
            before,
            identifier=read.identifier or before.identifier,
            source=read.source or before.source,
        )
        there = self._store.find(Skill, framework_id=framework_id)
        seen = self._seen_in(class_id)
        return Taking(before, after, fitted(read, framework_id, there, seen, self._ids))

    def take(self, taking: Taking) -> None:
        """Do it. Raises `errors.StaleChange` when the framework has changed meanwhile."""
        fit, changes = taking.fit, list[Change]()
        if taking.before is None:
            changes.append(made(taking.after))
        elif taking.before != taking.after:
            changes.append(Change(taking.before, taking.after))
        changes += map(made, fit.fresh)  # each after the one it is below
        changes += [Change(before, after) for before, after in (*fit.changed, *fit.retired)]
        if changes:
            facts = {"framework": taking.after.name, "count": str(fit.count)}
            self._workspace.edit(label("framework read", **facts), *changes)

    def _seen_in(self, class_id: ClassId) -> Callable[[Sequence[SkillId]], Collection[SkillId]]:
        def seen(skills: Sequence[SkillId]) -> Collection[SkillId]:
            students = tuple(s.id for s in self._store.find(Student, class_id=class_id))
            asked = {"student_id": students, "skill_id": tuple(skills)}
            looks = {o.skill_id for o in self._store.find(Observation, **asked)}
            judged = {j.skill_id for j in self._store.find(Judgement, **asked)}
            return {skill for skill in skills if skill in looks | judged}

        return seen
