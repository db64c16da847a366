"""Whether a row, or what the journal kept of one, is what its table takes."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from sqlcipher3 import dbapi2 as sqlite

from app.domain.changes import Entity
from data.damage.walk import Row
from data.mapping import KINDS, TABLES, columns, from_json, from_row, to_row

_TYPES: Mapping[str, type] = {"INTEGER": int, "TEXT": str}


class Layout(NamedTuple):
    """A table as a whole file has it: what each column takes, and where its parents are."""

    names: tuple[str, ...]
    takes: tuple[tuple[type, ...], ...]
    parents: Mapping[str, str]

    def fits(self, row: Row) -> bool:
        """Whether every cell is of its column's type, and what is a list reads as one."""
        return all(isinstance(c, t) for c, t in zip(row, self.takes, strict=True))


def layout_of(connection: sqlite.Connection, table: str, names: tuple[str, ...]) -> Layout:
    """How these columns of a table lie in a file that is whole."""
    known = {row[1]: row for row in connection.execute(f'PRAGMA table_info("{table}")')}
    takes = tuple(_takes(known[name][2], bool(known[name][3])) for name in names)
    parents = {row[3]: row[2] for row in connection.execute(f'PRAGMA foreign_key_list("{table}")')}
    return Layout(names, takes, parents)


def _takes(declared: str, is_needed: bool) -> tuple[type, ...]:
    wanted = _TYPES[declared]
    return (wanted,) if is_needed else (wanted, type(None))


def as_entity(table: str, row: Row) -> Entity | None:
    """What a row says; None when that is no such thing."""
    return _made(lambda: from_row(KINDS[table], row))


def from_history(table: str, text: str, layout: Layout) -> Entity | None:
    """What the journal kept of a row; None when that is no such thing."""
    entity = _made(lambda: from_json(KINDS[table], text))
    if entity is None or not layout.fits(tuple(to_row(entity).values())):
        return None
    return entity


def _made(make: Callable[[], Entity | None]) -> Entity | None:
    try:
        entity = make()
        return entity if entity is None or _is_text(entity) else None
    except (TypeError, ValueError, KeyError, AttributeError, json.JSONDecodeError):
        return None


def _is_text(entity: Entity) -> bool:
    """Whether all of it could be written: a flipped bit may leave what is no text."""
    cells = to_row(entity).values()
    return all(not isinstance(c, str) or c.isascii() or _encodes(c) for c in cells)


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@cache
def names_of(table: str) -> tuple[str, ...]:
    """The columns of a kind."""
    return columns(KINDS[table]).names


ORDER = tuple(TABLES.values())
"""Tables, a parent before its children."""
