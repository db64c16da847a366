"""Columns of a class list: what they hold and what they are used for."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class ColumnUse(Enum):
    """What a column gives the class. Only names are ever taken in."""

    FIRST = "first"
    LAST = "last"
    BOARD = "board"
    FULL = "full"
    LEAVE_OUT = "leave out"


class ColumnKind(Enum):
    """What a column was recognised as. NAME is a bare "Name", whose meaning its neighbours give."""

    FIRST = "first"
    LAST = "last"
    BOARD = "board"
    FULL = "full"
    NAME = "name"
    BIRTH = "birth"
    GENDER = "gender"
    SUPPORT = "support"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    CONTACT = "contact"
    ID = "id"
    CLASS = "class"
    ROLE = "role"
    NUMBER = "number"
    OTHER = "other"


NAME_USES = (ColumnUse.FIRST, ColumnUse.LAST, ColumnUse.BOARD, ColumnUse.FULL)
_DIRECT = {
    ColumnKind.FIRST: ColumnUse.FIRST,
    ColumnKind.LAST: ColumnUse.LAST,
    ColumnKind.BOARD: ColumnUse.BOARD,
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column that holds anything: `index` is its place in the table."""

    index: int
    heading: str
    kind: ColumnKind
    use: ColumnUse


def uses_of(kinds: Iterable[ColumnKind]) -> tuple[ColumnUse, ...]:
    """What each column is for, judged by what its neighbours are; each name use is given once."""
    given: list[ColumnUse] = []
    all_kinds = tuple(kinds)
    for kind in all_kinds:
        use = _use(kind, all_kinds)
        given.append(ColumnUse.LEAVE_OUT if use in given else use)
    return tuple(given)


def _use(kind: ColumnKind, among: tuple[ColumnKind, ...]) -> ColumnUse:
    if kind is ColumnKind.NAME:
        return _bare_name(among)
    if kind is ColumnKind.FULL:
        parts = ColumnKind.FIRST in among
        return ColumnUse.LEAVE_OUT if parts else ColumnUse.FULL
    return _DIRECT.get(kind, ColumnUse.LEAVE_OUT)


def _bare_name(among: tuple[ColumnKind, ...]) -> ColumnUse:
    """A bare "Name": the last in "Nom, Prénom", the first in "Nombre, Apellidos", alone both."""
    if ColumnKind.FIRST in among:
        return ColumnUse.LEAVE_OUT if ColumnKind.LAST in among else ColumnUse.LAST
    return ColumnUse.FIRST if ColumnKind.LAST in among else ColumnUse.FULL


def mapped(columns: tuple[Column, ...], index: int, use: ColumnUse) -> tuple[Column, ...]:
    """Give a column a use; a column that had that use takes the other's in exchange."""
    former = next(column.use for column in columns if column.index == index)
    taken = use if use in NAME_USES else None

    def after(column: Column) -> ColumnUse:
        if column.index == index:
            return use
        return former if column.use is taken else column.use

    return tuple(Column(c.index, c.heading, c.kind, after(c)) for c in columns)


def column_for(columns: tuple[Column, ...], use: ColumnUse) -> int | None:
    """The place in the table of the column with a use, None when no column has it."""
    return next((column.index for column in columns if column.use is use), None)
