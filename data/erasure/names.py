"""What students are called in a file, and whether it still tells of them."""

import json
from collections.abc import Sequence

from sqlcipher3 import dbapi2 as sqlite

from app.domain.erasing import ErasureRequest
from app.domain.ids import StudentId
from app.domain.names import PersonName
from data.erasure.texts import BLANKS, OWNER, blanks_in

_PARTS = ("preferred", "given", "family")
_EVER = (
    "SELECT DISTINCT {parts} FROM change WHERE kind = 'student' AND json_valid({side})"
    " AND entity_id IN (SELECT value FROM json_each(?))"
)


def names_in(
    connection: sqlite.Connection, students: Sequence[StudentId]
) -> tuple[PersonName, ...]:
    """Every name these students have or had, in this file."""
    ids = (json.dumps(list(students)),)
    queries = [
        f"SELECT {', '.join(_PARTS)} FROM student WHERE id IN (SELECT value FROM json_each(?))"
    ]
    for side in ("before", "after"):
        parts = ", ".join(f"coalesce(json_extract({side}, '$.{part}'), '')" for part in _PARTS)
        queries.append(_EVER.format(parts=parts, side=side))
    rows = [row for query in queries for row in connection.execute(query, ids)]
    return tuple(dict.fromkeys(PersonName(*row) for row in rows if any(row)))


def tells_of(connection: sqlite.Connection, request: ErasureRequest) -> bool:
    """Whether rows are left that say anything about what is to be erased.

    A file is scrubbed whole or not at all, so its rows speak for its journal too.
    """
    if any(names_in(connection, request.students)):
        return True
    there = blanks_in(connection)
    alone = {"observation": request.observations, "need": request.needs}
    return any(
        _any(connection, table, OWNER[table], request.students)
        or _any(connection, table, "id", alone.get(table, ()))
        for table in there
    )


def _any(connection: sqlite.Connection, table: str, column: str, ids: Sequence[int]) -> bool:
    if not ids:
        return False
    differs = " OR ".join(f"{name} <> '{blank}'" for name, blank in BLANKS[table].items())
    mine = f'"{column}" IN (SELECT value FROM json_each(?))'
    query = f'SELECT EXISTS (SELECT 1 FROM "{table}" WHERE {mine} AND ({differs}))'
    return bool(connection.execute(query, (json.dumps(list(ids)),)).fetchone()[0])
