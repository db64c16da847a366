"""What every random deed needs: something that can be hit, and the way back to a calm page."""

import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from tests.journey.eyes import named, scroll_to, seen
from tests.journey.teacher import LEFT, PLAIN, Teacher, handle
from ui.live.page import LivePage
from ui.live.stations.column import StationColumn
from ui.live.stations.live_card import LiveCard
from ui.live.tray_chip import TrayChip

T = TypeVar("T")
MOST_ESCAPES = 12


class NotNow(Exception):
    """There is nothing here to do this with: another deed is chosen."""


class Deed(NamedTuple):
    """Something a teacher may do. A `timeless` one is taken back by undo with nothing left over.

    `running`: only while the clock was started.
    """

    do: Callable[[], None]
    timeless: bool = True
    running: bool = False

    @property
    def name(self) -> str:
        return self.do.__name__.strip("_").replace("_", " ")


class Hand:
    """Of one teacher; what it does depends on `chance` alone."""

    def __init__(self, teacher: Teacher, chance: random.Random) -> None:
        self.teacher = teacher
        self.chance = chance

    @property
    def page(self) -> LivePage:
        return self.teacher.desk.live.page

    @property
    def teaches(self) -> bool:
        """Whether a lesson is open."""
        return self.page.scene is not None

    # Finding

    def any_of(self, things: Sequence[T]) -> T:
        if not things:
            raise NotNow
        return self.chance.choice(things)

    def card(self) -> LiveCard:
        return self.any_of(seen(LiveCard, self.teacher.window))

    def chip(self) -> TrayChip:
        return self.any_of(seen(TrayChip, self.teacher.window))

    def column(self) -> StationColumn:
        return self.any_of(seen(StationColumn, self.teacher.window))

    def cards_somewhere(self, most: int) -> list[LiveCard]:
        """A few cards of one station."""
        cards = seen(LiveCard, self.column())
        if not cards:
            raise NotNow
        return self.chance.sample(cards, min(len(cards), self.chance.randint(1, most)))

    def spot(self, widget: QWidget, at: QPoint | None = None) -> QPoint:
        """A point of the window that is the widget's own."""
        QApplication.sendPostedEvents()
        scroll_to(widget)
        middle = widget.visibleRegion().boundingRect().center()
        point = widget.mapTo(widget.window(), at or middle)
        hit = widget.window().childAt(point)
        if widget.visibleRegion().isEmpty() or hit is None:
            raise NotNow
        if hit is not widget and not widget.isAncestorOf(hit):
            raise NotNow  # a toast or the next station lies over it
        return point

    def foot(self, column: StationColumn) -> QPoint:
        """Below the cards of a station, where nothing lies over it."""
        point = column.mapTo(column.window(), QPoint(column.width() // 2, column.height() - 12))
        hit = column.window().childAt(point)
        if hit is None or not (hit is column or column.isAncestorOf(hit)):
            raise NotNow
        return point

    # Doing

    def click(self, widget: QWidget, held: Qt.KeyboardModifier = PLAIN) -> None:
        point = self.spot(widget)
        if not widget.isEnabled():
            raise NotNow
        QTest.mouseClick(handle(widget.window()), LEFT, held, point)

    def press_button(self, name: str) -> None:
        """Click the button of that name in the window."""
        found = named(QAbstractButton, name, self.teacher.window)
        if len(found) != 1:
            raise NotNow
        self.click(found[0])

    def drag(self, start: QPoint, end: QPoint, drop: bool = True) -> None:
        """Carry what lies at a point of the window to another; without `drop` Esc comes first."""
        top = handle(self.teacher.window)
        QTest.mousePress(top, LEFT, PLAIN, start)
        for step in range(1, 5):
            QTest.mouseMove(top, start + (end - start) * step / 4)
        if not drop:
            QTest.keyClick(top, Qt.Key.Key_Escape)
        QTest.mouseRelease(top, LEFT, PLAIN, end)

    def key(self, *keys: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        for key in keys:
            self.teacher.press(key, held)

    def menu_of(self, widget: QWidget) -> None:
        self.spot(widget)
        self.teacher.right_click(widget)

    def pick_any(self, but: Sequence[str] = ()) -> None:
        """Any line of the menu that is open, through its submenus; a box that comes is answered."""
        popup = self.popup()
        while isinstance(popup, QMenu):
            lines = [a for a in popup.actions() if a.isEnabled() and not a.isSeparator()]
            line = self.any_of([a for a in lines if not a.text().startswith(tuple(but) or ("\0",))])
            box = popup.actionGeometry(line)
            far = QPoint(box.right() - box.height() // 2, box.center().y())
            below = line.menu()
            QTest.mouseClick(handle(popup), LEFT, PLAIN, far)
            if not isinstance(below, QMenu):
                break
            self.teacher.wait(below.isVisible)
            popup = below
        self._answer(QApplication.activePopupWidget())

    def popup(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        if popup is None:
            raise NotNow
        return popup

    def _answer(self, box: QWidget | None) -> None:
        """Say yes to a small box, or leave it."""
        if box is None or isinstance(box, QMenu):
            return
        yes = [b for b in seen(QAbstractButton, box) if b is getattr(box, "confirm", None)]
        if yes and self.chance.random() < 0.8:
            QTest.mouseClick(yes[0], LEFT)

    # Coming to rest

    def rest(self) -> None:
        """Let one turn of the loop go by."""
        turns = iter((False, True))
        self.teacher.wait(lambda: next(turns))

    def calm(self) -> None:
        """Close what is open, uncover what is covered, and be at the lesson again."""
        for _time in range(MOST_ESCAPES):
            if not self._escape():
                break
        else:
            raise AssertionError("something stays open")
        if self.teacher.desk.window.current != "live":
            with suppress(NotNow):
                self.press_button("Live")
        self.teacher.computer.come_back()  # as a window manager does when a menu is closed

    def _escape(self) -> bool:
        """Whether there was something to leave."""
        teacher, secure = self.teacher, self.teacher.desk.secure
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if over is not None:
            QTest.keyClick(over, Qt.Key.Key_Escape)
        elif secure is not None and secure.lockup.is_locked:
            teacher.click("Back to the class")
        elif teacher.desk.live.board.controller.covers:
            QTest.keyClick(handle(teacher.board), Qt.Key.Key_Escape)
        elif self.page.carry.lifted is not None or self._types():
            self.key(Qt.Key.Key_Escape)
        else:
            return False
        self.rest()
        return True

    def _types(self) -> bool:
        """Whether the roll or the capture line lies over the stations."""
        roll = self.teacher.desk.live.here.taking.roll
        palette = self.teacher.desk.live.capture.palette
        if palette.isVisible():
            palette.input.setFocus()
        return palette.isVisible() or (roll is not None and roll.isVisible())
