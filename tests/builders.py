"""A class ready to be taught, on fakes or on any store."""

from collections.abc import Callable

from app.classroom import Classroom, furnish
from app.domain.changes import label, made
from app.domain.classes import SchoolClass, Student
from app.domain.ids import ClassId, IdMaker, LessonId, PathId, StationId, StudentId
from app.domain.lessons import Lesson, Path
from app.domain.live import LiveScene
from app.domain.session import Session
from app.domain.stations import Station
from app.ports import Evidence, Store
from app.services.live import LiveService
from app.services.moves import MoveService
from tests.fakes import FakeClock, FakeEvidence, FakeStore

MINUTE = 60_000
NAMES = ("Amara", "Ben", "Chidi", "Daniyar", "Elif", "Fatima")
STATIONS = (("Teacher table", "teacher-led"), ("Tablets", "online"), ("Games", "choice"))


class TaughtClass:
    """Six students in groups of two, three stations, a lesson of three rounds of ten minutes.

    In round 1 Amara and Ben are at the teacher table, Chidi and Daniyar at the tablets, Elif and
    Fatima at the games; each group moves on by one.
    """

    def __init__(
        self,
        store: Store | None = None,
        evidence: Callable[[Store], Evidence] = FakeEvidence,
        names: tuple[str, ...] = NAMES,
    ) -> None:
        self.store: Store = FakeStore() if store is None else store
        self.clock = FakeClock()
        self.room: Classroom = furnish(
            self.store, evidence(self.store), self.clock, IdMaker(self.clock.now_ms, 0)
        )
        self.live, self.moves = LiveService(self.room), MoveService(self.room)
        self.school_class = SchoolClass(ClassId(1), "4B", "Maths", self.clock.ms)
        self.students = {
            name: Student(StudentId(10 + n), self.school_class.id, "", name, f"{name}son")
            for n, name in enumerate(names)
        }
        self.stations = {
            name: Station(
                id=StationId(50 + n),
                class_id=self.school_class.id,
                name=name,
                kind=kind,
                colour=("blue", "green", "sky")[n],
                icon="palette",
                seats_min=1,
                seats_max=3,
                devices=2 if kind == "online" else None,
                position=n,
            )
            for n, (name, kind) in enumerate(STATIONS)
        }
        self.lesson = Lesson(
            id=LessonId(70),
            class_id=self.school_class.id,
            day="2026-05-14",
            subject="Maths",
            topic="Fractions",
            message="Bring your whiteboard.",
            station_ids=tuple(s.id for s in self.stations.values()),
            rounds=3,
            round_seconds=600,
            transition_seconds=120,
            warning_seconds=60,
        )
        self.paths = tuple(self._path(n, s) for n, s in enumerate(self.students.values()))
        things = (self.school_class, *self.students.values(), *self.stations.values())
        self.room.workspace.edit(
            label("set up"), *map(made, (*things, self.lesson, *self.paths)), undoable=False
        )

    def _path(self, number: int, student: Student) -> Path:
        group = number // 2 % len(self.stations)
        every = self.lesson.station_ids
        stations = tuple(every[(group + r) % len(every)] for r in range(self.lesson.rounds))
        return Path(PathId(80 + number), self.lesson.id, student.id, group + 1, stations)

    def open(self) -> Session:
        return self.live.open(self.lesson.id)

    def start(self) -> Session:
        session = self.open()
        self.live.start(session)
        return session

    def scene(self) -> LiveScene:
        found = self.live.scene(self.school_class.id)
        assert found is not None
        return found

    def student(self, name: str) -> StudentId:
        return self.students[name].id

    def where(self) -> dict[str, list[str]]:
        """Who sits where now, by name."""
        scene = self.scene()
        names = {s.id: name for name, s in self.students.items()}
        return {
            station.name: [names[s] for s in scene.seating.at[station.id]]
            for station in scene.stations
        }
