"""What the pictures of a term share."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.domain.term import TermPicture
from ui.theme import Theme
from ui.widgets.lines import wrapping
from ui.widgets.paint import mirrored, rtl, start
from ui.widgets.tip import plain_tip
from ui.widgets.write import write


class TermChart(QWidget):
    """A picture drawn by hand, as high as its width asks for; what it says is told in words too."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.term: TermPicture | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Expanding))
        theme.changed.connect(self._restyle)

    def show_term(self, term: TermPicture, words: str) -> None:
        """Show a term; `words` say the same for who listens."""
        self.term = term
        self.setAccessibleDescription(words)
        self._restyle()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self.theme.px(400), self.heightForWidth(self.theme.px(400)))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window."""
        return QSize(self.theme.px(240), 0)

    def hasHeightForWidth(self) -> bool:
        """What does not fit side by side stands below."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Px that the picture needs at a width."""
        return 0 if self.term is None else self.high(self.term, width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture."""
        if self.term is None:
            return
        painter = start(self)
        self.draw(painter, self.term)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Under the pointer, what that part of the picture says."""
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return super().event(event)
        x = event.pos().x()
        at = QPointF(self.width() - x if rtl(self) else x, event.pos().y())
        words = self.tip(self.term, at) if self.term is not None else ""
        if words:
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
        else:
            QToolTip.hideText()
        return True

    def tip(self, term: TermPicture, at: QPointF) -> str:
        """What to say of a point, measured from where reading begins; "" for nothing."""
        del term, at
        return ""

    def high(self, term: TermPicture, width: int) -> int:
        """Px the picture of a term needs at a width."""
        raise NotImplementedError

    def draw(self, painter: QPainter, term: TermPicture) -> None:
        """Draw a term over the whole widget."""
        raise NotImplementedError

    def place(self, x: float, y: float, wide: float, high: float) -> QRectF:
        """A place measured from where reading begins."""
        return mirrored(self, QRectF(x, y, wide, high))

    def write(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        colour: str = "text2",
        weight: int = 500,
        at_end: bool = False,
    ) -> None:
        """One line of small type."""
        painter.setFont(self.theme.font("caption", weight, tabular=True))
        painter.setPen(self.theme.colour(colour))
        write(painter, place, text, rtl(self), at_end=at_end)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
