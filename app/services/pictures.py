"""One student: levels over time, goal, and the stations visited."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from app.domain.changes import Entity
from app.domain.classes import Goal, Student
from app.domain.ids import ClassId, FrameworkId, SkillId, StudentId
from app.domain.mastery import NOTHING, Tally, level_steps, tally
from app.domain.observations import Observation
from app.domain.progress import (
    HISTORY_DAYS,
    NO_EVIDENCE,
    STALE_DAYS,
    TREND_DAYS,
    VISIT_DAYS,
    Cell,
    OwedVisit,
    SkillHistory,
    StationVisits,
    StudentPicture,
    standing,
)
from app.domain.skills import LEVELS, MOST_RECENT, Framework, How
from app.domain.stations import Station
from app.domain.strands import Leaf
from app.ports import Clock, Evidence, Store
from app.services.choices_kept import choices_of
from app.services.days import day_start, days_since
from app.services.known import known
from app.services.owed import OwedReader
from app.services.roll import class_roll
from app.services.running import running_stays
from app.services.shown_skills import ShownSkills
from app.services.spoken import own_levels
from app.services.standings import StandingReader
from app.services.teacher_time import teacher_minutes


class PictureReader:
    """Reads how one student stands. Nothing is written."""

    def __init__(self, store: Store, evidence: Evidence, clock: Clock) -> None:
        self._store = store
        self._evidence = evidence
        self._clock = clock
        self._standings = StandingReader(store, evidence)
        self._skills = ShownSkills(store, evidence)
        self._owed = OwedReader(store, clock)

    def forget(self, kinds: frozenset[type[Entity]]) -> None:
        """Something was written: what was read of past lessons may be old."""
        self._owed.forget(kinds)
        self._skills.forget(kinds)

    def picture(
        self, student_id: StudentId, framework_id: FrameworkId | None = None
    ) -> StudentPicture:
        """The student as of now, with the skills of one framework (None for all).

        Raises `errors.NotFound` when there is no such student.
        """
        now = self._clock.now_ms()
        student = known(self._store, Student, student_id, "student")
        _, names = class_roll(self._store, student.class_id)
        frameworks = self._store.find(Framework, class_id=student.class_id)
        shown = tuple(f for f in frameworks if framework_id in {None, f.id})
        found = self._skills.of(shown)
        seen = self._evidence.last_seen([student_id]).get(student_id)
        minutes = teacher_minutes(self._store, self._evidence, self._clock, student.class_id)
        return StudentPicture(
            student=student,
            name=names.get(student_id, student.name.first),
            last_seen_days=None if seen is None else days_since(self._clock, seen, now),
            minutes=minutes.get(student_id, 0),
            since=day_start(self._clock, now, HISTORY_DAYS),
            now=now,
            levels=max((f.levels for f in shown), key=len, default=LEVELS),
            skills=self._histories(student_id, found, {f.id: f.how for f in shown}, now),
            goal=self._goal(student_id),
            visits=self._visits(student_id, student.class_id, now),
            owed=self._owed_visits(student_id, student.class_id),
            choices=choices_of(self._store, self._clock, student_id),
        )

    def _histories(
        self,
        student_id: StudentId,
        found: Sequence[Leaf],
        known_hows: Mapping[FrameworkId, How],
        now: int,
    ) -> tuple[SkillHistory, ...]:
        since = day_start(self._clock, now, HISTORY_DAYS)
        hows = {leaf.skill.id: known_hows[leaf.skill.framework_id] for leaf in found}
        by_skill: defaultdict[SkillId | None, list[Observation]] = defaultdict(list)
        for observation in self._evidence.levels_since(student_id, since):
            by_skill[observation.skill_id].append(observation)
        before = self._before(student_id, hows, since, by_skill)
        cells = self._cells(student_id, hows, now)
        own = own_levels(self._store, student_id)
        histories = []
        for leaf in found:
            skill = leaf.skill.id
            cell = cells.get(skill, NO_EVIDENCE)
            days = None if cell.seen_at is None else days_since(self._clock, cell.seen_at, now)
            recent = [o for o in by_skill[skill] if o.seen_at >= since]
            steps = level_steps(recent, hows[skill], before.get(skill, NOTHING))
            histories.append(
                SkillHistory(skill, leaf.skill.statement, cell, days, steps, own.get(skill))
            )
        return tuple(histories)

    def _before(
        self,
        student_id: StudentId,
        hows: Mapping[SkillId, How],
        since: int,
        by_skill: Mapping[SkillId | None, Sequence[Observation]],
    ) -> dict[SkillId, Tally]:
        """What each skill's line starts from: the newest before it, and for some methods all."""
        olds = {skill: [o for o in seen if o.seen_at < since] for skill, seen in by_skill.items()}
        newest = {s: tally(old) for s, old in olds.items() if s is not None and old}
        counted = [skill for skill, how in hows.items() if how.method != MOST_RECENT]
        many = self._evidence.counts([student_id], counted, since - 1) if counted else ()
        for one in many:
            if one.skill_id in newest:
                newest[one.skill_id] = newest[one.skill_id]._replace(at_least=one.earlier)
        return newest

    def _cells(
        self, student_id: StudentId, hows: Mapping[SkillId, How], now: int
    ) -> dict[SkillId, Cell]:
        month_ago = day_start(self._clock, now, TREND_DAYS)
        stale = day_start(self._clock, now, STALE_DAYS)
        return {
            s.skill_id: standing(s.level, s.seen_at, s.earlier_level, stale, s.by_hand)
            for s in self._standings.of([student_id], hows, month_ago)
        }

    def _goal(self, student_id: StudentId) -> Goal | None:
        found = self._store.find(Goal, student_id=student_id, closed=False)
        return found[0] if found else None

    def _owed_visits(self, student_id: StudentId, class_id: ClassId) -> tuple[OwedVisit, ...]:
        debts = self._owed.owed(class_id).get(student_id, ())
        names = {station.id: station.name for station in self._owed.stations()}
        return tuple(OwedVisit(debt, names.get(debt.station_id, "")) for debt in debts)

    def _visits(
        self, student_id: StudentId, class_id: ClassId, now: int
    ) -> tuple[StationVisits, ...]:
        since = day_start(self._clock, now, VISIT_DAYS)
        counts = Counter(self._evidence.visit_counts(student_id, since))
        for stay in running_stays(self._store, self._clock, class_id):
            if stay.student_id == student_id and stay.began_at >= since:
                counts[stay.station_id] += 1
        stations = [s for s in self._store.find(Station) if s.class_id == class_id or counts[s.id]]
        ordered = sorted(stations, key=lambda s: (-counts[s.id], s.position, s.id))
        return tuple(
            StationVisits(s, counts[s.id]) for s in ordered if counts[s.id] or not s.archived
        )
