"""A teacher at the computer: eyes for what is on the screen, a mouse and a keyboard."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.journey.computer import WAIT_MS, Computer
from tests.journey.eyes import W, named, only, scroll_to, seen, spoken
from tests.journey.tables import index_of, spot_of
from ui.board.window import BoardWindow
from ui.desk.desk import Desk
from ui.live.stations.column import StationColumn
from ui.live.stations.live_card import LiveCard
from ui.live.tray_chip import TrayChip
from ui.widgets.segmented import Segment

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
MINUTE = 60_000
Places = dict[str, list[str]]


class Teacher:
    """Works only with what can be seen and reached; `actions` counts what she did.

    An action is one click, one drag, one key, or one word typed.
    """

    def __init__(self, qtbot: QtBot, computer: Computer) -> None:
        self.qtbot = qtbot
        self.computer = computer
        self.actions = 0

    @property
    def desk(self) -> Desk:
        return self.computer.desk

    @property
    def window(self) -> QWidget:
        return self.desk.window

    @property
    def board(self) -> BoardWindow:
        """What the class sees."""
        return self.desk.live.board.window

    # What is on the screen

    def reads(self, within: QWidget | None = None) -> list[str]:
        """All that is written in the window or a part of it, and on its buttons."""
        part = within or self.window
        labels = [label.text() for label in seen(QLabel, part)]
        return labels + [spoken(button) for button in seen(QAbstractButton, part)]

    def wait_to_read(self, words: str) -> None:
        """Until a text with these words is there."""

        def there() -> None:
            assert any(words in text for text in self.reads()), f"“{words}” not in {self.reads()}"

        self.qtbot.waitUntil(there, timeout=WAIT_MS)

    def wait(self, there: Callable[[], bool]) -> None:
        """Until something is so."""
        self.qtbot.waitUntil(there, timeout=WAIT_MS)

    def find(self, kind: type[W], name: str) -> W:
        """The one thing of a kind in the window that is called so."""
        return only(named(kind, name, self.window), name)

    def card(self, student: str) -> LiveCard:
        """A student's card at a station."""
        cards = seen(LiveCard, self.window)
        return only([card for card in cards if card.view.name == student], student)

    def chip(self, student: str) -> TrayChip:
        """A student below the stations."""
        chips = seen(TrayChip, self.window)
        return only([chip for chip in chips if chip.view.name == student], student)

    def station(self, name: str) -> StationColumn:
        columns = seen(StationColumn, self.window)
        return only([column for column in columns if column.view.station.name == name], name)

    def console_places(self) -> Places:
        """Who is at which station, by the cards."""
        return {
            column.view.station.name: [card.view.name for card in column.list.cards]
            for column in seen(StationColumn, self.window)
        }

    def board_places(self) -> Places:
        """Who is at which station, by the board."""
        scene = self.board.scene
        assert scene is not None
        return {place.name: [name.text for name in place.names] for place in scene.stations}

    def place_of(self, student: str) -> str:
        """The station where a student's card is, the same on both screens; "" for none."""
        assert self.console_places() == self.board_places()
        return next((name for name, who in self.console_places().items() if student in who), "")

    def timer(self) -> str:
        """The digits of the clock on the console."""
        return self.desk.live.page.top_bar.timer.view.digits

    def board_says(self) -> str:
        """Phase, round and minutes left on the board, such as "round 2: 12"."""
        scene = self.board.scene
        assert scene is not None
        clock = scene.clock
        paused = " paused" if clock.paused else ""
        return f"{clock.phase} {clock.round}: {clock.remaining_ms // MINUTE}{paused}"

    def wait_for_board(self, words: str) -> None:
        """Until the board says this by itself."""
        self.wait(lambda: self.board_says() == words)

    def board_picture(self) -> QImage:
        """What the projector shows below its clock at this moment."""
        whole = self.board.grab().toImage()
        return whole.copy(0, whole.height() // 5, whole.width(), whole.height())

    # What she does

    def wait_for_projector(self) -> None:
        """The board goes to the projector by itself while a lesson is open."""
        self.wait(self.board.isVisible)

    def click(self, target: QWidget | str, held: Qt.KeyboardModifier = PLAIN) -> None:
        """Press and release the mouse on something that can be hit; with a key held, or none."""
        widget = self.find(QAbstractButton, target) if isinstance(target, str) else target
        assert widget.isEnabled(), f"{spoken(widget)} is disabled"
        top, point = self.spot(widget)
        self.actions += 1
        QTest.mouseClick(top, LEFT, held, point)

    def right_click(self, widget: QWidget) -> None:
        """Ask for the menu of something.

        Without a screen Qt gives the first request after a key to whatever lies in the corner, so
        this one goes straight to the widget; with real windows it is the pointer that asks.
        """
        top, point = self.spot(widget)
        QTest.mouseMove(top, point)  # the menu will not take a click where the pointer was
        self.actions += 1
        at = widget.rect().center()
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
        QApplication.sendEvent(widget, asked)

    def drag(self, source: QWidget, target: QWidget, at: QPoint | None = None) -> None:
        """Take something by its middle and let it go on something else, or on a point of it."""
        with self.carrying(source, target, at):
            pass

    @contextmanager
    def carrying(
        self, source: QWidget, target: QWidget, at: QPoint | None = None
    ) -> Iterator[None]:
        """Hold something over something else, or over a point of it; at the end it is let go."""
        top, start = self.spot(source)
        end = target.mapTo(self.window, at or target.rect().center())
        self.actions += 1
        QTest.mousePress(top, LEFT, PLAIN, start)
        for step in range(1, 6):
            QTest.mouseMove(top, start + (end - start) * step / 5)
        yield
        QTest.mouseRelease(top, LEFT, PLAIN, end)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press and release a key, wherever the keyboard is."""
        popup = QApplication.activePopupWidget()
        if popup is None:
            self.computer.come_back()
        self.actions += 1
        QTest.keyClick(handle(popup or self.window), key, modifier)

    def type(self, words: str) -> None:
        """Type into what has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        self.actions += 1
        QTest.keyClicks(widget, words)

    def paste(self, text: str) -> None:
        """Ctrl V."""
        QGuiApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, CTRL)

    def choose(self, *path: str) -> None:
        """Pick from the menu that is open, through its submenus."""
        for words in path:
            self.wait(lambda: QApplication.activePopupWidget() is not None)
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu), f"{menu} is no menu"
            action = only([a for a in menu.actions() if a.text().startswith(words)], words)
            self.actions += 1
            # A click right where the pointer was only closes it.
            line = menu.actionGeometry(action)
            far = QPoint(line.right() - line.height() // 2, line.center().y())
            QTest.mouseClick(handle(menu), LEFT, PLAIN, far)

    def click_tab(self, name: str) -> None:
        """Turn to another tab of the page."""
        tabs = [tab for tab in seen(Segment, self.window) if tab.label() == name]
        self.click(only(tabs, name))

    def pick(self, dropdown: QComboBox, words: str) -> None:
        """Open a list, go to a line by its first letters, and take it."""
        self.click(dropdown)
        self.wait(dropdown.view().isVisible)
        self.actions += 2
        QTest.keyClicks(dropdown.view(), words)
        QTest.keyClick(dropdown.view(), Qt.Key.Key_Return)

    def click_row(self, row: str, column: str) -> None:
        """Click a cell of the only table in the window."""
        table = only(seen(QTableView, self.window), "table")
        point = spot_of(table, index_of(table, row, column))
        self.actions += 1
        QTest.mouseClick(handle(self.window), LEFT, PLAIN, point)

    def spot(self, widget: QWidget) -> tuple[QWindow, QPoint]:
        """Where to click: the middle of what is seen of it. Fails when something covers it."""
        QApplication.sendPostedEvents()  # what was just changed takes its place first
        scroll_to(widget)
        top = widget.window()
        point = widget.mapTo(top, widget.visibleRegion().boundingRect().center())
        hit = top.childAt(point) or top
        assert hit is widget or widget.isAncestorOf(hit), f"{hit} covers {spoken(widget)}"
        return handle(top), point


def handle(window: QWidget) -> QWindow:
    found = window.windowHandle()
    assert found is not None
    return found
