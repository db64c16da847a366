"""The bytes of an encrypted database, copied while it is in use.

SQLite copies a page by decrypting, checking, encrypting and signing it, which takes three times as
long as the copy of a plain one. The bytes alone are as quick as those of any file, and whoever
reads the copy checks the signature of every page then.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from data.database import Connection, connect_read_only
from data.identity import pragma
from data.keys import Key, use_key

Read = Callable[[int, int], bytes]
"""So many bytes of a file from an offset."""

_CHUNK = 256 * 1024
_TRIES = 3
"""A note that is written just then makes another try needed."""

_open_files: dict[tuple[int, int], int] = {}
"""By disk and number: what was read once stays open until the program ends. To close it would drop
every lock that SQLite has on it in this program, and another could then take its log away."""


@contextmanager
def folded(source: Path, key: Key) -> Iterator[Connection | None]:
    """A reader for whose time the file alone is the whole database, its log being folded into it.

    Nobody waits for that: notes go to the log meanwhile. None where it cannot be had.
    """
    with closing(_folder(source, key)) as folding, closing(connect_read_only(source, key)) as live:
        yield live if any(_fold(folding, live) for _ in range(_TRIES)) else None


def copy_bytes(live: Connection, source: Path, target: Path, step: Callable[[], None]) -> None:
    """Copy what `live`, a reader that was `folded`, sees; `step` comes after each part of it."""
    size = pragma(live, "page_count") * pragma(live, "page_size")
    with _reading(source) as read, target.open("wb", buffering=0) as copy:
        for offset in range(0, size, _CHUNK):
            copy.write(read(min(_CHUNK, size - offset), offset))
            step()


def _folder(source: Path, key: Key) -> Connection:
    uri = f"{source.absolute().as_uri()}?mode=rw"
    connection = sqlite.connect(uri, uri=True, timeout=0, isolation_level=None)
    use_key(connection, key)
    return connection


def _fold(folding: Connection, live: Connection) -> bool:
    """All of the log is in the file, and nobody has written between that and the reader's view.

    A reader that finds the log empty or folded reads the file alone, and keeps others from
    folding more into it.
    """
    before = _log(folding, "PASSIVE")
    live.execute("BEGIN")
    live.execute("SELECT count(*) FROM sqlite_master").fetchone()
    busy, frames, done = before
    if not busy and 0 <= frames == done and _log(folding, "NOOP") == before:
        return True
    live.execute("ROLLBACK")
    return False


def _log(connection: Connection, how: str) -> tuple[int, int, int]:
    """Whether somebody was in the way, pages in the log, and how many of them are in the file."""
    busy, frames, done = connection.execute(f"PRAGMA wal_checkpoint({how})").fetchone()
    return busy, frames, done


@contextmanager
def _reading(path: Path) -> Iterator[Read]:
    if sys.platform == "win32":  # there to close a file drops its own locks only
        with path.open("rb") as file:

            def read(size: int, offset: int) -> bytes:
                file.seek(offset)
                return file.read(size)

            yield read
    else:
        number = _kept_open(path)
        yield lambda size, offset: os.pread(number, size, offset)


def _kept_open(path: Path) -> int:
    found = path.stat()
    known = _open_files.get((found.st_dev, found.st_ino))
    if known is not None:
        return known
    number = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    opened = os.fstat(number)
    return _open_files.setdefault((opened.st_dev, opened.st_ino), number)
