"""Rows that changed by themselves, and what the newest change in the journal says of them."""

import json
from collections.abc import Sequence

from app.domain.changes import Entity
from app.domain.damage import BrokenRow, Flipped
from app.errors import NotRead, NotSaved
from data.damage.fitting import from_history, layout_of, names_of
from data.database import transaction
from data.journal import CHANGE
from data.mapping import KINDS, TABLES, to_cells, written
from data.seals import quoted, seal_of
from data.store import SqliteStore

_NEWEST = (
    f"SELECT {', '.join(f'c.{name}' for name in CHANGE)}, c.seal, s.at FROM change c"
    " JOIN step s ON s.id = c.step_id WHERE c.kind = ? AND c.entity_id = ?"
    " ORDER BY c.id DESC LIMIT 1"
)


class SqliteFlips:
    """Flips on the store's own connection."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store

    def of(self, rows: Sequence[BrokenRow]) -> tuple[Flipped, ...]:
        return tuple(self._flipped(row) for row in rows)

    def among(self, kind: type[Entity], ids: Sequence[int]) -> tuple[BrokenRow, ...]:
        table = TABLES[kind]
        names = ", ".join(quoted(written(kind)))
        query = f'SELECT {names} FROM "{table}" WHERE id IN (SELECT value FROM json_each(?))'
        rows = self._store.asking(query, (json.dumps(list(ids)),))
        return tuple(BrokenRow(table, row[0]) for row in rows if seal_of(row[:-1]) != row[-1])

    def write_again(self, flipped: Flipped) -> None:
        if flipped.before is None:
            raise NotSaved("other")
        cells, names = to_cells(flipped.before), written(type(flipped.before))
        settings = ", ".join(f'"{name}" = ?' for name in names)
        table = TABLES[type(flipped.before)]
        with transaction(self._store.connection):
            self._store.connection.execute(
                f'UPDATE "{table}" SET {settings} WHERE id = ?', (*cells, flipped.row.id)
            )

    def _flipped(self, row: BrokenRow) -> Flipped:
        if row.table not in KINDS:  # the journal itself: nothing else knows how it was
            return Flipped(row, None)
        before, at = self._before(row)
        return Flipped(row, self._now(row), before, at)

    def _now(self, row: BrokenRow) -> Entity | None:
        try:
            return self._store.get(KINDS[row.table], row.id)
        except NotRead:
            return None

    def _before(self, row: BrokenRow) -> tuple[Entity | None, int]:
        """What was written, where the change that says so is whole itself."""
        found = self._store.asking(_NEWEST, (row.table, row.id))
        if not found:
            return None, 0
        *cells, seal, at = found[0]
        after = cells[CHANGE.index("after")]
        if after is None or seal_of(cells) != seal:
            return None, 0
        layout = layout_of(self._store.connection, row.table, names_of(row.table))
        return from_history(row.table, after, layout), at
