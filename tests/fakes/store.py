"""The store as a dictionary."""

from dataclasses import replace
from typing import TypeVar

from app.domain.changes import Earlier, Entity, Head, Step
from app.domain.ids import StepId
from app.errors import StaleChange
from app.ports import Since

E = TypeVar("E", bound=Entity)


class FakeStore:
    def __init__(self) -> None:
        self.rows: dict[type[Entity], dict[int, Entity]] = {}
        self.steps: list[Step] = []
        self._undone: dict[StepId, StepId | None] = {}

    def record(self, step: Step) -> None:
        rows = {kind: dict(kept) for kind, kept in self.rows.items()}
        for change in step.changes:
            table = rows.setdefault(change.kind, {})
            if table.get(change.subject.id) != change.before:
                raise StaleChange
            if change.after is None:
                del table[change.subject.id]
            else:
                table[change.after.id] = change.after
        self.rows = rows
        self._journal(step)

    def get(self, kind: type[E], entity_id: int) -> E | None:
        found = self.rows.get(kind, {}).get(entity_id)
        return found if isinstance(found, kind) else None

    def find(self, kind: type[E], **equal: object) -> tuple[E, ...]:
        kept = sorted(self.rows.get(kind, {}).values(), key=lambda e: e.id)
        return tuple(e for e in kept if isinstance(e, kind) and _fits(e, equal))

    def earlier(self, kind: type[Entity], entity_id: int, since: int) -> tuple[Earlier, ...]:
        return tuple(
            Earlier(step.id, step.at, change.before)
            for step in self.steps
            for change in step.changes
            if step.at >= since
            and change.before is not None
            and (change.kind, change.subject.id) == (kind, entity_id)
        )

    def undoable(self) -> Step | None:
        done = [s for s in self.steps if s.undoable and s.id not in self._undone]
        return done[-1] if done else None

    def redoable(self) -> Step | None:
        undone = [s.id for s in self.steps if self._undone.get(s.id)]
        if not undone:
            return None
        return next(s for s in self.steps if s.id == self._undone[undone[0]])

    def newest(self) -> Head | None:
        step = self.undoable()
        return Head(step.id, step.at, step.label) if step else None

    def turning(self, again: bool) -> int:
        step = self.redoable() if again else self.undoable()
        return len(step.changes) if step else 0

    def let_lie(self, step_id: StepId) -> None:
        for own in [step_id, *(k for k, v in self._undone.items() if v == step_id)]:
            if own in {s.id for s in self.steps if s.undoable}:
                self._undone[own] = None

    def kept_since(self) -> int | None:
        return None

    def pass_erased(self) -> int:
        return 0

    def count_steps(self) -> int:
        return len(self.steps)

    def _journal(self, step: Step) -> None:
        self.steps.append(replace(step, undoable=step.undoable and step.reverses is None))
        if step.reverses is None:
            if step.undoable:
                self._undone = dict.fromkeys(self._undone)
        elif any(s.id == step.reverses and s.undoable for s in self.steps):
            self._undone[step.reverses] = step.id
        else:
            self._undone = {k: v for k, v in self._undone.items() if v != step.reverses}


def _fits(entity: Entity, equal: dict[str, object]) -> bool:
    return all(_equal(getattr(entity, name), value) for name, value in equal.items())


def _equal(have: object, want: object) -> bool:
    if isinstance(want, Since):
        return isinstance(have, type(want.value)) and have >= want.value
    return have in want if isinstance(want, tuple) else have == want
