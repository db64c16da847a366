"""All that the plan of a lesson goes by, read once; what is asked of it afterwards is pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from app.domain.ids import PathId, SkillId, StationId, StudentId
from app.domain.lesson_picture import LessonPicture
from app.domain.lessons import IN_GROUPS, Lesson, Path
from app.domain.owed import Owed
from app.domain.planning.quality import quality_of
from app.domain.planning.rules import states_of
from app.domain.planning.seats import Seats
from app.domain.planning.values import Quality, RuleState
from app.domain.stations import TEACHER_LED, Station

Pair = frozenset[StudentId]


@dataclass(frozen=True)
class PlanTable:
    """A lesson, who and what is in it, and what happened before it.

    `met` counts the lessons in which two worked together, `lately` are those who did in the last
    few. `since` counts the lessons since a student met the teacher, `short` those with the teacher
    that are missing to the mean (below zero: more than that). `owed` are the visits to be given
    back. `choices` are stations by rank, `missed` how often in a row the first was not got.
    `levels` are whole numbers by skill, a middle one for those in `unknown`, of whom there is no
    evidence on it; `need` is from 0 to 3. `been` are stations visited in this
    rotation before. Rounds up to `fixed` are over or going on.
    """

    picture: LessonPicture
    met: Mapping[Pair, int] = field(default_factory=dict)
    lately: frozenset[Pair] = frozenset()
    since: Mapping[StudentId, int] = field(default_factory=dict)
    short: Mapping[StudentId, int] = field(default_factory=dict)
    owed: Mapping[StudentId, tuple[Owed, ...]] = field(default_factory=dict)
    choices: Mapping[StudentId, tuple[StationId, ...]] = field(default_factory=dict)
    missed: Mapping[StudentId, int] = field(default_factory=dict)
    levels: Mapping[SkillId, Mapping[StudentId, int]] = field(default_factory=dict)
    need: Mapping[StudentId, int] = field(default_factory=dict)
    unknown: Mapping[SkillId, frozenset[StudentId]] = field(default_factory=dict)
    been: Mapping[StudentId, frozenset[StationId]] = field(default_factory=dict)
    fixed: int = 0

    @property
    def lesson(self) -> Lesson:
        """The lesson that is planned."""
        return self.picture.lesson

    @property
    def in_groups(self) -> bool:
        """Whether groups move together."""
        return self.lesson.mode == IN_GROUPS

    @cached_property
    def rounds(self) -> range:
        """The rounds, from 1."""
        return range(1, self.lesson.rounds + 1)

    @cached_property
    def stations(self) -> Mapping[StationId, Station]:
        """The stations of the lesson, by id."""
        return {station.id: station for station in self.picture.stations}

    @cached_property
    def here(self) -> tuple[StudentId, ...]:
        """Who is to be planned: everyone who is not absent, in the order of their names."""
        return tuple(student.id for student in self.picture.students)

    @cached_property
    def tables(self) -> frozenset[StationId]:
        """The stations that a teacher leads."""
        return frozenset(s.id for s in self.picture.stations if s.kind == TEACHER_LED)

    @cached_property
    def paths(self) -> tuple[Path, ...]:
        """The paths of those who are here; whoever has none yet gets one without places."""
        there = {path.student_id: path for path in self.picture.paths}
        return tuple(
            there.get(own) or Path(PathId(0), self.lesson.id, own, 0, (None,) * len(self.rounds))
            for own in self.here
        )

    @cached_property
    def closed(self) -> Mapping[int, frozenset[StationId]]:
        """The stations that take nobody, by round; rounds in which all are open are left out."""
        own = frozenset(self.stations)
        found = {number: self.picture.closed_in(number) for number in self.rounds}
        return {number: shut & own for number, shut in found.items() if shut & own}

    def closed_in(self, number: int) -> frozenset[StationId]:
        """The stations that take nobody in a round."""
        return self.closed.get(number, frozenset())

    def is_out(self, student: StudentId, number: int) -> bool:
        """Whether the student is out of the room for all of a round."""
        return student in self.picture.out.get(number, ())

    def out_in(self, number: int) -> tuple[StudentId, ...]:
        """Who is out of the room for all of a round."""
        return self.picture.out_in(number)

    def seats(self, paths: Sequence[Path] | None = None) -> Seats:
        """Who sits where by these paths, the lesson's own when none are given."""
        found = self.paths if paths is None else paths
        own = set(self.here)
        here = [path for path in found if path.student_id in own]
        return Seats(self.rounds, here, self.picture.out, self.stations)

    def rules(self, paths: Sequence[Path] | None = None) -> tuple[RuleState, ...]:
        """Every rule of the plan and whether these paths keep it; those that are not come first."""
        return states_of(self, self.seats(paths))

    def quality(self, paths: Sequence[Path] | None = None) -> Quality:
        """How good the plan would be with these paths."""
        seats = self.seats(paths)
        return quality_of(self, seats, states_of(self, seats, with_ways=False))

    def moved(self, student: StudentId, number: int, station: StationId | None) -> tuple[Path, ...]:
        """The paths after a drag: the cell is pinned; in groups the student joins that group."""
        return tuple(
            self._put(path, number, station) if path.student_id == student else path
            for path in self.paths
        )

    def swapped(self, one: StudentId, other: StudentId, number: int) -> tuple[Path, ...]:
        """The paths after two students took each other's place in a round, both pinned there."""
        at = {path.student_id: path.at(number) for path in self.paths}
        if one not in at or other not in at:
            return self.paths
        places = {one: at[other], other: at[one]}
        return tuple(
            self._put(path, number, places[path.student_id]) if path.student_id in places else path
            for path in self.paths
        )

    def pinned(
        self, students: Collection[StudentId], rounds: Collection[int], fixed: bool = True
    ) -> tuple[Path, ...]:
        """The paths after cells were fixed by hand, or let go; a cell without a place can't be."""

        def pins(path: Path) -> tuple[int, ...]:
            if path.student_id not in students:
                return path.pins
            kept = set(path.pins) - set(rounds)
            new = {r for r in rounds if path.at(r) is not None} if fixed else set[int]()
            return tuple(sorted(kept | new))

        return tuple(replace(path, pins=pins(path)) for path in self.paths)

    def _put(self, path: Path, number: int, station: StationId | None) -> Path:
        pins = tuple(sorted({*path.pins, number} if station else {*path.pins} - {number}))
        if not self.in_groups or station is None:
            row = list(path.stations) + [None] * (len(self.rounds) - len(path.stations))
            row[number - 1] = station
            return replace(path, stations=tuple(row), pins=pins)
        group, stations = self.group_at(number, station)
        return replace(path, group=group, stations=stations, pins=(number,))

    def group_at(self, number: int, station: StationId) -> tuple[int, tuple[int | None, ...]]:
        """The group that is at a station in a round, and where it goes.

        When nobody is there it is the one that would be by moving on in turn.
        """
        for path in self.paths:
            if path.group and path.at(number) == station:
                return path.group, path.stations
        ring = self.lesson.station_ids
        group = (ring.index(station) - number + 1) % len(ring) + 1
        return group, tuple(ring[(group + r - 2) % len(ring)] for r in self.rounds)
