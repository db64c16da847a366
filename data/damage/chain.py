"""Whether the journal and the rows say the same."""

import json
from collections.abc import Iterator, Sequence

from sqlcipher3 import dbapi2 as sqlite

from app.domain.backups import Stop, never
from app.domain.damage import Place
from app.domain.erasing import ERASED, ERASING
from app.domain.looking import Progress, Tell, unheard
from data.copies import Stopped
from data.damage.fitting import as_entity
from data.mapping import KINDS, Cell, columns, from_json, to_json

# With max() the other columns are those of the row it comes from.
_NEWEST = (
    "SELECT n.entity_id, n.after, {columns} FROM"
    " (SELECT entity_id, after, max(id) FROM change WHERE kind = ? GROUP BY entity_id) n"
    ' LEFT JOIN "{table}" t ON t.id = n.entity_id'
)
_STOP_EVERY = 200
"""Rows between two looks at whether to stop."""
_ERASED = "SELECT count(*) FROM step WHERE verb IN (?, ?)"


_PUT_AWAY = {"student": "archived", "goal": "closed", "pull_out": "archived"}
"""What erasing a student changes and no journal tells: only the words go there, from both."""


def broken_chains(
    connection: sqlite.Connection, stop: Stop = never, tell: Tell = unheard
) -> Iterator[Place]:
    """Rows that are not what the newest change of them left, on a connection for any text.

    A row whose changes were all forgotten is taken as it stands, and what was mended or kept has
    a change that says so. A rule that erasing a student left with nobody goes without one.
    Raises `copies.Stopped`.
    """
    erased = bool(connection.execute(_ERASED, (ERASING, ERASED)).fetchone()[0])
    for done, (table, kind) in enumerate(KINDS.items()):
        tell(Progress("journal", done, len(KINDS)))
        names = ", ".join(f't."{name}"' for name in columns(kind).names)
        query = _NEWEST.format(columns=names, table=table)
        for number, (row_id, after, *row) in enumerate(connection.execute(query, (table,))):
            if number % _STOP_EVERY == 0 and stop():
                raise Stopped
            if erased and table == "rule" and row[0] is None:
                continue
            if not _is_same(table, after, row, _PUT_AWAY.get(table, "") if erased else ""):
                yield table, int(row_id)


def _is_same(table: str, after: str | None, row: Sequence[Cell], put_away: str) -> bool:
    if after is None or row[0] is None:
        return after is None and row[0] is None
    entity = as_entity(table, tuple(row))
    if entity is None:
        return False
    if to_json(entity) == after:
        return True
    try:  # fields that came later are not in what was written before
        told = [from_json(KINDS[table], after)]
        if put_away:
            told.append(from_json(KINDS[table], json.dumps({**json.loads(after), put_away: True})))
    except (TypeError, ValueError, KeyError, AttributeError):
        return False
    return entity in told
