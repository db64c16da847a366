"""Finds out how a class list is laid out: headings, columns, names in a row or in a grid."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.domain.letters import clean
from app.domain.roster.columns import Column, ColumnKind, ColumnUse, uses_of
from app.domain.roster.given_names import GIVEN_NAMES
from app.domain.roster.headings import find_headings, heading_key, heading_kind
from app.domain.roster.lines import why_no_student, without_mark
from app.domain.roster.names import has_comma
from app.domain.roster.shapes import content_kind
from app.domain.roster.table import Delimiter, RosterTable, TableRow

_GIVEN_KEYS = frozenset(heading_key(name) for name in GIVEN_NAMES)
_ON_ONE_LINE = re.compile(r"[、，،;；]")
_GRID_ROWS, _GRID_COLUMNS = 8, 4
_SAY_NAMES = frozenset({ColumnKind.FIRST, ColumnKind.LAST, ColumnKind.FULL, ColumnKind.NAME})
_BESIDES_NAMES = frozenset(
    {
        ColumnKind.BIRTH,
        ColumnKind.EMAIL,
        ColumnKind.PHONE,
        ColumnKind.ID,
        ColumnKind.GENDER,
        ColumnKind.CLASS,
        ColumnKind.NUMBER,
    }
)


@dataclass(frozen=True, slots=True)
class Layout:
    """`headings` is the place of the row of headings in `rows`, None without one."""

    rows: tuple[TableRow, ...]
    headings: int | None
    columns: tuple[Column, ...]
    numbered: bool


def layout_of(table: RosterTable) -> Layout:
    """How the table is laid out, as far as can be told."""
    rows = _one_per_row(table)
    headings = find_headings(rows)
    if headings is None:
        headings = _unknown_headings(rows)
    return layout_with(replace(table, rows=rows), headings)


def layout_with(table: RosterTable, headings: int | None) -> Layout:
    """The layout when it is known which row holds the headings."""
    body = students_of(table.rows[0 if headings is None else headings + 1 :])
    names = [
        "" if headings is None else clean(table.rows[headings].cell(i)) for i in range(table.width)
    ]
    filled = [i for i in range(table.width) if names[i] or any(r.cell(i).strip() for r in body)]
    cells = [[row.cell(i) for row in body] for i in filled]
    known = [heading_kind(names[i]) if names[i] else None for i in filled]
    kinds = [a or _content_kind(b) for a, b in zip(known, cells, strict=True)]
    if _SAY_NAMES.isdisjoint(known):
        kinds = _guessed(kinds, cells, table.delimiter)
    elif not _says_half(known):
        kinds = [a or _never_name(b) for a, b in zip(known, kinds, strict=True)]
    columns = tuple(
        Column(i, names[i], kind, use)
        for i, kind, use in zip(filled, kinds, uses_of(kinds), strict=True)
    )
    return Layout(table.rows, headings, columns, _is_numbered(body, columns))


def students_of(rows: Sequence[TableRow]) -> list[TableRow]:
    """The rows that may be students, for judging columns by."""
    return [row for row in rows if why_no_student(filled_cells(row)) is None]


def filled_cells(row: TableRow) -> tuple[str, ...]:
    """The cleaned text of every cell that is not empty."""
    return tuple(text for cell in row.cells if (text := clean(cell)))


def _content_kind(values: Sequence[str]) -> ColumnKind:
    return content_kind([without_mark(value) for value in values])


def _says_half(known: Sequence[ColumnKind | None]) -> bool:
    """Whether the headings name only first or only last names: the other has an unknown word."""
    return len(_SAY_NAMES.intersection(known) - {ColumnKind.FULL, ColumnKind.NAME}) == 1


def _never_name(kind: ColumnKind) -> ColumnKind:
    """Where the headings say what is a name, a column that only looks like names is none."""
    return ColumnKind.OTHER if kind is ColumnKind.NAME else kind


def _guessed(
    kinds: Sequence[ColumnKind], cells: Sequence[Sequence[str]], delimiter: Delimiter
) -> list[ColumnKind]:
    """Without telling headings: which of the columns that could be names hold which."""
    found = [i for i, kind in enumerate(kinds) if kind is ColumnKind.NAME]
    whole = next((i for i in found if _mostly(cells[i], has_comma)), None)
    after: list[ColumnKind] = [
        ColumnKind.OTHER if kind is ColumnKind.NAME else kind for kind in kinds
    ]
    if whole is not None:
        after[whole] = ColumnKind.FULL
    elif len(found) == 1:
        several = _mostly(cells[found[0]], lambda text: len(without_mark(text).split()) > 1)
        after[found[0]] = ColumnKind.FULL if several else ColumnKind.FIRST
    elif found:
        first, last = _first_and_last(found[0], found[1], cells, delimiter)
        after[first], after[last] = ColumnKind.FIRST, ColumnKind.LAST
    return after


def _first_and_last(
    one: int, two: int, cells: Sequence[Sequence[str]], delimiter: Delimiter
) -> tuple[int, int]:
    """Which of two columns of names holds the first names.

    The one with more common first names; else by how it is written: "Last, First" has a space
    after the comma, a table has none.
    """
    score_one, score_two = _given_share(cells[one]), _given_share(cells[two])
    if score_one != score_two:
        return (one, two) if score_one > score_two else (two, one)
    spaced = delimiter is Delimiter.COMMA and _mostly(cells[two], lambda text: text[0] == " ")
    return (two, one) if spaced else (one, two)


def _given_share(values: Sequence[str]) -> int:
    starts = (clean(without_mark(value)).split(" ")[0] for value in values)
    return sum(heading_key(start) in _GIVEN_KEYS for start in starts)


def _mostly(values: Sequence[str], test: Callable[[str], bool]) -> bool:
    filled = [value for value in values if value.strip()]
    return 2 * sum(test(value) for value in filled) > len(filled)


def _is_numbered(body: Sequence[TableRow], columns: Sequence[Column]) -> bool:
    """Whether most lines begin with a number or bullet, in the first column of names."""
    at = next((c.index for c in columns if c.use is not ColumnUse.LEAVE_OUT), None)
    values = [] if at is None else [row.cell(at) for row in body if row.cell(at).strip()]
    return 2 * sum(without_mark(value) != value for value in values) > len(values)


def _unknown_headings(rows: Sequence[TableRow]) -> int | None:
    """Headings in words we do not know: above a column of dates or codes stands a word."""
    start = next((i for i, row in enumerate(rows) if len(filled_cells(row)) > 1), None)
    body = [] if start is None else students_of(rows[start + 1 :])
    if start is None or len(body) < 2:
        return None
    head = rows[start]
    for i, text in enumerate(head.cells):
        below = content_kind([row.cell(i) for row in body])
        word = text.strip() and not any(char.isdigit() for char in text)
        if word and below in _BESIDES_NAMES and content_kind([text]) is not below:
            return start
    return None


def _one_per_row(table: RosterTable) -> tuple[TableRow, ...]:
    """Names side by side, on one line or in a grid as on a seating plan, put one below another."""
    rows = table.rows
    if len(rows) == 1 and table.width == 1:
        rows = (TableRow(1, tuple(_ON_ONE_LINE.split(rows[0].cells[0]))),)
    cells = [cell for row in rows for cell in row.cells if cell.strip()]
    width = max((len(filled_cells(row)) for row in rows), default=0)
    line = len(rows) == 1 and width > 2
    grid = len(rows) <= _GRID_ROWS and width >= _GRID_COLUMNS
    if not (line or grid) or not _all_names(cells) or find_headings(rows) is not None:
        return table.rows
    return tuple(TableRow(at, (cell,)) for at, cell in enumerate(cells, 1))


def _all_names(cells: Sequence[str]) -> bool:
    """Whether each single cell could be a name by itself."""
    return all(
        content_kind([without_mark(cell)]) is ColumnKind.NAME and why_no_student((cell,)) is None
        for cell in cells
    )
