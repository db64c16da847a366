"""What a planned lesson is told in: facts by id, which ui turns into sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.classes import Rule
from app.domain.ids import LessonId, RuleId, StationId, StudentId
from app.domain.lessons import Path

MIX, MOVES, LEVEL, SHUFFLE, REPAIR = "mix", "moves", "level", "shuffle", "repair"
"""Ways to plan: best mix, fewest moves, similar level, a plain shuffle; the smallest change."""

OUT, SEATS, DEVICES, ONCE, FEWEST, PINNED, GROUPS = (
    "out",
    "seats",
    "devices",
    "once",
    "fewest",
    "pin",
    "groups",
)
"""Kinds of rules that nobody entered: who is out of the room, seats, devices, no station twice,
the fewest a station is for, places fixed by hand, groups that move together."""

# Words of facts.
IS_OUT, IS_FULL, IS_PINNED, NOT_LED, MEETS, PARTED, TWICE, NO_PLACE, TOO_FEW, TOO_MANY, NOT_YET = (
    "is out",
    "is full",
    "is pinned",
    "nobody leads",
    "meets",
    "parted",
    "twice",
    "no place",
    "too few",
    "too many",
    "not yet",
)
IS_SHUT = "is closed"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that holds in a plan, in a round where `round` is above 0.

    "is out": `student` is out of the room. "is full": `station` has no seat left, those in
    `others` are pinned there. "is pinned": `student` is fixed at `station`. "nobody leads": no
    station has a teacher. "meets" and "parted": `student` and `others`, at `station`. "twice":
    `student` comes to `station` more than once. "no place": `student` has no station. "too few"
    and "too many": `count` at `station`. "not yet": `student` could come to `station`, which has
    a seat, and does not. "is closed": `station` takes nobody, and `others` are there.
    """

    word: str
    student: StudentId | None = None
    station: StationId | None = None
    round: int = 0
    others: tuple[StudentId, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class Quality:
    """How good a plan is.

    `rules` there are and `kept` of them. `new_partners` is the per cent of pairs who work
    together in it and did not in the last lessons, None when nobody works together.
    `longest_wait` is for how many lessons, with this one, somebody has not met the teacher: 0 when
    everyone does in it, None without a teacher's table. Of `choices_asked` students who chose,
    `choices_first` get their first choice. `owed_repaid` of `owed` visits are given back.
    """

    rules: int
    kept: int
    new_partners: int | None = None
    longest_wait: int | None = None
    choices_asked: int = 0
    choices_first: int = 0
    owed: int = 0
    owed_repaid: int = 0


@dataclass(frozen=True, slots=True)
class WayOut:
    """A way out of a rule that is not kept.

    `kind` is "move" (`student` to `station` in `round`, pinned there), "round" (the same, and the
    rule is for that round), "drop" (the rule `rule` goes), "unpin" (the cell of `student` in
    `round` is free again), "cancel" (today's pull-out of `student` is called off). `gives` is what
    the plan would be then, None when that was not tried.
    """

    kind: str
    rule: RuleId | None = None
    student: StudentId | None = None
    round: int = 0
    station: StationId | None = None
    gives: Quality | None = None


@dataclass(frozen=True, slots=True)
class RuleState:
    """A rule in the list of a plan: a row (`rule`), or one that is derived (its kind says which).

    `kind` is "apart", "together", "visit", "closed", "out", "seats", "devices", "once", "fewest",
    "pin" or "groups". `reasons` say why it is not kept. `key` is the same as long as it is the same
    rule.
    """

    key: str
    kind: str
    rule: Rule | None = None
    students: tuple[StudentId, ...] = ()
    stations: tuple[StationId, ...] = ()
    rounds: tuple[int, ...] = ()
    kept: bool = True
    reasons: tuple[Fact, ...] = ()
    ways: tuple[WayOut, ...] = ()

    def but(self, *reasons: Fact, ways: tuple[WayOut, ...] = ()) -> "RuleState":
        """The same rule, kept exactly when there are no reasons."""
        return replace(self, kept=not reasons, reasons=reasons, ways=ways)


@dataclass(frozen=True, slots=True)
class Because:
    """Why a cell changes. `word` says what `fact` is about.

    "left": `student` is not here, which frees a seat. "came": `student` is here (again). "out":
    `student` is out of the room then. "rule": `rule` asks for it. "room": somebody else needs the
    seat (`student`). "even": groups stay as large as they are. "pin": `student` was put where this
    one was. "again": `student` comes there in another round now. "better": nothing forced it.
    """

    word: str
    student: StudentId | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ChangedCell:
    """One place that is another one in the proposal: a student's in a round (from 1)."""

    student: StudentId
    round: int
    before: StationId | None
    after: StationId | None
    because: Because = Because("better")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A plan to be used or not. `proved`: no plan changes fewer cells (of a repair)."""

    lesson: LessonId
    way: str
    paths: tuple[Path, ...]
    quality: Quality
    changes: tuple[ChangedCell, ...] = ()
    proved: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """Rules that can't all hold: without any one of them the others can.

    Each has reasons, and its first way says what dropping it would give. Empty: no plan was found
    in the time, and no proof that there is none.
    """

    lesson: LessonId
    rules: tuple[RuleState, ...]


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """How far a search is, from 0 to 1, how many plans it found, and the best one's quality."""

    done: float
    plans: int
    quality: Quality | None = None


Answer = Proposal | Conflict
Cells = Mapping[StudentId, tuple[StationId | None, ...]]
