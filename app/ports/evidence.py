"""Questions about what was seen and who was where."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from app.domain.ids import ClassId, FrameworkId, SessionId, SkillId, StationId, StudentId
from app.domain.observations import Observation


class Latest(NamedTuple):
    """The newest evidence of a student on a skill, and the level before it in the window asked.

    What adds evidence up gives the same with another level: 0 where there is not enough for one,
    `by_hand` where the teacher set it.
    """

    student_id: StudentId
    skill_id: SkillId
    level: int
    seen_at: int
    earlier_level: int | None
    by_hand: bool = False


class Counted(NamedTuple):
    """How much evidence there is, and the newest of it as `Latest` has it.

    `at_least[n]` looks are at level n + 1 or above; `earlier` are those of them seen up to the
    moment asked for.
    """

    student_id: StudentId
    skill_id: SkillId
    level: int
    seen_at: int
    earlier_level: int | None
    at_least: tuple[int, ...]
    earlier: tuple[int, ...]


class Attended(NamedTuple):
    """A student was in a recorded lesson, from `began_at` (ms UTC) on.

    `own`: it was a lesson of the student's class, not one of another class for its guests.
    """

    student_id: StudentId
    session_id: SessionId
    began_at: int
    own: bool = True


class Looks(NamedTuple):
    """So many observations of a student in the quarter of an hour from `at` (ms UTC) on."""

    student_id: StudentId
    at: int
    many: int


class Visited(NamedTuple):
    """A student was at a station in a lesson, once or more often."""

    student_id: StudentId
    session_id: SessionId
    station_id: StationId


class Evidence(Protocol):
    """Questions about observations and visits that need more than equality.

    Times are milliseconds UTC; only students and skills asked for come back.
    """

    def latest(
        self, students: Sequence[StudentId], skills: Sequence[SkillId], changed_since: int
    ) -> tuple[Latest, ...]:
        """Newest evidence by time seen per student and skill.

        `earlier_level` is the level that stood at `changed_since`; None when there was none.
        """
        ...

    def counts(
        self, students: Sequence[StudentId], skills: Sequence[SkillId], earlier: int
    ) -> tuple[Counted, ...]:
        """How many looks there are per student and skill, now and up to `earlier`.

        For methods that cannot do with the newest look alone, which `latest` tells a little sooner.
        """
        ...

    def highest(self, students: Sequence[StudentId], framework_id: FrameworkId) -> int:
        """The highest level these students were ever given in a framework, 0 for none."""
        ...

    def newest_looks(
        self, pairs: Sequence[tuple[StudentId, SkillId]], many: int
    ) -> Mapping[tuple[StudentId, SkillId], tuple[tuple[int, int], ...]]:
        """The newest evidence of each pair as (level, seen_at), newest first, at most so many."""
        ...

    def looked_at(self, framework_id: FrameworkId) -> frozenset[SkillId]:
        """The skills of a framework that anything was noted of, levels set by hand included."""
        ...

    def last_seen(self, students: Sequence[StudentId]) -> Mapping[StudentId, int]:
        """When each student was last observed; students never observed are left out."""
        ...

    def recent(self, class_id: ClassId, limit: int) -> tuple[Observation, ...]:
        """The newest observations of the class, newest first."""
        ...

    def of_student(self, student: StudentId, limit: int) -> tuple[Observation, ...]:
        """The newest observations of one student, newest first."""
        ...

    def levels_since(self, student: StudentId, since: int) -> tuple[Observation, ...]:
        """Evidence (skill and level) of one student from `since` on, oldest first.

        For each skill the newest evidence before `since` comes too, so a line has a start.
        """
        ...

    def seen_between(self, class_id: ClassId, start: int, end: int) -> tuple[Observation, ...]:
        """Observations of the class with start <= seen_at < end, oldest first."""
        ...

    def visit_ms(
        self, class_id: ClassId, stations: Sequence[StationId], since: int
    ) -> Mapping[StudentId, int]:
        """Recorded milliseconds per student at any of the stations, in visits begun since."""
        ...

    def visit_counts(self, student: StudentId, since: int) -> Mapping[StationId, int]:
        """Recorded visits of one student per station, begun since."""
        ...

    def attended(self, class_id: ClassId, since: int) -> tuple[Attended, ...]:
        """Who was in which recorded lesson of the class: one for each student and session.

        Only visits begun since count. In order of session, then student.
        """
        ...

    def visited(self, class_id: ClassId, since: int) -> tuple[Visited, ...]:
        """Who was where in the recorded lessons of the class, by visits begun since.

        In order of session, student and station.
        """
        ...

    def looks_by_time(self, class_id: ClassId, start: int, end: int) -> tuple[Looks, ...]:
        """How often each student was observed with start <= seen_at < end, by quarters of an hour.

        In order of student and time. No zone begins its days within a quarter.
        """
        ...
