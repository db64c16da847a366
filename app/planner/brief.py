"""What the planner is asked and what it answers: plain frozen values.

Students, stations and rules are named by text ids; rounds count from 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Mode = Literal["group", "individual"]
Readiness = Literal["similar", "mixed", "any"]


@dataclass(frozen=True, slots=True)
class Student:
    """`out_rounds` are those away from the room; `allowed` None means every station."""

    id: str
    levels: Mapping[str, int] = field(default_factory=dict)
    out_rounds: frozenset[int] = frozenset()
    sessions_since_teacher: int = 0
    choices: tuple[str, ...] = ()
    missed_first_choice: int = 0
    allowed: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Station:
    """`low` to `high` students in a round, or none unless it `must_run`.

    `max_visits` counts a student's visits, a group's where groups rotate; None is no limit.
    """

    id: str
    low: int
    high: int
    must_run: bool = False
    closed_rounds: frozenset[int] = frozenset()
    max_visits: int | None = None
    devices_per_student: int = 0
    teacher_time: bool = False
    pairs_count: bool = False
    readiness: Readiness = "any"
    skill: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two students to keep apart, or `together`."""

    id: str
    students: tuple[str, str]
    together: bool


@dataclass(frozen=True, slots=True)
class MustVisit:
    """Each student visits one of the stations `count` times in rounds 1 to `by_round`."""

    id: str
    students: tuple[str, ...]
    stations: frozenset[str]
    by_round: int
    count: int = 1


@dataclass(frozen=True, slots=True)
class Pin:
    """This placement is fixed; void while the student is out of the room."""

    id: str
    student: str
    round: int
    station: str


@dataclass(frozen=True, slots=True)
class PinGroup:
    """The student is in this group, from 1."""

    id: str
    student: str
    group: int


Rule = Pair | MustVisit | Pin | PinGroup


@dataclass(frozen=True, slots=True)
class Groups:
    """How many groups, how large, and which levels to bring together."""

    count: int
    min_size: int
    max_size: int
    readiness: Readiness = "any"
    skill: str = ""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each cost is worth: the teacher's order of wishes as whole numbers."""

    repeats: int = 0
    readiness: int = 0
    teacher_gap: int = 0
    choices: int = 0
    balance: int = 0
    stability: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """A station, or None, for every student and round; in group mode also everyone's group."""

    placement: Mapping[str, tuple[str | None, ...]]
    groups: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything a plan depends on.

    `history` counts the sessions in which two students worked together; `choice_costs` are those
    of the first, second, ... choice and last of none; `current` is a plan to stay close to.
    `groups` is there exactly when groups rotate together.
    """

    name: str
    rounds: int
    students: tuple[Student, ...]
    stations: tuple[Station, ...]
    rules: tuple[Rule, ...] = ()
    devices: int | None = None
    history: tuple[tuple[str, str, int], ...] = ()
    choice_costs: tuple[int, ...] = (0,)
    weights: Weights = Weights()
    current: Plan | None = None
    groups: Groups | None = None

    @property
    def mode(self) -> Mode:
        return "group" if self.groups else "individual"
