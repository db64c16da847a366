"""One file read from end to end, and what is found, as facts."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.backups import BackupInfo, Stop, never
from app.domain.damage import BrokenRow, Damage, Place
from app.domain.looking import Tell, unheard
from app.errors import ClassroomError, DamagedFile, FileIsNewer, NotABackup, PassphraseNeeded
from data.damage.chain import broken_chains
from data.damage.look import look_through, some_of
from data.damage.reading import is_damage
from data.damage.traceless import apart, marks, read_apart
from data.database import check_header, check_identity, connect_read_only, pragma
from data.finding.looking import index_is_whole
from data.identity import check_files, is_plain
from data.inspecting import describe
from data.keys import Key
from data.log_belongs import is_foreign_log
from data.safe.tail import tail_size
from data.tallies import wrong_tallies

_TRIES = 3
_NAME = "coalesce(nullif(s.preferred, ''), s.given)"
_WHO = {
    "observation": f"SELECT {_NAME}, o.seen_at FROM observation o"
    " JOIN student s ON s.id = o.student_id WHERE o.id = ?",
    "student": f"SELECT {_NAME}, 0 FROM student s WHERE s.id = ?",
}


@dataclass(frozen=True, slots=True)
class Found:
    """What a file turned out to be. `state` is "read", or why it could not be.

    The others: "missing", "folder", "empty", "newer", "not_ours", "locked", "damaged" and
    "unreadable"; `finding` is more of it. `seals` are the rows that changed by themselves.
    """

    path: Path
    state: str
    finding: str = ""
    encrypted: bool = False
    schema: int = 0
    info: BackupInfo | None = None
    damage: Damage = field(default_factory=Damage)
    seals: tuple[BrokenRow, ...] = ()
    chains: tuple[BrokenRow, ...] = ()
    steps: int = 0
    finds_all: bool = True
    """Whether its index of notes is whole; nothing is lost where that is not."""
    counts_right: bool = True
    """Whether its figures of evidence are what counting gives; nothing is lost here either."""

    @property
    def is_whole(self) -> bool:
        return self.state == "read" and self.damage.is_whole and not self.chains


def read_whole(path: Path, key: Key | None = None, stop: Stop = never) -> Found:
    """Read a file of which nobody knows anything; nothing is written anywhere near it.

    If somebody writes meanwhile what looks damaged is read again. Raises `copies.Stopped`.
    """
    found = _read(path, key, stop)
    for _again in range(_TRIES - 1):
        before = marks(path) if path.is_file() else ()
        if found.is_whole:
            return found
        found = _read(path, key, stop)
        if path.is_file() and marks(path) == before:
            return found
    return found


def read_open(
    path: Path, key: Key | None = None, stop: Stop = never, tell: Tell = unheard
) -> Found:
    """Read the file that this process has open, by a connection of its own. For a worker.

    Raises `copies.Stopped`.
    """
    try:
        with closing(connect_read_only(path, key)) as connection:
            return _found(connection, path, key is not None, stop, tell)
    except (sqlite.Error, ClassroomError, OSError) as error:
        return _refused(path, None, error)


def _read(path: Path, key: Key | None, stop: Stop) -> Found:
    if not path.exists():
        return Found(path, "missing")
    if path.is_dir():
        return Found(path, "folder")
    try:
        check_files(path)
        if not path.stat().st_size:
            return Found(path, "empty")
        own = None if is_plain(path) else key
        return _read_open(path, own, stop)
    except (sqlite.Error, ClassroomError, OSError) as error:
        return _refused(path, key, error)


def _read_open(path: Path, key: Key | None, stop: Stop) -> Found:
    if key is None:
        check_header(path)
    with apart(path) as place:
        if is_foreign_log(place, key):
            return Found(path, "damaged", "the log beside it belongs to another file")
        with closing(read_apart(place, key)) as connection:
            return _found(connection, path, key is not None, stop)


def _found(
    connection: sqlite.Connection,
    path: Path,
    encrypted: bool,
    stop: Stop = never,
    tell: Tell = unheard,
) -> Found:
    check_identity(connection, path)
    schema = pragma(connection, "user_version")
    damage = look_through(connection, stop, tell)
    found = Found(path, "read", "", encrypted, schema, damage=damage)
    if found.damage.structure:
        return found
    return replace(
        found,
        info=_described(connection, path),
        seals=tuple(whose(connection, found.damage.seals)),
        chains=tuple(whose(connection, some_of(broken_chains(connection, stop, tell), stop))),
        steps=int(connection.execute("SELECT count(*) FROM step").fetchone()[0]),
        finds_all=index_is_whole(connection),
        counts_right=some_of(wrong_tallies(connection), stop) == (),
    )


def _described(connection: sqlite.Connection, path: Path) -> BackupInfo | None:
    try:
        return describe(connection, path)
    except (sqlite.Error, ValueError):
        return None


def whose(connection: sqlite.Connection, places: Sequence[Place]) -> Iterator[BrokenRow]:
    """Rows by whose they are, where that can be told."""
    for table, own in places:
        query = _WHO.get(table)
        row = connection.execute(query, (own,)).fetchone() if query else None
        if row is not None and isinstance(row[1], int):
            yield BrokenRow(table, own, str(row[0]), row[1])
        else:
            yield BrokenRow(table, own)


_REFUSED: tuple[tuple[type[Exception], Callable[[Exception], tuple[str, str]]], ...] = (
    (FileIsNewer, lambda _error: ("newer", "")),
    (NotABackup, lambda _error: ("not_ours", "")),
    (PassphraseNeeded, lambda _error: ("locked", "")),
    (DamagedFile, lambda error: ("damaged", getattr(error, "finding", ""))),
    (OSError, lambda error: ("unreadable", getattr(error, "strerror", "") or str(error))),
)


def _refused(path: Path, key: Key | None, error: Exception) -> Found:
    for kind, say in _REFUSED:
        if isinstance(error, kind):
            return Found(path, *say(error))
    if key is not None and "not a database" in str(error) and tail_size(path):
        return Found(path, "locked")  # another key's
    return Found(path, "damaged" if is_damage(error) else "unreadable", str(error))
