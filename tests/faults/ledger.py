"""What must be in a profile: kept beside it, step by step, and compared with what is there."""

import json
from collections.abc import Sequence
from pathlib import Path

from app.domain.changes import Change, Entity, Label, Step
from app.domain.ids import StepId
from app.errors import NothingToUndo
from app.workspace import Workspace
from data.backups import inspect
from data.database import Connection
from data.mapping import KINDS, TABLES, from_json
from data.store import SqliteStore
from tests.faults.writer import digest
from ui.bootstrap import OpenProfile, open_profile, profile_at
from ui.clock import SystemClock

Things = dict[tuple[str, int], Entity]
Told = tuple[int, int]
"""The number of a step that was said to be saved, and its digest."""


def things(connection: Connection) -> Things:
    """Everything that is kept, by kind and id."""
    store = SqliteStore(connection)
    return {(TABLES[kind], one.id): one for kind in TABLES for one in store.find(kind)}


def last_step(connection: Connection) -> int:
    """The newest step of the journal, 0 when there is none."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM step").fetchone()[0])


def steps_after(connection: Connection, last: int) -> list[Step]:
    """The journal from there on, oldest first."""
    query = "SELECT id, at, verb, facts, reverses, undoable FROM step WHERE id > ? ORDER BY id"
    rows = connection.execute(query, (last,)).fetchall()
    return [
        Step(
            StepId(own),
            at,
            Label(verb, json.loads(facts)),
            _changes(connection, own),
            reverses,
            bool(undoable),
        )
        for own, at, verb, facts, reverses, undoable in rows
    ]


def _changes(connection: Connection, step: int) -> tuple[Change, ...]:
    query = "SELECT kind, before, after FROM change WHERE step_id = ? ORDER BY id"
    return tuple(
        Change(from_json(KINDS[kind], before), from_json(KINDS[kind], after))
        for kind, before, after in connection.execute(query, (step,))
    )


def followed(before: Things, steps: Sequence[Step]) -> Things:
    """What is there after the steps. Fails when one does not fit what it is done to."""
    now = dict(before)
    for step in steps:
        for change in step.changes:
            place = (TABLES[change.kind], change.subject.id)
            assert now.get(place) == change.before, f"step {step.id} does not fit"
            if change.after is None:
                del now[place]
            else:
                now[place] = change.after
    return now


class Ledger:
    """Follows one profile through all that is done to it."""

    def __init__(self, profile: Path) -> None:
        self.profile = profile
        opened = self._open()
        self.first = self._now = things(opened.connection)
        self._last = last_step(opened.connection)
        opened.close()

    def settle(self, told: Sequence[Told]) -> list[str]:
        """Open the profile as the app does; everything that is wrong with it, in words.

        Nothing that was told may be missing, and no more than the one step that was on the way
        may be there beside it; what is kept must be what the journal says, to the last letter.
        """
        inspect(profile_at(self.profile).database)
        opened = self._open()
        try:
            steps = steps_after(opened.connection, self._last)
            wrong = _compare(told, steps)
            self._now = followed(self._now, steps)
            self._last = steps[-1].id if steps else self._last
            if things(opened.connection) != self._now:
                wrong.append("what is kept is not what the journal says")
            return wrong
        finally:
            opened.close()

    def undo_and_redo(self, count: int) -> list[str]:
        """Take so many steps back and do them again: that changes nothing."""
        opened = self._open()
        try:
            workspace = opened.classroom.workspace
            undone = _undo(workspace, count)
            for _step in range(undone):
                workspace.redo()
            self._last = last_step(opened.connection)
            same = things(opened.connection) == self._now
            return [] if same else [f"{undone} steps back and forth changed something"]
        finally:
            opened.close()

    def undo_all(self) -> tuple[int, Things]:
        """Take every step back; how many there were, and what is left."""
        opened = self._open()
        try:
            return _undo(opened.classroom.workspace, -1), things(opened.connection)
        finally:
            opened.close()

    def _open(self) -> OpenProfile:
        return open_profile(profile_at(self.profile), SystemClock())


def _compare(told: Sequence[Told], steps: Sequence[Step]) -> list[str]:
    kept = [(int(step.id), digest(step)) for step in steps]
    if kept[: len(told)] != list(told):
        return [f"lost: {sorted(set(told) - set(kept))}"]
    return ["more than one step nobody told of"] if len(kept) > len(told) + 1 else []


def _undo(workspace: Workspace, count: int) -> int:
    done = 0
    while done != count:
        try:
            workspace.undo()
        except NothingToUndo:
            break
        done += 1
    return done
