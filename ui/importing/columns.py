"""Which columns the table of an import shows, and how wide."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.domain.roster.columns import Column, ColumnUse, column_for
from app.domain.roster.draft import RosterDraft

ROW_WIDTH = 44
NOTE_WIDTH = 300
_WIDTHS = {
    ColumnUse.FIRST: 144,
    ColumnUse.LAST: 150,
    ColumnUse.BOARD: 150,
    ColumnUse.FULL: 190,
    ColumnUse.LEAVE_OUT: 100,
}
_LEAST = {
    ColumnUse.FIRST: 110,
    ColumnUse.LAST: 110,
    ColumnUse.BOARD: 110,
    ColumnUse.FULL: 130,
}
NOTE_LEAST = 230
_NOTE_MOST = 440


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column of names or of what is left out.

    `at` is its place among the draft's columns; None for one the list lacks, which is made of
    what was understood. `width` is in px.
    """

    use: ColumnUse
    at: int | None
    width: int = 0

    @property
    def is_name(self) -> bool:
        return self.use is not ColumnUse.LEAVE_OUT


@dataclass(frozen=True, slots=True)
class Plan:
    """What is shown: `hidden` are places of columns that had no room, all of them left out."""

    columns: tuple[ShownColumn, ...]
    hidden: tuple[int, ...]
    row_width: int
    note_width: int


def plan(
    draft: RosterDraft, width: int, px: Callable[[float], int], wanted: Sequence[int] = ()
) -> Plan:
    """Names always; of what is left out as much as fits into `width` px, `wanted` first.

    Where even the names do not fit as drawn, as with large letters, they are narrower and wrap;
    where they are as narrow as can be, the table scrolls sideways.
    """
    room = width - px(ROW_WIDTH) - px(NOTE_WIDTH)
    names = [c for c in _all(draft) if c.is_name]
    room -= sum(px(_WIDTHS[c.use]) for c in names)
    most = max(0, room // px(_WIDTHS[ColumnUse.LEAVE_OUT]))
    left_out = [at for at, c in enumerate(draft.columns) if c.use is ColumnUse.LEAVE_OUT]
    first = sorted(left_out, key=lambda at: (at not in wanted, at))
    hidden = frozenset(first[most:])
    shown = [c for c in _all(draft) if c.is_name or c.at not in hidden]
    return _spread(shown, tuple(sorted(hidden)), width, px)


def needed(draft: RosterDraft) -> tuple[ColumnUse, ...]:
    """The uses of the columns that are always shown."""
    return needed_of(_all(draft))


def needed_of(columns: Sequence[ShownColumn]) -> tuple[ColumnUse, ...]:
    """Of these, the uses of the columns that are always shown."""
    return tuple(column.use for column in columns if column.is_name)


def _all(draft: RosterDraft) -> list[ShownColumn]:
    """The list's columns in its order, and then those that it lacks."""
    columns = draft.columns
    own = [ShownColumn(column.use, at) for at, column in enumerate(columns)]
    return own + [ShownColumn(use, None) for use in _lacking(columns, draft)]


def _lacking(columns: Sequence[Column], draft: RosterDraft) -> list[ColumnUse]:
    have = {use for use in ColumnUse if column_for(tuple(columns), use) is not None}
    whole = ColumnUse.FULL in have
    typed = any(name.family for name in draft.ready) and ColumnUse.LAST not in have
    wanted = {ColumnUse.FIRST, ColumnUse.BOARD} | ({ColumnUse.LAST} if whole or typed else set())
    order = (ColumnUse.FIRST, ColumnUse.LAST, ColumnUse.BOARD)
    return [use for use in order if use in wanted - have]


def _spread(
    shown: Sequence[ShownColumn],
    hidden: tuple[int, ...],
    width: int,
    px: Callable[[float], int],
) -> Plan:
    """Give what room is left to the names, and to the note up to a comfortable line."""
    widths = [px(_WIDTHS[c.use]) for c in shown]
    note = px(NOTE_WIDTH)
    tight = width < px(ROW_WIDTH) + note + sum(widths)
    if tight:
        widths = [px(_LEAST.get(c.use, _WIDTHS[c.use])) for c in shown]
        note = px(NOTE_LEAST)
    spare = max(0, width - px(ROW_WIDTH) - note - sum(widths))
    more = 0 if tight else min(spare // 2, px(_NOTE_MOST) - note)
    names = [i for i, c in enumerate(shown) if c.is_name]
    share, rest = divmod(spare - more, max(1, len(names)))
    for i in names:
        widths[i] += share
    columns = tuple(replace(c, width=w) for c, w in zip(shown, widths, strict=True))
    return Plan(columns, hidden, px(ROW_WIDTH), note + more + rest)
