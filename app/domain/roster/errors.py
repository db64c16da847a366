"""Why a class list cannot be read. `file` is empty for a paste; nothing has changed."""

from dataclasses import dataclass

from app.errors import ClassroomError


@dataclass(eq=False)
class ListIsEmpty(ClassroomError):
    """There is no text in it."""

    file: str


@dataclass(eq=False)
class NotText(ClassroomError):
    """The bytes are no text of names.

    `kind` is "workbook", "document", "page", "pdf", "picture", "line" or "other".
    """

    file: str
    kind: str


@dataclass(eq=False)
class FileTooLarge(ClassroomError):
    """More bytes than a class list has."""

    file: str
    size: int
    limit: int


@dataclass(eq=False)
class TooManyRows(ClassroomError):
    """More rows than a class list has."""

    file: str
    count: int
    limit: int


@dataclass(eq=False)
class NameTooLong(ClassroomError):
    """A name has more letters than a name can have. `line` is counted from 1."""

    file: str
    line: int
    count: int
    limit: int
