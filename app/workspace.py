"""The one door for writing: one transaction, one step in the journal, one notice."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from app.domain.changes import Change, Entity, Label, Step
from app.domain.ids import StepId
from app.errors import (
    ClassroomError,
    NothingToRedo,
    NothingToUndo,
    NotSaved,
    StaleChange,
    StepIsStuck,
    StepsErased,
    UndoEnds,
)
from app.ports import Clock, Store

Kinds = frozenset[type[Entity]]
Listener = Callable[[Kinds], None]
Elsewhere = Callable[[Step], Awaitable[None]]
"""Has a step written, durably and whole or not at all; raises as `Store.record` does."""
Turning = Callable[[bool, StepId], Awaitable[Step]]
"""Has the newest step turned round elsewhere (true for redo), by a step of that id."""
Refusal = Callable[[Step, ClassroomError], ClassroomError]
"""Hears of a step that was not written, and says what becomes of it."""


class Workspace:
    """Writes, remembers how to undo, then tells the windows which kinds of thing changed."""

    def __init__(self, store: Store, ids: Callable[[], int], clock: Clock) -> None:
        self._store = store
        self._ids = ids
        self._clock = clock
        self._listeners: list[Listener] = []
        self._refused: Refusal | None = None
        self._told: Step | None = None

    def edit(self, label: Label, *changes: Change, undoable: bool = True) -> Step | None:
        """Make the changes happen, whole or not at all; returns the step, None if all is as it was.

        Raises `errors.NotSaved` or `errors.StaleChange`; then nothing has changed.
        """
        real = tuple(c for c in changes if c.before != c.after)
        if not real:
            return None
        return self._record(label, real, None, undoable)

    async def edit_apart(
        self, label: Label, changes: Sequence[Change], write: Elsewhere
    ) -> Step | None:
        """As `edit`, for thousands of changes: `write` has the step written while windows go on.

        They are told when it is done. What is refused is not held back for later.
        """
        real = tuple(c for c in changes if c.before != c.after)
        if not real:
            return None
        step = self._step(label, real, None, undoable=True)
        await write(step)
        self._tell(step)
        return step

    def undo(self) -> Step:
        """Turn the newest step round that has not been.

        Raises `errors.NothingToUndo`, or `UndoEnds` where older steps were forgotten;
        `StepsErased` once for steps of an erased student; `StepIsStuck` when something has changed
        since.
        """
        if passed := self._store.pass_erased():
            raise StepsErased(passed)
        step = self._store.undoable()
        if step is None:
            raise self._end_of_undo()
        return self._reverse(step, again=False)

    def redo(self) -> Step:
        """Turn the newest undo round. Raises `errors.NothingToRedo` and `StepIsStuck`."""
        step = self._store.redoable()
        if step is None:
            raise NothingToRedo
        return self._reverse(step, again=True)

    def turning(self, again: bool) -> int:
        """How many changes `undo` would write, or `redo` where it is `again`."""
        return self._store.turning(again)

    async def turn_apart(self, again: bool, turn: Turning) -> Step:
        """As `undo`, or `redo`, for thousands of changes: `turn` does it while windows go on.

        They are told when it is done. What is refused is not held back for later.
        """
        step = await turn(again, StepId(self._ids()))
        self._tell(step)
        return step

    def step_over(self, step_id: int) -> None:
        """Leave a stuck step as it is for good, so that undo or redo comes to the next one."""
        self._store.let_lie(StepId(step_id))

    def again(self, step: Step) -> Step:
        """Write a step that was refused before; `on_refused` does not hear of it once more.

        Raises as `edit` does.
        """
        fresh = replace(step, id=StepId(self._ids()), at=self._clock.now_ms())
        self._write(fresh)
        return fresh

    def on_refused(self, refused: Refusal | None) -> None:
        """Let this one decide what becomes of steps that are not written."""
        self._refused = refused

    @property
    def newest(self) -> StepId | None:
        """The step that undo would take back, None when there is none."""
        head = self._store.newest()
        return head.id if head else None

    @property
    def next_undo(self) -> Label | None:
        """What undo would take back."""
        head = self._store.newest()
        return head.label if head else None

    @property
    def told(self) -> Step | None:
        """The step that the listeners are told of right now, None when they are told of none.

        Who reads a lot need read no more than it touched.
        """
        return self._told

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear which kinds changed after each write; the returned call stops that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _reverse(self, step: Step, again: bool) -> Step:
        changes = tuple(change.inverse() for change in reversed(step.changes))
        try:
            return self._record(step.label, changes, step.id, undoable=True)
        except StaleChange as error:
            verb, facts = step.label.verb, step.label.facts
            raise StepIsStuck(step.id, verb, facts, again) from error

    def _end_of_undo(self) -> ClassroomError:
        since = self._store.kept_since()
        if since is None:
            return NothingToUndo()
        return UndoEnds(self._clock.local(since).date().isoformat())

    def _record(
        self, label: Label, changes: Sequence[Change], reverses: StepId | None, undoable: bool
    ) -> Step:
        step = self._step(label, changes, reverses, undoable)
        try:
            self._write(step)
        except (NotSaved, StaleChange) as error:
            if self._refused is None:
                raise
            raise self._refused(step, error) from error
        return step

    def _step(
        self, label: Label, changes: Sequence[Change], reverses: StepId | None, undoable: bool
    ) -> Step:
        own, now = StepId(self._ids()), self._clock.now_ms()
        return Step(own, now, label, tuple(changes), reverses, undoable)

    def _write(self, step: Step) -> None:
        self._store.record(step)
        self._tell(step)

    def _tell(self, step: Step) -> None:
        kinds = frozenset(change.kind for change in step.changes)
        self._told = step
        try:
            for listener in tuple(self._listeners):
                listener(kinds)
        finally:
            self._told = None
