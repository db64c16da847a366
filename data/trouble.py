"""What SQLite's errors mean: why nothing was written, or nothing was read."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from app.errors import NotRead

Values = Sequence[object] | Mapping[str, object]
Row = tuple[Any, ...]
"""SQLite says only when it answers what is in a cell."""

QUICK_MS = 25
"""How long a write in the window waits for another program: what takes longer is tried again."""
_REASONS = {
    "SQLITE_FULL": "full",
    "SQLITE_BUSY": "busy",
    "SQLITE_LOCKED": "busy",
    "SQLITE_READONLY": "read_only",
}
_CLOSED = "closed database"
_UNTRUE = "Could not decode"


def reason_of(error: sqlite.Error) -> str:
    """The reason as `errors.NotSaved` and `NotRead` carry it; "other" where the disk says no."""
    if _CLOSED in str(error):
        return "gone"
    name = getattr(error, "sqlite_errorname", "") or ""
    return next((reason for start, reason in _REASONS.items() if name.startswith(start)), "other")


def is_trouble(error: BaseException) -> bool:
    """Whether the disk is to blame, and neither the file's inside nor a bug of ours."""
    return isinstance(error, sqlite.OperationalError) or (
        isinstance(error, sqlite.ProgrammingError) and _CLOSED in str(error)
    )


def ask(connection: sqlite.Connection, sql: str, values: Values = ()) -> list[Row]:
    """Every row of the answer. Raises `errors.NotRead` when the disk gives none."""
    try:
        return connection.execute(sql, values).fetchall()
    except (sqlite.OperationalError, sqlite.ProgrammingError) as error:
        if _UNTRUE in str(error):
            return _ask_for_any_text(connection, sql, values)
        if is_trouble(error):
            raise NotRead(reason_of(error)) from error
        raise


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
