"""Reading a term's picture, in steps that are short enough for a window that stays alive."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from app.domain.classes import SchoolClass, Student
from app.domain.ids import ClassId, SkillId, StudentId
from app.domain.skills import LEVELS, Framework, How, Skill
from app.domain.stations import TEACHER_LED, Station
from app.domain.strands import Leaf, leaves
from app.domain.term import (
    CoverageRow,
    ShareRow,
    StrandGrowth,
    TermPicture,
    mark,
    mondays,
    school_days,
)
from app.ports import Attended, Clock, Evidence, Store
from app.services.choices_kept import Kept, choices_kept
from app.services.days import moment
from app.services.known import known
from app.services.roll import class_roll
from app.services.standings import StandingReader

MINUTE_MS = 60_000
Strand = tuple[str, tuple[SkillId, ...]]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What every step needs; `since` is the first millisecond of the first week."""

    class_id: ClassId
    students: tuple[Student, ...]
    names: Mapping[StudentId, str]
    weeks: tuple[date, ...]
    today: date
    now: int
    since: int


class TermReader:
    """Reads the last weeks of a class. Nothing is written."""

    def __init__(self, store: Store, evidence: Evidence, clock: Clock) -> None:
        self._store = store
        self._evidence = evidence
        self._clock = clock
        self._standings = StandingReader(store, evidence)

    def steps(self, class_id: ClassId, weeks: int) -> Iterator[TermPicture | None]:
        """Yields None after each step there still is to do, and the whole at the end.

        Raises `errors.NotFound` when there is no such class.
        """
        school_class = known(self._store, SchoolClass, class_id, "class")
        frame = self._frame(class_id, weeks)
        hows, strands, levels = self._skills(class_id)
        found: list[dict[tuple[StudentId, SkillId], int]] = []
        for monday in frame.weeks:
            found.append(self._levels(frame, hows, monday))
            yield None
        looks = self._looks(frame)
        yield None
        attended = self._evidence.attended(frame.class_id, frame.since)
        coverage, days = self._coverage(frame, looks, attended)
        yield None
        kept = choices_kept(self._store, self._evidence, frame.class_id, frame.since)
        yield None
        yield TermPicture(
            class_name=school_class.name,
            weeks=frame.weeks,
            days=days,
            levels=levels,
            strands=tuple(_growth(frame, strand, found, len(levels)) for strand in strands),
            coverage=coverage,
            shares=self._shares(frame, attended, kept),
        )

    def _frame(self, class_id: ClassId, weeks: int) -> _Frame:
        now = self._clock.now_ms()
        today = self._clock.local(now).date()
        shown = mondays(today, weeks)
        students, names = class_roll(self._store, class_id)
        since = moment(self._clock, shown[0], 0)
        return _Frame(class_id, students, names, shown, today, now, since)

    def _skills(
        self, class_id: ClassId
    ) -> tuple[dict[SkillId, How], tuple[Strand, ...], tuple[str, ...]]:
        frameworks = self._store.find(Framework, class_id=class_id)
        known_hows = {framework.id: framework.how for framework in frameworks}
        found = leaves(self._store.find(Skill, framework_id=tuple(known_hows)))
        hows = {leaf.skill.id: known_hows[leaf.skill.framework_id] for leaf in found}
        levels = max((framework.levels for framework in frameworks), key=len, default=LEVELS)
        return hows, _strands(found, frameworks), levels

    def _levels(
        self, frame: _Frame, hows: Mapping[SkillId, How], monday: date
    ) -> dict[tuple[StudentId, SkillId], int]:
        """Where everyone stood when that week was over; where everyone stands, in this one."""
        ended = min(frame.now, moment(self._clock, monday + timedelta(days=7), 0) - 1)
        stood = self._standings.of([s.id for s in frame.students], hows, ended)
        return {(s.student_id, s.skill_id): s.earlier_level for s in stood if s.earlier_level}

    def _looks(self, frame: _Frame) -> Counter[tuple[StudentId, date]]:
        """How often each student was looked at on each day."""
        looks: Counter[tuple[StudentId, date]] = Counter()
        day = cache(self._day)  # many share a quarter of an hour
        for tally in self._evidence.looks_by_time(frame.class_id, frame.since, frame.now + 1):
            looks[tally.student_id, day(tally.at)] += tally.many
        return looks

    def _coverage(
        self,
        frame: _Frame,
        looks: Mapping[tuple[StudentId, date], int],
        attended: Sequence[Attended],
    ) -> tuple[tuple[CoverageRow, ...], tuple[date, ...]]:
        here = {(one.student_id, self._day(one.began_at)) for one in attended}
        taught = {self._day(one.began_at) for one in attended if one.own}
        used = {day for _, day in (*here, *looks)}
        days = school_days(frame.weeks, used, frame.today)
        rows = tuple(
            CoverageRow(
                student.id,
                frame.names[student.id],
                student.name.full,
                tuple(
                    mark(looks.get((student.id, day), 0), day in taught or was, was)
                    for day in days
                    for was in ((student.id, day) in here,)
                ),
            )
            for student in frame.students
        )
        return rows, days

    def _shares(
        self, frame: _Frame, attended: Sequence[Attended], kept: Mapping[StudentId, Kept]
    ) -> tuple[ShareRow, ...]:
        stations = self._store.find(Station)
        led = sorted(station.id for station in stations if station.kind == TEACHER_LED)
        spent = self._evidence.visit_ms(frame.class_id, led, frame.since)
        lessons = Counter(one.student_id for one in attended)
        return tuple(
            ShareRow(
                student.id,
                frame.names[student.id],
                student.name.full,
                spent.get(student.id, 0) // MINUTE_MS,
                lessons[student.id],
                *kept.get(student.id, (0, 0)),
            )
            for student in frame.students
        )

    def _day(self, at_ms: int) -> date:
        return self._clock.local(at_ms).date()


def _strands(found: Sequence[Leaf], frameworks: Sequence[Framework]) -> tuple[Strand, ...]:
    """Skills under their strand; those without one under the name of their framework."""
    names = {framework.id: framework.name for framework in frameworks}
    skills: defaultdict[tuple[int, str], list[SkillId]] = defaultdict(list)
    for leaf in found:
        top = leaf.strand
        name = (top.short or top.statement) if top else names[leaf.skill.framework_id]
        skills[top.id if top else leaf.skill.framework_id, name].append(leaf.skill.id)
    return tuple((name, tuple(own)) for (_, name), own in skills.items())


def _growth(
    frame: _Frame,
    strand: Strand,
    found: Sequence[Mapping[tuple[StudentId, SkillId], int]],
    levels: int,
) -> StrandGrowth:
    name, skills = strand
    weeks = []
    for stood in found:
        counts = Counter(stood.get((s.id, skill), 0) for s in frame.students for skill in skills)
        weeks.append(tuple(counts[level] for level in range(max(levels, *counts, 0) + 1)))
    return StrandGrowth(name, tuple(weeks))
