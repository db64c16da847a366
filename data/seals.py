"""A checksum on each row, so that a bit that flips inside it is noticed.

SQLite's own checks see only its structure: a letter that changes within a text is "ok" to them.
The seal is the CRC-32 of the row's cells, in the order of its columns (all but the seal itself),
written as one JSON array in UTF-8: no blanks, nothing escaped that need not be, truth values as 0
and 1, nothing as null. This form never changes. What SQL changes on purpose it seals anew.
"""

import json
from collections.abc import Iterable, Sequence
from zlib import crc32

from sqlcipher3 import dbapi2 as sqlite

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode

SEAL = "seal"
"""The column that holds it."""

JOURNAL = ("step", "change")
"""Tables that carry one and are no kind of thing; every kind has one too."""


def seal_of(cells: Iterable[object]) -> int:
    """The seal of a row, from its cells without the seal.

    Cells that are no text, number or nothing have none: then it is -1, which no row carries.
    """
    plain = [int(cell) if cell is True or cell is False else cell for cell in cells]
    try:
        return crc32(_encode(plain).encode())
    except (TypeError, ValueError):
        return -1


def teach(connection: sqlite.Connection) -> None:
    """Let SQL on this connection say `seal(cell, cell, …)`."""
    connection.create_function("seal", -1, lambda *cells: seal_of(cells), deterministic=True)


def cells_of(connection: sqlite.Connection, table: str) -> tuple[str, ...]:
    """The columns a seal covers, in their order; none when there is no such table."""
    known = connection.execute(f'PRAGMA table_info("{table}")')
    return tuple(row[1] for row in known if row[1] != SEAL)


def is_sealed(connection: sqlite.Connection, table: str) -> bool:
    """Whether the table of this file, which may be an older one, carries seals."""
    return any(row[1] == SEAL for row in connection.execute(f'PRAGMA table_info("{table}")'))


def quoted(names: Iterable[str]) -> list[str]:
    """Names of columns as SQL has them."""
    return [f'"{name}"' for name in names]


def seal_call(names: Iterable[str]) -> str:
    """What gives a row's seal in SQL, on a connection that was taught."""
    return f"seal({', '.join(names)})"


def add_seals(connection: sqlite.Connection, table: str) -> None:
    """Give a table seals; what is there is taken as it stands. Inside a transaction."""
    connection.execute(f'ALTER TABLE "{table}" ADD COLUMN seal INTEGER NOT NULL DEFAULT -1')
    reseal(connection, table)


def sealed_cells(connection: sqlite.Connection, table: str) -> tuple[str, ...]:
    """The columns its seals cover; none when it has no seals."""
    return cells_of(connection, table) if is_sealed(connection, table) else ()


def seal_anew(connection: sqlite.Connection, table: str, before: Sequence[str]) -> None:
    """Seal a table that is new, or has other columns than `before`. Inside a transaction.

    A row whose seal did not hold before does not get one that does.
    """
    now = sealed_cells(connection, table)
    if not now:
        add_seals(connection, table)
    elif before and now != before:
        teach(connection)
        are_there = set(before) <= set(now)
        reseal(connection, table, f"seal = {seal_call(quoted(before))}" if are_there else "1")


def reseal(connection: sqlite.Connection, table: str, where: str = "1") -> int:
    """Seal rows that were changed on purpose by SQL; returns how many. Inside a transaction.

    `where` is a condition of our own making, never a text from outside.
    """
    teach(connection)
    call = seal_call(quoted(cells_of(connection, table)))
    found = connection.execute(f'UPDATE "{table}" SET seal = {call} WHERE {where}')
    return found.rowcount
