"""Looking for damage: pages and indexes, rows that belong to nothing, notes that changed."""

from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TypeVar

from sqlcipher3 import dbapi2 as sqlite

from app.domain.backups import Stop, never
from app.domain.damage import Damage
from app.domain.observations import Observation
from data.copies import Stopped
from data.damage.reading import is_damage, read_any_text
from data.database import connect_read_only, pragma
from data.keys import Key
from data.mapping import columns
from data.seals import seal_of

T = TypeVar("T")

ENOUGH = 20
"""Findings of a kind that are told; whoever has so many needs no more of them."""

_ASK_EVERY = 100_000
"""Instructions of SQLite's machine between two looks at whether to stop."""
_SEALED = ", ".join(f'"{name}"' for name in columns(Observation).names)


def look(path: Path, key: Key | None = None, stop: Stop = never) -> Damage:
    """Read a database that may be in use from end to end. For a worker.

    Raises `copies.Stopped`, and `sqlite.Error` for what is no damage, such as a busy file.
    """
    with closing(connect_read_only(path, key)) as connection:
        return look_through(connection, stop)


def look_through(connection: sqlite.Connection, stop: Stop = never) -> Damage:
    """The same on a connection of one's own, which reads any text afterwards."""
    read_any_text(connection)
    connection.set_progress_handler(stop, _ASK_EVERY)
    structure = _told(structure_of(connection), stop)
    if not structure and not pragma(connection, "application_id"):
        structure = ("it is empty",)  # which SQLite finds nothing wrong with
    if structure:  # what hangs together badly says nothing true about what is in it
        return Damage(structure)
    return Damage((), _told(orphans_in(connection), stop), _told(broken_seals(connection), stop))


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
        findings = [line for (text,) in told for line in str(text).splitlines() if line != "ok"]
        if findings:
            yield from (line for line in findings if not line.startswith("***"))
            return


def orphans_in(connection: sqlite.Connection) -> Iterator[str]:
    """Rows whose parent is not there."""
    for table, rowid, parent, _number in connection.execute("PRAGMA foreign_key_check"):
        yield f"{table} {rowid} belongs to a {parent} that is not there"


def broken_seals(connection: sqlite.Connection) -> Iterator[int]:
    """Ids of observations whose content does not fit the seal, on a connection for any text."""
    try:
        for *cells, seal in connection.execute(f"SELECT {_SEALED}, seal FROM observation"):
            if seal_of(cells) != seal:
                yield int(str(cells[0]))
    except sqlite.OperationalError as error:
        if "no such column" not in str(error):  # an older schema has none yet
            raise


def _told(found: Iterator[T], stop: Stop) -> tuple[T, ...]:
    try:
        return tuple(islice(found, ENOUGH))
    except sqlite.OperationalError as error:
        if stop():
            raise Stopped from error
        raise
