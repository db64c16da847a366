"""The whole live side of a desk, on a lesson in the room."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.settings import Settings
from tests.fakes import FakeTasks
from tests.fakes.lesson import CLASS, LessonRoom
from tests.fakes.screens import FakeScreens
from ui.lesson.live import LiveLink
from ui.theme import Theme

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Desk:
    """As much of a desk as the lesson asks for."""

    def __init__(self, theme: Theme, room: LessonRoom) -> None:
        self.theme = theme
        self.room = room
        self.settings = Settings()
        self.tasks = FakeTasks()
        self.class_id = CLASS
        self.went: list[str] = []

    def go(self, key):
        self.went.append(key)

    def choose(self, settings):
        self.settings = settings

    def undo(self):
        self.room.workspace.undo()

    def show_student(self, student):
        self.went.append(f"student {student}")


@dataclass
class HereStage:
    """The link, its page, and hands to work it with."""

    link: LiveLink
    room: LessonRoom
    desk: Desk

    @property
    def page(self):
        return self.link.page

    @property
    def here(self):
        return self.link.here

    @property
    def tray(self):
        return self.page.console.tray

    def click(self, widget, at=None):
        QTest.mouseClick(widget, LEFT, NONE, at or widget.rect().center())

    def key(self, key, to=None):
        QTest.keyClick(to or self.page, key, NONE)

    def pass_time(self, ms):
        """Time passes, and the page looks at the clock."""
        self.room.clock.advance(ms)
        self.page.tick()

    def settle(self):
        """What is read later is read now."""
        self.here.begin()
        self.here.later.stop()
        self.here.later.timeout.emit()

    def menu_texts(self, student):
        menu = self.page.deeds.menu(student)
        return [action.text().replace("&&", "&") for action in menu.actions() if action.text()]

    def choose(self, student, text):
        """A line of the student's menu that begins with the text."""
        menu = self.page.deeds.menu(student)
        action = next(a for a in menu.actions() if a.text().startswith(text))
        action.trigger()

    def middle(self, widget) -> QPoint:
        return widget.mapTo(self.page, widget.rect().center())


def open_here(qtbot, theme, room, size=(1294, 768)) -> HereStage:
    desk = Desk(theme, room)
    link = LiveLink(desk, FakeScreens)
    qtbot.addWidget(link.page)
    room.workspace.subscribe(link.tell)
    link.page.resize(*size)
    link.page.show_class(CLASS)
    link.page.show()
    qtbot.waitExposed(link.page)
    return HereStage(link, room, desk)
