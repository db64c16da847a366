"""A student's initials on a shape of their own."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.initials import SHAPES, initials, shape_of
from ui.widgets.paint import start

__all__ = ["SHAPES", "Avatar", "initials", "paint_avatar", "shape_of"]

_HEXAGON = ((0.25, 0.04), (0.75, 0.04), (1.0, 0.5), (0.75, 0.96), (0.25, 0.96), (0.0, 0.5))


def paint_avatar(painter: QPainter, theme: Theme, rect: QRectF, letters: str, shape: str) -> None:
    """Draw the shape filling `rect` (square) and the letters in its middle."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("avatar"))
    painter.drawPath(_outline(rect, shape))
    painter.setPen(theme.colour("on_avatar"))
    _fit_font(painter, theme, rect.width(), letters)
    metrics = QFontMetricsF(painter.font())
    x = rect.center().x() - metrics.horizontalAdvance(letters) / 2
    painter.drawText(QPointF(x, rect.center().y() + _drop(metrics, letters)), letters)


def _outline(rect: QRectF, shape: str) -> QPainterPath:
    path = QPainterPath()
    if shape == "circle":
        path.addEllipse(rect)
    elif shape == "hexagon":
        corners = [_point(rect, x, y) for x, y in _HEXAGON]
        path.moveTo(corners[-1])
        for corner in corners:
            path.lineTo(corner)
    elif shape == "leaf":
        _add_leaf(path, rect)
    else:
        path.addRoundedRect(rect, rect.width() * 0.21, rect.width() * 0.21)
    return path


def _add_leaf(path: QPainterPath, rect: QRectF) -> None:
    """Two corners fully round, two nearly sharp."""
    full, small = rect.width(), rect.width() * 0.14
    path.moveTo(_point(rect, 0, 0.5))
    path.arcTo(QRectF(rect.left(), rect.top(), full, full), 180, -90)
    path.arcTo(QRectF(rect.right() - small, rect.top(), small, small), 90, -90)
    path.arcTo(QRectF(rect.left(), rect.top(), full, full), 0, -90)
    path.arcTo(QRectF(rect.left(), rect.bottom() - small, small, small), 270, -90)
    path.closeSubpath()


def _point(rect: QRectF, x: float, y: float) -> QPointF:
    return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height())


def _fit_font(painter: QPainter, theme: Theme, side: float, letters: str) -> None:
    """12 px or more at 100 % wherever the letters have the room."""
    size = max(theme.px(12), round(side * 0.36))
    painter.setFont(theme.sized_font(size, 600))
    wide = QFontMetricsF(painter.font()).horizontalAdvance(letters)
    if wide > side * 0.8:
        painter.setFont(theme.sized_font(size * side * 0.8 / wide, 600))


def _drop(metrics: QFontMetricsF, letters: str) -> float:
    """From the middle down to the base line: capitals by their height, others by their box."""
    if letters.isascii():
        return metrics.capHeight() / 2
    box = metrics.tightBoundingRect(letters)
    return -box.center().y()


class Avatar(QWidget):
    """The initials of one student, `size` design px wide. Decoration: the name is beside it."""

    def __init__(self, theme: Theme, size: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._letters = ""
        self._shape = SHAPES[0]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_student(self, letters: str, shape: str) -> None:
        """Show these letters on this shape."""
        self._letters, self._shape = letters, shape
        self.update()

    def sizeHint(self) -> QSize:
        """A square of the chosen size."""
        side = self._theme.px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = start(self)
        side = float(self._theme.px(self._size))
        rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_avatar(painter, self._theme, rect, self._letters, self._shape)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
