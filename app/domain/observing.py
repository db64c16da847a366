"""What the observe panel shows beside the lesson. None of it is for the board."""

from dataclasses import dataclass

from app.domain.ids import SkillId, StudentId, TagId
from app.domain.skills import LEVELS


@dataclass(frozen=True, slots=True)
class SkillOffer:
    """A skill that may be observed, with the words of its framework's levels."""

    id: SkillId
    text: str
    levels: tuple[str, ...] = LEVELS


@dataclass(frozen=True, slots=True)
class TagOffer:
    """A tag that may be given."""

    id: TagId
    name: str


@dataclass(frozen=True, slots=True)
class Observed:
    """The student who is looked at. `target` is the skill of the station where the student is."""

    id: StudentId
    name: str
    first: str
    family: str
    station: str = ""
    goal: str = ""
    target: SkillId | None = None
