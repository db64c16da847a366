"""A checksum on each observation, so that a bit that flips inside a note is noticed.

SQLite's own checks see only its structure: a letter that changes within a text is "ok" to them.
The seal is the CRC-32 of the row's cells, in the order of the columns that a teacher's words are
in (all but the seal itself), written as one JSON array in UTF-8: no blanks, nothing escaped that
need not be, truth values as 0 and 1, nothing as null. This form never changes; a table that gets
a new column is sealed anew by the migration that adds it.
"""

import json
from collections.abc import Iterable
from zlib import crc32

from sqlcipher3 import dbapi2 as sqlite

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode

SEALED = frozenset({"observation"})
"""Tables whose rows carry one, in their last column `seal`."""


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


def reseal(connection: sqlite.Connection, table: str, where: str = "1") -> int:
    """Seal rows that were changed on purpose by SQL; returns how many. Inside a transaction.

    `where` is a condition of our own making, never a text from outside.
    """
    teach(connection)
    known = connection.execute(f'PRAGMA table_info("{table}")')
    cells = ", ".join(f'"{row[1]}"' for row in known if row[1] != "seal")
    found = connection.execute(f'UPDATE "{table}" SET seal = seal({cells}) WHERE {where}')
    return found.rowcount
