"""All that a mouse, a pen and a finger do on the console, and what ends it from outside."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from ui.live.carry.band import Band
from ui.live.carry.carry import Carry
from ui.live.carry.edges import EdgeScroll
from ui.live.carry.finger import Finger
from ui.live.carry.gesture import Gesture
from ui.live.carry.hand import Hand
from ui.live.carry.taking import Taking
from ui.live.carry.touching import Touching
from ui.live.console import Console
from ui.live.selection import Selection
from ui.theme import Theme
from ui.widgets.focus import holds

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

_ENDS = {QEvent.Type.WindowDeactivate, QEvent.Type.Hide}


class Hands(QObject):
    """Cards, chips and heads are carried; the empty part selects.

    `clicked` gives the card and the keys that were held, `missed` a point of the screen where no
    card is, `held` what a finger rests on without going anywhere, and where.
    """

    clicked = Signal(object, object)
    missed = Signal(QPoint)
    held = Signal(object, QPoint)

    def __init__(
        self, theme: Theme, page: QWidget, console: Console, selection: Selection, carry: Carry
    ) -> None:
        super().__init__(page)
        columns, tray = console.columns, console.tray
        self._console = console
        self._edges = EdgeScroll(theme, columns)
        take = Taking(theme, columns, selection)
        self.hand = Hand(theme, page, carry, self._edges, take, console.target_at)
        self.finger = Finger(self.hand, self._scroll)
        self.gesture = Gesture(page, carry, self.hand, self.finger)
        self.touching = Touching(self.finger, columns.viewport(), tray)
        self.interruptions = Interruptions(page, console, carry, self.finger)
        self.band = Band(theme, columns)
        columns.card_made.connect(self.gesture.watch)
        columns.head_made.connect(self.gesture.watch)
        tray.chip_made.connect(self.gesture.watch)
        self.gesture.clicked.connect(self.clicked)
        self.touching.tapped.connect(self.clicked)
        self.touching.missed.connect(self.missed)
        self.finger.held.connect(self.held)
        self.band.clicked.connect(self.missed)
        self.band.grown.connect(selection.preview)
        self.band.drawn.connect(selection.choose)

    def _scroll(self, before: QPoint, spot: QPoint) -> None:
        """A finger went from one point of the screen to another: what lies there goes with it."""
        if self._console.tray.contains(before):
            self._console.tray.scroll_by(before.x() - spot.x())
        else:
            self._edges.drag(before, spot)


class Interruptions(QObject):
    """What ends a carry: then nothing moves, and nothing is left hanging.

    The window goes to the back, the page goes (to another, or behind the lock), keys go away.
    A carry by keyboard ends when the keyboard goes to something that is no part of the stations.
    """

    def __init__(self, page: QWidget, console: Console, carry: Carry, finger: Finger) -> None:
        super().__init__(page)
        self._page = page
        self._console = console
        self._carry = carry
        self._finger = finger
        self._window: QWindow | None = None
        carry.changed.connect(self._watch_keyboard)
        page.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Put everything back when the page is seen or heard no more."""
        if event.type() in _ENDS:
            self._finger.cancel()
            self._carry.cancel()
        return False

    def _watch_keyboard(self) -> None:
        lifted = self._carry.lifted
        if self._window is not None:
            self._window.focusObjectChanged.disconnect(self._on_keyboard)
            self._window = None
        if lifted is not None and lifted.keyed:
            self._window = self._page.window().windowHandle()
        if self._window is not None:
            self._window.focusObjectChanged.connect(self._on_keyboard)

    def _on_keyboard(self, now: QObject | None) -> None:
        if not isinstance(now, QWidget) or now is self._page:
            return
        if not any(holds(part, now) for part in (self._console.columns, self._console.tray)):
            self._carry.cancel()
