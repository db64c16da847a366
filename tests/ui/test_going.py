"""Going from page to page; the simple view has no pages about students."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from app.classroom import Classroom
from app.settings import Settings
from tests.fakes.lesson import LessonRoom
from ui.choices import Choices
from ui.going import Going
from ui.main_window import MainWindow, PageEntry
from ui.pages import put_on_rail


class Keeper:
    """Keeps the settings in memory."""

    def __init__(self) -> None:
        self.kept = Settings()

    def load(self) -> Settings:
        return self.kept

    def save(self, settings: Settings) -> None:
        self.kept = settings


@pytest.fixture
def window(qtbot, theme) -> MainWindow:
    made = MainWindow(theme, "Rondo")
    qtbot.addWidget(made)
    put_on_rail(made, is_demo=False)
    for key in ("live", "plan", "progress", "class"):
        made.add_page(key, lambda: PageEntry(QWidget(), lambda: None, lambda _kinds: None))
    return made


def test_the_simple_view_leads_to_the_lesson_and_the_plan_alone(window, theme) -> None:
    room = LessonRoom()
    classroom = Classroom(room.store, room.evidence, room.workspace, room.ids, room.clock)
    choices = Choices(Keeper(), theme)
    going = Going(classroom, window, choices, lambda _class: None, {})
    going.go("progress")
    assert window.current == "progress"
    choices.remember(replace(choices.now, simple_view=True))
    for key in ("progress", "class"):
        going.go(key)
        assert window.current == "live"
        assert window.rail.item(key).isHidden()
    going.go("plan")
    assert window.current == "plan"
    choices.remember(replace(choices.now, simple_view=False))
    going.go("class")
    assert window.current == "class"
    assert not window.rail.item("class").isHidden()
