"""A framework that was read from a file becomes one of the class, or takes the place of one."""

from dataclasses import dataclass, replace

from app.classroom import Classroom
from app.domain.changes import Change, Label, label, made
from app.domain.classes import SchoolClass
from app.domain.framework_file import FileFramework
from app.domain.framework_fit import Fit, fitted
from app.domain.ids import ClassId, FrameworkId, SkillId
from app.domain.skills import Framework, Skill
from app.services.known import known
from app.workspace import Elsewhere


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a file comes to: the framework before and after, its skills, those looked at."""

    before: Framework | None
    after: Framework
    there: tuple[Skill, ...] = ()
    seen: frozenset[SkillId] = frozenset()


@dataclass(frozen=True, slots=True)
class Taking:
    """What taking a file would do: to `before`, or, where that is None, as a new framework."""

    before: Framework | None
    after: Framework
    fit: Fit


class FrameworkFileService:
    """Nothing changes before `take`, which is one undo step."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def same_as(self, class_id: ClassId, read: FileFramework) -> Framework | None:
        """The framework of the class that came from the same file before."""
        found = self._room.store.find(Framework, class_id=class_id)
        return next((f for f in found if f.identifier and f.identifier == read.identifier), None)

    def ground(
        self, class_id: ClassId, read: FileFramework, framework_id: FrameworkId | None = None
    ) -> Ground:
        """What the file would come to: the place of a framework; None for a new one."""
        if framework_id is None:
            subject = known(self._room.store, SchoolClass, class_id, "class").subject
            own, name = FrameworkId(self._room.ids()), read.name or subject
            after = Framework(own, class_id, name, identifier=read.identifier, source=read.source)
            return Ground(None, after)
        before = known(self._room.store, Framework, framework_id, "framework")
        identifier, source = read.identifier or before.identifier, read.source or before.source
        return Ground(
            before,
            replace(before, identifier=identifier, source=source),
            self._room.store.find(Skill, framework_id=framework_id),
            self._room.evidence.looked_at(framework_id),
        )

    def fit(self, read: FileFramework, ground: Ground) -> Taking:
        """What would come of it. It asks nobody, so it may run in a worker."""
        there, seen = ground.there, ground.seen
        fit = fitted(read, ground.after.id, there, seen, self._room.ids)
        return Taking(ground.before, ground.after, fit)

    def look(
        self, class_id: ClassId, read: FileFramework, framework_id: FrameworkId | None = None
    ) -> Taking:
        """Both at once."""
        return self.fit(read, self.ground(class_id, read, framework_id))

    def take(self, taking: Taking) -> None:
        """Do it. Raises `errors.StaleChange` when the framework has changed meanwhile."""
        self._room.workspace.edit(_said(taking), *_changes(taking))

    async def take_apart(self, taking: Taking, write: Elsewhere) -> None:
        """The same, while the windows go on: a framework may have thousands of entries."""
        await self._room.workspace.edit_apart(_said(taking), _changes(taking), write)


def _said(taking: Taking) -> Label:
    facts = {"framework": taking.after.name, "count": str(taking.fit.count)}
    return label("framework read", **facts)


def _changes(taking: Taking) -> list[Change]:
    fit, changes = taking.fit, list[Change]()
    if taking.before is None:
        changes.append(made(taking.after))
    elif taking.before != taking.after:
        changes.append(Change(taking.before, taking.after))
    changes += map(made, fit.fresh)  # each after the one it is below
    changes += [Change(before, after) for before, after in (*fit.changed, *fit.retired)]
    return changes
