"""Text of any size on the board: measured once, drawn in proportion."""

from functools import lru_cache, partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from ui.theme import Theme


class Face(NamedTuple):
    """A cut of the app's face; `spacing` is added after each letter, as a share of the size."""

    weight: int
    spacing: float = 0.0
    tabular: bool = False


NAME = Face(600)
STATION = Face(700)
TITLE = Face(600)
HEADLINE = Face(700, spacing=-0.012)
LINE = Face(500)
DIGITS = Face(700, spacing=-0.015, tabular=True)

# From the middle of a line down to its baseline, as a share of the size: (0.984 - 0.316) / 2.
BASELINE = 0.334
# From one line of a few to the next.
LEADING = 1.12

_REFERENCE = 200
_KEPT_WIDTHS = 8192


class Lettering:
    """The app's face on the board.

    Letters are not fitted to the pixel grid, so widths keep their proportion at every size and
    what was measured is what is drawn.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._font = lru_cache(self._make_font)
        self._metrics = lru_cache(self._make_metrics)
        self._width = lru_cache(_KEPT_WIDTHS)(self._measure)
        self._kept_block = lru_cache(self._block)

    def width(self, text: str, px: float) -> float:
        """How wide a name is, in px."""
        return self.line_width(text, px, NAME)

    def line_width(self, text: str, px: float, face: Face) -> float:
        """How wide a line is in any face, in px."""
        return self._width(text, face) * px

    def ink_height(self, text: str, face: Face) -> float:
        """How high the ink of a text is, as a share of the size."""
        return self._metrics(face).tightBoundingRect(text).height() / _REFERENCE

    def draw(self, painter: QPainter, at: QPointF, text: str, px: float, face: Face) -> None:
        """Draw a line with the painter's pen; `at` is its left end on the baseline.

        The text keeps the direction it is written in, whatever the board's.
        """
        painter.save()
        painter.translate(at)
        painter.scale(px / _REFERENCE, px / _REFERENCE)
        painter.setFont(self._font(face))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(QPointF(0, 0), text)
        painter.restore()

    def fitted(self, text: str, px: float, face: Face, room: float) -> float:
        """The size at which a line fits into `room`, `px` at most."""
        wide = self.line_width(text, px, face)
        return px if wide <= room else px * max(room, 1) / wide

    def block(
        self, text: str, px: float, face: Face, width: float, height: float
    ) -> tuple[float, tuple[str, ...]]:
        """A size of `px` or less at which the text fits on one or more lines, and those lines.

        Words are broken only where even a much smaller size would not do.
        """
        return self._kept_block(text, px, face, width, height)

    def _block(
        self, text: str, px: float, face: Face, width: float, height: float
    ) -> tuple[float, tuple[str, ...]]:
        from ui.board.block import fitted_block  # not for the start: the miniature has only lines

        measure = partial(self.line_width, px=1, face=face)
        return fitted_block(text, px, measure, width, height)

    def _measure(self, text: str, face: Face) -> float:
        return self._metrics(face).horizontalAdvance(text) / _REFERENCE

    def _make_metrics(self, face: Face) -> QFontMetricsF:
        return QFontMetricsF(self._font(face))

    def _make_font(self, face: Face) -> QFont:
        font = self._theme.sized_font(_REFERENCE, face.weight, face.tabular)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, face.spacing * _REFERENCE)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font
