"""The progress of a class, and of one student: plain values, for the teacher alone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.classes import Goal, SchoolClass, Student
from app.domain.happenings import Happening
from app.domain.ids import FrameworkId, ObservationId, SkillId, StudentId
from app.domain.mastery import LevelStep
from app.domain.observations import Attachment
from app.domain.owed import Owed
from app.domain.presence import NO_LESSONS, UNKNOWN, Lessons, Presence
from app.domain.skills import Framework
from app.domain.stations import Station
from app.domain.voice import Reflection

Pair = tuple[StudentId, SkillId]

STALE_DAYS = 21
"""Evidence older than this is shown as old."""
TREND_DAYS = 30
"""A level is compared with the one that stood this many days ago."""
NOT_SEEN_DAYS = 7
"""From a week on, a student counts as not seen lately."""
HISTORY_DAYS = 42
VISIT_DAYS = 28


@dataclass(frozen=True, slots=True)
class Cell:
    """One student on one skill: `level` 0 is no evidence, `seen_at` ms UTC of the newest.

    Where there is evidence, but not enough for a level, the level is 0 and `seen_at` is known.
    `trend` is 1 or -1 when the level is above or below the one of a month ago, else 0. `by_hand`:
    the teacher set the level.
    """

    level: int = 0
    seen_at: int | None = None
    stale: bool = False
    trend: int = 0
    by_hand: bool = False


NO_EVIDENCE = Cell()


def standing(
    level: int, seen_at: int, earlier: int | None, stale_before: int, by_hand: bool = False
) -> Cell:
    """The cell of a level; `earlier` is the one of a month ago, None when there was none."""
    before = earlier or level
    trend = (level > before) - (level < before)
    return Cell(level, seen_at, level > 0 and seen_at < stale_before, trend, by_hand)


@dataclass(frozen=True, slots=True)
class SkillColumn:
    """One skill that takes evidence. `counts[n]` students are at level n, 0 for no evidence.

    `strand_id` and `strand` are its top-level parent, None and empty for a skill without one.
    """

    skill_id: SkillId
    framework_id: FrameworkId
    statement: str
    short: str
    code: str
    strand_id: SkillId | None
    strand: str
    counts: tuple[int, ...]

    @property
    def heading(self) -> str:
        """What stands above the column: the short name where there is one."""
        return self.short or self.statement


@dataclass(frozen=True, slots=True)
class GoalMark:
    """A goal in short: its title, and for each step whether it is done."""

    title: str
    done: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One student. `cells` stand in the order of the columns.

    `last_seen_days` are calendar days since the last observation, None when there was none;
    `minutes` were spent at teacher-led stations since Monday. `lessons` were taught since the
    student was last seen; in the last weeks for one who never was. `choices` are lessons of the
    last weeks for which the student had chosen, and those that brought the first choice.
    """

    student_id: StudentId
    name: str
    full_name: str
    last_seen_days: int | None
    minutes: int
    goal: GoalMark | None
    cells: tuple[Cell, ...]
    lessons: Lessons = NO_LESSONS
    choices: tuple[int, int] = (0, 0)

    @property
    def not_seen_lately(self) -> bool:
        """Whether nobody looked for a week in which the student was there."""
        if self.last_seen_days is None:
            return not self.lessons.away_throughout
        return self.lessons.days_here(self.last_seen_days) >= NOT_SEEN_DAYS

    @property
    def was_away(self) -> bool:
        """Whether the student was not seen for a week, but was away too much to be overlooked."""
        long = self.last_seen_days is None or self.last_seen_days >= NOT_SEEN_DAYS
        return long and not self.not_seen_lately


@dataclass(frozen=True, slots=True)
class ProgressTable:
    """Students by skills, as they stand at `now` (ms UTC).

    `frameworks` are all the class has; `levels` the words of those shown, for level 1, 2, ...
    `stuck` and `ready` (for a skill) are worked out when they are asked for, by
    `SuggestionService.marked`; before that they are empty.
    """

    school_class: SchoolClass
    now: int
    frameworks: tuple[Framework, ...]
    levels: tuple[str, ...]
    columns: tuple[SkillColumn, ...]
    rows: tuple[ProgressRow, ...]
    presence: Presence = UNKNOWN
    stuck: frozenset[Pair] = frozenset()
    ready: frozenset[Pair] = frozenset()

    @property
    def has_choices(self) -> bool:
        """Whether anybody chose anything."""
        return any(row.choices[0] for row in self.rows)


def count_levels(cells: Iterable[Cell], levels: int) -> tuple[int, ...]:
    """How many cells are at no evidence, level 1, ... up to `levels` or the highest there is."""
    found = Counter(cell.level for cell in cells)
    return tuple(found[level] for level in range(max(levels, *found, 0) + 1))


@dataclass(frozen=True, slots=True)
class SkillHistory:
    """One skill of one student: how it stands, and the steps to it, oldest first.

    The first step may lie before the window asked for, so that a line has a start. `own` is what
    the student said last, beside what the evidence says and never in it.
    """

    skill_id: SkillId
    statement: str
    cell: Cell
    days: int | None
    steps: tuple[LevelStep, ...]
    own: Reflection | None = None

    @property
    def own_level(self) -> int:
        """The level the student would give, 0 for none."""
        return (self.own.level or 0) if self.own else 0

    @property
    def apart(self) -> int:
        """How far the own level is above the one that stands, below zero when it is below.

        0 where they are the same, or where one of them is missing.
        """
        return self.own_level - self.cell.level if self.own_level and self.cell.level else 0


@dataclass(frozen=True, slots=True)
class StationVisits:
    """How often a student was at a station."""

    station: Station
    count: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """One observation as the timeline shows it; `seen_at` in ms UTC, `adult` is who saw it.

    `private` marks a jotting.
    """

    observation_id: ObservationId
    seen_at: int
    skill: str
    level: int | None
    tags: tuple[str, ...]
    note: str
    station: Station | None
    adult: str = ""
    private: bool = False
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Observations of a student, newest first. `more` says that there are older ones.

    `private` counts the jottings among them that were left out, because nobody asked for them.
    `others` is what else happened in that time, newest first too; nothing where one skill is
    looked at.
    """

    sightings: tuple[Sighting, ...]
    more: bool = False
    private: int = 0
    others: tuple[Happening, ...] = ()


@dataclass(frozen=True, slots=True)
class ChoiceMade:
    """The station a student chose first for the lesson of a local day.

    `came` says whether it came true, None while the lesson was not taught.
    """

    station: Station
    day: date
    came: bool | None


@dataclass(frozen=True, slots=True)
class OwedVisit:
    """A visit that is owed, with the name of the station."""

    owed: Owed
    station: str


@dataclass(frozen=True, slots=True)
class StudentPicture:
    """Everything the drawer shows of one student; `since` to `now` is the window of the steps.

    `goal` is the oldest one still open. `levels` are the words for level 1, 2, ...
    `owed` has the oldest first, `choices` the newest.
    """

    student: Student
    name: str
    last_seen_days: int | None
    minutes: int
    since: int
    now: int
    levels: tuple[str, ...]
    skills: tuple[SkillHistory, ...]
    goal: Goal | None
    visits: tuple[StationVisits, ...]
    owed: tuple[OwedVisit, ...] = ()
    choices: tuple[ChoiceMade, ...] = ()

    @property
    def has_own(self) -> bool:
        """Whether the student rated any of these skills."""
        return any(skill.own_level for skill in self.skills)

    @property
    def rounds(self) -> int:
        """How many rounds the student was at any station."""
        return sum(visit.count for visit in self.visits)
