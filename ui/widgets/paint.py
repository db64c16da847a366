"""Drawing every painted widget shares, and places for both directions of reading."""

from collections.abc import Sequence
from unicodedata import bidirectional

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPaintDevice, QPainter, QPen
from PySide6.QtWidgets import QWidget

FINE_DASH = (3.0, 2.5)


def start(widget: QPaintDevice) -> QPainter:
    """A smooth painter on the widget, or on a picture; end it with `end()`."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def frame(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    edge: QColor | None = None,
    width: float = 1.0,
    dashes: Sequence[float] = (),
) -> None:
    """A rounded box with its edge inside `rect`; `dashes` in px make the edge a broken line."""
    half = width / 2 if edge is not None else 0.0
    inner = rect.adjusted(half, half, -half, -half)
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    painter.setPen(Qt.PenStyle.NoPen if edge is None else pen(edge, width, dashes))
    painter.drawRoundedRect(inner, max(0.0, radius - half), max(0.0, radius - half))


def fill(painter: QPainter, rect: QRect | QRectF, colour: QColor) -> None:
    """Fill a box of one colour. After `QPainter.fillRect` the start has every gradient: 4 ms."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)


def pen(colour: QColor, width: float, dashes: Sequence[float] = ()) -> QPen:
    """A pen; `dashes` are on and off in px."""
    made = QPen(colour, width)
    if dashes:
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        made.setDashPattern([dash / width for dash in dashes])
    return made


def mirrored(widget: QWidget, rect: QRectF) -> QRectF:
    """A place measured from the left, as it is for who reads from right to left."""
    if not rtl(widget):
        return rect
    return QRectF(widget.width() - rect.right(), rect.top(), rect.width(), rect.height())


def rtl(widget: QWidget) -> bool:
    """Whether the widget is read from right to left."""
    return widget.isRightToLeft()


def direction_of(text: str) -> Qt.LayoutDirection:
    """How a text is read: as its letters are, and one with letters of both ways as the app is.

    A sentence that begins with an Arabic name stays the sentence it is.
    """
    if not text.isascii():
        ways = {bidirectional(sign) for sign in text}
        if "L" in ways and ways & {"R", "AL"}:
            return QGuiApplication.layoutDirection()
    return Qt.LayoutDirection.LayoutDirectionAuto


def seen(inside: QWidget, place: QRect) -> QRect:
    """A place measured from where reading starts, as it is on the screen."""
    if not rtl(inside):
        return place
    left = inside.width() - place.x() - place.width()
    return QRect(left, place.y(), place.width(), place.height())


def put(part: QWidget, inside: QWidget, place: QRect) -> None:
    """Give a child its place, measured from where reading starts."""
    part.setGeometry(seen(inside, place))


def start_edge(widget: QWidget, extra: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    """Aligned to the side where reading starts, together with `extra`."""
    return turned(widget, Qt.AlignmentFlag.AlignLeft | extra)


def turned(widget: QWidget, align: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    """An alignment as seen. QStyle.visualAlignment does it too, but QStyle costs 6 ms at start."""
    sides = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignRight
    if not rtl(widget) or align & Qt.AlignmentFlag.AlignAbsolute or not align & sides:
        return align
    return align ^ sides


def centred(rect: QRectF, side: float) -> QRect:
    """A square of whole px in the middle of `rect`."""
    left = rect.left() + (rect.width() - side) / 2
    top = rect.top() + (rect.height() - side) / 2
    return QRect(round(left), round(top), round(side), round(side))
