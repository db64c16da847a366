"""How a level looks: fill and numeral, stripes when it is old, a dash when there is none."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.lines import paint_words
from ui.widgets.paint import FINE_DASH, frame, mirrored, start
from ui.widgets.pressable import Pressable

NONE = "\u2013"
PITCH = 5.0
FOURTH = 4


def paint_level(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    level: int | None,
    stale: bool = False,
    size_px: float | None = None,
    radius: float = 6,
) -> None:
    """Draw a level chip into `rect`; `size_px` is the numeral's size when not the usual share."""
    paints = theme.level(level or 0)
    if not level:
        frame(painter, rect, radius, None, paints.line, 1, FINE_DASH)
    else:
        dashes = FINE_DASH if stale else ()
        painter.setBrush(_fill(painter, theme, level) if stale else paints.fill)
        if stale:
            _fill_whole(painter, rect, radius)
        _chip_edge(painter, rect, radius, paints.line, dashes)
    size = size_px or max(theme.px(12), rect.height() * 0.58)
    painter.setFont(theme.sized_font(size, 700, tabular=True))
    painter.setPen(paints.on)
    _paint_numeral(painter, rect, str(level) if level else NONE)
    paint_beyond(painter, rect, level or 0, paints.on)


def paint_beyond(painter: QPainter, rect: QRectF, level: int, ink: QColor) -> None:
    """A dash below the numeral for each level above the fourth, whose fills are deep alike."""
    count = max(0, level - FOURTH)
    wide, high = rect.height() * 0.26, max(1.0, rect.height() * 0.09)
    left = rect.center().x() - (count * wide + (count - 1) * high) / 2
    top = rect.bottom() - 2.2 * high
    for number in range(count):
        painter.fillRect(QRectF(left + number * (wide + high), top, wide, high), ink)


def _fill_whole(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Fill also below the gaps of a broken edge."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(rect, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _chip_edge(
    painter: QPainter, rect: QRectF, radius: float, line: QColor, dashes: tuple[float, ...]
) -> None:
    edge = QPen(line, 1)
    if dashes:
        edge.setDashPattern(list(dashes))
    painter.setPen(edge)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5)


def _fill(painter: QPainter, theme: Theme, level: int) -> QBrush:
    from ui.widgets.hatch import hatch_image  # at the start few levels are stale, if any

    paints = theme.level(level)
    ratio = painter.device().devicePixelRatioF()
    tile = hatch_image(paints.fill.rgba(), paints.hatch.rgba(), PITCH * theme.scale, ratio)
    return QBrush(tile)


def _paint_numeral(painter: QPainter, rect: QRectF, text: str) -> None:
    metrics = QFontMetricsF(painter.font())
    x = rect.center().x() - metrics.horizontalAdvance(text) / 2
    y = rect.center().y() + metrics.capHeight() / 2
    painter.drawText(QPointF(x, int(y)), text)


class LevelChip(QWidget):
    """One level, `size` design px square; give it an accessible name in the framework's words."""

    def __init__(self, theme: Theme, size: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._level: int | None = None
        self._stale = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_level(self, level: int | None, stale: bool = False) -> None:
        """Show a level; None or 0 is no evidence."""
        self._level, self._stale = level, stale
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self._theme.px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = start(self)
        side = self._theme.px(self._size)
        paint_level(painter, self._theme, QRectF(0, 0, side, side), self._level, self._stale)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class LevelButton(Pressable):
    """A level and its word, to be clicked; checked is the level just given."""

    def __init__(self, theme: Theme, level: int, word: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._level = level
        self._word = ""
        self.setCheckable(True)
        self.set_word(word)

    @property
    def level(self) -> int:
        """The level it gives."""
        return self._level

    def set_word(self, word: str) -> None:
        """Change the word, as frameworks may have their own."""
        self._word = word
        self.setText(word)
        self.setAccessibleName(f"{self._level} {word}")

    def sizeHint(self) -> QSize:
        """The chip and the word."""
        px = self.theme.px
        wide = self.theme.text_width(self._word, "body", 600)
        return QSize(px(9) + px(26) + px(10) + round(wide + 1) + px(9), px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, chip and word."""
        painter = start(self)
        ink = self._paint_box(painter)
        px = self.theme.px
        chip = QRectF(px(9), (self.height() - px(26)) / 2, px(26), px(26))
        paint_level(painter, self.theme, mirrored(self, chip), self._level)
        x = chip.right() + px(10)
        words = QRectF(x, 0, self.width() - x - px(4), self.height())
        painter.setFont(self.theme.font("body", 600 if self.isChecked() else 500))
        paint_words(painter, self, words, self._word, self.theme.colour(ink))
        painter.end()

    def _paint_box(self, painter: QPainter) -> str:
        """Draw the box and return the name of the ink on it."""
        colour = self.theme.colour
        box = QRectF(self.rect())
        if self.isChecked() and not self.isDown():
            frame(painter, box, 8, colour("ink_tint"), colour("ink"), 2)
            return "ink_text"
        fill, edge = self.box_paints()
        frame(painter, box, 8, colour(fill), colour(edge))
        return "text" if self.isEnabled() else "text2"
