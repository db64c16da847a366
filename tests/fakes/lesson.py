"""A lesson in the room: six students at three stations, round 1 just begun."""

from dataclasses import replace

from app.domain.changes import Change, label, made
from app.domain.classes import Rule, SchoolClass, Student
from app.domain.ids import IdMaker
from app.domain.lessons import Lesson, Path
from app.domain.observations import Observation
from app.domain.skills import Framework, Skill
from app.domain.stations import Station
from app.services.cards import CardService
from app.services.flags import FlagService
from app.services.live import LiveService
from app.services.moves import MoveService
from app.services.staying import StayingService
from app.workspace import Workspace
from tests.fakes.clock import FakeClock
from tests.fakes.evidence import FakeEvidence
from tests.fakes.store import FakeStore

DAY_MS = 24 * 3600 * 1000
CLASS = 1
ADD, COMPARE, OTHER = 201, 202, 203
TABLE, GAMES, TABLETS = 31, 32, 33
AMARA, DANIYAR, BEN, LEILA, CHIDI, ELIF = range(11, 17)
NAMES = ("Amara", "Daniyar", "Ben", "Leila", "Chidi", "Elif")
STATIONS = (
    Station(TABLE, CLASS, "Table", "teacher-led", "blue", "chalkboard-teacher", 1, 4, None, ADD),
    Station(GAMES, CLASS, "Games", "collaborative", "orange", "puzzle-piece", 1, 3, None, COMPARE),
    Station(TABLETS, CLASS, "Tablets", "online", "green", "device-tablet", 1, 6, 2),
)


class LessonRoom:
    """Amara and Daniyar at the table, Ben and Leila at the games, Chidi and Elif at two tablets.

    Leila is to be kept apart from Amara. With `stations` and `students` there are more of them.
    """

    def __init__(self, store=None, evidence=None, students=6, stations=3, open_lesson=True):
        self.store = store or FakeStore()
        self.evidence = evidence or FakeEvidence(self.store)
        self.clock = FakeClock()
        self.ids = IdMaker(self.clock.now_ms, 0)
        self.workspace = Workspace(self.store, self.ids, self.clock)
        self.live = LiveService(self)
        self.moves = MoveService(self)
        self.cards = CardService(self.store, self.evidence, self.clock)
        self.staying = StayingService(self)
        self.flags = FlagService(self)
        self._begin(students, stations)
        if open_lesson:
            self.session = self.live.open(40)
            self.live.start(self.session)

    @property
    def scene(self):
        return self.live.scene(CLASS)

    def put(self, *things):
        self.workspace.edit(label("moved", student="", station=""), *map(made, things))

    def change(self, thing, **fields):
        changed = Change(thing, replace(thing, **fields))
        self.workspace.edit(label("moved", student="", station=""), changed)

    def see(self, student, days_ago=0, skill=None, level=None):
        at = self.clock.now_ms() - days_ago * DAY_MS
        self.put(Observation(self.ids(), CLASS, student, at, skill, level))

    def where(self, student):
        return self.scene.seating.station_of(student)

    def word(self, student):
        said = self.scene.seating.out.get(student)
        return said.state if said else "present"

    def _begin(self, students, stations):
        places = [*STATIONS[:stations]]
        for number in range(len(places), stations):
            name, key = f"Station {number + 1}", 31 + number
            places.append(
                Station(key, CLASS, name, "choice", "sky", "palette", 1, 9, position=number)
            )
        names = [*NAMES[:students], *(f"Student {n}" for n in range(6, students))]
        crowd = [Student(11 + n, CLASS, name, name, "") for n, name in enumerate(names)]
        keys = tuple(place.id for place in places)
        self.put(SchoolClass(CLASS, "4B", "Maths", 0), Framework(200, CLASS, "Fractions"))
        self.put(Skill(ADD, 200, None, "Add fractions"), Skill(COMPARE, 200, None, "Compare"))
        self.put(Skill(OTHER, 200, None, "Order decimals"))
        self.put(*crowd, *places)
        self.put(Rule(60, CLASS, "apart", (LEILA, AMARA)))
        self.put(Lesson(40, CLASS, "2026-05-14", "Maths", "", "", keys, 4, 720, 120, 60))
        self.put(*(self._path(n, student, keys) for n, student in enumerate(crowd)))

    def _path(self, number, student, keys):
        group = number // 2 % len(keys) if len(keys) else 0
        rounds = tuple(keys[(group + r) % len(keys)] for r in range(4)) if keys else (None,) * 4
        return Path(100 + number, 40, student.id, group + 1, rounds)
