"""The observe panel and the capture line in a lesson of six students."""

from functools import partial

import pytest
from PySide6.QtWidgets import QWidget

from app.domain.ids import ClassId
from app.domain.skills import Tag
from app.services.observe import ObserveService
from app.services.observing import ObservingReader
from app.services.timeline import TimelineReader
from app.services.unseen import UnseenReader
from app.services.vocabulary import VocabularyService
from tests.fakes.lesson import CLASS, LessonRoom
from ui.capture.line import CaptureLine
from ui.capture.palette import CapturePalette
from ui.capture.panel import ObservePanel

STUCK, HELPED, EXPLAINS = 301, 302, 303


@pytest.fixture
def room() -> LessonRoom:
    made = LessonRoom()
    made.put(Tag(STUCK, CLASS, "Stuck"), Tag(HELPED, CLASS, "Helped"))
    made.put(Tag(EXPLAINS, CLASS, "Explains strategy"))
    return made


@pytest.fixture
def observe(room) -> ObserveService:
    return ObserveService(room)


@pytest.fixture
def panel(qtbot, theme, room, observe) -> ObservePanel:
    reader = ObservingReader(room.store, room.evidence, room.clock)
    timeline = partial(TimelineReader, room.store, room.evidence)
    unseen = UnseenReader(room.evidence, room.clock)
    made = ObservePanel(theme, observe, unseen, lambda: reader, timeline, room.clock)
    qtbot.addWidget(made)
    room.workspace.subscribe(made.on_changed)
    made.resize(296, 692)
    made.show()
    return made


class Page(QWidget):
    """A page with the capture line at its foot and the palette over it."""

    def __init__(self, theme, room, observe) -> None:
        super().__init__()
        self.resize(998, 692)
        self.line = CaptureLine(theme, self)
        self.line.setGeometry(0, 640, 998, 52)
        reader = ObservingReader(room.store, room.evidence, room.clock)
        words = VocabularyService(room.store)
        self.palette_ = CapturePalette(theme, observe, words, reader, room.clock, self.line, self)
        self.line.opened.connect(self.palette_.open)
        room.workspace.subscribe(self.palette_.on_changed)


@pytest.fixture
def page(qtbot, theme, room, observe) -> Page:
    made = Page(theme, room, observe)
    qtbot.addWidget(made)
    made.palette_.set_scene(room.scene, ClassId(CLASS))
    made.show()
    return made


@pytest.fixture
def palette(page) -> CapturePalette:
    return page.palette_
