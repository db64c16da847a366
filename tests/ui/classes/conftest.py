"""The class page on a class that is set up."""

import pytest

from app.domain.changes import label, made
from app.services.adult_time import AdultTimeReader
from app.services.adults import AdultService
from app.services.start import StartService
from app.services.tags import TagService, starter_tags
from tests.fakes.classroom import Classroom
from ui.classes.class_page import ClassPage


@pytest.fixture
def room() -> Classroom:
    return Classroom()


@pytest.fixture
def tags(room) -> TagService:
    tags = starter_tags(room.class_id, room.ids)
    room.workspace.edit(label("tags added"), *map(made, tags))
    return TagService(room)


@pytest.fixture
def page(qtbot, theme, room, tags) -> ClassPage:
    start = StartService(room)
    adults = AdultService(room)
    team = AdultTimeReader(room.store, room.clock, adults)
    services = (room.classes, room.stations, room.frameworks, tags, start, room.pull_outs)
    shown = ClassPage(theme, *services, team)
    qtbot.addWidget(shown)
    room.workspace.subscribe(shown.on_changed)
    shown.resize(1294, 768)
    shown.show_class(room.class_id)
    shown.show()
    return shown
