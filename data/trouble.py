"""What SQLite's errors mean: why nothing was written, or nothing was read."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from sqlcipher3 import dbapi2 as sqlite

from app.errors import NotRead, NotSaved

T = TypeVar("T")
Values = Sequence[object] | Mapping[str, object]
Row = tuple[Any, ...]
"""SQLite says only when it answers what is in a cell."""

LEAST = 64 * 1024
"""Bytes without which no log can be begun."""
QUICK_MS = 25
"""How long a write in the window waits for another program: what takes longer is tried again."""
DAMAGED = "damaged"
_REASONS = {
    "SQLITE_FULL": "full",
    "SQLITE_BUSY": "busy",
    "SQLITE_LOCKED": "busy",
    "SQLITE_READONLY": "read_only",
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_NOTADB": DAMAGED,
}
_CLOSED = "closed database"
_UNTRUE = "Could not decode"


def reason_of(error: sqlite.Error) -> str:
    """The reason as `errors.NotSaved` and `NotRead` carry it; "other" where the disk says no."""
    if _CLOSED in str(error):
        return "gone"
    name = getattr(error, "sqlite_errorname", "") or ""
    return next((reason for start, reason in _REASONS.items() if name.startswith(start)), "other")


def is_full(folder: Path) -> bool:
    """Whether the disk of a folder has no room left for anything."""
    try:
        return shutil.disk_usage(folder).free < LEAST
    except OSError:
        return False


def is_trouble(error: BaseException) -> bool:
    """Whether the disk or the file is to blame, and no bug of ours."""
    if isinstance(error, sqlite.OperationalError):
        return True
    if isinstance(error, sqlite.ProgrammingError):
        return _CLOSED in str(error)
    return isinstance(error, sqlite.DatabaseError) and reason_of(error) == DAMAGED


def ask(connection: sqlite.Connection, sql: str, values: Values = ()) -> list[Row]:
    """Every row of the answer. Raises `errors.NotRead` when disk or file give none."""
    try:
        return connection.execute(sql, values).fetchall()
    except sqlite.DatabaseError as error:
        if _UNTRUE in str(error):
            return _ask_for_any_text(connection, sql, values)
        if is_trouble(error):
            raise NotRead(reason_of(error)) from error
        raise


def _unheard() -> None:
    """Nobody wants to know."""


class Asking:
    """Asks on one connection; `damaged` hears when the file turns out to be damaged inside."""

    def __init__(self, connection: sqlite.Connection) -> None:
        self.connection = connection
        self.damaged: Callable[[], None] = _unheard

    def __call__(self, sql: str, values: Values = ()) -> list[Row]:
        """Every row of the answer. Raises `errors.NotRead`."""
        try:
            return ask(self.connection, sql, values)
        except NotRead as error:
            self.heard(error)
            raise

    def made(self, make: Callable[[], T]) -> T:
        """What rows say. Raises `errors.NotRead` where they say nothing that makes sense."""
        try:
            return make()
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            self.damaged()
            raise NotRead(DAMAGED) from error

    def heard(self, error: NotRead | NotSaved) -> None:
        """The disk or the file refused."""
        if error.reason == DAMAGED:
            self.damaged()


def _ask_for_any_text(connection: sqlite.Connection, sql: str, values: Values) -> list[Row]:
    """A bit has flipped inside a text: it is shown with a mark, and its seal tells of it."""
    usual = connection.text_factory
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.text_factory = usual


def be_quick(connection: sqlite.Connection) -> None:
    """Never wait longer than a moment for another program, as a lesson is on the screen."""
    connection.execute(f"PRAGMA busy_timeout={QUICK_MS}")
