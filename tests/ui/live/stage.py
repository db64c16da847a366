"""The live page on a lesson in the room, with plain neighbours."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tests.fakes.lesson import CLASS, LessonRoom
from ui.live.page import LivePage

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@dataclass
class Stage:
    """The page, the room it shows, and hands to work it with."""

    page: LivePage
    room: LessonRoom
    note: QLineEdit
    line: QLineEdit

    def card(self, student):
        return self.page.console.columns.cards[student]

    def chip(self, student):
        return self.page.console.tray.chips[student]

    def column(self, station):
        return self.page.console.columns.column(station)

    def press(self, source, at=None):
        QTest.mousePress(source, LEFT, NONE, at or QPoint(20, 20))

    def move(self, source, spot):
        """The pointer, held on the source, goes to a point of the page."""
        QTest.mouseMove(source, source.mapFromGlobal(self.page.mapToGlobal(spot)))

    def release(self, source, spot):
        at = source.mapFromGlobal(self.page.mapToGlobal(spot))
        QTest.mouseRelease(source, LEFT, NONE, at)

    def lift(self, source):
        self.press(source)
        QTest.mouseMove(source, QPoint(60, 40))

    def carry(self, source, spot):
        """Lift, take to a point of the page, and hold."""
        self.lift(source)
        self.move(source, spot)

    def drag(self, source, spot):
        self.carry(source, spot)
        self.release(source, spot)

    def click(self, source, at=None):
        QTest.mouseClick(source, LEFT, NONE, at or QPoint(20, 20))

    def key(self, key, to=None, modifier=NONE):
        QTest.keyClick(to or self.page, key, modifier)

    def foot(self, station):
        """A point of the page at the bottom of a station, where no card is."""
        column = self.column(station)
        return column.mapTo(self.page, QPoint(column.width() // 2, column.height() - 12))

    def middle(self, widget):
        return widget.mapTo(self.page, widget.rect().center())

    @property
    def tray(self):
        tray = self.page.console.tray
        return tray.mapTo(self.page, QPoint(tray.width() - 30, tray.height() // 2))


def open_stage(qtbot, theme, room, size=(1294, 768)):
    panel, note = QWidget(), QLineEdit()
    QVBoxLayout(panel).addWidget(note)
    line = QLineEdit()
    page = LivePage(theme, room.live, room.moves, room.cards, room.clock, panel, line)
    qtbot.addWidget(page)
    room.workspace.subscribe(page.on_changed)
    page.resize(*size)
    page.show_class(CLASS)
    page.show()
    qtbot.waitExposed(page)
    return Stage(page, room, note, line)


def walk(stage, *keys):
    """Press keys on the page; returns who is selected then."""
    for key in keys:
        stage.key(key)
    return stage.page.selection.student
