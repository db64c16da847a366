"""A class list being checked: what was understood, and the teacher's decisions.

Everything is a pure function of the table, the class and the decisions; a decision gives a new
draft. Only names leave a draft: columns with birth dates, support notes and the like never do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.letters import clean
from app.domain.names import PersonName
from app.domain.roster.columns import Column, ColumnKind, ColumnUse, mapped
from app.domain.roster.errors import NameTooLong, TooManyRows
from app.domain.roster.layout import Layout, layout_of, layout_with
from app.domain.roster.notes import (
    UNDECIDED,
    Counts,
    Decision,
    DraftRow,
    KnownStudent,
    Member,
    NeedKind,
    RowState,
)
from app.domain.roster.rows import JudgedRows, read_rows
from app.domain.roster.table import MAX_NAME, MAX_ROWS, RosterTable, TableRow


@dataclass(frozen=True, slots=True)
class RosterDraft:
    """A list as understood so far. Make one with `understand`."""

    table: RosterTable
    existing: tuple[KnownStudent, ...]
    layout: Layout
    decisions: Mapping[int, Decision]
    judged: JudgedRows

    @property
    def columns(self) -> tuple[Column, ...]:
        """What each column holds and is used for."""
        return self.layout.columns

    @property
    def rows(self) -> tuple[DraftRow, ...]:
        """Every row but the headings, in the order of the list."""
        return self.judged.rows

    @property
    def heading_line(self) -> int | None:
        """The line of the row of headings, counted from 1; None without one."""
        at = self.layout.headings
        return None if at is None else self.layout.rows[at].line

    @property
    def left_out_kinds(self) -> tuple[ColumnKind, ...]:
        """What the columns hold that are left out."""
        kinds = [c.kind for c in self.columns if c.use is ColumnUse.LEAVE_OUT]
        return tuple(dict.fromkeys(kinds))

    @property
    def ready(self) -> tuple[PersonName, ...]:
        """The names that would join the class now, in the order of the list."""
        return tuple(row.name for row in self.rows if row.is_added)

    @property
    def counts(self) -> Counts:
        """How many rows there are in each state."""
        states = [row.state for row in self.rows]
        return Counts(
            len(states),
            states.count(RowState.NEEDS),
            states.count(RowState.FIXED),
            states.count(RowState.READY),
            states.count(RowState.LEFT_OUT),
        )

    @property
    def members(self) -> tuple[Member, ...]:
        """Everyone in the class after the import, those already in it first."""
        known = zip(self.existing, self.judged.existing_boards, strict=True)
        new = (Member(row.name, row.board, row=row.index) for row in self.rows if row.is_added)
        return (*(Member(k.name, board, id=k.id) for k, board in known), *new)

    @property
    def known_count(self) -> int:
        """How many rows ask about someone already in the class."""
        return sum(_is_known(row) for row in self.rows)

    def row(self, index: int) -> DraftRow:
        """The row with a key. KeyError when there is none, as for the headings."""
        for row in self.rows:
            if row.index == index:
                return row
        raise KeyError(index)


def understand(table: RosterTable, existing: Sequence[KnownStudent] = ()) -> RosterDraft:
    """What a table says, before the teacher has decided anything.

    Raises `NameTooLong`, and `TooManyRows` for that many names on few lines.
    """
    layout = layout_of(table)
    if len(layout.rows) > MAX_ROWS:
        raise TooManyRows(table.source, len(layout.rows), MAX_ROWS)
    return _drafted(table, tuple(existing), layout, {})


def empty_draft(existing: Sequence[KnownStudent] = ()) -> RosterDraft:
    """A draft without a list, for students typed one by one with `add_row`."""
    return understand(RosterTable("", ()), existing)


def map_column(draft: RosterDraft, column: int, use: ColumnUse) -> RosterDraft:
    """Use a column (by its place in the table) for something else. Raises `NameTooLong`."""
    columns = mapped(draft.columns, column, use)
    layout = replace(draft.layout, columns=columns)
    return _drafted(draft.table, draft.existing, layout, draft.decisions)


def use_headings(draft: RosterDraft, index: int | None) -> RosterDraft:
    """Take another row for the headings, or none. Decisions about the rows stay."""
    layout = layout_with(replace(draft.table, rows=draft.layout.rows), index)
    return _drafted(draft.table, draft.existing, layout, draft.decisions)


def fill(draft: RosterDraft, row: int, use: ColumnUse, text: str) -> RosterDraft:
    """Put a typed first name, last name or name on board into a row. Raises `NameTooLong`."""
    typed = clean(text)
    if len(typed) > MAX_NAME:
        raise NameTooLong("", draft.row(row).line, len(typed), MAX_NAME)
    decision = _decision(draft, row)
    if use is ColumnUse.FIRST:
        return _decided(draft, row, replace(decision, first=typed))
    if use is ColumnUse.LAST:
        return _decided(draft, row, replace(decision, last=typed))
    return _decided(draft, row, replace(decision, board=typed))


def skip(draft: RosterDraft, row: int) -> RosterDraft:
    """Leave a row out; `keep` brings it back."""
    return _decided(draft, row, replace(_decision(draft, row), skipped=True))


def keep(draft: RosterDraft, row: int) -> RosterDraft:
    """Take a row that was left out, or both of two alike, or a name as it is.

    A row skipped before is as it was before that.
    """
    before = _decision(draft, row)
    if before.skipped:
        return _decided(draft, row, replace(before, skipped=False, accepted=False))
    if draft.row(row).state is RowState.LEFT_OUT:
        return _decided(draft, row, replace(before, student=True))
    return _decided(draft, row, replace(before, accepted=True))


def undo_fix(draft: RosterDraft, row: int) -> RosterDraft:
    """Show a row's cells as they came, without what was put right."""
    return _decided(draft, row, replace(_decision(draft, row), unfixed=True))


def redo_fix(draft: RosterDraft, row: int) -> RosterDraft:
    """Put right again what `undo_fix` took back."""
    return _decided(draft, row, replace(_decision(draft, row), unfixed=False))


def skip_known(draft: RosterDraft) -> RosterDraft:
    """Leave out every row whose student is already in the class."""
    skipped = {
        row.index: replace(_decision(draft, row.index), skipped=True)
        for row in draft.rows
        if _is_known(row)
    }
    decisions = {**draft.decisions, **skipped}
    return _drafted(draft.table, draft.existing, draft.layout, decisions, draft)


def _is_known(row: DraftRow) -> bool:
    return row.note.need is not None and row.note.need.kind is NeedKind.ALREADY_IN_CLASS


def still_open(draft: RosterDraft, existing: Sequence[KnownStudent]) -> RosterDraft:
    """What is left of a draft after its ready rows joined the class: the rows that need someone."""
    open_rows = [row.index for row in draft.rows if row.state is RowState.NEEDS]
    headings = draft.layout.headings
    kept = sorted([*open_rows, *([] if headings is None else [headings])])
    layout = replace(
        draft.layout,
        rows=tuple(draft.layout.rows[index] for index in kept),
        headings=None if headings is None else kept.index(headings),
    )
    decisions = {kept.index(i): d for i, d in draft.decisions.items() if i in open_rows}
    table = replace(draft.table, rows=layout.rows)
    return _drafted(table, tuple(existing), layout, decisions)


def with_existing(draft: RosterDraft, existing: Sequence[KnownStudent]) -> RosterDraft:
    """The same list and decisions for a class in which others are now."""
    return _drafted(draft.table, tuple(existing), draft.layout, draft.decisions, draft)


def add_row(draft: RosterDraft) -> RosterDraft:
    """A new row at the end, to type a student into; it is the last of `rows`."""
    rows = draft.layout.rows
    line = rows[-1].line + 1 if rows else 1
    layout = replace(draft.layout, rows=(*rows, TableRow(line, ())))
    decisions = {**draft.decisions, len(rows): Decision(student=True)}
    return _drafted(draft.table, draft.existing, layout, decisions)


def _decision(draft: RosterDraft, row: int) -> Decision:
    return draft.decisions.get(row, UNDECIDED)


def _decided(draft: RosterDraft, row: int, decision: Decision) -> RosterDraft:
    draft.row(row)
    decisions = {**draft.decisions, row: decision}
    return _drafted(draft.table, draft.existing, draft.layout, decisions, draft)


def _drafted(
    table: RosterTable,
    existing: tuple[KnownStudent, ...],
    layout: Layout,
    decisions: Mapping[int, Decision],
    before: RosterDraft | None = None,
) -> RosterDraft:
    read = {} if before is None else before.judged.read
    judged = read_rows(layout, table.source, existing, decisions, read)
    return RosterDraft(table, existing, layout, decisions, judged)
