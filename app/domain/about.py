"""Everything that is kept about one student, to be handed over."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.changes import Entity
from app.domain.choices import Choice
from app.domain.classes import Goal, Rule, SchoolClass, Student
from app.domain.lessons import Lesson, Path
from app.domain.observations import Attachment, Observation
from app.domain.photos import Photo
from app.domain.pull_outs import PullOut
from app.domain.session import Attendance, Finish, Move, Session, Visit
from app.domain.skills import Framework, Judgement, Skill, Tag
from app.domain.stations import Station
from app.domain.voice import Need, Reflection


@dataclass(frozen=True, slots=True)
class Version:
    """One change of a thing at `at` (ms UTC), as the journal has it."""

    at: int
    verb: str
    before: Entity | None
    after: Entity | None


@dataclass(frozen=True, slots=True)
class Standing:
    """The level on one skill by the method of its framework, and when it was seen last (ms UTC).

    `by_hand`: the teacher set it, at that time.
    """

    skill: Skill
    level: int
    word: str
    seen_at: int
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class AroundIt:
    """What the student's records point to, by id."""

    skills: Mapping[int, Skill]
    frameworks: Mapping[int, Framework]
    tags: Mapping[int, Tag]
    stations: Mapping[int, Station]
    sessions: Mapping[int, Session]
    lessons: Mapping[int, Lesson]


@dataclass(frozen=True, slots=True)
class Everything:
    """All of one student as of `made_at` (ms UTC), oldest first.

    Of rules only the kind and how many others they bind are handed over. `naming` counts the
    notes in which another student's name stands; `left_out` the private jottings that nobody asked
    for; `pictures_left_out` pictures and files that may not be handed on, as nobody consented.
    `needs` is None where nobody asked for them, whether there are any or not.
    """

    made_at: int
    student: Student
    school_class: SchoolClass
    standings: tuple[Standing, ...]
    observations: tuple[Observation, ...]
    histories: Mapping[int, tuple[Version, ...]]
    names: tuple[Version, ...]
    photos: tuple[Photo, ...]
    attachments: tuple[Attachment, ...]
    pictures_left_out: int
    judgements: tuple[Judgement, ...]
    goals: tuple[Goal, ...]
    visits: tuple[Visit, ...]
    attendance: tuple[Attendance, ...]
    moves: tuple[Move, ...]
    paths: tuple[Path, ...]
    finishes: tuple[Finish, ...]
    pull_outs: tuple[PullOut, ...]
    choices: tuple[Choice, ...]
    reflections: tuple[Reflection, ...]
    needs: tuple[Need, ...] | None
    rules: tuple[Rule, ...]
    around: AroundIt
    naming: int
    left_out: int

    def level_word(self, skill_id: int | None, level: int | None) -> str:
        """The framework's word for a level, empty when there is none."""
        skill = self.around.skills.get(skill_id or 0)
        framework = self.around.frameworks.get(skill.framework_id) if skill else None
        if framework is None or level is None or not 1 <= level <= len(framework.levels):
            return ""
        return framework.levels[level - 1]
