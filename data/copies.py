"""A copy of a database that is in use: in small steps, so that nobody waits for it."""

import os
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.backups import Stop, never
from data.database import Connection, connect_read_only
from data.derived import is_derived
from data.keys import Key, use_key
from data.raw_copy import copy_bytes, folded

PAGES = 64
"""Pages of a step, a quarter of a megabyte."""
SYNC_EVERY = 32
"""Steps after which what was copied goes to the disk: what is written there meanwhile waits for
little. All at once, a teacher's next note would wait behind the whole copy."""

Counts = Mapping[str, int]


class Stopped(Exception):
    """The work was told to end; it has no result."""


def copy_database(
    source: Path,
    target: Path,
    key: Key | None = None,
    stop: Stop = never,
    ours: bool = False,
) -> Counts | None:
    """Copy a database in use; returns how many rows each table of that very state has.

    Only of the class file itself (`ours`) may the log be folded into it, which lets it be copied
    faster. Without a write-ahead log a reader would hold the writers, so there the state is not
    held between the steps and the counts are None. Raises `Stopped`, `OSError` or `sqlite.Error`.
    """
    target.unlink(missing_ok=True)
    steps = _Steps(target, stop)
    counts = _copy_sealed(source, target, key, steps) if ours and key is not None else None
    return counts or _copy_pages(source, target, key, steps)


def _copy_sealed(source: Path, target: Path, key: Key, steps: "_Steps") -> Counts | None:
    """The encrypted bytes as they are; None where the file alone is not the whole database."""
    try:
        with folded(source, key) as live:
            if live is None:
                return None
            counts = count_rows(live)
            copy_bytes(live, source, target, steps.one)
    except sqlite.OperationalError:
        return None  # a file that can only be read has nothing folded into it
    with closing(_begun(target, key)) as copy:
        copy.execute("PRAGMA journal_mode=DELETE")
    return counts


def _copy_pages(source: Path, target: Path, key: Key | None, steps: "_Steps") -> Counts | None:
    """By the online backup API."""
    with closing(connect_read_only(source, key)) as live, closing(_begun(target, key)) as copy:
        counts = None
        if live.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
            live.execute("BEGIN")
            counts = count_rows(live)
        live.backup(copy, pages=PAGES, progress=steps)
        copy.execute("PRAGMA journal_mode=DELETE")
    return counts


def copy_open(live: Connection, target: Path, key: Key | None = None) -> Counts:
    """The same of a database that is open and that nobody else can write."""
    target.unlink(missing_ok=True)
    with closing(_begun(target, key)) as copy:
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    return count_rows(live)


def _begun(target: Path, key: Key | None) -> Connection:
    copy = sqlite.connect(str(target), isolation_level=None)
    use_key(copy, key)
    # Alone, it shares no memory by way of a file: it may be on a stick that is pulled out.
    copy.execute("PRAGMA locking_mode=EXCLUSIVE")
    copy.execute("PRAGMA synchronous=OFF")  # half of it is worth nothing, and `sync` comes
    return copy


class _Steps:
    """Called after each step of a copy."""

    def __init__(self, target: Path, stop: Stop) -> None:
        self._target = target
        self._stop = stop
        self._count = 0

    def __call__(self, _status: int, _remaining: int, _total: int) -> None:
        self.one()

    def one(self) -> None:
        """A part is copied."""
        if self._stop():
            raise Stopped
        self._count += 1
        if self._count % SYNC_EVERY == 0:
            sync(self._target)


def count_rows(connection: Connection) -> Counts:
    """How many rows each table has that does not follow from the others."""
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
        for (name,) in tables.fetchall()
        if not is_derived(name)
    }


def sync(file: Path) -> None:
    """Wait until the file is on its disk, and read it from there the next time."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def discard(partial: Path) -> None:
    """Take away what is not wanted any more, with what SQLite left beside it on a full disk."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        partial.with_name(partial.name + suffix).unlink(missing_ok=True)


def settle(partial: Path, target: Path) -> None:
    """A power cut leaves the old file or the new one, never half of one."""
    sync(partial)
    partial.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the names in it are on its disk."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        with suppress(OSError):  # a disk that cannot sync a folder has done so by itself
            os.fsync(opened)
        os.close(opened)
