"""A class with a lesson and the service that plans it."""

from app.domain.ids import StationId, StudentId
from app.domain.lessons import OWN_PATHS
from app.domain.lessons import Path as LessonPath
from app.domain.planning.values import REPAIR, Conflict, PlanProgress, Proposal
from app.services.lessons import LessonService
from app.services.plans.service import PlanningService
from tests.builders import TaughtClass

SHORT = 0.02
"""Seconds of search: enough for so few."""


class Planned(TaughtClass):
    def __init__(self, own: bool = False) -> None:
        super().__init__()
        room = self.room
        self.plans = PlanningService(room)
        self.lessons = LessonService(room)
        if own:
            self.plans.mode(self.lesson.id, OWN_PATHS)

    def ask(self, way: str, seed: int = 0) -> Proposal:
        found = self.plans.ask(self.lesson.id, way, seed, SHORT).run(on)
        assert isinstance(found, Proposal)
        return found

    def repair(self) -> Proposal:
        found = self.plans.ask(self.lesson.id, REPAIR, 0).run(on)
        assert isinstance(found, Proposal)
        return found

    def clash(self, way: str = "mix") -> Conflict:
        found = self.plans.ask(self.lesson.id, way, 0, SHORT).run(on)
        assert isinstance(found, Conflict)
        return found

    def kept(self) -> tuple[LessonPath, ...]:
        return self.store.find(LessonPath, lesson_id=self.lesson.id)

    def cells(self) -> dict[tuple[StudentId, int], int | None]:
        return {(p.student_id, r): p.at(r) for p in self.kept() for r in (1, 2, 3)}

    def at(self, name: str) -> StationId:
        return self.stations[name].id


def on(_progress: PlanProgress) -> bool:
    return True
