"""Who was not seen lately."""

from typing import NamedTuple

from app.domain.ids import StudentId


class Unseen(NamedTuple):
    """A student who was not observed lately; `days` is None for one who never was."""

    id: StudentId
    name: str
    first: str
    family: str
    days: int | None
