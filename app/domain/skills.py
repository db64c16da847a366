"""Frameworks of skills, and the tags an observation may carry."""

from dataclasses import dataclass
from typing import NamedTuple

from app.domain.ids import ClassId, FrameworkId, JudgementId, SkillId, StudentId, TagId

LEVELS = ("Beginning", "Developing", "Secure", "Extending")
FEWEST_LEVELS, MOST_LEVELS = 2, 6

MOST_RECENT = "most recent"
HIGHEST = "highest"
DECAYING = "decaying average"
N_TIMES = "n times"
AVERAGE = "average"

NEWEST_PERCENT = 65
"""The part of the newest evidence in the decaying average, as Canvas has it."""
TIMES = 3


class How(NamedTuple):
    """A method and its figures: `newest_percent` (1 to 99) and `times` (1 or more)."""

    method: str = MOST_RECENT
    newest_percent: int = NEWEST_PERCENT
    times: int = TIMES


LATEST = How()


@dataclass(frozen=True, slots=True)
class Framework:
    """A tree of skills. `levels` are the words for level 1, 2, ... (two to six of them).

    `method` says how evidence adds up to a level (the words of `app.domain.mastery`), with
    `newest_percent` and `times` for the methods that need them. A framework that was read from a
    file keeps the file's own `identifier`, and in `source` whose it is and under which licence.
    """

    id: FrameworkId
    class_id: ClassId
    name: str
    levels: tuple[str, ...] = LEVELS
    method: str = MOST_RECENT
    newest_percent: int = NEWEST_PERCENT
    times: int = TIMES
    identifier: str = ""
    source: str = ""

    @property
    def how(self) -> How:
        """The method with its figures."""
        return How(self.method, self.newest_percent, self.times)


@dataclass(frozen=True, slots=True)
class Skill:
    """One statement in a framework; `parent_id` None is a top-level entry.

    A skill with children is a strand: it groups, and takes no evidence. `short` is the heading of
    its column on the progress screen, empty when the statement itself is short enough. `precedes`
    are the skills it is learned before; `identifier` is what the file it came from calls it.
    """

    id: SkillId
    framework_id: FrameworkId
    parent_id: SkillId | None
    statement: str
    short: str = ""
    code: str = ""
    position: int = 0
    retired: bool = False
    precedes: tuple[SkillId, ...] = ()
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A level a teacher set by hand at `at` (ms UTC): it counts instead of the evidence.

    There is at most one for a student and a skill; `adult` is who set it, empty for the teacher.
    """

    id: JudgementId
    student_id: StudentId
    skill_id: SkillId
    level: int
    reason: str
    at: int
    adult: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A word for how the work went; `tone` is "positive" or "neutral".

    A retired tag is no longer offered; observations that carry it keep it.
    """

    id: TagId
    class_id: ClassId
    name: str
    tone: str = "neutral"
    position: int = 0
    retired: bool = False
