"""A class with skills and a past, on any store: what was seen, visits, goals."""

from datetime import timedelta
from itertools import count

from app.domain.changes import Entity, label, made
from app.domain.classes import Goal, SchoolClass, Student
from app.domain.clock import Timing
from app.domain.ids import (
    ClassId,
    EventId,
    FrameworkId,
    GoalId,
    LessonId,
    ObservationId,
    PathId,
    SessionId,
    SkillId,
    StationId,
    StudentId,
    TagId,
    VisitId,
)
from app.domain.lessons import Lesson, Path
from app.domain.observations import Observation
from app.domain.session import STARTED, ClockEvent, Session, Visit
from app.domain.skills import Framework, Skill, Tag
from app.domain.stations import TEACHER_LED, Station
from app.services.goals import GoalService
from app.services.progress import ProgressService
from app.workspace import Workspace
from tests.fakes.clock import FakeClock
from tests.fakes.evidence import FakeEvidence
from tests.fakes.store import FakeStore

NAMES = ("Amara Okafor", "Ben Walker", "Maya Lindqvist", "Maya Patel")
STRANDS = {"Number": ("Place value", "Round"), "Fractions": ("Add fractions",)}
DAY = 86_400_000
MINUTE = 60_000


class ProgressClass:
    """4B on Thursday 14 May 2026, 09:30. Names give students, statements give skills."""

    def __init__(self, store=None, evidence=None, names=NAMES, strands=STRANDS) -> None:
        self.store = store or FakeStore()
        self.evidence = evidence or FakeEvidence(self.store)
        self.clock = FakeClock()
        self.ids = count(1 << 61).__next__  # as large as real ones: more than Qt's own int holds
        self.workspace = Workspace(self.store, self.ids, self.clock)
        self.progress = ProgressService(
            self.store, self.evidence, self.clock, lambda: self.workspace.told
        )
        self.goals = GoalService(self)
        self.school_class = SchoolClass(ClassId(self.ids()), "4B", "Maths", 0)
        self.keep(self.school_class)
        self.students = {name: self.add_student(name) for name in names}
        self.skills: dict[str, Skill] = {}
        self.sessions: dict[int, Session] = {}
        self.framework = self.add_framework("Maths", strands) if strands else None
        self.table_station = self.add_station("Teacher table", TEACHER_LED)
        self.tablets = self.add_station("Tablets", "online")
        self.tag = Tag(TagId(self.ids()), self.class_id, "Drew it")
        self.keep(self.tag)

    @property
    def class_id(self) -> ClassId:
        return self.school_class.id

    def keep(self, *entities: Entity) -> None:
        self.workspace.edit(label("observed"), *map(made, entities), undoable=False)

    def add_student(self, name: str) -> StudentId:
        given, _, family = name.partition(" ")
        student = Student(StudentId(self.ids()), self.class_id, "", given, family)
        self.keep(student)
        return student.id

    def add_framework(self, name: str, strands) -> Framework:
        framework = Framework(FrameworkId(self.ids()), self.class_id, name)
        self.keep(framework)
        for place, (strand, statements) in enumerate(strands.items()):
            top = Skill(SkillId(self.ids()), framework.id, None, strand, position=place)
            self.keep(top)
            for at, statement in enumerate(statements):
                skill = Skill(SkillId(self.ids()), framework.id, top.id, statement, position=at)
                self.keep(skill)
                self.skills[statement] = skill
        return framework

    def add_station(self, name: str, kind: str) -> Station:
        station = Station(StationId(self.ids()), self.class_id, name, kind, "blue", "cards", 1, 8)
        self.keep(station)
        return station

    def days_ago(self, days: int) -> int:
        """The same time of day, so many days before now."""
        return self.clock.now_ms() - days * DAY

    def see(self, name: str, skill: str | None, level: int | None, days: int = 0, **more):
        """Somebody saw this, so many days ago."""
        seen = Observation(
            ObservationId(self.ids()),
            self.class_id,
            self.students[name],
            more.pop("at", self.days_ago(days)),
            self.skills[skill].id if skill else None,
            level,
            **more,
        )
        self.keep(seen)
        return seen

    def visit(self, name: str, station: Station, days: int, minutes: int) -> None:
        """A stay that was written down, in the one lesson of that day."""
        began = self.days_ago(days)
        if began not in self.sessions:
            session = Session(SessionId(self.ids()), self.class_id, self.lesson().id, began, 1)
            self.keep(session)
            self.sessions[began] = session
        session = self.sessions[began]
        stay = Visit(
            VisitId(self.ids()),
            self.class_id,
            session.id,
            self.students[name],
            station.id,
            1,
            began,
            began + minutes * MINUTE,
        )
        self.keep(stay)

    def lesson(self) -> Lesson:
        stations = (self.table_station.id, self.tablets.id)
        lesson = Lesson(
            LessonId(self.ids()), self.class_id, "2026-05-14", "Maths", "", "", stations,
            2, 720, 60, 60,
        )  # fmt: skip
        self.keep(lesson)
        return lesson

    def start_lesson(self, name: str) -> Timing:
        """A lesson begins now; the student is at the teacher's table in round 1."""
        lesson = self.lesson()
        session = Session(SessionId(self.ids()), self.class_id, lesson.id, self.clock.now_ms())
        path = Path(
            PathId(self.ids()),
            lesson.id,
            self.students[name],
            1,
            (self.table_station.id, self.tablets.id),
        )
        started = ClockEvent(EventId(self.ids()), session.id, STARTED, self.clock.now_ms())
        self.keep(session, path, started)
        return Timing(2, 720_000, 60_000)

    def set_goal(self, name: str, title: str, done=(), closed=False) -> Goal:
        """A goal with as many steps as there are marks, true for done."""
        goal = self.goal_of(name, title, done, closed)
        self.keep(goal)
        return goal

    def goal_of(self, name: str, title: str = "Explain", done=(), closed=False) -> Goal:
        """The same, not written yet."""
        steps = tuple(f"Step {at}" for at, _ in enumerate(done, 1))
        marks = tuple(self.clock.now_ms() if each else None for each in done)
        return Goal(
            GoalId(self.ids()),
            self.students[name],
            title,
            self.days_ago(10),
            steps,
            marks,
            closed,
        )

    def row(self, name: str):
        """The student's row of the table as it is now."""
        rows = self.progress.table(self.class_id).rows
        return next(row for row in rows if row.student_id == self.students[name])

    def cell(self, name: str, skill: str):
        """The student's cell of the table as it is now."""
        table = self.progress.table(self.class_id)
        at = [column.statement for column in table.columns].index(skill)
        return self.row(name).cells[at]


def later(clock: FakeClock, **span: float) -> None:
    clock.advance(round(timedelta(**span).total_seconds() * 1000))
