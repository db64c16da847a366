"""Rows that an erasing changes get new seals, unless theirs did not hold before."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2 as sqlite

from data.mapping import TABLES
from data.seals import JOURNAL, cells_of, is_sealed, quoted, reseal, seal_call, teach

_LIST = (
    "DROP TABLE IF EXISTS temp.resealed",
    "CREATE TEMP TABLE resealed (kind TEXT, id INTEGER, PRIMARY KEY (kind, id)) WITHOUT ROWID",
)
_NOTICE = (
    'CREATE TEMP TRIGGER "reseal_{table}" BEFORE UPDATE OF {names} ON main."{table}"'
    " WHEN OLD.seal = {seal} BEGIN INSERT OR IGNORE INTO resealed VALUES ('{table}', OLD.id); END"
)
_CHANGED = "id IN (SELECT id FROM temp.resealed WHERE kind = '{table}')"


@contextmanager
def resealing(connection: sqlite.Connection) -> Iterator[None]:
    """Whatever SQL changes inside, in any table, is sealed at the end. In a transaction.

    A file of an older schema has tables without seals.
    """
    teach(connection)
    for statement in _LIST:
        connection.execute(statement)
    tables = [table for table in (*TABLES.values(), *JOURNAL) if is_sealed(connection, table)]
    for table in tables:
        connection.execute(_notice(connection, table))
    yield
    for table in tables:
        connection.execute(f'DROP TRIGGER temp."reseal_{table}"')
        reseal(connection, table, _CHANGED.format(table=table))


def _notice(connection: sqlite.Connection, table: str) -> str:
    names = quoted(cells_of(connection, table))
    seal = seal_call(f"OLD.{name}" for name in names)
    return _NOTICE.format(table=table, names=", ".join(names), seal=seal)
