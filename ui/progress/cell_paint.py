"""How a heat cell looks: drawn once per kind of cell, then copied."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPixmap, QPolygonF

from app.domain.progress import Cell
from ui.progress.folding import StrandCell
from ui.theme import Theme
from ui.widgets.hatch import hatch_image
from ui.widgets.level import NONE, PITCH, paint_beyond
from ui.widgets.paint import FINE_DASH, frame, pen

RADIUS = 4.0
NUMERAL = 13
ARROW = 10
CORNER = 7
CORNER_SHARE = 0.16
PART_FROM = 26
"""In narrower cells a folded strand has room for one figure."""
TIGHT = 34
"""In narrower cells numeral and arrow share the middle."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """Everything a cell's picture depends on; sizes in logical px."""

    level: int
    stale: bool
    trend: int
    width: int
    height: int
    ratio: float
    rtl: bool
    quiet: bool = False
    secure: int = 0
    of: int = 0
    by_hand: bool = False


class CellPictures:
    """Pictures of cells, kept until the theme changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._drawn: dict[_Kind, QPixmap] = {}
        theme.changed.connect(self._drawn.clear)

    def picture(
        self,
        cell: Cell,
        width: int,
        height: int,
        ratio: float = 1.0,
        rtl: bool = False,
        quiet: bool = False,
    ) -> QPixmap:
        """The picture of a cell of that size; a `quiet` one stands back behind the others."""
        part = (cell.secure, cell.of) if isinstance(cell, StrandCell) else (0, 0)
        stale = cell.stale and not part[1]
        kind = _Kind(
            cell.level, stale, cell.trend, width, height, ratio, rtl, quiet, *part, cell.by_hand
        )
        found = self._drawn.get(kind)
        if found is None:
            found = self._drawn[kind] = self._draw(kind)
        return found

    def _draw(self, kind: _Kind) -> QPixmap:
        picture = QPixmap(round(kind.width * kind.ratio), round(kind.height * kind.ratio))
        picture.setDevicePixelRatio(kind.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(0, 0, kind.width, kind.height)
        if kind.of:
            self._paint_part(painter, kind, rect)
        elif kind.quiet:
            self._paint_words(painter, kind, rect, str(kind.level), "text3", 500)
        else:
            self._paint_box(painter, kind, rect)
            self._paint_numeral(painter, kind, rect)
        if kind.trend:
            self._paint_arrow(painter, kind, rect)
        if kind.by_hand:
            self._paint_corner(painter, kind, rect)
        painter.end()
        return picture

    def _paint_part(self, painter: QPainter, kind: _Kind, rect: QRectF) -> None:
        """Of a whole strand: a bar as long as the share that is secure, and both figures."""
        theme, radius = self._theme, RADIUS * min(self._theme.scale, 1.5)
        if not kind.quiet:
            frame(painter, rect, radius, theme.colour("surface"), theme.colour("line_strong"))
            inner = rect.adjusted(1, 1, -1, -1)
            full = QRectF(inner)
            full.setWidth(inner.width() * kind.secure / kind.of)
            if kind.rtl:
                full.moveRight(inner.right())
            frame(painter, full, radius - 1, theme.colour("ink_tint"))
        whole = f"{kind.secure}/{kind.of}"
        text = whole if kind.width >= theme.px(PART_FROM) else str(kind.secure)
        ink = ("text3", 500) if kind.quiet else ("text", 600)
        self._paint_words(painter, kind, rect, text, *ink)

    def _paint_words(
        self, painter: QPainter, kind: _Kind, rect: QRectF, text: str, ink: str, weight: int
    ) -> None:
        theme = self._theme
        size = min(theme.px(NUMERAL), max(theme.px(12), kind.height - theme.px(4)))
        painter.setFont(theme.sized_font(size, weight, tabular=True))
        metrics = QFontMetricsF(painter.font())
        x = rect.center().x() - metrics.horizontalAdvance(text) / 2
        painter.setPen(theme.colour(ink))
        painter.drawText(QPointF(x, int(rect.center().y() + metrics.capHeight() / 2)), text)

    def _paint_box(self, painter: QPainter, kind: _Kind, rect: QRectF) -> None:
        theme, radius = self._theme, RADIUS * min(self._theme.scale, 1.5)
        if not kind.level:
            frame(painter, rect, radius, None, theme.colour("line_strong"), 1, FINE_DASH)
            return
        paints = theme.level(kind.level)
        if not kind.stale:
            edge = theme.level(2).fill if kind.level == 1 else None
            frame(painter, rect, radius, paints.fill, edge)
            return
        tile = hatch_image(paints.fill.rgba(), paints.hatch.rgba(), PITCH * theme.scale, kind.ratio)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(tile))
        painter.drawRoundedRect(rect, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(self._stale_edge(kind.level), 1, FINE_DASH))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5)

    def _stale_edge(self, level: int) -> QColor:
        """Dashes that show on the fill: deep on pale cells, pale on deep ones."""
        return self._theme.level(3 if level < 3 else 2).fill

    def _paint_numeral(self, painter: QPainter, kind: _Kind, rect: QRectF) -> None:
        theme = self._theme
        size = min(theme.px(NUMERAL), max(theme.px(12), kind.height - theme.px(4)))
        painter.setFont(theme.sized_font(size, 700, tabular=True))
        metrics = QFontMetricsF(painter.font())
        text = str(kind.level) if kind.level else NONE
        aside = theme.px(5) if self._is_tight(kind) else 0
        middle = rect.center().x() + (aside if kind.rtl else -aside)
        x = middle - metrics.horizontalAdvance(text) / 2
        y = rect.center().y() + metrics.capHeight() / 2
        ink = theme.level(kind.level).on
        painter.setPen(ink)
        painter.drawText(QPointF(x, int(y)), text)
        paint_beyond(painter, rect, kind.level, ink)

    def _paint_arrow(self, painter: QPainter, kind: _Kind, rect: QRectF) -> None:
        theme = self._theme
        side = theme.px(ARROW - 1 if self._is_tight(kind) else ARROW)
        name = "arrow-up" if kind.trend > 0 else "arrow-down"
        ink = theme.level(kind.level).on
        image = theme.icon(name, side, ink, ratio=kind.ratio)
        inset = theme.px(1 if self._is_tight(kind) else 3)
        x = inset if kind.rtl else rect.right() - side - inset
        painter.drawPixmap(QPointF(round(x), round((kind.height - side) / 2)), image)

    def _paint_corner(self, painter: QPainter, kind: _Kind, rect: QRectF) -> None:
        """Set by hand: the corner where reading begins is folded."""
        side = min(float(self._theme.px(CORNER)), kind.width * CORNER_SHARE)
        x, inwards = (rect.right(), -side) if kind.rtl else (rect.left(), side)
        points = [QPointF(x, 0), QPointF(x + inwards, 0), QPointF(x, side)]
        painter.setPen(Qt.PenStyle.NoPen)
        ink = self._theme.level(kind.level).on
        painter.setBrush(self._theme.colour("text3") if kind.quiet else ink)
        painter.drawPolygon(QPolygonF(points))

    def _is_tight(self, kind: _Kind) -> bool:
        return bool(kind.trend) and kind.width < self._theme.px(TIGHT)
