"""Going from page to page; the simple view has no pages about students."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from app.classroom import Classroom
from app.settings import Settings
from tests.fakes.lesson import LessonRoom
from ui.desk.choices import Choices
from ui.desk.going import LIVE_FOOT, Going
from ui.desk.main_window import MainWindow, PageEntry
from ui.desk.pages import put_on_rail


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


def test_a_message_stands_off_the_lessons_foot_alone(window, theme, qtbot) -> None:
    room = LessonRoom()
    classroom = Classroom(room.store, room.evidence, room.workspace, room.ids, room.clock)
    going = Going(classroom, window, Choices(Keeper(), theme), lambda _class: None, {})
    window.resize(1366, 768)
    window.show()
    window.toast.show_message("Lesson ended", None, "check")
    going.go("live")
    low = window.toast.geometry().bottom()
    going.teaching(True)
    qtbot.waitUntil(lambda: window.toast.geometry().bottom() <= low - LIVE_FOOT)
    going.go("plan")
    qtbot.waitUntil(lambda: window.toast.geometry().bottom() == low)
    going.go("live")
    qtbot.waitUntil(lambda: window.toast.geometry().bottom() <= low - LIVE_FOOT)
    going.teaching(False)
    qtbot.waitUntil(lambda: window.toast.geometry().bottom() == low)


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
