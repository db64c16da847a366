"""Two classes of one teacher, and a lesson in which one is the guest of the other."""

import random
from dataclasses import replace

from app.domain.changes import Change, label, made
from app.domain.classes import SchoolClass, Student
from app.domain.ids import (
    ClassId,
    FrameworkId,
    ObservationId,
    SkillId,
    StationId,
    StudentId,
)
from app.domain.lessons import Lesson
from app.domain.observations import Observation
from app.domain.skills import Framework, Skill
from app.domain.stations import Station
from app.domain.templates import NEED
from app.services.plans.templates import TemplateService
from tests.planned import Planned

HOST, HOME = ClassId(1), ClassId(2)
GUESTS = ("Gita", "Hugo", "Ines", "Amara")
FRACTIONS, THEIRS = SkillId(301), SkillId(401)


class Shared(Planned):
    """4B with its lesson, and 4C with four students; both work by the same statement."""

    def __init__(self) -> None:
        super().__init__()
        self.guests = {
            name: Student(StudentId(30 + n), HOME, "", name, f"{name}dotter")
            for n, name in enumerate(GUESTS)
        }
        self.their_table = Station(
            StationId(90), HOME, "Teacher table", "teacher-led", "blue", "palette", 1, 6,
            skill_id=THEIRS,
        )  # fmt: skip
        things = (
            SchoolClass(HOME, "4C", "Maths", self.clock.ms),
            *self.guests.values(),
            self.their_table,
            Framework(FrameworkId(300), HOST, "Maths"),
            Skill(FRACTIONS, FrameworkId(300), None, "Compare fractions"),
            Framework(FrameworkId(400), HOME, "Maths"),
            Skill(THEIRS, FrameworkId(400), None, "Compare  Fractions"),
            Skill(SkillId(402), FrameworkId(400), None, "Add fractions"),
        )
        tablets = self.stations["Tablets"]
        games = self.stations["Games"]
        aimed = [Change(own, replace(own, skill_id=FRACTIONS)) for own in (tablets, games)]
        self.room.workspace.edit(label("set up"), *map(made, things), *aimed, undoable=False)
        self.templates = TemplateService(self.room)
        self.look(self.guests["Hugo"].id, HOME, THEIRS, 1)
        self.look(self.guests["Gita"].id, HOME, THEIRS, 4)
        self.look(self.student("Ben"), HOST, FRACTIONS, 1)
        self.shared: Lesson = self.lesson

    def look(self, student: StudentId, class_id: ClassId, skill: SkillId, level: int) -> None:
        own = ObservationId(self.room.ids())
        seen = Observation(own, class_id, student, self.clock.ms, skill, level)
        self.room.workspace.edit(label("observed"), made(seen), undoable=False)

    def share(self) -> "Shared":
        self.shared = self.templates.make(HOST, NEED, random.Random(3), (HOME,))
        self.lesson = self.shared
        return self

    def teach(self) -> "Shared":
        self.plans.use(self.shared.id, self.ask("mix"))
        session = self.live.open(self.shared.id)
        self.live.start(session)
        return self
