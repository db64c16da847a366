"""Reads one row of a class list: the name in it, and what had to be put right."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.letters import clean
from app.domain.names import PersonName
from app.domain.roster.columns import Column, ColumnUse
from app.domain.roster.letters import has_lost_letters, hides_characters, repaired, unguarded
from app.domain.roster.lines import without_mark
from app.domain.roster.names import (
    called_first,
    everyday,
    has_comma,
    split_name,
    without_called,
    without_remarks,
)
from app.domain.roster.notes import Cell, Decision, Fix, FixKind
from app.domain.roster.table import TableRow


@dataclass(frozen=True, slots=True)
class Person:
    """A row read: `cells` in the order of the columns, `lost` when letters cannot be had back."""

    name: PersonName
    cells: tuple[Cell, ...]
    fixes: tuple[Fix, ...]
    lost: bool


def read_person(
    row: TableRow, columns: Sequence[Column], decision: Decision, numbered: bool
) -> Person:
    """The person in a row. `numbered` lists have a number or bullet before every name."""
    return _Reading(row, columns, decision, numbered).person()


@dataclass(slots=True)
class _Reading:
    row: TableRow
    columns: Sequence[Column]
    decision: Decision
    numbered: bool
    fixes: dict[FixKind, Fix] = field(default_factory=dict)
    shown: dict[ColumnUse, Cell] = field(default_factory=dict)
    called: str = ""

    def person(self) -> Person:
        first, last = self._parts()
        board = self._text(ColumnUse.BOARD)
        typed = self.decision
        called = self.called if typed.first is None else ""
        first = first if typed.first is None else typed.first
        last = last if typed.last is None else typed.last
        preferred = typed.board or board or called or called_first(first)
        name = PersonName(preferred, first or preferred, last)
        lost = any(has_lost_letters(part) for part in (first, last, preferred))
        return Person(name, self._cells(name), tuple(self.fixes.values()), lost)

    def _parts(self) -> tuple[str, str]:
        """First and last name as the list has them, put right."""
        full = self._text(ColumnUse.FULL)
        first, last = self._text(ColumnUse.FIRST), self._text(ColumnUse.LAST)
        if not full or (first and last):
            return self._split(first, last)
        parts = split_name(full)
        if parts.first and not has_comma(full):
            # Middle names are in lists, not on boards.
            self.called = self.called or everyday(parts.first)
        return first or parts.first, last or parts.last

    def _split(self, first: str, last: str) -> tuple[str, str]:
        whole = last if not first else first if not last else ""
        if self.decision.unfixed or not has_comma(whole):
            return first, last
        parts = split_name(whole)
        use = ColumnUse.LAST if not first else ColumnUse.FIRST
        now = parts.last if use is ColumnUse.LAST else parts.first
        self._say(FixKind.SPLIT, parts.first, parts.last)
        self.shown[use] = Cell(now, self.shown[use].was or whole)
        return parts.first, parts.last

    def _text(self, use: ColumnUse) -> str:
        """A name cell as it should be; what is done to it is noted."""
        index = next((column.index for column in self.columns if column.use is use), None)
        raw = "" if index is None else self.row.cell(index)
        now = self._put_right(self._unmarked(raw, index), use)
        was = clean(raw if not self.numbered else self._unmarked(raw, index))
        self.shown[use] = Cell(now, was if was != now else "")
        return now

    def _unmarked(self, raw: str, index: int | None) -> str:
        names = [column.index for column in self.columns if column.use is not ColumnUse.LEAVE_OUT]
        if not names or index != min(names):
            return raw
        bare = without_mark(raw)
        if bare != raw and not self.numbered:
            if self.decision.unfixed:
                return raw
            self._say(FixKind.MARK, clean(bare))
        return bare

    def _put_right(self, text: str, use: ColumnUse) -> str:
        if hides_characters(text):
            self._say(FixKind.HIDDEN, clean(text))
        if self.decision.unfixed:
            return clean(text)
        text = self._fix(FixKind.GUARD, text, unguarded(text))
        text = clean(self._fix(FixKind.LETTERS, text, repaired(text)))
        text = self._fix(FixKind.REMARK, text, without_remarks(text))
        rest, called = without_called(text)
        if called and use is not ColumnUse.BOARD:
            self.called = called
            return self._fix(FixKind.CALLED, text, rest, called)
        return text

    def _fix(self, kind: FixKind, before: str, after: str, *names: str) -> str:
        if clean(before) != clean(after):
            self._say(kind, *(names or (clean(after),)))
        return after

    def _say(self, kind: FixKind, *names: str) -> None:
        self.fixes[kind] = Fix(kind, names)

    def _cells(self, name: PersonName) -> tuple[Cell, ...]:
        now = {
            ColumnUse.FIRST: name.given,
            ColumnUse.LAST: name.family,
            ColumnUse.BOARD: name.preferred,
        }
        for use, text in now.items():
            typed = self._typed(use) is not None
            self.shown[use] = Cell(text, "" if typed else self.shown[use].was)
        return tuple(self._cell(column) for column in self.columns)

    def _typed(self, use: ColumnUse) -> str | None:
        typed = self.decision
        return {
            ColumnUse.FIRST: typed.first,
            ColumnUse.LAST: typed.last,
            ColumnUse.BOARD: typed.board,
        }.get(use)

    def _cell(self, column: Column) -> Cell:
        if column.use is ColumnUse.LEAVE_OUT:
            return Cell(clean(self.row.cell(column.index)))
        return self.shown[column.use]
