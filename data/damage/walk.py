"""Reading what still reads of a table, in the order of its ids, past pages that do not."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.backups import Stop, never
from data.copies import Stopped
from data.damage.reading import read_any_text
from data.keys import Key, use_key
from data.mapping import Cell

Row = tuple[Cell, ...]

HIGHEST = 2**63 - 1
_FIRST_STEP = 1 << 10
"""Ids sort by time; a page holds a few dozen, so its end is found from near to far."""


class Source:
    """A private copy of a damaged file. It is opened anew after each error.

    SQLCipher reads nothing more after one page that does not fit; SQLite may trust what it has
    read of one. One query at a time: an error ends the others. `writable_schema` lets SQLite
    read a file that is shorter than it says.
    """

    def __init__(self, path: Path, key: Key | None = None, stop: Stop = never) -> None:
        self._path = path
        self._key = key
        self._stop = stop
        self._connection: sqlite.Connection | None = None

    def ask(self, sql: str, *values: object) -> Iterator[Row]:
        """Rows of a query, up to the first that does not read: there it raises."""
        if self._stop():
            raise Stopped
        try:
            yield from self._open().execute(sql, values)
        except sqlite.DatabaseError:
            self.close()
            raise

    def has_seals(self, table: str) -> bool:
        """Whether the rows of a table carry seals: in an older file they may not."""
        try:
            list(self.ask(f'SELECT seal FROM "{table}" LIMIT 0'))
        except sqlite.DatabaseError:
            return False
        return True

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> sqlite.Connection:
        if self._connection is None:
            connection = sqlite.connect(str(self._path), isolation_level=None)
            use_key(connection, self._key)
            connection.execute("PRAGMA writable_schema=ON")
            connection.execute("PRAGMA cell_size_check=ON")
            connection.execute("PRAGMA trusted_schema=OFF")
            read_any_text(connection)
            self._connection = connection
        return self._connection


@dataclass
class Walk:
    """One table. While it is read, `gaps` fills with the ids (above, below) nothing is known of."""

    source: Source
    table: str
    names: tuple[str, ...]
    fits: Callable[[Row], bool]
    above: int = 0
    gaps: list[tuple[int, int]] = field(default_factory=list)

    def rows(self) -> Iterator[Row]:
        """Rows that read and fit, each id higher than the one before."""
        at = self.above
        while True:
            try:
                for row in self._from(at):
                    at = int(str(row[0]))
                    yield row
            except _Broken:
                further = self._further(at)
                self.gaps.append((at, HIGHEST if further is None else further))
                if further is None:
                    return
                at = further - 1
            else:
                return

    def misses(self, row_id: int) -> bool:
        """Whether the row may have been in what did not read."""
        return any(above < row_id < below for above, below in self.gaps)

    def _from(self, at: int) -> Iterator[Row]:
        listed = ", ".join(f'"{name}"' for name in self.names)
        query = f'SELECT {listed} FROM "{self.table}" WHERE id > ? ORDER BY id'
        try:
            for row in self.source.ask(query, at):
                if not self._in_order(row, at):
                    raise _Broken
                at = int(str(row[0]))
                yield row
        except sqlite.DatabaseError as error:
            raise _Broken from error

    def _in_order(self, row: Row, at: int) -> bool:
        """What a page full of nonsense gives is seldom in order and never of the right types."""
        return isinstance(row[0], int) and row[0] > at and self.fits(row)

    def _further(self, at: int) -> int | None:
        """The first id that reads again: steps that double, then the edge between halves."""
        bad, good, step = at, min(at + _FIRST_STEP, HIGHEST - 1), _FIRST_STEP
        while (found := self._first(good)) is None:
            if good == HIGHEST - 1:
                return None
            step *= 2
            bad, good = good, min(at + step, HIGHEST - 1)
        while good - bad > 1:
            middle = (good + bad) // 2
            nearer = self._first(middle)
            if nearer is None:
                bad = middle
            else:
                good, found = middle, nearer
        return found

    def _first(self, start: int) -> int | None:
        """The id of the first row from there on, None when that does not read."""
        with suppress(_Broken):
            for row in self._from(max(start - 1, self.above)):
                return int(str(row[0]))
            return HIGHEST
        return None


class _Broken(Exception):
    """Here the table does not read."""
