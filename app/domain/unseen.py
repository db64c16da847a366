"""Who was not seen lately."""

from dataclasses import dataclass

from app.domain.ids import StudentId


@dataclass(frozen=True, slots=True)
class Unseen:
    """A student who was not observed lately; `days` is None for one who never was."""

    id: StudentId
    name: str
    first: str
    family: str
    days: int | None
