"""All that a mouse, a pen and a finger do on the console, put together."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from ui.live.band import Band
from ui.live.carry import Carry
from ui.live.console import Console
from ui.live.edges import EdgeScroll
from ui.live.finger import Finger
from ui.live.gesture import Gesture
from ui.live.hand import Hand
from ui.live.interruptions import Interruptions
from ui.live.selection import Selection
from ui.live.taking import Taking
from ui.live.touching import Touching
from ui.theme import Theme


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
