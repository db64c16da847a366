"""What an observation said before, and what it says now."""

from dataclasses import dataclass

from app.domain.ids import StudentId
from app.domain.observations import Observation

SAID = ("student_id", "skill_id", "level", "tag_ids", "note", "private")
"""What a teacher may change; the rest is when and where it was."""


@dataclass(frozen=True, slots=True)
class SplitPart:
    """One of the observations that another is made into: whose it is, and its note."""

    student_id: StudentId
    note: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that was changed: the name of the field, and its value before and after."""

    field: str
    before: object
    after: object


def differences(before: Observation, after: Observation) -> tuple[Difference, ...]:
    """What was changed, in the order of `SAID`."""
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in SAID)
    return tuple(Difference(name, old, new) for name, old, new in pairs if old != new)
