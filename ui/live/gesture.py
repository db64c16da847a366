"""The pointer's way of carrying: press, move, release; a long press on a touch screen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.live.carry import Carry
from ui.live.edges import EdgeScroll
from ui.live.live_card import LiveCard
from ui.live.marks import Target
from ui.live.tray_chip import TrayChip
from ui.theme import Theme
from ui.widgets.card_view import CardView

LONG_PRESS_MS = 250
CARD = (170, 52)
Source = LiveCard | TrayChip
_PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}


class Gesture(QObject):
    """Watches cards and chips. It is our own and not QDrag, which runs an event loop of its own.

    `clicked` is a press and release on a card without a carry between them. `find` says what lies
    under a point of the screen.
    """

    clicked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        page: QWidget,
        carry: Carry,
        edges: EdgeScroll,
        find: Callable[[QPoint], Target | None],
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._page = page
        self._carry = carry
        self._edges = edges
        self._find = find
        self._source: Source | None = None
        self._pressed_at = QPoint()
        self._spot = QPoint()
        self._grip = QPoint()
        self._touch = False
        self._carried: LiveCard | None = None
        self.long_press = QTimer(self, singleShot=True, interval=LONG_PRESS_MS)
        self.long_press.timeout.connect(self._lift)
        edges.scrolled.connect(self._aim)
        carry.changed.connect(self._on_changed)
        page.installEventFilter(self)

    def watch(self, source: Source) -> None:
        """Let this card or chip be carried."""
        source.installEventFilter(self)

    @property
    def carried(self) -> LiveCard | None:
        """The card that follows the pointer, None when none does."""
        return self._carried

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer from press to release."""
        if watched is self._page:
            if event.type() == QEvent.Type.WindowDeactivate:
                self._carry.cancel()
            return False
        if isinstance(event, QMouseEvent) and isinstance(watched, LiveCard | TrayChip):
            return self._on_mouse(watched, event)
        if watched is self._source and event.type() == QEvent.Type.UngrabMouse:
            self._carry.cancel()
        return False

    def _on_mouse(self, source: Source, event: QMouseEvent) -> bool:
        kind = event.type()
        if kind in _PRESSES:
            return self._press(source, event)
        if source is not self._source:
            return False
        if kind == QEvent.Type.MouseMove:
            return self._move(event)
        if kind == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            return self._release()
        return False

    def _press(self, source: Source, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            if self._carried is None:
                return False
            self._carry.cancel()
            return True
        self._source = source
        self._pressed_at = self._spot = event.globalPosition().toPoint()
        self._grip = event.position().toPoint()
        self._touch = _is_touch(event)
        if self._touch:
            self.long_press.start()
        if isinstance(source, TrayChip):
            return False
        source.setDown(True)
        return True

    def _move(self, event: QMouseEvent) -> bool:
        spot = event.globalPosition().toPoint()
        if self._carried is not None:
            self._spot = spot
            self._carried.move(self._page.mapFromGlobal(spot) - self._grip)
            self._aim()
            self._edges.hold_at(spot)
            return True
        far = (spot - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self._touch:
            self._scroll_by_touch(spot, far)
        elif far:
            self._spot = spot
            self._lift()
        return self.carried is not None or isinstance(self._source, LiveCard)

    def _scroll_by_touch(self, spot: QPoint, far: bool) -> None:
        """A finger that moves before the long press scrolls, and clicks nothing."""
        if far or not self.long_press.isActive():
            self.long_press.stop()
            self._edges.drag(self._spot, spot)
            self._spot = spot

    def _release(self) -> bool:
        source, carried = self._source, self._carried
        self.long_press.stop()
        self._source = None
        if source is None:
            return False
        if carried is not None:
            self._land(source, carried)
            return True
        if isinstance(source, TrayChip):
            return False
        source.setDown(False)
        if self._spot == self._pressed_at:
            self.clicked.emit(source.student)
        return True

    def _lift(self) -> None:
        source = self._source
        if source is None or not self._carry.lift(source.student):
            return
        source.setDown(False)
        source.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._carried = self._copy(source)
        self._carried.move(self._page.mapFromGlobal(self._spot) - self._grip)
        self._carried.show()
        self._carried.raise_()
        self._aim()

    def _copy(self, source: Source) -> LiveCard:
        """The card that follows the pointer."""
        card = LiveCard(self._theme, source.student, self._page)
        card.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        card.set_dragging(True)
        if isinstance(source, LiveCard):
            card.show_card(source.view)
            card.resize(source.size())
            return card
        chip = source.view
        card.show_card(CardView(chip.student, chip.name, chip.initials, chip.shape))
        wide = self._theme.px(CARD[0])
        card.resize(wide, card.heightForWidth(wide))
        self._grip = QPoint(min(self._grip.x(), wide - 1), self._grip.y())
        return card

    def _aim(self) -> None:
        if self._carried is not None:
            self._carry.aim(self._find(self._spot))

    def _land(self, source: Source, carried: LiveCard) -> None:
        """Let go: the card itself goes on from where its copy was."""
        spot = carried.mapToGlobal(QPoint(0, 0))
        self._let_go()
        parent = source.parentWidget()
        if isinstance(source, LiveCard) and parent is not None:
            self._carry.drop(lambda: source.move(parent.mapFromGlobal(spot)))
        else:
            self._carry.drop()

    def _on_changed(self) -> None:
        if self._carry.lifted is None and self._carried is not None:
            self._let_go()

    def _let_go(self) -> None:
        self._edges.stop()
        self.long_press.stop()
        if self._source is not None:
            self._source.unsetCursor()
            self._source.setDown(False)
        self._source = None
        if self._carried is not None:
            self._carried.hide()
            self._carried.deleteLater()
            self._carried = None


def _is_touch(event: QMouseEvent) -> bool:
    from PySide6.QtGui import QInputDevice  # not for the start

    return event.device().type() == QInputDevice.DeviceType.TouchScreen
