"""What follows the pointer: the card that was taken, and the others below it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from app.domain.ids import StudentId
from ui.live.stations.live_card import LiveCard
from ui.theme import Theme
from ui.widgets.card_view import CardView
from ui.widgets.paint import frame, mirrored, start

STEP = 4
"""Px between a card of the stack and the one below it."""
BADGE = 28
MOST = 2
"""So many cards are seen below the first one, however many there are."""


class CarriedCards(QWidget):
    """One picture, drawn once: to follow the pointer it is only moved.

    The card is at the widget's own corner, so that its place is the widget's.
    """

    def __init__(self, theme: Theme, view: CardView, size: QSize, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = 0
        self._picture = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._card = LiveCard(theme, StudentId(view.key), self)
        self._card.show_card(view)
        self._card.set_dragging(True)
        self._card.resize(size)
        self._card.hide()

    @property
    def count(self) -> int:
        """How many are carried."""
        return self._count

    def show_count(self, count: int) -> None:
        """Show so many cards."""
        if count == self._count:
            return
        self._count = count
        below = min(count - 1, MOST) * self._theme.px(STEP)
        self.resize(self._card.size() + QSize(below, below))
        self._picture = self._drawn(below)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Put the picture down."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _drawn(self, below: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = start(picture)
        self._paint_below(painter, below)
        painter.drawPixmap(0, 0, self._card.picture())
        if self._count > 1:
            self._paint_count(painter)
        painter.end()
        return picture

    def _paint_below(self, painter: QPainter, below: int) -> None:
        colour, step = self._theme.colour, self._theme.px(STEP)
        card = QRectF(self._card.rect())
        for down in range(below, 0, -step):
            frame(painter, card.translated(down, down), 8, colour("surface"), colour("ink"), 1)

    def _paint_count(self, painter: QPainter) -> None:
        """In the place of the level, as that of one says nothing about the others; and round."""
        side, colour = self._theme.px(BADGE), self._theme.colour
        card = QRectF(self._card.rect())
        left, top = card.right() - self._theme.px(8) - side, (card.height() - side) / 2
        place = mirrored(self._card, QRectF(round(left), round(top), side, side))
        frame(painter, place, 0, colour("surface"))
        frame(painter, place, side / 2, colour("ink"))
        painter.setPen(colour("on_ink"))
        painter.setFont(self._theme.font("strong", 700, tabular=True))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self._count))
