"""Whether the journal and the rows say the same."""

import json
from collections.abc import Iterator, Sequence

from sqlcipher3 import dbapi2 as sqlite

from app.domain.backups import Stop, never
from app.domain.classes import FEWEST, Rule
from app.domain.damage import Place
from app.domain.looking import Progress, Tell, unheard
from data.copies import Stopped
from data.damage.fitting import as_entity
from data.erasure.texts import BLANKS
from data.mapping import KINDS, Cell, columns, from_json, to_json

# With max() the other columns are those of the row it comes from.
_NEWEST = (
    "SELECT n.entity_id, n.after, {columns} FROM"
    " (SELECT entity_id, after, max(id) FROM change WHERE kind = ? GROUP BY entity_id) n"
    ' LEFT JOIN "{table}" t ON t.id = n.entity_id'
)
_STOP_EVERY = 200
"""Rows between two looks at whether to stop."""


_PUT_AWAY = {"student": "archived", "goal": "closed", "pull_out": "archived"}
"""What erasing a student changes and no journal tells: only the words go there, from both."""


def broken_chains(
    connection: sqlite.Connection, stop: Stop = never, tell: Tell = unheard
) -> Iterator[Place]:
    """Rows that are not what the newest change of them left, on a connection for any text.

    A row whose changes were all forgotten is taken as it stands, and what was mended or kept has
    a change that says so. What erasing a student did without one is known by what it left: in a
    backup no step tells of it. Raises `copies.Stopped`.
    """
    for done, (table, kind) in enumerate(KINDS.items()):
        tell(Progress("journal", done, len(KINDS)))
        names = ", ".join(f't."{name}"' for name in columns(kind).names)
        query = _NEWEST.format(columns=names, table=table)
        for number, (row_id, after, *row) in enumerate(connection.execute(query, (table,))):
            if number % _STOP_EVERY == 0 and stop():
                raise Stopped
            if not _is_same(table, after, row):
                yield table, int(row_id)


def _is_same(table: str, after: str | None, row: Sequence[Cell]) -> bool:
    if after is None or row[0] is None:
        return row[0] is None and (after is None or _is_too_few(table, after))
    entity = as_entity(table, tuple(row))
    if entity is None:
        return False
    if to_json(entity) == after:
        return True
    try:  # fields that came later are not in what was written before
        told = [from_json(KINDS[table], after)]
        if table in _PUT_AWAY and _is_blank(table, row):
            put_away = {**json.loads(after), _PUT_AWAY[table]: True}
            told.append(from_json(KINDS[table], json.dumps(put_away)))
    except (TypeError, ValueError, KeyError, AttributeError):
        return False
    return entity in told


def _is_blank(table: str, row: Sequence[Cell]) -> bool:
    """Whether no word of it is left, as when the student it is about was erased."""
    found = dict(zip(columns(KINDS[table]).names, row, strict=True))
    return all(found[name] == blank for name, blank in BLANKS[table].items())


def _is_too_few(table: str, after: str) -> bool:
    """Whether it is a rule for fewer students than such a rule is for: erasing takes it away."""
    try:
        rule = from_json(Rule, after) if table == "rule" else None
    except (TypeError, ValueError, KeyError, AttributeError):
        return False
    return isinstance(rule, Rule) and len(rule.student_ids) < FEWEST.get(rule.kind, 2)
