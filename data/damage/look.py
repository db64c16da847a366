"""Looking for damage: pages and indexes, rows that belong to nothing, rows that changed."""

from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TypeVar

from sqlcipher3 import dbapi2 as sqlite

from app.domain.backups import Stop, never
from app.domain.damage import Damage, Place
from app.domain.looking import Progress, Tell, unheard
from data.copies import Stopped
from data.damage.reading import is_damage, read_any_text
from data.database import connect_read_only, pragma
from data.finding.tables import INDEX
from data.keys import Key
from data.seals import SEAL, cells_of, is_sealed, quoted, seal_of

T = TypeVar("T")

ENOUGH = 20
"""Findings of a kind that are told; whoever has so many needs no more of them."""

_ASK_EVERY = 100_000
"""Instructions of SQLite's machine between two looks at whether to stop."""
_ROWS = 500
"""Rows read at a time, so that no long reading keeps the log from being folded in."""
_TABLES = (
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
)


def look(path: Path, key: Key | None = None, stop: Stop = never) -> Damage:
    """Read a database that may be in use from end to end. For a worker.

    Raises `copies.Stopped`, and `sqlite.Error` for what is no damage, such as a busy file.
    """
    with closing(connect_read_only(path, key)) as connection:
        return look_through(connection, stop)


def look_through(connection: sqlite.Connection, stop: Stop = never, tell: Tell = unheard) -> Damage:
    """The same on a connection of one's own, which reads any text afterwards."""
    read_any_text(connection)
    connection.set_progress_handler(stop, _ASK_EVERY)
    tell(Progress("structure"))
    structure = some_of(structure_of(connection), stop)
    if not structure and not pragma(connection, "application_id"):
        structure = ("it is empty",)  # which SQLite finds nothing wrong with
    if structure:  # what hangs together badly says nothing true about what is in it
        return Damage(structure)
    tell(Progress("references"))
    orphans = some_of(orphans_in(connection), stop)
    return Damage((), orphans, some_of(broken_seals(connection, stop, tell), stop))


def structure_of(connection: sqlite.Connection) -> Iterator[str]:
    """What SQLite finds; `integrity_check` may raise where `quick_check` tells, or tell nothing."""
    for check in ("quick_check", "integrity_check"):
        try:
            told = connection.execute(f"PRAGMA {check}({ENOUGH})").fetchall()
        except sqlite.Error as error:
            if not is_damage(error):
                raise
            yield str(error)
            return
        lines = (line for (text,) in told for line in str(text).splitlines())
        # The index of notes is made again from them: where it is not right nothing is lost.
        findings = [line for line in lines if line != "ok" and INDEX not in line]
        if findings:
            yield from (line for line in findings if not line.startswith("***"))
            return


def orphans_in(connection: sqlite.Connection) -> Iterator[str]:
    """Rows whose parent is not there."""
    for table, rowid, parent, _number in connection.execute("PRAGMA foreign_key_check"):
        yield f"{table} {rowid} belongs to a {parent} that is not there"


def broken_seals(
    connection: sqlite.Connection, stop: Stop = never, tell: Tell = unheard
) -> Iterator[Place]:
    """Rows whose content does not fit their seal, on a connection for any text.

    A table of an older schema may have none yet. Raises `copies.Stopped`.
    """
    tables = [name for (name,) in connection.execute(_TABLES).fetchall()]
    sealed = {table: _count(connection, table) for table in tables if is_sealed(connection, table)}
    done, count = 0, sum(sealed.values())
    for table in sealed:
        for rows in _pieces(connection, table):
            if stop():
                raise Stopped
            tell(Progress("seals", done, count))
            done += len(rows)
            for *cells, seal in rows:
                if seal_of(cells) != seal:
                    yield table, int(str(cells[0]))


def _count(connection: sqlite.Connection, table: str) -> int:
    return int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])


def _pieces(connection: sqlite.Connection, table: str) -> Iterator[list[tuple[object, ...]]]:
    """All rows of a table, some at a time, in the order of their ids."""
    names = ", ".join(quoted((*cells_of(connection, table), SEAL)))
    query = f'SELECT {names} FROM "{table}" WHERE id > ? ORDER BY id LIMIT {_ROWS}'
    after: object = -(2**63)
    while rows := connection.execute(query, (after,)).fetchall():
        yield rows
        after = rows[-1][0]


def some_of(findings: Iterator[T], stop: Stop) -> tuple[T, ...]:
    """The first of them. Raises `copies.Stopped` where reading was stopped."""
    try:
        return tuple(islice(findings, ENOUGH))
    except sqlite.OperationalError as error:
        if stop():
            raise Stopped from error
        raise
