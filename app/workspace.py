"""The one door for writing: one transaction, one step in the journal, one notice."""

from collections.abc import Callable, Sequence

from app.domain.changes import Change, Entity, Label, Step
from app.domain.ids import StepId
from app.errors import NothingToRedo, NothingToUndo, StepsErased
from app.ports import Clock, Store

Kinds = frozenset[type[Entity]]
Listener = Callable[[Kinds], None]


class Workspace:
    """Writes, remembers how to undo, then tells the windows which kinds of thing changed."""

    def __init__(self, store: Store, ids: Callable[[], int], clock: Clock) -> None:
        self._store = store
        self._ids = ids
        self._clock = clock
        self._listeners: list[Listener] = []

    def edit(self, label: Label, *changes: Change, undoable: bool = True) -> Step | None:
        """Make the changes happen, whole or not at all; returns the step, None if all is as it was.

        Raises `errors.NotSaved` or `errors.StaleChange`; then nothing has changed.
        """
        real = tuple(c for c in changes if c.before != c.after)
        if not real:
            return None
        return self._record(label, real, None, undoable)

    def undo(self) -> Step:
        """Turn the newest step round that has not been.

        Raises `errors.NothingToUndo`, and `errors.StepsErased` once for steps of an erased student.
        """
        if passed := self._store.pass_erased():
            raise StepsErased(passed)
        step = self._store.undoable()
        if step is None:
            raise NothingToUndo
        return self._reverse(step)

    def redo(self) -> Step:
        """Turn the newest undo round. Raises `errors.NothingToRedo`."""
        step = self._store.redoable()
        if step is None:
            raise NothingToRedo
        return self._reverse(step)

    @property
    def next_undo(self) -> Label | None:
        """What undo would take back."""
        step = self._store.undoable()
        return step.label if step else None

    @property
    def next_redo(self) -> Label | None:
        """What redo would do again."""
        step = self._store.redoable()
        return step.label if step else None

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear which kinds changed after each write; the returned call stops that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _reverse(self, step: Step) -> Step:
        changes = tuple(change.inverse() for change in reversed(step.changes))
        return self._record(step.label, changes, step.id, undoable=True)

    def _record(
        self, label: Label, changes: Sequence[Change], reverses: StepId | None, undoable: bool
    ) -> Step:
        step = Step(
            StepId(self._ids()), self._clock.now_ms(), label, tuple(changes), reverses, undoable
        )
        self._store.record(step)
        kinds = frozenset(change.kind for change in step.changes)
        for listener in tuple(self._listeners):
            listener(kinds)
        return step
