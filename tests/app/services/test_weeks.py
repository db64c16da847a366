"""Over weeks everyone works with everyone and meets the teacher as often, by itself."""

import random
from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest

from app.classroom import furnish
from app.domain.changes import Change, label, made
from app.domain.classes import SchoolClass, Student
from app.domain.ids import ClassId, IdMaker, StationId, StudentId, VisitId
from app.domain.lessons import Lesson
from app.domain.planning.values import Proposal
from app.domain.session import Session, Visit
from app.domain.stations import Station
from app.services.lessons import LessonService
from app.services.live import LiveService
from app.services.moves import MoveService
from app.services.plans.service import PlanningService
from tests.fakes import FakeClock, FakeEvidence, FakeStore
from tests.planned import on

STUDENTS, STATIONS, ROUNDS, DAYS = 12, 4, 3, 16
DAY_MS = 24 * 3600 * 1000
TABLE = StationId(90)


class Weeks:
    """A class of twelve, three at a station; in three rounds one of four groups has no teacher."""

    def __init__(self, absent: float) -> None:
        self.store, self.clock, self.rng = FakeStore(), FakeClock(), random.Random(4)
        self.ids = IdMaker(self.clock.now_ms, 0)
        self.room = furnish(self.store, FakeEvidence(self.store), self.clock, self.ids)
        room = self.room
        self.own = SchoolClass(ClassId(1), "4B", "Maths", 0)
        self.students = [
            Student(StudentId(10 + n), self.own.id, "", f"S{n:02}", "") for n in range(STUDENTS)
        ]
        kinds = ("teacher-led", "online", "collaborative", "choice")
        stations = [
            Station(StationId(90 + n), self.own.id, kind, kind, "blue", "palette", 1, 3, position=n)
            for n, kind in enumerate(kinds)
        ]
        room.workspace.edit(label("set"), *map(made, (self.own, *self.students, *stations)))
        self.plans = PlanningService(room)
        self.lessons, self.live, self.moves = (
            LessonService(room),
            LiveService(room),
            MoveService(room),
        )
        self.absent = absent
        self.met: Counter[tuple[int, int]] = Counter()
        self.taught: Counter[int] = Counter()

    def day(self, seed: int) -> None:
        lesson = self.lessons.create(self.own.id, self.rng, lambda new: replace(new, rounds=ROUNDS))
        session = self.live.open(lesson.id)
        gone = [s.id for s in self.students if self.rng.random() < self.absent]
        if gone:
            scene = self.live.scene(self.own.id)
            assert scene is not None
            self.moves.mark_all(scene, gone, "absent")
        found = self.plans.ask(lesson.id, "mix", seed, 0.05).run(on)
        assert isinstance(found, Proposal)
        self.plans.use(lesson.id, found)
        self._happened(session, found)
        self.clock.advance(DAY_MS)
        self.plans.forget(frozenset({Session, Visit, Lesson}))

    def _happened(self, session: Session, found: Proposal) -> None:
        begun = self.clock.ms
        visits = [
            Visit(VisitId(self.ids()), self.own.id, session.id, path.student_id, at, r, begun, end)
            for path in found.paths
            for r, at in enumerate(path.stations, 1)
            for end in [begun + 600_000]
            if at is not None
        ]
        over = Change(session, replace(session, ended_at=begun + 1))
        self.room.workspace.edit(label("ended"), over, *map(made, visits))
        groups: dict[int, list[int]] = {}
        for path in found.paths:
            groups.setdefault(path.group, []).append(path.student_id)
            self.taught[path.student_id] += TABLE in path.stations
        for members in groups.values():
            self.met.update(combinations(sorted(members), 2))


def repeated(times: int) -> int:
    return times * (times - 1) // 2


@pytest.mark.parametrize("absent", [0.0, 0.1])
def test_meetings_and_time_with_the_teacher_are_spread_evenly(absent: float) -> None:
    weeks = Weeks(absent)
    for seed in range(DAYS):
        weeks.day(seed)
    pairs = list(combinations(sorted(s.id for s in weeks.students), 2))
    even, rest = divmod(sum(weeks.met.values()), len(pairs))
    bound = rest * repeated(even + 1) + (len(pairs) - rest) * repeated(even)
    assert sum(repeated(weeks.met[pair]) for pair in pairs) <= 1.2 * bound
    often = [weeks.taught[s.id] for s in weeks.students]
    fair = sum(often) / len(often)
    assert max(often) - fair <= 2
    assert fair - min(often) <= 2
