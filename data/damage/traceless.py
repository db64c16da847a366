"""Reading a file so that nothing is left beside it, whoever has it open."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from data.identity import as_it_lies, copy_with_logs
from data.keys import Key, use_key
from data.passing import passing_folder

Marks = tuple[tuple[int, int], ...]


@contextmanager
def apart(path: Path) -> Iterator[Path]:
    """The file itself, or a copy elsewhere of one that has a log beside it: SQLite writes there."""
    if not _has_log(path):
        yield path
        return
    with passing_folder("check") as folder:
        yield copy_with_logs(path, Path(folder))


def read_apart(place: Path, key: Key | None) -> sqlite.Connection:
    """A connection to what `apart` gave."""
    if not _has_log(place):
        return as_it_lies(place, key)
    connection = sqlite.connect(str(place), isolation_level=None)
    use_key(connection, key)
    return connection


def marks(path: Path) -> Marks:
    """What tells whether somebody wrote meanwhile."""
    there = [part.stat() for part in _parts(path) if part.exists()]
    return tuple((stat.st_size, stat.st_mtime_ns) for stat in there)


def _has_log(path: Path) -> bool:
    return any(part.exists() and part.stat().st_size for part in _parts(path)[1:])


def _parts(path: Path) -> tuple[Path, ...]:
    return tuple(path.with_name(path.name + suffix) for suffix in ("", "-wal", "-journal"))
