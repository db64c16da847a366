"""Whether the file that is written is still the one that lies where it should.

A file that is deleted or moved while it is open takes every write without a word, and all of it is
gone with the program. So each write looks before and after.
"""

from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.errors import NotSaved

_Mark = tuple[int, int]


class There:
    """Remembers which file was opened, by the marks its disk gives it."""

    def __init__(self, connection: sqlite.Connection) -> None:
        name = str(connection.execute("PRAGMA database_list").fetchone()[2])
        self._path = Path(name) if name else None
        self._log = Path(f"{name}-wal")
        self._mark = mark_of(self._path) if self._path else None
        self._log_mark: _Mark | None = None

    @property
    def is_same(self) -> bool:
        """Whether what lies there now is the file that was opened."""
        return self._path is not None and mark_of(self._path) == self._mark

    def check(self) -> None:
        """Raises `NotSaved`: "gone", or "replaced" when another file is in its place."""
        if self._path is None or self._mark is None:
            return  # in memory alone, or a disk that gives no marks
        now = mark_of(self._path)
        if now != self._mark:
            raise NotSaved("gone" if now is None else "replaced")
        log = mark_of(self._log)
        if self._log_mark is not None and log != self._log_mark:
            raise NotSaved("gone")
        self._log_mark = log


def mark_of(path: Path) -> _Mark | None:
    """What tells this file from any other; None when there is none, or the disk gives no marks."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found.st_ino else None
