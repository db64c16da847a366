"""How each strand grew over the weeks: for every week, the share of the class at each level."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from app.domain.term import StrandGrowth, TermPicture
from ui.reports.chart import TermChart
from ui.reports.words import day_month, share_words, week_words
from ui.widgets.paint import FINE_DASH, frame

PANEL = 220
"""Least width of a strand's picture, in design px."""
BETWEEN = 24
HEAD, BARS, FOOT, AFTER = 40, 96, 20, 20
GAP = 2


class GrowthChart(TermChart):
    """A small picture for each strand. The highest levels lie at the bottom, so growth rises."""

    def high(self, term: TermPicture, width: int) -> int:
        """As many lines of pictures as it takes."""
        across = self._across(width)
        lines = -(-len(term.strands) // across) if term.strands else 0
        return max(0, lines * self._line() - self.theme.px(AFTER))

    def draw(self, painter: QPainter, term: TermPicture) -> None:
        """Each strand in its place."""
        px, across = self.theme.px, self._across(self.width())
        wide = (self.width() - (across - 1) * px(BETWEEN)) / across
        for at, strand in enumerate(term.strands):
            x = (at % across) * (wide + px(BETWEEN))
            y = (at // across) * self._line()
            self._draw_strand(painter, term, strand, QRectF(x, y, wide, px(HEAD + BARS + FOOT)))

    def tip(self, term: TermPicture, at: QPointF) -> str:
        """A strand's week: how many stood at each level."""
        px, across = self.theme.px, self._across(self.width())
        wide = (self.width() - (across - 1) * px(BETWEEN)) / across
        column, line = int(at.x() // (wide + px(BETWEEN))), int(at.y() // self._line())
        strand = line * across + column
        week = int((at.x() - column * (wide + px(BETWEEN))) // (wide / len(term.weeks)))
        if not (column < across and 0 <= strand < len(term.strands) and week < len(term.weeks)):
            return ""
        return week_words(term.strands[strand], term.weeks[week], week, term.levels)

    def _draw_strand(
        self, painter: QPainter, term: TermPicture, strand: StrandGrowth, box: QRectF
    ) -> None:
        px = self.theme.px
        metrics = QFontMetricsF(self.theme.font("caption", 600))
        name = metrics.elidedText(strand.name, Qt.TextElideMode.ElideRight, box.width())
        line = px(HEAD) / 2
        top = self.place(box.left(), box.top(), box.width(), line)
        self.write(painter, top, name, "text", 600)
        said = share_words(strand, len(term.levels))
        self.write(painter, self.place(box.left(), box.top() + line - 4, box.width(), line), said)
        pitch = box.width() / max(1, len(strand.weeks))
        for week, counts in enumerate(strand.weeks):
            bar = QRectF(
                box.left() + week * pitch,
                box.top() + px(HEAD),
                max(2.0, min(pitch - GAP, px(28))),
                px(BARS),
            )
            self._draw_week(painter, bar, counts)
        foot = self.place(box.left(), box.bottom() - px(FOOT), box.width(), px(FOOT))
        self.write(painter, foot, day_month(term.weeks[0]))
        self.write(painter, foot, day_month(term.weeks[-1]), at_end=True)

    def _draw_week(self, painter: QPainter, bar: QRectF, counts: tuple[int, ...]) -> None:
        """From the ground up: the highest level first, no evidence last."""
        theme, whole = self.theme, max(1, sum(counts))
        ground = bar.bottom()
        for level in range(len(counts) - 1, -1, -1):
            tall = bar.height() * counts[level] / whole
            if tall <= 0:
                continue
            part = self.place(bar.left(), ground - tall, bar.width(), tall)
            paints = theme.level(level)
            if level:
                painter.fillRect(part, paints.fill)
                painter.fillRect(QRectF(part.left(), part.top(), part.width(), 1), paints.line)
            else:
                frame(painter, part, 1, None, theme.colour("line_strong"), 1, FINE_DASH)
            ground -= tall

    def _line(self) -> int:
        """From one line of pictures to the next."""
        return self.theme.px(HEAD + BARS + FOOT + AFTER)

    def _across(self, width: int) -> int:
        px = self.theme.px
        return max(1, (width + px(BETWEEN)) // (px(PANEL) + px(BETWEEN)))
