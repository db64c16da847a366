"""Text to cells: which delimiter, which quotes, which line."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from app.domain.roster.errors import ListIsEmpty, NameTooLong, TooManyRows
from app.domain.roster.table import (
    MAX_ROWS,
    PASTED,
    Delimiter,
    RosterTable,
    TableRow,
    TextReading,
)

# Word and Qt end a soft line with these; a name never holds one.
_SOFT_BREAKS = str.maketrans(dict.fromkeys("\v\f\u2028\u2029", "\n"))
_NO_DELIMITER = "\x1f"
# A spreadsheet with nothing in it is written as these.
_EMPTY = " \t\r\n\ufeff\xa0,;"
_SAMPLE = 300
# A tab or semicolon is never part of a name, a comma often is ("Last, First").
_LIKING = {Delimiter.TAB: 0.25, Delimiter.SEMICOLON: 0.15, Delimiter.COMMA: 0.0}
_RUNAWAY_BREAKS = 3


def table_of(text: str, source: str = "", reading: TextReading = PASTED) -> RosterTable:
    """The rows of a text that hold anything.

    Raises `ListIsEmpty`, `TooManyRows` and `NameTooLong`.
    """
    text, skipped = _without_hint(text.translate(_SOFT_BREAKS).replace(_NO_DELIMITER, ""))
    if not text.strip(_EMPTY):
        raise ListIsEmpty(source)
    delimiter = _delimiter(text)
    try:
        rows = tuple(_filled(_rows(text, delimiter, skipped)))
    except _CellTooLong as error:
        raise NameTooLong(source, error.line, error.limit, error.limit) from error
    if not rows:
        raise ListIsEmpty(source)
    if len(rows) > MAX_ROWS:
        raise TooManyRows(source, len(rows), MAX_ROWS)
    return RosterTable(source, rows, delimiter, reading)


class _CellTooLong(Exception):
    def __init__(self, line: int, limit: int) -> None:
        super().__init__(line, limit)
        self.line = line
        self.limit = limit


def _without_hint(text: str) -> tuple[str, int]:
    """Drop the `sep=;` line that spreadsheets write for themselves; says how many lines went."""
    first, _, rest = text.partition("\n")
    hint = first.strip().strip('"').casefold()
    return (rest, 1) if hint.startswith("sep=") and len(hint) <= 5 else (text, 0)


def _delimiter(text: str) -> Delimiter:
    scores = {mark: _score(text, mark) for mark in _LIKING}
    best = max(scores, key=lambda mark: scores[mark])
    return best if scores[best] > 0 else Delimiter.NONE


def _score(text: str, delimiter: Delimiter) -> float:
    """How well a delimiter explains the text; 0 when it does not.

    Mostly the share of rows that have the commonest width of two cells or more. Titles and
    totals have one cell, so a tab or semicolon may be missing from many rows.
    """
    try:
        rows = list(islice(_filled(_rows(text, delimiter, 0)), _SAMPLE))
    except _CellTooLong:
        return 0.0
    widths = Counter(len(row.cells) for row in rows if len(row.cells) > 1)
    if not widths:
        return 0.0
    divided = widths.total() / len(rows)
    even = max(widths.values()) / len(rows)
    needed = 0.4 if delimiter is Delimiter.COMMA else 0.2
    return even + _LIKING[delimiter] if divided >= needed else 0.0


def _filled(rows: Iterator[TableRow]) -> Iterator[TableRow]:
    return (row for row in rows if any(cell.strip() for cell in row.cells))


def _rows(text: str, delimiter: Delimiter, skipped: int) -> Iterator[TableRow]:
    """Parse by the book; where quotes are broken, as leniently as keeps the lines apart."""
    try:
        return iter(list(_parsed(text, delimiter, skipped, strict=True, quoted=True)))
    except csv.Error:
        pass
    if delimiter is not Delimiter.NONE:
        rows = list(_parsed(text, delimiter, skipped, strict=False, quoted=True))
        if not any(cell.count("\n") > _RUNAWAY_BREAKS for row in rows for cell in row.cells):
            return iter(rows)
    return _parsed(text, delimiter, skipped, strict=False, quoted=False)


def _parsed(
    text: str, delimiter: Delimiter, skipped: int, strict: bool, quoted: bool
) -> Iterator[TableRow]:
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=delimiter.value or _NO_DELIMITER,
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
        strict=strict,
    )
    line = 0
    try:
        for cells in reader:
            yield TableRow(line + 1 + skipped, tuple(cells))
            line = reader.line_num
    except csv.Error as error:
        if "field limit" in str(error):
            raise _CellTooLong(line + 1 + skipped, csv.field_size_limit()) from error
        raise
