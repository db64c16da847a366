"""Judges the rows of a class list together: who is a student, who is there twice."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.domain.board_names import board_names
from app.domain.letters import clean, folded
from app.domain.names import PersonName
from app.domain.roster_aliases import ADULT_ROLES
from app.domain.roster_columns import ColumnKind, ColumnUse, column_for
from app.domain.roster_errors import NameTooLong
from app.domain.roster_headings import heading_key
from app.domain.roster_layout import Layout, filled_cells
from app.domain.roster_lines import WhyLeftOut, why_no_row, why_no_student
from app.domain.roster_notes import (
    UNDECIDED,
    Cell,
    Decision,
    DraftRow,
    Fix,
    FixKind,
    KnownStudent,
    Need,
    NeedKind,
    RowNote,
    RowState,
)
from app.domain.roster_people import Person, read_person
from app.domain.roster_table import MAX_NAME, TableRow

_NOBODY = PersonName("", "", "")


@dataclass(slots=True)
class _Seen:
    """Whom there is already, by first name: last names with the row, None for the class."""

    by_first: dict[str, list[tuple[str, int | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def add(self, name: PersonName, line: int | None) -> None:
        for first in _firsts(name):
            self.by_first[first].append((_alike(name.family), line))

    def need(self, name: PersonName) -> Need | None:
        """The question when someone of the same name is there.

        Against the class, a missing last name fits any; within the list it only fits another.
        """
        family = _alike(name.family)
        others = [other for first in _firsts(name) for other in self.by_first.get(first, ())]
        for other, line in others:
            if line is None and (other == family or not other or not family):
                return Need(NeedKind.ALREADY_IN_CLASS, name.first)
        twice = (line for other, line in others if line is not None and other == family)
        line = next(twice, None)
        return None if line is None else Need(NeedKind.TWICE_IN_LIST, name.first, line)


def _firsts(name: PersonName) -> set[str]:
    return {_alike(first) for first in (name.preferred, name.given) if first}


def _alike(text: str) -> str:
    """What is left of a name when accents are left away, as many programs do."""
    return heading_key(folded(text)) if text else ""


@dataclass(frozen=True, slots=True)
class JudgedRows:
    """The rows, and what the board shows for those already in the class, in their order."""

    rows: tuple[DraftRow, ...]
    existing_boards: tuple[str, ...]


def read_rows(
    layout: Layout,
    source: str,
    existing: Sequence[KnownStudent],
    decisions: Mapping[int, Decision],
) -> JudgedRows:
    """Every row but the headings, each in exactly one state. Raises `NameTooLong`."""
    seen = _Seen()
    for student in existing:
        seen.add(student.name, None)
    rows = tuple(_judged(layout, source, decisions, seen))
    return _with_boards(rows, existing)


def _judged(
    layout: Layout, source: str, decisions: Mapping[int, Decision], seen: _Seen
) -> Iterator[DraftRow]:
    for index, row in enumerate(layout.rows):
        if index == layout.headings:
            continue
        decision = decisions.get(index, UNDECIDED)
        why = _why_left_out(layout, index, decision)
        if why is not None:
            yield _left_out(layout, index, why)
            continue
        person = read_person(row, layout.columns, decision, layout.numbered)
        _refuse_long(source, row.line, person.name)
        need = _need(person, decision, seen)
        seen.add(person.name, row.line)
        yield DraftRow(index, row.line, person.cells, person.name, "", _note(person, need))


def _refuse_long(source: str, line: int, name: PersonName) -> None:
    longest = max(len(name.preferred), len(name.given), len(name.family))
    if longest > MAX_NAME:
        raise NameTooLong(source, line, longest, MAX_NAME)


def _left_out(layout: Layout, index: int, why: WhyLeftOut) -> DraftRow:
    row = layout.rows[index]
    cells = tuple(Cell(clean(row.cell(column.index))) for column in layout.columns)
    return DraftRow(index, row.line, cells, _NOBODY, "", RowNote(RowState.LEFT_OUT, why=why))


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
    return _no_name(layout, row, cells) or _unlike_student(layout, row, cells)


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
    head = filled_cells(layout.rows[layout.headings])
    return [c.casefold() for c in filled_cells(row)] == [c.casefold() for c in head]


def _is_adult(layout: Layout, row: TableRow) -> bool:
    roles = (column.index for column in layout.columns if column.kind is ColumnKind.ROLE)
    return any(heading_key(row.cell(at)) in ADULT_ROLES for at in roles)


def _need(person: Person, decision: Decision, seen: _Seen) -> Need | None:
    name = person.name
    if not name.given and not (decision.accepted and name.family):
        return Need(NeedKind.NO_FIRST_NAME, name.family)
    if decision.accepted:
        return None
    if person.lost:
        return Need(NeedKind.LOST_LETTERS, name.first)
    return seen.need(name)


def _note(person: Person, need: Need | None) -> RowNote:
    if need is not None:
        return RowNote(RowState.NEEDS, person.fixes, need)
    return RowNote(RowState.FIXED if person.fixes else RowState.READY, person.fixes)


def _with_boards(rows: tuple[DraftRow, ...], existing: Sequence[KnownStudent]) -> JudgedRows:
    """Give each row its name on the board, and say where a first name is shared."""
    added = [row for row in rows if row.is_added]
    names = [student.name for student in existing] + [row.name for row in added]
    boards = board_names(names)
    shared: dict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(names):
        shared[folded(name.first)].append(at)
    lines = [None] * len(existing) + [row.line for row in added]
    news = {
        row.index: _with_board(row, at, shared[folded(row.name.first)], boards, lines)
        for at, row in enumerate(added, len(existing))
    }
    judged = tuple(news.get(row.index) or _unadded(row) for row in rows)
    return JudgedRows(judged, boards[: len(existing)])


def _unadded(row: DraftRow) -> DraftRow:
    return replace(row, board=row.name.preferred if row.state is RowState.NEEDS else "")


def _with_board(
    row: DraftRow,
    at: int,
    group: Sequence[int],
    boards: Sequence[str],
    lines: Sequence[int | None],
) -> DraftRow:
    row = replace(row, board=boards[at])
    if len(group) < 2:
        return row
    first = next(other for other in group if lines[other] is not None)
    names = tuple(boards[other] for other in group)
    fix = Fix(FixKind.SAME_FIRST, names, None if first == at else lines[first])
    return replace(row, note=RowNote(RowState.FIXED, (*row.note.fixes, fix)))
