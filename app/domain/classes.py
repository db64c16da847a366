"""A class and who is in it."""

from dataclasses import dataclass

from app.domain.ids import ClassId, GoalId, LessonId, RuleId, SkillId, StudentId
from app.domain.names import PersonName

APART = "apart"
TOGETHER = "together"
VISIT = "visit"
CLOSED = "closed"
FEWEST = {CLOSED: 0, VISIT: 1}
"""How many students a rule is about at least, by its kind; any other is about two."""


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
    """A child in a class. A name is enough; `flag` is a short cue to the teacher alone.

    `pictures`: those that belong to observations may be handed on, by the family's consent.
    """

    id: StudentId
    class_id: ClassId
    preferred: str
    given: str
    family: str
    flag: str = ""
    archived: bool = False
    pictures: bool = False

    @property
    def name(self) -> PersonName:
        """Its parts together."""
        return PersonName(self.preferred, self.given, self.family)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule about students or stations, for every lesson or for one.

    `kind` is "apart" (each from each), "together", or "visit": each of them comes to one of
    `station_ids` (none: any teacher-led one) `count` times by the end of `by_round` (0: of the
    lesson). "closed" is about nobody: each of `station_ids` takes no one in `rounds`. `lesson_id`
    is the only lesson it holds for, `skill_id` what it is for.
    """

    id: RuleId
    class_id: ClassId
    kind: str
    student_ids: tuple[int, ...]
    station_ids: tuple[int, ...] = ()
    by_round: int = 0
    count: int = 1
    lesson_id: LessonId | None = None
    skill_id: SkillId | None = None
    rounds: tuple[int, ...] = ()

    def holds_in(self, lesson_id: LessonId) -> bool:
        """Whether it is about that lesson too."""
        return self.lesson_id is None or self.lesson_id == lesson_id


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
        """How many of the steps are done."""
        return sum(1 for at in self.done_at if at is not None)
