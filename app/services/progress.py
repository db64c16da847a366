"""Progress: how every student stands on every skill, and one student's picture.

The number of questions to the store is the same for any number of students and skills.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import repeat

from app.domain.changes import Entity, Step
from app.domain.classes import Goal, SchoolClass, Student
from app.domain.ids import ClassId, FrameworkId, SkillId, StudentId
from app.domain.observations import Observation
from app.domain.presence import Presence
from app.domain.progress import (
    NO_EVIDENCE,
    STALE_DAYS,
    TREND_DAYS,
    Cell,
    GoalMark,
    ProgressRow,
    ProgressTable,
    SkillColumn,
    StudentPicture,
    Timeline,
    count_levels,
    standing,
)
from app.domain.skills import LEVELS, Framework, How, Judgement
from app.domain.strands import Leaf
from app.ports import Clock, Evidence, Store
from app.services.choices_kept import ChoiceReader
from app.services.days import day_start, days_since
from app.services.known import known
from app.services.pictures import PictureReader
from app.services.presence import PresenceReader
from app.services.roll import class_roll
from app.services.running import goings
from app.services.shown_skills import ShownSkills
from app.services.standings import StandingReader
from app.services.teacher_time import teacher_minutes
from app.services.timeline import TIMELINE, TimelineReader

Cells = Mapping[tuple[StudentId, SkillId], Cell]


class ProgressService:
    """Reads the progress of a class as it stands now. Nothing is written.

    `told` says what was just written, so that no more is read again than that touched.
    """

    def __init__(
        self,
        store: Store,
        evidence: Evidence,
        clock: Clock,
        told: Callable[[], Step | None] = lambda: None,
    ) -> None:
        self._told = told
        self._store = store
        self._evidence = evidence
        self._clock = clock
        self._standings = StandingReader(store, evidence)
        self._skills = ShownSkills(store, evidence)
        self._pictures = PictureReader(store, evidence, clock)
        self._timelines = TimelineReader(store, evidence)
        self._presence = PresenceReader(evidence, clock)
        self._choices = ChoiceReader(store, evidence, clock)

    def forget(self, kinds: frozenset[type[Entity]]) -> None:
        """Something was written: what was kept in mind may be old."""
        self._pictures.forget(kinds)
        self._presence.forget(kinds)
        self._choices.forget(kinds)
        self._skills.forget(kinds)

    def table(self, class_id: ClassId, framework_id: FrameworkId | None = None) -> ProgressTable:
        """Students in name order by skills in the order of the tree; None for all frameworks.

        Raises `errors.NotFound` when there is no such class.
        """
        now = self._clock.now_ms()
        school_class = known(self._store, SchoolClass, class_id, "class")
        students, names = class_roll(self._store, class_id)
        frameworks = self._store.find(Framework, class_id=class_id)
        shown = tuple(f for f in frameworks if framework_id in {None, f.id})
        found = self._skills.of(shown)
        hows = {f.id: f.how for f in shown}
        counted = {leaf.skill.id: hows[leaf.skill.framework_id] for leaf in found}
        cells = self._cells([s.id for s in students], counted, now)
        levels = max((f.levels for f in shown), key=len, default=LEVELS)
        going = goings(self._store, self._clock, class_id)
        running = [stay for one in going for stay in one.stays]
        presence = self._presence.presence(class_id, going)
        minutes = teacher_minutes(self._store, self._evidence, self._clock, class_id, running)
        rows = self._rows(students, names, found, cells, minutes, now, presence)
        return ProgressTable(
            school_class=school_class,
            now=now,
            frameworks=frameworks,
            levels=levels,
            columns=_columns(found, rows, len(levels)),
            rows=rows,
            presence=presence,
        )

    def again(self, table: ProgressTable) -> ProgressTable | None:
        """The table after what was just written, if only students in it were looked at.

        None when everything has to be read: something else was written, or a new day has begun.
        """
        now, students = self._clock.now_ms(), looked_at(self._told())
        if students is None or days_since(self._clock, table.now, now):
            return None
        own = [row.student_id for row in table.rows if row.student_id in students]
        hows = self._standings.hows([column.skill_id for column in table.columns])
        cells, seen = self._cells(own, hows, now), self._evidence.last_seen(own)
        rows = tuple(
            self._row_again(row, table, cells, seen.get(row.student_id), now)
            if row.student_id in students
            else row
            for row in table.rows
        )
        return replace(table, now=now, rows=rows, columns=_recounted(table, rows))

    def student(
        self, student_id: StudentId, framework_id: FrameworkId | None = None
    ) -> StudentPicture:
        """One student as of now, with the skills of one framework (None for all).

        Raises `errors.NotFound` when there is no such student.
        """
        return self._pictures.picture(student_id, framework_id)

    def timeline(
        self,
        student_id: StudentId,
        skill_id: SkillId | None = None,
        limit: int = TIMELINE,
        private: bool = False,
    ) -> Timeline:
        """What was seen of the student, newest first; of one skill when one is named.

        Jottings come only when `private` asks for them.
        """
        return self._timelines.timeline(student_id, skill_id, limit, private)

    def _rows(
        self,
        students: Sequence[Student],
        names: Mapping[StudentId, str],
        found: Sequence[Leaf],
        cells: Cells,
        minutes: Mapping[StudentId, int],
        now: int,
        presence: Presence,
    ) -> tuple[ProgressRow, ...]:
        seen = self._evidence.last_seen([s.id for s in students])
        skills = [leaf.skill.id for leaf in found]
        goals = self._goals(tuple(s.id for s in students))
        chosen = self._choices.kept(students[0].class_id) if students else {}
        return tuple(
            ProgressRow(
                student_id=student.id,
                name=names[student.id],
                full_name=student.name.full,
                last_seen_days=self._days(seen.get(student.id), now),
                minutes=minutes.get(student.id, 0),
                goal=goals.get(student.id),
                cells=tuple(cells.get((student.id, skill), NO_EVIDENCE) for skill in skills),
                lessons=presence.since(student.id, seen.get(student.id)),
                choices=chosen.get(student.id, (0, 0)),
            )
            for student in students
        )

    def _row_again(
        self, row: ProgressRow, table: ProgressTable, cells: Cells, seen: int | None, now: int
    ) -> ProgressRow:
        student = row.student_id
        return replace(
            row,
            last_seen_days=self._days(seen, now),
            cells=tuple(cells.get((student, c.skill_id), NO_EVIDENCE) for c in table.columns),
            lessons=table.presence.since(student, seen),
        )

    def _cells(self, students: list[StudentId], hows: Mapping[SkillId, How], now: int) -> Cells:
        stale_before = day_start(self._clock, now, STALE_DAYS)
        month_ago = day_start(self._clock, now, TREND_DAYS)
        found = self._standings.of(students, hows, month_ago)
        return {
            (student, skill): standing(level, seen_at, earlier, stale_before, by_hand)
            for student, skill, level, seen_at, earlier, by_hand in found
        }

    def _goals(self, students: tuple[StudentId, ...]) -> Mapping[StudentId, GoalMark]:
        goals = self._store.find(Goal, student_id=students, closed=False)
        return {goal.student_id: _mark(goal) for goal in reversed(goals)}

    def _days(self, seen_at: int | None, now: int) -> int | None:
        return None if seen_at is None else days_since(self._clock, seen_at, now)


def looked_at(step: Step | None) -> frozenset[StudentId] | None:
    """Whom a step was about that wrote observations or levels and nothing else; else None."""
    if step is None:
        return None
    subjects = [side for change in step.changes for side in (change.before, change.after) if side]
    seen = [s.student_id for s in subjects if isinstance(s, Observation | Judgement)]
    return frozenset(seen) if len(seen) == len(subjects) else None


def _recounted(table: ProgressTable, rows: Sequence[ProgressRow]) -> tuple[SkillColumn, ...]:
    """The columns, counted again where a level is another one."""
    pairs = [(old, new) for old, new in zip(table.rows, rows, strict=True) if old is not new]
    return tuple(
        replace(column, counts=count_levels((row.cells[at] for row in rows), len(table.levels)))
        if any(old.cells[at].level != new.cells[at].level for old, new in pairs)
        else column
        for at, column in enumerate(table.columns)
    )


def _columns(
    found: Sequence[Leaf], rows: Sequence[ProgressRow], levels: int
) -> tuple[SkillColumn, ...]:
    below = zip(*(row.cells for row in rows), strict=True) if rows else repeat(())
    return tuple(_column(leaf, cells, levels) for leaf, cells in zip(found, below, strict=False))


def _column(leaf: Leaf, cells: Iterable[Cell], levels: int) -> SkillColumn:
    skill, strand = leaf.skill, leaf.strand
    return SkillColumn(
        skill_id=skill.id,
        framework_id=skill.framework_id,
        statement=skill.statement,
        short=skill.short,
        code=skill.code,
        strand_id=strand.id if strand else None,
        strand=(strand.short or strand.statement) if strand else "",
        counts=count_levels(cells, levels),
    )


def _mark(goal: Goal) -> GoalMark:
    done = (*goal.done_at, *(None for _ in goal.steps))[: len(goal.steps)]
    return GoalMark(goal.title, tuple(at is not None for at in done))
