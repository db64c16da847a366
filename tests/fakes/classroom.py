"""A class that is set up: services on a fake store, students, five stations, a few skills."""

import random
from itertools import count

from app.domain.changes import label, made
from app.domain.names import PersonName
from app.domain.skill_text import read_outline
from app.services.classes import ClassService
from app.services.frameworks import FrameworkService
from app.services.lessons import LessonService
from app.services.pull_outs import PullOutService
from app.services.stations import StationService, starter_stations
from app.workspace import Workspace
from tests.fakes.clock import FakeClock
from tests.fakes.evidence import FakeEvidence
from tests.fakes.store import FakeStore

NAMES = (
    "Amara Okafor",
    "Anneliese-Marie Vogel",
    "Ben Whitaker",
    "Maya Lindqvist",
    "Maya Patel",
    "محمد العلي",
    "王梓涵",
)
SKILLS = "Fractions\n\tAdd fractions\n\tCompare fractions\nShapes"


class Classroom:
    """`school_class` is 4B. With more students than names, numbers follow."""

    def __init__(self, students: int = 7, stations: bool = True) -> None:
        self.ids = count(1 << 61).__next__  # as large as real ones: more than Qt's own int holds
        self.store, self.clock = FakeStore(), FakeClock()
        self.evidence = FakeEvidence(self.store)
        self.workspace = Workspace(self.store, self.ids, self.clock)
        self.classes = ClassService(self)
        self.stations = StationService(self)
        self.frameworks = FrameworkService(self)
        self.skills = self.frameworks.skills
        self.pull_outs = PullOutService(self)
        self.lessons = LessonService(self)
        self.school_class = self.classes.create("4B", "Maths")
        for number in range(students):
            name = NAMES[number] if number < len(NAMES) else f"Student{number}"
            given, _, family = name.partition(" ")
            self.classes.add_student(self.school_class.id, PersonName("", given, family))
        if stations:
            starter = starter_stations(self.school_class.id, students, self.ids)
            self.workspace.edit(label("class begun", name="4B", count=""), *map(made, starter))
            self.skills.add_list(self.school_class.id, read_outline(SKILLS))

    @property
    def class_id(self):
        return self.school_class.id

    def rng(self) -> random.Random:
        return random.Random(1)

    def student(self, given: str):
        """The student who is called that."""
        students = self.classes.students(self.class_id)
        return next(s for s in students if s.name.first == given)
