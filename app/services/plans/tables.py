"""Reading all that the plan of a lesson goes by."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.domain.changes import Entity
from app.domain.choices import Choice
from app.domain.classes import Student
from app.domain.clock import READY, Reading, read_clock, round_starts
from app.domain.ids import ClassId, LessonId, SkillId, StationId, StudentId
from app.domain.lesson_picture import LessonPicture
from app.domain.lessons import Lesson, Path
from app.domain.observations import Observation
from app.domain.planning.history import About, Before, Held, before, joined
from app.domain.planning.quality import ALONE
from app.domain.planning.table import PlanTable
from app.domain.seating import cells, latest_attendance
from app.domain.session import AWAY, Attendance, ClockEvent, Move, Session
from app.domain.skills import Framework, Judgement, Skill
from app.domain.stations import TEACHER_LED, Station
from app.ports import Clock, Evidence, Store
from app.services.lessons import LessonService
from app.services.live import timing_of
from app.services.owed import OwedReader
from app.services.plans.history import PAST, HistoryReader
from app.services.plans.levels import LevelReader, Stands
from app.services.roll import by_class

SEEN = frozenset[type[Entity]]({Observation, Judgement, Framework, Skill, Student})


class TableReader:
    """Reads tables; what happened before is read once, and again when a lesson was taught."""

    def __init__(
        self, store: Store, evidence: Evidence, clock: Clock, lessons: LessonService
    ) -> None:
        self._store = store
        self._clock = clock
        self._lessons = lessons
        self._history = HistoryReader(store, clock)
        self._owed = OwedReader(store, clock)
        self._levels = LevelReader(store, evidence, clock)
        self._stood: tuple[tuple[tuple[Student, ...], tuple[SkillId, ...]], Stands] | None = None
        self._added: dict[ClassId, tuple[tuple[LessonId, ...], About, Before]] = {}

    def forget(self, kinds: frozenset[type[Entity]]) -> None:
        """Something was written: what was kept in mind may be old."""
        self._history.forget(kinds)
        self._owed.forget(kinds)
        if kinds & PAST:
            self._added.clear()
        if kinds & SEEN:
            self._stood = None

    def bare(self, lesson_id: LessonId) -> PlanTable:
        """What rules go by, without levels, choices and partners: read in a moment.

        Raises `errors.NotFound`.
        """
        picture, fixed = self._now(self._lessons.picture(lesson_id))
        lesson = picture.lesson
        return PlanTable(picture, been=self._been(lesson, picture), fixed=fixed)

    def table(self, lesson_id: LessonId) -> PlanTable:
        """Raises `errors.NotFound`."""
        picture, fixed = self._now(self._lessons.picture(lesson_id))
        lesson = picture.lesson
        past = self._before(lesson, picture)
        stands = self._stands(picture)
        return PlanTable(
            picture=picture,
            met=past.met,
            lately=past.lately,
            since=past.since,
            short=past.short,
            owed=self._owed.owed_by(picture.students),
            choices=self._choices(lesson, picture),
            missed=past.missed,
            levels=stands.levels,
            need=stands.need,
            unknown=stands.unknown,
            been=self._been(lesson, picture),
            fixed=fixed,
        )

    def _stands(self, picture: LessonPicture) -> Stands:
        """Read once as long as nothing else is seen: a page asks for every redraw."""
        key = (picture.students, tuple(_skills(picture)))
        if self._stood is None or self._stood[0] != key:
            self._stood = (key, self._levels.levels_of(*key))
        return self._stood[1]

    def _held(self, lesson: Lesson, class_id: ClassId) -> tuple[Held, ...]:
        held = self._history.lessons(class_id)
        return tuple(one for one in held if one.lesson_id != lesson.id)

    def _before(self, lesson: Lesson, picture: LessonPicture) -> Before:
        """For each class its own lessons; guests have worked with others in those they shared."""
        every = self._store.find(Station)
        tables = frozenset(s.id for s in every if s.kind == TEACHER_LED)
        alone = frozenset(s.id for s in every if s.kind in ALONE)
        choices = self._choices(lesson, picture)
        parts, lessons = [], []
        for class_id, own in by_class(picture.students).items():
            chosen = {student: choices[student] for student in own if student in choices}
            held = self._held(lesson, class_id)
            parts.append(self._added_up(class_id, held, About(own, tables, alone, chosen)))
            lessons.append(held)
        return joined(parts, lessons, alone)

    def _added_up(self, class_id: ClassId, held: tuple[Held, ...], about: About) -> Before:
        """Once, as long as nothing of it changes: a page asks for every redraw."""
        lessons = tuple(one.lesson_id for one in held)
        kept = self._added.get(class_id)
        if kept is None or kept[:2] != (lessons, about):
            kept = self._added[class_id] = (lessons, about, before(held, about))
        return kept[2]

    def _now(self, picture: LessonPicture) -> tuple[LessonPicture, int]:
        """The picture as it stands in the room, and the rounds that are over or going on."""
        opened = self._store.find(Session, lesson_id=picture.lesson.id, ended_at=None)
        if not opened:
            return picture, 0
        session, now, timing = opened[-1], self._clock.now_ms(), timing_of(picture.lesson)
        events = self._store.find(ClockEvent, session_id=session.id)
        reading = read_clock(timing, events, now)
        fixed = 0 if reading.phase == READY else reading.round
        moves = self._store.find(Move, session_id=session.id)
        said = latest_attendance(self._store.find(Attendance, session_id=session.id))
        out = _away(picture.out, said, round_starts(timing, reading, now), reading, now)
        table = PlanTable(picture)
        absent = [p for p in picture.paths if p.student_id not in set(table.here)]
        paths = _as_seated((*table.paths, *absent), moves, fixed)
        return replace(picture, paths=paths, out=out), fixed

    def _choices(
        self, lesson: Lesson, picture: LessonPicture
    ) -> dict[StudentId, tuple[StationId, ...]]:
        """What each student chose for this lesson, else for every lesson; the newest holds."""
        stations = {station.id for station in picture.stations}
        classes = tuple({student.class_id for student in picture.students})
        kept = self._store.find(Choice, class_id=classes)
        found: dict[StudentId, tuple[StationId, ...]] = {}
        for choice in sorted(kept, key=lambda c: (c.lesson_id is not None, c.id)):
            if choice.lesson_id in {None, lesson.id}:
                ranked = tuple(StationId(own) for own in choice.station_ids if own in stations)
                found[choice.student_id] = ranked
        return {student: ranked for student, ranked in found.items() if ranked}

    def _been(
        self, lesson: Lesson, picture: LessonPicture
    ) -> dict[StudentId, frozenset[StationId]]:
        """Where each student was in the earlier lessons of the same rotation."""
        if not lesson.rotation:
            return {}
        own = {
            other.id
            for other in self._store.find(Lesson, class_id=lesson.class_id)
            if lesson.rotation in {other.rotation, other.id}
        }
        found: dict[StudentId, frozenset[StationId]] = {}
        classes = by_class(picture.students)
        for one in (one for class_id in classes for one in self._held(lesson, class_id)):
            if one.lesson_id in own:
                for student, stations in one.been().items():
                    found[student] = found.get(student, frozenset()) | stations
        return found


def _skills(picture: LessonPicture) -> list[SkillId]:
    """What levels are asked for: the lesson's skill, and what the stations work on."""
    wanted = [picture.lesson.skill_id, *(station.skill_id for station in picture.stations)]
    return [skill for skill in wanted if skill is not None]


def _as_seated(paths: Sequence[Path], moves: Sequence[Move], fixed: int) -> tuple[Path, ...]:
    """The paths with the places of the first rounds as they were, and not as planned."""
    found = {path.student_id: list(path.stations) for path in paths}
    for number in range(1, fixed + 1):
        placed = cells(paths, moves, number)
        for student, row in found.items():
            if number <= len(row):
                row[number - 1] = placed.get(student)
    return tuple(replace(path, stations=tuple(found[path.student_id])) for path in paths)


def _away(
    out: Mapping[int, frozenset[StudentId]],
    said: Mapping[StudentId, Attendance],
    starts: Sequence[int],
    reading: Reading,
    now: int,
) -> dict[int, frozenset[StudentId]]:
    """Also those whom the teacher said to be away for all of a round to come."""
    found = dict(out)
    for number, begins in enumerate(starts, 1):
        away = {
            student
            for student, word in said.items()
            if word.state == AWAY
            and begins >= now
            and begins + reading.round_ms <= (word.until or 0)
        }
        if away:
            found[number] = found.get(number, frozenset()) | away
    return found
