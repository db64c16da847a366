"""A student card that can leave a ghost behind."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.ids import StudentId
from ui.live.stations.views import SeatView
from ui.theme import Theme
from ui.widgets.card import StudentCard
from ui.widgets.paint import start

if TYPE_CHECKING:
    from ui.widgets.card_places import CardGhost


class LiveCard(StudentCard):
    """The card of one student for as long as the student sits somewhere.

    While it is carried it stays where it was, as a ghost: it holds the pointer, and hiding it
    would let go of the button. `placed` says that it had a place before, from which it may come.
    """

    def __init__(self, theme: Theme, student: StudentId, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.student = student
        self._ghost: CardGhost | None = None
        self._picture = QPixmap()
        self._pictured: tuple[object, ...] = ()
        self._on_its_way = False
        self.placed = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_seat(self, seat: SeatView) -> None:
        """Show the student where he or she sits now."""
        self.show_card(seat.card)
        self.setAccessibleName(seat.spoken)

    def set_ghost(self, text: str) -> None:
        """Leave an outline with these words; "" brings the card back."""
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None
        if text:
            from ui.widgets.card_places import CardGhost  # not for the start: nothing is carried

            self._ghost = CardGhost(self.theme, text, self)
            self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._ghost.setGeometry(self.rect())
            self._ghost.show()
        self.update()

    @property
    def on_its_way(self) -> bool:
        return self._on_its_way

    def set_on_its_way(self, coming: bool) -> None:
        """Show nothing while a picture of the card flies to this place."""
        if coming != self._on_its_way:
            self._on_its_way = coming
            self.update()

    @property
    def is_ghost(self) -> bool:
        return self._ghost is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the ghost as large as the card."""
        super().resizeEvent(event)
        if self._ghost is not None:
            self._ghost.setGeometry(self.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card unless its ghost stands for it, or it is still on its way here."""
        if self._ghost is not None or self._on_its_way:
            return
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self.picture())
        painter.end()

    def picture(self) -> QPixmap:
        """The card as it was drawn last, as long as nothing about it differs.

        A station that becomes the target of a drop repaints everything on it: 12 ms for the cards
        drawn anew, under 1 ms for their pictures (measured, 24 cards).
        """
        ratio = self.devicePixelRatioF()
        state = (*self.state(), ratio)
        if state != self._pictured:
            self._pictured = state
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = start(self._picture)
            self.paint_card(painter)
            painter.end()
        return self._picture
