"""Damage that was met while a file was read or written, told like damage that was looked for."""

from pathlib import Path

from app.errors import ClassroomError, DamagedFile, NotRead, NotSaved
from ui.bootstrap import Unreadable


def met(error: Exception, database: Path) -> ClassroomError | OSError:
    """The error, as `DamagedFile` where it is the inside of the class file that is damaged."""
    if isinstance(error, Unreadable):
        return DamagedFile(database, str(error))
    if isinstance(error, NotRead | NotSaved) and error.reason == "damaged":
        return DamagedFile(database, str(error.__cause__ or "a part of it makes no sense"))
    if isinstance(error, ClassroomError | OSError):
        return error
    raise error
