"""Reads one row of a class list by itself: is it a student, and who."""

from dataclasses import dataclass

from app.domain.letters import clean
from app.domain.names import PersonName
from app.domain.roster.aliases import ADULT_ROLES
from app.domain.roster.columns import ColumnKind, ColumnUse, column_for
from app.domain.roster.errors import NameTooLong
from app.domain.roster.headings import heading_key
from app.domain.roster.layout import Layout, filled_cells
from app.domain.roster.lines import WhyLeftOut, why_no_row, why_no_student
from app.domain.roster.notes import Cell, Decision
from app.domain.roster.people import Person, read_person
from app.domain.roster.table import MAX_NAME, TableRow


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What a row says under a decision: either a person, or why it is left out."""

    decision: Decision
    cells: tuple[Cell, ...]
    person: Person | None = None
    why: WhyLeftOut | None = None


def read_row(layout: Layout, source: str, index: int, decision: Decision) -> ReadRow:
    """Read the row at a place of the layout. Raises `NameTooLong`."""
    row = layout.rows[index]
    why = _why_left_out(layout, index, decision)
    if why is not None:
        cells = tuple(Cell(clean(row.cell(column.index))) for column in layout.columns)
        return ReadRow(decision, cells, why=why)
    person = read_person(row, layout.columns, decision, layout.numbered)
    _refuse_long(source, row.line, person.name)
    return ReadRow(decision, person.cells, person)


def _refuse_long(source: str, line: int, name: PersonName) -> None:
    longest = max(len(name.preferred), len(name.given), len(name.family))
    if longest > MAX_NAME:
        raise NameTooLong(source, line, longest, MAX_NAME)


def _why_left_out(layout: Layout, index: int, decision: Decision) -> WhyLeftOut | None:
    if decision.skipped:
        return WhyLeftOut.SKIPPED
    if decision.student:
        return None
    row = layout.rows[index]
    cells = filled_cells(row)
    if layout.headings is not None and index < layout.headings:
        return why_no_student(cells) or WhyLeftOut.TITLE
    if _is_headings_again(layout, row):
        return WhyLeftOut.HEADING_AGAIN
    if _is_adult(layout, row):
        return WhyLeftOut.ADULT
    return _unlike_student(layout, row, cells) or _no_name(layout, row, cells)


def _unlike_student(layout: Layout, row: TableRow, cells: tuple[str, ...]) -> WhyLeftOut | None:
    parts = (column_for(layout.columns, use) for use in (ColumnUse.FIRST, ColumnUse.LAST))
    whole = all(at is not None and row.cell(at).strip() for at in parts)
    return why_no_row(cells) if whole else why_no_student(cells)


def _no_name(layout: Layout, row: TableRow, cells: tuple[str, ...]) -> WhyLeftOut | None:
    """A row that was numbered or labelled in advance and never filled in."""
    named = any(
        row.cell(column.index).strip()
        for column in layout.columns
        if column.use is not ColumnUse.LEAVE_OUT
    )
    return WhyLeftOut.NO_NAME if not named and len(cells) < 2 else None


def _is_headings_again(layout: Layout, row: TableRow) -> bool:
    if layout.headings is None:
        return False
    head = layout.rows[layout.headings]
    width = max(len(head.cells), len(row.cells))
    return all(_same(row.cell(at), head.cell(at)) for at in range(width))


def _same(one: str, other: str) -> bool:
    return clean(one).casefold() == clean(other).casefold()


def _is_adult(layout: Layout, row: TableRow) -> bool:
    roles = (column.index for column in layout.columns if column.kind is ColumnKind.ROLE)
    return any(heading_key(row.cell(at)) in ADULT_ROLES for at in roles)
