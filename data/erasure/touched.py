"""Which rows, journal entries and steps an erasing touches: lists of ids in temporary tables."""

import json

from sqlcipher3 import dbapi2 as sqlite

from app.domain.erasing import ErasureRequest
from data.erasure.texts import MEMBERS, OWNER, blanks_in, members_in

_TABLES = (
    "PRAGMA temp_store = MEMORY",
    "DROP TABLE IF EXISTS temp.erased",
    "DROP TABLE IF EXISTS temp.owned",
    "DROP TABLE IF EXISTS temp.touched",
    "CREATE TEMP TABLE erased (id INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE owned (kind TEXT, id INTEGER, PRIMARY KEY (kind, id)) WITHOUT ROWID",
    "CREATE TEMP TABLE touched (id INTEGER PRIMARY KEY, step_id INTEGER)",
)
_OWNER = "CASE WHEN json_valid({0}) THEN json_extract({0}, '$.student_id') END IN erased"
_MEMBER = (
    "EXISTS (SELECT 1 FROM json_each(CASE WHEN json_valid({0}) THEN {0} END, '$.{2}')"
    " WHERE value IN erased)"
)
_BEFORE_OR_AFTER = "({0} OR {1})"
_FIND = "INSERT OR IGNORE INTO touched SELECT id, step_id FROM change WHERE {}"
_OF_OWNED = (
    "INSERT OR IGNORE INTO touched SELECT c.id, c.step_id FROM owned o"
    " JOIN change c ON c.kind = o.kind AND c.entity_id = o.id"
)
_GONE = (
    "INSERT OR IGNORE INTO owned SELECT kind, entity_id FROM change WHERE kind = ?"
    ' AND id IN (SELECT id FROM touched) AND entity_id NOT IN (SELECT id FROM "{}")'
)


def find_touched(connection: sqlite.Connection, request: ErasureRequest) -> None:
    """Fill the tables `erased` (students), `owned` (what is about them) and `touched` (changes).

    An observation that was given to another student belongs to that one, with all its history
    but the time when it was the first one's; one that was taken away belongs to all it ever did.
    """
    for statement in _TABLES:
        connection.execute(statement)
    students = json.dumps(list(request.students))
    connection.execute("INSERT INTO erased SELECT value FROM json_each(?)", (students,))
    _find_rows(connection, request)
    connection.execute(_FIND.format(_either(_OWNER)))
    for table in members_in(connection):
        member = _either(_MEMBER.replace("{2}", MEMBERS[table]))
        connection.execute(_FIND.format(f"kind = '{table}' AND {member}"))
    for table in blanks_in(connection):
        connection.execute(_GONE.format(table), (table,))
    connection.execute(_OF_OWNED)


def _find_rows(connection: sqlite.Connection, request: ErasureRequest) -> None:
    connection.execute("INSERT INTO owned SELECT 'student', id FROM erased")
    for table in blanks_in(connection):
        connection.execute(
            f'INSERT OR IGNORE INTO owned SELECT ?, id FROM "{table}"'
            f" WHERE {OWNER[table]} IN erased",
            (table,),
        )
    for table, ids in (("observation", request.observations), ("need", request.needs)):
        connection.execute(
            "INSERT OR IGNORE INTO owned SELECT ?, value FROM json_each(?)",
            (table, json.dumps(list(ids))),
        )
    if "attachment" in blanks_in(connection):
        connection.execute(
            "INSERT OR IGNORE INTO owned SELECT 'attachment', id FROM attachment"
            " WHERE observation_id IN (SELECT id FROM owned WHERE kind = 'observation')"
        )


def _either(condition: str) -> str:
    return _BEFORE_OR_AFTER.format(condition.format("before"), condition.format("after"))
