"""A class and who is in it."""

from dataclasses import dataclass

from app.domain.ids import ClassId, GoalId, RuleId, StudentId
from app.domain.names import PersonName


@dataclass(frozen=True, slots=True)
class SchoolClass:
    """Students taught together. `created_at` is in milliseconds UTC.

    `language` (such as "es") is what the board speaks to them; empty for the teacher's own.
    """

    id: ClassId
    name: str
    subject: str
    created_at: int
    archived: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Student:
    """A child in a class. A name is enough; `flag` is a short cue to the teacher alone."""

    id: StudentId
    class_id: ClassId
    preferred: str
    given: str
    family: str
    flag: str = ""
    archived: bool = False

    @property
    def name(self) -> PersonName:
        return PersonName(self.preferred, self.given, self.family)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule between students: `kind` is "apart" (each from each) or "together"."""

    id: RuleId
    class_id: ClassId
    kind: str
    student_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Goal:
    """What a student works towards: steps, and when each was done (milliseconds UTC, or None)."""

    id: GoalId
    student_id: StudentId
    title: str
    since: int
    steps: tuple[str, ...] = ()
    done_at: tuple[int | None, ...] = ()
    closed: bool = False

    @property
    def steps_done(self) -> int:
        return sum(1 for at in self.done_at if at is not None)
