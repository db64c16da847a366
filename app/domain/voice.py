"""What students say of themselves, and what they need."""

from dataclasses import dataclass

from app.domain.ids import NeedId, ReflectionId, SessionId, SkillId, StudentId

TRICKY, OK, EASY = 1, 2, 3
FACES = (EASY, OK, TRICKY)
"""How it went, as a student points it out on a row of faces, in the order it is shown."""

LEARNING, HEALTH, FOOD, HOUSING = "learning", "health", "food", "housing"
NEEDS = (LEARNING, HEALTH, FOOD, HOUSING)
"""What a need may be about, in the order it is shown."""


@dataclass(frozen=True, slots=True)
class Reflection:
    """One thing a student said at `said_at` (ms UTC): a face, a level, a sentence, or all of them.

    `face` is one of `FACES`. With a skill, `level` is the student's own rating in the words of its
    framework. It stands beside the teacher's and is no evidence: what an adult saw is an
    `Observation`, and no method counts anything else.
    """

    id: ReflectionId
    student_id: StudentId
    said_at: int
    face: int | None = None
    skill_id: SkillId | None = None
    level: int | None = None
    words: str = ""
    session_id: SessionId | None = None
    round: int | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """What a student needs, in the teacher's words; `kind` is one of `NEEDS`.

    `noted_at` (ms UTC) is when the words were last written. There is at most one of a kind for a
    student. It is for the teacher's eyes alone, and only when asked for.
    """

    id: NeedId
    student_id: StudentId
    kind: str
    words: str
    noted_at: int
