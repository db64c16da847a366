"""The plan page on a class that is set up."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.services.outings import OutingReader
from app.services.plans.jobs import PlanJob
from app.services.plans.service import PlanningService
from app.services.plans.templates import TemplateService
from tests.fakes import FakeTasks
from tests.fakes.classroom import Classroom
from ui.plan.plan_page import PlanPage
from ui.plan.services import PlanServices
from ui.theme import Theme

MOMENT_S = 0.05


class WorkerHere:
    """Does a job at once and where it is, in a moment."""

    def __init__(self) -> None:
        self._stopped = False

    def run(self, job: PlanJob, hear: Callable[[object], None]) -> object:
        def go_on(progress: object) -> bool:
            hear(progress)
            return not self._stopped

        return replace(job, seconds=MOMENT_S).run(go_on)

    def stop(self) -> None:
        self._stopped = True

    end = stop


@pytest.fixture
def room() -> Classroom:
    return Classroom()


@pytest.fixture
def page(qtbot, theme, room) -> PlanPage:
    return open_page(qtbot, theme, room)


@pytest.fixture
def planned(page) -> PlanPage:
    """The plan of the next lesson, made by one click."""
    page.empty.plan_button.click()
    return page


def services_of(room: Classroom) -> PlanServices:
    return PlanServices(
        room.lessons,
        room.classes,
        room.stations,
        PlanningService(room),
        TemplateService(room),
        room.pull_outs,
        OutingReader(room.store, room.clock),
    )


def open_page(qtbot, theme: Theme, room: Classroom, tasks=None, worker=WorkerHere) -> PlanPage:
    shown = PlanPage(theme, services_of(room), room.rng(), tasks or FakeTasks(), worker)
    qtbot.addWidget(shown)
    room.workspace.subscribe(shown.on_changed)
    shown.resize(1294, 768)
    shown.show_class(room.class_id)
    shown.show()
    return shown
