"""One finger on a touch screen: a tap clicks, a swipe scrolls, a long press lifts."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ui.live.carry.hand import Hand
from ui.live.carry.taking import Source

LONG_PRESS_MS = 250
TAP, SWIPE, DROP, HELD = "tap", "swipe", "drop", "held"


class Finger(QObject):
    """Told of the finger by whoever hears of it: Qt tells some as touch, and some as a mouse.

    `scroll` is given from where to where what lies there is to go. `held` names what was lifted
    and let go at the same place: that asks for its menu.
    """

    held = Signal(object, QPoint)

    def __init__(self, hand: Hand, scroll: Callable[[QPoint, QPoint], None]) -> None:
        super().__init__(hand)
        self._hand = hand
        self._scroll = scroll
        self._source: Source | None = None
        self._grip = QPoint()
        self._began = QPoint()
        self._spot = QPoint()
        self._swiping = False
        self._went = False
        self._over = False
        self.long_press = QTimer(self, singleShot=True, interval=LONG_PRESS_MS)
        self.long_press.timeout.connect(self._lift)

    @property
    def busy(self) -> bool:
        """Whether it scrolls or carries, so that it clicks nothing any more."""
        return self._swiping or self._hand.carried is not None

    def down(self, source: Source | None, spot: QPoint, grip: QPoint) -> None:
        """It touches a card, a chip or a head at a point of that, or none of them."""
        self._source, self._grip = source, grip
        self._began = self._spot = spot
        self._swiping = self._went = self._over = False
        if source is not None:
            self.long_press.start()

    def move(self, spot: QPoint) -> None:
        """It goes to another point of the screen."""
        if self._over:
            return
        far = (spot - self._began).manhattanLength() >= QApplication.startDragDistance()
        self._went = self._went or far
        if self._hand.carried is not None:
            self._hand.move_to(spot)
        elif self._swiping or far:
            self.long_press.stop()
            self._swiping = True
            self._scroll(self._spot, spot)
            self._spot = spot

    def up(self) -> str:
        """It leaves the screen; returns what that was."""
        self.long_press.stop()
        source, self._source = self._source, None
        if self._hand.carried is None:
            return SWIPE if self._swiping else TAP
        if self._went or source is None:
            self._hand.let_go()
            return DROP
        self._hand.give_back()
        self.held.emit(source, self._began)
        return HELD

    def cancel(self) -> None:
        """It means nothing any more: a second finger came, or the system took it."""
        self.long_press.stop()
        self._source = None
        self._swiping = self._over = True
        if self._hand.carried is not None:
            self._hand.give_back()

    def _lift(self) -> None:
        if self._source is not None and not self._hand.lift(self._source, self._began, self._grip):
            self._source = None
