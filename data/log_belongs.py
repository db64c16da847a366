"""Whether the log beside a file is its own: SQLite itself would read any into any file.

Every change of a teacher's is a step, so a log that belongs here goes on from the newest step
that is in the file alone, or holds upkeep that leaves the whole in order.
"""

from contextlib import closing
from pathlib import Path
from threading import Event
from typing import BinaryIO

from sqlcipher3 import dbapi2 as sqlite

from data.damage.reading import is_damage
from data.identity import as_it_lies
from data.keys import Key, use_key
from data.log_file import newest_pages

_NEWEST = "SELECT id, at, verb, facts FROM step ORDER BY id DESC LIMIT 1"
_SAME = "SELECT id, at, verb, facts FROM step WHERE id = ?"
_LOOKS = 4
_SETTLES_S = 0.03
"""A system gives all that is written within its tick, some 10 ms, one and the same time."""


def is_foreign_log(path: Path, key: Key | None = None) -> bool:
    """Whether file and log together are something else than the file, gone on.

    What cannot be told is not called foreign: another look finds what is damaged. Never ask it of
    a file that this process has open: see `identity.look`.
    """
    for _look in range(_LOOKS):
        before = _marks(path)
        if before is None or not _looks_foreign(path, key):
            return False
        Event().wait(_SETTLES_S)  # only where something is wrong, or somebody writes just now
        if _marks(path) == before:
            return True
    return False  # somebody writes, through this very log


def _marks(path: Path) -> tuple[int, ...] | None:
    """What changes whenever file or log is written; None without a log."""
    try:
        found = [path.stat(), _log_of(path).stat()]
    except FileNotFoundError:
        return None
    marks = tuple(number for one in found for number in (one.st_mtime_ns, one.st_size))
    return marks if found[1].st_size else None


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _looks_foreign(path: Path, key: Key | None) -> bool:
    """What one look says; while somebody writes it may see half of a step."""
    log = _log_of(path)
    alone = _newest_alone(path, key)
    if alone is None:
        return False
    try:
        with closing(_together(path, key)) as together:
            same = together.execute(_SAME, (alone[0],)).fetchone()
            newest = together.execute(_NEWEST).fetchone()
            if same == alone and newest == alone and _says_something_else(path, log):
                return not _holds_together(together)
            if _is_reworded(alone, same):
                return not _holds_together(together)
    except sqlite.Error as error:
        return is_damage(error)  # the log's own checksums hold, so it is the mixture that does not
    return bool(same != alone)


def _is_reworded(alone: tuple[object, ...], same: tuple[object, ...] | None) -> bool:
    """Whether it is the same step in other words, as erasing a student leaves it or goes on."""
    return same is not None and same != alone and same[:2] == alone[:2]


def _holds_together(together: sqlite.Connection) -> bool:
    """Upkeep writes without a step, such as forgetting old ones; then all still fits together."""
    whole = together.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    return whole and together.execute("PRAGMA foreign_key_check").fetchone() is None


def _newest_alone(path: Path, key: Key | None) -> tuple[object, ...] | None:
    try:
        with closing(as_it_lies(path, key)) as connection:
            found: tuple[object, ...] | None = connection.execute(_NEWEST).fetchone()
            return found
    except sqlite.Error:
        return None


def _together(path: Path, key: Key | None) -> sqlite.Connection:
    connection = sqlite.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    use_key(connection, key)
    return connection


def _says_something_else(path: Path, log: Path) -> bool:
    """Whether a log without a newer step would change the file; not while someone writes either."""
    before = (path.stat().st_mtime_ns, log.stat().st_mtime_ns)
    differs = _differs(path, log, False) and _differs(path, log, True)
    return differs and before == (path.stat().st_mtime_ns, log.stat().st_mtime_ns)


def _differs(path: Path, log: Path, is_checked: bool) -> bool:
    size, pages = newest_pages(log, is_checked)
    with path.open("rb", buffering=0) as file:
        return any(_at(file, (number - 1) * size, size) != pages[number] for number in pages)


def _at(file: BinaryIO, start: int, size: int) -> bytes:
    file.seek(start)
    return file.read(size)
