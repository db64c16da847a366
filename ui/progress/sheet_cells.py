"""The cells of the printed page: fill and numeral, so that a grey copy says the same."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from app.domain.attention import is_secure, secure_from
from app.domain.progress import Cell
from ui.fonts import make_font
from ui.progress.folding import StrandCell
from ui.tokens import LevelColours, Scheme
from ui.widgets.level import NONE, paint_beyond

RADIUS = 8
BY_HAND = "*"
ARROWS = {1: "↑", -1: "↓", 0: ""}


class Inks(NamedTuple):
    """The paints of the page."""

    text: QColor
    quiet: QColor
    line: QColor
    band: QColor
    levels: dict[int, LevelColours]


def inks_of(scheme: Scheme) -> Inks:
    """Those of a look; paper has the light one."""
    colours = scheme.colours
    line, band = colours["line_strong"], colours["canvas"]
    return Inks(colours["text"], colours["text2"], line, band, scheme.levels)


class SheetCells:
    """Draws cells of one size of type."""

    def __init__(self, painter: QPainter, inks: Inks, levels: int, size: int) -> None:
        self._painter = painter
        self._inks = inks
        self._secure = secure_from(levels)
        self._size = size

    def paint(self, box: QRectF, cell: Cell, attention: bool) -> None:
        """Draw a cell; what is secure stands back when attention is asked for."""
        if isinstance(cell, StrandCell):
            self._frame(box, None, dashed=False)
            self._numeral(box, f"{cell.secure}/{cell.of}", self._inks.text, 500)
        elif attention and is_secure(cell, self._secure):
            self._numeral(box, str(cell.level), self._inks.quiet, 400)
        elif not cell.level:
            self._frame(box, None, dashed=True)
            self._numeral(box, NONE, self._inks.quiet, 400)
        else:
            paints = self._inks.levels[min(cell.level, max(self._inks.levels))]
            self._frame(box, paints.fill, dashed=cell.stale)
            if cell.stale:
                self._hatch(box, paints)
            mark = BY_HAND if cell.by_hand else ""
            self._numeral(box, f"{cell.level}{mark}{ARROWS[cell.trend]}", paints.on, 700)
            paint_beyond(self._painter, box, cell.level, paints.on)

    def _frame(self, box: QRectF, fill: QColor | None, dashed: bool) -> None:
        edge = QPen(self._inks.line, 2)
        edge.setStyle(Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
        self._painter.setPen(edge)
        self._painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
        self._painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _hatch(self, box: QRectF, paints: LevelColours) -> None:
        """Lines of our own: a brush's pattern would be as fine as the printer's dots."""
        self._painter.save()
        self._painter.setClipRect(box)
        self._painter.setPen(QPen(QBrush(paints.hatch), 3))
        x = box.left() - box.height()
        while x < box.right():
            self._painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
            x += 14
        self._painter.restore()

    def _numeral(self, box: QRectF, text: str, ink: QColor, weight: int) -> None:
        font = make_font(self._size, weight, tabular=True)
        metrics = QFontMetricsF(font)
        if metrics.horizontalAdvance(text) > box.width():
            font = make_font(round(self._size * 0.8), weight, tabular=True)
        self._painter.setFont(font)
        self._painter.setPen(ink)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)
