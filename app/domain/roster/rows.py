"""Judges the rows of a class list together: who is there twice, what the board shows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.domain.board.names import board_names
from app.domain.letters import folded
from app.domain.names import PersonName
from app.domain.roster.headings import heading_key
from app.domain.roster.layout import Layout
from app.domain.roster.notes import (
    UNDECIDED,
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
from app.domain.roster.people import Person
from app.domain.roster.reading import ReadRow, read_row

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
    read: Mapping[int, ReadRow]


def read_rows(
    layout: Layout,
    source: str,
    existing: Sequence[KnownStudent],
    decisions: Mapping[int, Decision],
    before: Mapping[int, ReadRow],
) -> JudgedRows:
    """Every row but the headings, each in exactly one state. Raises `NameTooLong`.

    `before` are rows read earlier in the same layout; only those decided anew are read again.
    """
    seen = _Seen()
    for student in existing:
        seen.add(student.name, None)
    read = {
        index: _read(layout, source, index, decisions.get(index, UNDECIDED), before.get(index))
        for index in range(len(layout.rows))
        if index != layout.headings
    }
    rows = tuple(_judged(layout, index, one, seen) for index, one in read.items())
    return _with_boards(rows, existing, read)


def _read(
    layout: Layout, source: str, index: int, decision: Decision, before: ReadRow | None
) -> ReadRow:
    same = before is not None and before.decision == decision
    return before if before is not None and same else read_row(layout, source, index, decision)


def _judged(layout: Layout, index: int, read: ReadRow, seen: _Seen) -> DraftRow:
    row, person = layout.rows[index], read.person
    if person is None:
        note = RowNote(RowState.LEFT_OUT, why=read.why)
        return DraftRow(index, row.line, read.cells, _NOBODY, "", note)
    need = _need(person, read.decision, seen)
    seen.add(person.name, row.line)
    return DraftRow(index, row.line, read.cells, person.name, "", _note(person, need))


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


def _with_boards(
    rows: tuple[DraftRow, ...], existing: Sequence[KnownStudent], read: Mapping[int, ReadRow]
) -> JudgedRows:
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
    return JudgedRows(judged, boards[: len(existing)], read)


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
