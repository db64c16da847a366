"""Entities and their journal in SQLite."""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby
from typing import TypeVar

from sqlcipher3 import dbapi2 as sqlite

from app.domain.changes import Change, Earlier, Entity, Head, Label, Step
from app.domain.ids import StepId
from app.domain.observations import Observation
from app.errors import NotSaved, StaleChange
from app.ports import Since
from data.database import transaction
from data.journal import INTO_CHANGE, INTO_STEP, change_row, marking, step_row
from data.mapping import (
    KINDS,
    TABLES,
    Cell,
    columns,
    from_json,
    from_row,
    to_cells,
    to_json,
    written,
)
from data.there import There
from data.trouble import Asking

E = TypeVar("E", bound=Entity)

_ONE_STEP = "SELECT id, at, verb, facts, reverses, undoable FROM step WHERE id = ?"
_CHANGES = "SELECT kind, before, after FROM change WHERE step_id = ? ORDER BY id"
_EARLIER = (
    "SELECT s.id, s.at, c.before FROM change c JOIN step s ON s.id = c.step_id"
    " WHERE c.kind = ? AND c.entity_id = ? AND s.at >= ? ORDER BY s.id, c.id"
)
_NEW_STEP, _NEW_CHANGE = f"INSERT {INTO_STEP}", f"INSERT {INTO_CHANGE}"
_LAST_CHANGE = "SELECT coalesce(max(id), 0) FROM change"
_LAST_DONE = "SELECT max(id) FROM step WHERE undoable = 1 AND undone = 0"
_HEAD = f"SELECT id, at, verb, facts FROM step WHERE id = ({_LAST_DONE})"
# A step that touched an erased student has undoable = 2: see data/erasure.
_LEAVE_BEHIND = marking(
    f"undoable = 2 AND undone = 0 AND id > coalesce(({_LAST_DONE}), 0)", undoable="0"
)
# The newest undo is the highest mark; the index leads straight to it, however many there are.
_REDOABLE = "SELECT max(undone) FROM step WHERE undoable = 1 AND undone > 0"
_TURNING = "SELECT count(*) FROM change WHERE step_id = ({})"
# A new step forgets what could be redone, and keeps it in the history.
_FORGET = marking("undoable = 1 AND undone > 0", undone="-1")
_LET_LIE = marking("undoable = 1 AND (id = :own OR undone = :own)", undone="-1")
_UNDONE = marking("id = :own AND undoable = 1", undone=":by")
_DONE_AGAIN = marking("undoable = 1 AND undone = :own", undone="0")
_FORGOTTEN = "SELECT at FROM step WHERE id = 1"  # see data/compacting.py


class SqliteStore:
    """The store on one connection, which belongs to the thread that opened it.

    `there` knows where its file should lie, `last_id` is the last step written, 0 for none yet.
    """

    def __init__(self, connection: sqlite.Connection) -> None:
        self.asking = Asking(connection)
        self.there = There(connection)
        self.last_id = 0

    @property
    def connection(self) -> sqlite.Connection:
        """The one that is read and written now."""
        return self.asking.connection

    def use(self, connection: sqlite.Connection) -> None:
        """Go on with another connection to the same database."""
        self.asking.connection = connection
        self.there = There(connection)

    def record(self, step: Step) -> None:
        self.there.check()
        try:
            with transaction(self.connection):
                self.connection.execute("PRAGMA defer_foreign_keys=ON")
                self._write_journal(step)
                self._apply(step.changes)
                self._index(_noted(step.changes))
        except sqlite.IntegrityError as error:  # also at the end: what is not kept has children
            raise StaleChange from error
        except NotSaved as error:
            self.asking.heard(error)
            raise
        self.there.check()
        self.last_id = step.id

    def get(self, kind: type[E], entity_id: int) -> E | None:
        found = self.find(kind, id=entity_id)
        return found[0] if found else None

    def find(self, kind: type[E], **equal: object) -> tuple[E, ...]:
        where, values = _condition(equal)
        sql = f"{_select(kind)}{where} ORDER BY id"
        rows = self.asking(sql, values)
        return self.asking.made(lambda: tuple(from_row(kind, row) for row in rows))

    def earlier(self, kind: type[Entity], entity_id: int, since: int) -> tuple[Earlier, ...]:
        rows = self.asking(_EARLIER, (TABLES[kind], entity_id, since))
        return self.asking.made(
            lambda: tuple(
                Earlier(StepId(step), at, was)
                for step, at, before in rows
                if (was := from_json(kind, before)) is not None
            )
        )

    def undoable(self) -> Step | None:
        return self._step(self._one(_LAST_DONE))

    def redoable(self) -> Step | None:
        return self._step(self._one(_REDOABLE))

    def newest(self) -> Head | None:
        row = self.asking(_HEAD)
        return Head(StepId(row[0][0]), row[0][1], _label(*row[0][2:])) if row else None

    def turning(self, again: bool) -> int:
        return self._one(_TURNING.format(_REDOABLE if again else _LAST_DONE)) or 0

    def let_lie(self, step_id: StepId) -> None:
        with transaction(self.connection):
            self.connection.execute(_LET_LIE, {"own": step_id})

    def kept_since(self) -> int | None:
        return self._one(_FORGOTTEN)

    def pass_erased(self) -> int:
        with transaction(self.connection):
            return int(self.connection.execute(_LEAVE_BEHIND).rowcount)

    def count_steps(self) -> int:
        return self._one("SELECT count(*) FROM step") or 0

    def highest_id(self) -> int:
        """The highest id given so far: ids rise, and every write has a step."""
        return self._one("SELECT max(id) FROM step") or 0

    def _write_journal(self, step: Step) -> None:
        facts = json.dumps(dict(step.label.facts), ensure_ascii=False)
        undoable = int(step.undoable and step.reverses is None)
        row = step_row(step.id, step.at, step.label.verb, facts, step.reverses, undoable)
        self.connection.execute(_NEW_STEP, row)
        last = self.connection.execute(_LAST_CHANGE).fetchone()[0]
        changes = (_change_row(own, step.id, c) for own, c in enumerate(step.changes, last + 1))
        self.connection.executemany(_NEW_CHANGE, changes)
        if step.reverses is not None:
            self._mark_reversed(step.reverses, by=step.id)
        elif step.undoable:
            self.connection.execute(_FORGET)

    def _mark_reversed(self, reversed_step: StepId, by: StepId) -> None:
        """An undo marks what it undid; a redo takes the mark of that undo away."""
        known = {"own": reversed_step, "by": by}
        if self.connection.execute(_UNDONE, known).rowcount == 0:
            self.connection.execute(_DONE_AGAIN, {"own": reversed_step})

    def _apply(self, changes: Iterable[Change]) -> None:
        for (kind, new), batch in groupby(changes, key=lambda c: (c.kind, c.before is None)):
            if new:
                rows = (to_cells(c.subject) for c in batch)
                self.connection.executemany(_insert(kind), rows)
                continue
            for change in batch:
                self._replace(kind, change)

    def _index(self, noted: Sequence[int]) -> None:
        if noted:
            from data.finding.index import keep_in_step  # not for the start: nothing is noted

            keep_in_step(self.connection, noted)

    def _replace(self, kind: type[Entity], change: Change) -> None:
        if self.get(kind, change.subject.id) != change.before:
            raise StaleChange
        if change.after is None:
            sql = f'DELETE FROM "{TABLES[kind]}" WHERE id = ?'
            self.connection.execute(sql, (change.subject.id,))
            return
        self.connection.execute(_update(kind), (*to_cells(change.after), change.after.id))

    def _step(self, step_id: int | None) -> Step | None:
        if step_id is None:
            return None
        own, at, verb, facts, reverses, undoable = self.asking(_ONE_STEP, (step_id,))[0]
        label, changes = _label(verb, facts), self._changes(own)
        return Step(StepId(own), at, label, changes, reverses, undoable)

    def _changes(self, step_id: int) -> tuple[Change, ...]:
        rows = self.asking(_CHANGES, (step_id,))
        return self.asking.made(
            lambda: tuple(
                Change(from_json(KINDS[kind], before), from_json(KINDS[kind], after))
                for kind, before, after in rows
            )
        )

    def _one(self, sql: str) -> int | None:
        rows = self.asking(sql)
        return rows[0][0] if rows else None


def _label(verb: str, facts: str) -> Label:
    return Label(verb, json.loads(facts))


def _change_row(own: int, step_id: int, change: Change) -> tuple[Cell, ...]:
    before, after = to_json(change.before), to_json(change.after)
    return change_row(own, step_id, TABLES[change.kind], change.subject.id, before, after)


def _noted(changes: Iterable[Change]) -> list[int]:
    """Observations among them that have a note, or had one."""
    return [
        change.subject.id
        for change in changes
        if any(isinstance(one, Observation) and one.note for one in (change.before, change.after))
    ]


def _condition(equal: dict[str, object]) -> tuple[str, list[object]]:
    parts, values = [], list[object]()
    for name, value in equal.items():
        if value is None:
            parts.append(f'"{name}" IS NULL')
        elif isinstance(value, tuple):
            parts.append(f'"{name}" IN (SELECT value FROM json_each(?))')
            values.append(json.dumps(value))
        elif isinstance(value, Since):
            parts.append(f'"{name}" >= ?')
            values.append(value.value)
        else:
            parts.append(f'"{name}" = ?')
            values.append(value)
    return (f" WHERE {' AND '.join(parts)}" if parts else ""), values


@cache
def _select(kind: type[Entity]) -> str:
    names = ", ".join(f'"{name}"' for name in columns(kind).names)
    return f'SELECT {names} FROM "{TABLES[kind]}"'


@cache
def _insert(kind: type[Entity]) -> str:
    names = written(kind)
    listed, marks = ", ".join(f'"{n}"' for n in names), ", ".join("?" * len(names))
    return f'INSERT INTO "{TABLES[kind]}" ({listed}) VALUES ({marks})'


@cache
def _update(kind: type[Entity]) -> str:
    settings = ", ".join(f'"{name}" = ?' for name in written(kind))
    return f'UPDATE "{TABLES[kind]}" SET {settings} WHERE id = ?'
