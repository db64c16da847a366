"""The three steps of an import, and which one this is."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.lines import paint_words
from ui.widgets.paint import centred, mirrored, start

CIRCLE = 24
LINE = 28
WORD_GAP, LINE_GAP = 8, 12


class ImportSteps(QWidget):
    """Numbered circles with words; steps before the present one are ticked."""

    def __init__(self, theme: Theme, steps: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps = steps
        self._now = 0
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_step(0)
        theme.changed.connect(self._restyle)

    def set_step(self, step: int) -> None:
        """Show which step this is, counted from 0."""
        self._now = step
        text = self.tr("Step {step} of {count}: {name}")
        self.setAccessibleName(
            text.format(step=step + 1, count=len(self._steps), name=self._steps[step])
        )
        self._restyle()

    def step(self) -> int:
        """Which step this is, counted from 0."""
        return self._now

    def sizeHint(self) -> QSize:
        """All steps on one line."""
        return self._size(range(len(self._steps)))

    def minimumSizeHint(self) -> QSize:
        """Circles alone, and the name of the present step."""
        return self._size([self._now])

    def _size(self, named: Iterable[int]) -> QSize:
        px = self._theme.px
        words = sum(px(WORD_GAP) + self._wide(at) for at in named)
        lines = (len(self._steps) - 1) * (px(LINE) + 2 * px(LINE_GAP))
        return QSize(words + len(self._steps) * px(CIRCLE) + lines, px(CIRCLE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them in a row."""
        painter, px = start(self), self._theme.px
        x = 0
        for at in range(len(self._steps)):
            if at:
                x = self._paint_line(painter, x)
            self._paint_circle(painter, at, QRectF(x, 0, px(CIRCLE), px(CIRCLE)))
            x += px(CIRCLE)
            if at == self._now or self.width() >= self.sizeHint().width():
                self._paint_name(painter, at, x + px(WORD_GAP))
                x += px(WORD_GAP) + self._wide(at)
        painter.end()

    def _paint_line(self, painter: QPainter, x: int) -> int:
        px = self._theme.px
        rect = mirrored(self, QRectF(x + px(LINE_GAP), px(CIRCLE) // 2, px(LINE), 1))
        painter.fillRect(rect, self._theme.colour("line_strong"))
        return x + px(LINE) + 2 * px(LINE_GAP)

    def _paint_circle(self, painter: QPainter, at: int, rect: QRectF) -> None:
        fill, edge, ink = self._paints(at)
        colour = self._theme.colour
        place = mirrored(self, rect)
        painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(edge), 1))
        painter.drawEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5))
        if at < self._now:
            spot = centred(place, self._theme.px(12))
            painter.drawPixmap(
                QPointF(spot.topLeft()), self._theme.icon("check", spot.width(), colour(ink))
            )
            return
        painter.setFont(self._theme.font("caption", 600))
        painter.setPen(colour(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(at + 1))

    def _paints(self, at: int) -> tuple[str, str, str]:
        if at < self._now:
            return "ink_tint", "ink", "ink_text"
        return ("ink", "ink", "on_ink") if at == self._now else ("", "control", "text2")

    def _paint_name(self, painter: QPainter, at: int, x: int) -> None:
        painter.setFont(self._font(at))
        ink = "text" if at == self._now else "text2"
        place = QRectF(x, 0, self._wide(at), self._theme.px(CIRCLE))
        paint_words(painter, self, place, self._steps[at], self._theme.colour(ink))

    def _font(self, at: int) -> QFont:
        return self._theme.font("strong" if at == self._now else "body")

    def _wide(self, at: int) -> int:
        return round(QFontMetricsF(self._font(at)).horizontalAdvance(self._steps[at]) + 0.5)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
