"""The hand that carries: from the card that was taken to the place where it is let go."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.live.carry.carried import CarriedCards
from ui.live.carry.carry import Carry
from ui.live.carry.edges import EdgeScroll
from ui.live.carry.marks import Target
from ui.live.carry.taking import Source, Taken
from ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QCursor

_SET_CURSOR = Qt.WidgetAttribute.WA_SetCursor


class Hand(QObject):
    """Holds what is carried at a point of the screen; mouse, pen and finger move it alike.

    `take` says who is taken with a card, a chip, or the head of a station; `find` what lies under
    a point of the screen. `emptied` comes when nothing is held any more, for whatever reason.
    """

    emptied = Signal()

    def __init__(
        self,
        theme: Theme,
        page: QWidget,
        carry: Carry,
        edges: EdgeScroll,
        take: Callable[[Source], Taken | None],
        find: Callable[[QPoint], Target | None],
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._page = page
        self._carry = carry
        self._edges = edges
        self._take = take
        self._find = find
        self._source: Source | None = None
        self._spot = QPoint()
        self._grip = QPoint()
        self._was: QCursor | None = None
        self.carried: CarriedCards | None = None
        edges.scrolled.connect(self._aim)
        carry.changed.connect(self._on_changed)

    def lift(self, source: Source, spot: QPoint, grip: QPoint) -> bool:
        """Take up the source, held at a point of itself; False when there is nobody to take."""
        taken = self._take(source)
        if taken is None or not self._carry.lift(taken.students):
            return False
        self._source = source
        self._grip = QPoint(
            min(grip.x(), taken.size.width() - 1), min(grip.y(), taken.size.height() - 1)
        )
        self._was = source.cursor() if source.testAttribute(_SET_CURSOR) else None
        source.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.carried = CarriedCards(self._theme, taken.view, taken.size, self._page)
        self.carried.show_count(len(taken.students))
        self.carried.show()
        self.carried.raise_()
        self.move_to(spot)
        return True

    def move_to(self, spot: QPoint) -> None:
        """Hold it over another point of the screen."""
        if self.carried is not None:
            self._spot = spot
            self.carried.move(self._page.mapFromGlobal(spot) - self._grip)
            self._aim()
            self._edges.hold_at(spot)

    def let_go(self) -> None:
        """Drop it here: the cards themselves go on from where their picture was."""
        if self.carried is not None:
            spot = self.carried.mapToGlobal(QPoint(0, 0))
            self._empty()
            self._carry.drop(spot)

    def give_back(self) -> None:
        """Put it back where it was."""
        self._carry.cancel()

    def _aim(self) -> None:
        if self.carried is not None:
            self._carry.aim(self._find(self._spot))

    def _on_changed(self) -> None:
        if self.carried is None:
            return
        if self._carry.lifted is None:
            self._empty()
        else:
            self.carried.show_count(len(self._carry.lifted.students))

    def _empty(self) -> None:
        self._edges.stop()
        self._give_cursor_back()
        self._source = None
        if self.carried is not None:
            self.carried.hide()
            self.carried.deleteLater()
            self.carried = None
            self.emptied.emit()

    def _give_cursor_back(self) -> None:
        if self._source is None:
            return
        if self._was is None:
            self._source.unsetCursor()
        else:
            self._source.setCursor(self._was)
