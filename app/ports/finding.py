"""Looking for notes."""

from typing import Protocol

from app.domain.finding import Found, NoteQuery
from app.domain.ids import ClassId, SkillId


class Finder(Protocol):
    """Finds notes again by their words and by what else is known of them."""

    @property
    def in_worker(self) -> bool:
        """Whether a worker may ask; else only the thread of the window."""
        ...

    def find(self, query: NoteQuery, limit: int) -> Found:
        """The newest seen that fit, at most `limit`. Raises `errors.NotRead`."""
        ...

    def skills(self, class_id: ClassId) -> tuple[SkillId, ...]:
        """The skills on which anything was ever observed in the class. Raises `errors.NotRead`."""
        ...

    def close(self) -> None:
        """Hold the file no longer; it may be asked again all the same."""
        ...
