"""From plain to encrypted and back: a new file, verified row by row, and then the name.

Whoever is stopped anywhere finds the old file or the new one under the old name. The log is
folded into the old file first, or SQLite would read it into the new one.
"""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.errors import ClassroomError, DamagedFile, NotSaved
from data.database import Connection, connect_read_only
from data.identity import pragma
from data.keys import Key, use_key
from data.safe.wipe import take_place, wipe
from data.trouble import is_full, reason_of

Check = Callable[[Path, Key | None], object]
"""Reads a file whole. Raises a `ClassroomError` when it is not as it should be."""

_FULL = {errno.ENOSPC, errno.EDQUOT}


def rekey(database: Path, old: Key | None, new: Key | None, check: Check) -> None:
    """Put the database that nobody has open under another key; None is plain.

    Raises `NotSaved` or `DamagedFile`; the database is then as it was.
    """
    check(database, old)
    fresh = _fresh(database)
    try:
        sweep(database)
        with closing(hold_alone(database, old)) as connection:
            export(connection, fresh, new)
            compare(connection, fresh, new)
            check(fresh, new)
            _swap(connection, fresh, database)
    except sqlite.OperationalError as error:
        raise NotSaved("full" if is_full(database.parent) else reason_of(error)) from error
    except sqlite.DatabaseError as error:
        raise DamagedFile(database, str(error)) from error
    except OSError as error:
        raise NotSaved("full" if error.errno in _FULL else "other") from error
    finally:
        with suppress(OSError):
            sweep(database)


def convert(source: Path, target: Path, old: Key | None, new: Key | None) -> None:
    """Write what a file that nobody writes holds into a new one under another key, and compare."""
    target.unlink(missing_ok=True)
    with closing(connect_read_only(source, old)) as connection:
        export(connection, target, new)
        compare(connection, target, new)


def sweep(database: Path) -> None:
    """Remove what a stopped change of the key left behind, with zeros over it."""
    fresh, outgoing = _fresh(database), _outgoing(database)
    if fresh.exists():
        wipe(fresh)
    if outgoing.exists():
        if database.exists() and outgoing.samefile(database):
            outgoing.unlink()  # only a second name: the new file never took its place
        else:
            wipe(outgoing)


def needs_sweeping(database: Path) -> bool:
    """Whether a change of the key was stopped."""
    return _fresh(database).exists() or _outgoing(database).exists()


def _fresh(database: Path) -> Path:
    return database.with_name(f"{database.name}.rekeyed.part")


def _outgoing(database: Path) -> Path:
    return database.with_name(f"{database.name}.outgoing")


def hold_alone(database: Path, key: Key | None) -> Connection:
    """Open it so that nobody else can until it is closed, with nothing left in its log.

    Raises `NotSaved`, or `sqlite.OperationalError`, when somebody has it open.
    """
    connection = sqlite.connect(str(database), isolation_level=None)
    try:
        use_key(connection, key)
        connection.execute("PRAGMA busy_timeout = 2000")
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")  # the lock stays
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "delete":
            raise NotSaved("busy")  # someone was quicker and has the log open again
    except (sqlite.Error, ClassroomError):
        connection.close()
        raise
    return connection


def export(connection: Connection, target: Path, key: Key | None) -> None:
    """Write all of an open database into a new file under that key."""
    secret = f"x'{key.reveal().hex()}'" if key is not None else ""
    connection.execute("ATTACH DATABASE ? AS fresh KEY ?", (str(target), secret))
    try:
        connection.execute("PRAGMA fresh.journal_mode = OFF")
        connection.execute("PRAGMA fresh.synchronous = OFF")  # `settle` makes it last
        for name in ("application_id", "user_version"):  # the export leaves them out
            connection.execute(f"PRAGMA fresh.{name} = {pragma(connection, f'main.{name}')}")
        connection.execute("BEGIN")
        connection.execute("SELECT sqlcipher_export('fresh')").fetchall()
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("DETACH DATABASE fresh")


def compare(connection: Connection, target: Path, key: Key | None) -> None:
    """Every table of the file has the rows of the open database. Raises `DamagedFile`."""
    schema = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
    with closing(connect_read_only(target, key)) as copy:
        things = connection.execute(schema).fetchall()
        if copy.execute(schema).fetchall() != things:
            raise DamagedFile(target, "the copy has other tables")
        for kind, name, _sql in things:
            if kind == "table" and not _same_rows(connection, copy, name):
                raise DamagedFile(target, f"the copy of {name} is not the same")


def _same_rows(one: Connection, other: Connection, table: str) -> bool:
    rows = f'SELECT * FROM "{table}"'
    left, right = one.execute(rows), other.execute(rows)
    while True:
        some = left.fetchmany(1000)
        if some != right.fetchmany(1000):
            return False
        if not some:
            return True


def _swap(connection: Connection, fresh: Path, database: Path) -> None:
    """Give the new file the name; the old one is filled with zeros before anyone may read it.

    A program that waited for the lock would else write into a file that has no name any more.
    """
    outgoing = _outgoing(database)
    with suppress(OSError):  # a disk without links, such as a stick
        os.link(database, outgoing)
    if sys.platform == "win32":  # there a file that is open keeps its name
        connection.close()
    # The connection goes before the old file does: to close a file gives up SQLite's locks on it.
    take_place(fresh, database, connection.close)
