"""A class list as it came in: text, cells and where each stood."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol

MAX_BYTES = 5_000_000
MAX_ROWS = 2_000
MAX_NAME = 200


class Delimiter(Enum):
    """What stands between two cells; NONE is one name on each line."""

    TAB = "\t"
    COMMA = ","
    SEMICOLON = ";"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the bytes: `encoding` is Python's name, `sample` words that show it."""

    encoding: str
    sample: str = ""


@dataclass(frozen=True, slots=True)
class TextReading:
    """How bytes became letters.

    `certain` is False when other readings are nearly as likely; `others` are worth offering,
    the likeliest first.
    """

    chosen: Reading
    certain: bool = True
    others: tuple[Reading, ...] = ()


PASTED = TextReading(Reading("utf-8"))


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: `line` is where it starts in the source, counted from 1."""

    line: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """The cell in a column; rows may be shorter than the table is wide."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class RosterTable:
    """The rows that hold anything, in order. `source` is a file's name, empty for a paste."""

    source: str
    rows: tuple[TableRow, ...]
    delimiter: Delimiter = Delimiter.NONE
    reading: TextReading = PASTED

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)

    @property
    def lines(self) -> int:
        """The number of rows the teacher would count, headings and titles included."""
        return len(self.rows)


class RosterReader(Protocol):
    """Turns what a teacher has into a table.

    Raises `roster_errors.ListIsEmpty`, `TooManyRows` and `NameTooLong`, and for files also
    `NotText` and `FileTooLarge`.
    """

    def bytes_of(self, path: Path) -> bytes:
        """What is in a file, cut off where no class list would still go on. Raises OSError."""
        ...

    def read_text(self, text: str) -> RosterTable:
        """A paste."""
        ...

    def read_file(self, name: str, content: bytes, encoding: str | None = None) -> RosterTable:
        """A file's bytes, read as `encoding` when the teacher chose one."""
        ...
