"""The first page of an encrypted file from a backup: it holds what all other pages are read with.

A backup is a copy of the bytes, so it begins with the same salt; page and signature fit the file
they came from. What else stands in the page, as how many pages there are, is made to fit here.
"""

import shutil
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from data.identity import pragma
from data.keys import Key, use_key

PAGE = 4096
_FILL = "INSERT INTO step (id, at, verb, facts, adult, device, undoable, undone)"
_FILL += " VALUES (0, 0, '', replace(hex(zeroblob(?)), '0', ' '), '', '', 0, 0)"


def graft(copy: Path, backup: Path, key: Key) -> None:
    """Give a copy of a damaged file the first page of a backup, for as many pages as it has.

    Nothing is done where the backup cannot be made to fit.
    """
    padded = copy.with_name("padded.db")
    try:
        shutil.copyfile(backup, padded)
        _grow(padded, key, copy.stat().st_size // PAGE)
        first = padded.read_bytes()[:PAGE]
    except (sqlite.Error, OSError):
        return
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            padded.with_name(padded.name + suffix).unlink(missing_ok=True)
    with copy.open("rb+") as file:
        file.write(first)


def _grow(padded: Path, key: Key, pages: int) -> None:
    """Let it have no fewer pages, and say of itself that a log may lie beside it."""
    with closing(sqlite.connect(str(padded), isolation_level=None)) as connection:
        use_key(connection, key)
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA journal_mode=WAL")
        missing = pages - pragma(connection, "page_count")
        if missing > 0:
            connection.execute(_FILL, (missing * PAGE // 2,))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
