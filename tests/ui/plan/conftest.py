"""The plan page on a class that is set up."""

import pytest

from tests.fakes.classroom import Classroom
from ui.plan.plan_page import PlanPage
from ui.theme import Theme


@pytest.fixture
def room() -> Classroom:
    return Classroom()


@pytest.fixture
def page(qtbot, theme, room) -> PlanPage:
    return open_page(qtbot, theme, room)


def open_page(qtbot, theme: Theme, room: Classroom) -> PlanPage:
    shown = PlanPage(theme, room.lessons, room.classes, room.stations, room.rng())
    qtbot.addWidget(shown)
    room.workspace.subscribe(shown.on_changed)
    shown.resize(1294, 768)
    shown.show_class(room.class_id)
    shown.show()
    return shown
