"""Drawing the headings of the heat map."""

from itertools import groupby

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView

from ui.progress.choice import Order
from ui.progress.folding import StrandColumn
from ui.progress.headings import heading_lines, numbers
from ui.progress.heat_model import CHOICES, GOAL, LAST_SEEN, MINUTES, HeatModel
from ui.progress.layout import BARS, HEADER, LEAD, RULE, STRAND, WORD_PITCH, WORDS, cell_span
from ui.progress.measures import LEAD as LEAD_BETWEEN
from ui.progress.measures import Measures, words_room
from ui.progress.words import tr
from ui.theme import Theme
from ui.widgets.paint import FINE_DASH, frame
from ui.widgets.write import write

CODE = 4
"""A skill's own code stands above a narrow column if it has no more letters than this."""
CARET = 10


class HeadingPainter:
    """Draws into the viewport of a header whose columns are as `measures` has them."""

    def __init__(self, theme: Theme, header: QHeaderView, model: HeatModel) -> None:
        self._theme = theme
        self._header = header
        self._model = model
        self._lit: frozenset[int] = frozenset()
        self.measures: Measures | None = None
        self.order = Order()
        self.filtered: frozenset[tuple[str, object]] = frozenset()

    def paint(self, painter: QPainter, exposed: QRect, lit: frozenset[int]) -> None:
        """Draw what lies in the exposed part; the `lit` columns are pointed at."""
        if self.measures is None:
            return
        self._lit = lit
        self._paint_strands(painter, exposed)
        self._paint_skills(painter, exposed, self.measures.words)
        self._paint_extras(painter, self.measures.brief)

    def _paint_strands(self, painter: QPainter, exposed: QRect) -> None:
        if exposed.top() > self._theme.px(RULE):
            return
        keyed = groupby(
            enumerate(self._model.columns), key=lambda pair: (pair[1].framework_id, pair[1].strand)
        )
        for (_, strand), pairs in keyed:
            columns = [at for at, _ in pairs]
            span = self._span(columns[0]).united(self._span(columns[-1]))
            if strand:
                folded = isinstance(self._model.columns[columns[0]], StrandColumn)
                self._paint_strand(painter, strand, span, folded, len(columns) > 1 or folded)

    def _paint_strand(
        self, painter: QPainter, strand: str, span: QRect, folded: bool, folds: bool
    ) -> None:
        px = self._theme.px
        painter.fillRect(span.left(), px(RULE), span.width(), 1, self._theme.colour("line_strong"))
        seen = span.intersected(self._header.viewport().rect()).adjusted(px(2), 0, -px(2), 0)
        high = px(STRAND[1] - STRAND[0])
        caret = px(CARET + 4) if folds else 0
        font = self._theme.font("caption", 500)
        metrics = QFontMetricsF(font)
        room = max(0, seen.width() - caret + (0 if folds else px(LEAD_BETWEEN)))
        text = "" if folded else metrics.elidedText(strand, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text2"))
        place = QRectF(seen.left(), px(STRAND[0]), seen.width(), high)
        write(painter, place, text, self._rtl())
        if folds and seen.width() > caret:
            self._paint_caret(painter, place, metrics.horizontalAdvance(text), folded)

    def _paint_caret(self, painter: QPainter, place: QRectF, after: float, folded: bool) -> None:
        """After the strand's name: pressed, the strand folds or unfolds."""
        side, gap = self._theme.px(CARET), self._theme.px(4) if after else 0
        name = "caret-right" if folded else "caret-down"
        picture = self._theme.icon(name, side, self._theme.colour("text2"), rtl=self._rtl())
        x = place.right() - after - gap - side if self._rtl() else place.left() + after + gap
        top = place.top() + (place.height() - side) / 2
        painter.drawPixmap(QPointF(round(x), round(top)), picture)

    def _paint_skills(self, painter: QPainter, exposed: QRect, words: bool) -> None:
        columns = self._model.columns
        most = max((max(column.counts) for column in columns), default=1)
        short = numbers([column.strand_id for column in columns])
        for at, column in enumerate(columns):
            span = self._span(at)
            if span.right() < exposed.left() or span.left() > exposed.right():
                continue
            highest = max(column.counts) if isinstance(column, StrandColumn) else most
            self._paint_bars(painter, span, column.counts, max(1, highest))
            code = column.code if 0 < len(column.code) <= CODE else short[at]
            code = "" if isinstance(column, StrandColumn) else code
            self._paint_words(painter, at, span, column.heading if words else code)

    def _paint_bars(
        self, painter: QPainter, span: QRect, counts: tuple[int, ...], most: int
    ) -> None:
        px, theme = self._theme.px, self._theme
        base, high = px(BARS[1]), px(BARS[1] - BARS[0])
        painter.fillRect(span.left(), base, span.width(), 1, theme.colour("line_strong"))
        pitch = (span.width() - 1) / len(counts)
        for level, count in enumerate(counts):
            at = len(counts) - 1 - level if self._rtl() else level
            left = span.left() + 1 + round(at * pitch)
            right = span.left() + round((at + 1) * pitch)
            tall = max(1, round(high * count / most))
            bar = QRectF(left, base - tall, max(2, right - left), tall)
            paints = theme.level(level)
            if tall <= 1:
                self._paint_nobody(painter, bar, level)
            elif level:
                frame(painter, bar, 1, paints.fill, paints.line)
            else:
                frame(painter, bar, 1, None, paints.line, 1, FINE_DASH)

    def _paint_nobody(self, painter: QPainter, bar: QRectF, level: int) -> None:
        """A line on the ground; broken for no evidence, as everywhere."""
        line = self._theme.level(level).line
        dash = bar.width() if level else bar.width() * 3 / 7
        painter.fillRect(QRectF(bar.left(), bar.top(), dash, 1), line)
        painter.fillRect(QRectF(bar.right() - dash, bar.top(), dash, 1), line)

    def _paint_extras(self, painter: QPainter, brief: bool) -> None:
        first = len(self._model.columns)
        words = {
            LAST_SEEN: tr("Last\nseen"),
            MINUTES: tr("With\nyou") if brief else tr("With you\nthis week"),
            GOAL: tr("Goal") if brief else tr("Goal,\nsteps done"),
        }
        if self._model.has_choices:
            words[CHOICES] = tr("First\nchoice")
        lead = self._theme.px(LEAD)
        for extra, text in words.items():
            left = self._header.sectionViewportPosition(first + extra)
            wide = self._header.sectionSize(first + extra) - lead
            start = left if self._rtl() else left + lead
            place = QRect(start, 0, wide, 0)
            self._paint_lines(painter, first + extra, place, text.split("\n"))

    def _paint_words(self, painter: QPainter, column: int, span: QRect, text: str) -> None:
        metrics = QFontMetricsF(self._theme.font("caption", 500))
        aside = self._theme.px(1)
        room = words_room(span.width(), self._theme.scale)
        lines = heading_lines(text, room, metrics.horizontalAdvance)
        self._paint_lines(painter, column, span.adjusted(aside, 0, -aside, 0), lines)

    def _paint_lines(
        self, painter: QPainter, column: int, place: QRect, lines: list[str] | tuple[str, ...]
    ) -> None:
        px, key = self._theme.px, self._model.key_of(column)
        ordered = key == self.order.key
        lit = ordered or column in self._lit or key in self.filtered
        painter.setFont(self._theme.font("caption", 500))
        painter.setPen(self._theme.colour("ink_text" if lit else "text"))
        for at, line in enumerate(lines):
            top = px(WORDS) + at * px(WORD_PITCH)
            spot = QRectF(place.left(), top, place.width(), px(WORD_PITCH + 2))
            write(painter, spot, line, self._rtl())
        if ordered:
            below = px(HEADER) - 2
            ink = self._theme.colour("ink")
            painter.fillRect(place.left() - px(1), below, place.width(), 2, ink)
            self._paint_sign(painter, place, "caret-up" if self.order.turned else "caret-down")
        elif key in self.filtered:
            self._paint_sign(painter, place, "funnel-simple")

    def _paint_sign(self, painter: QPainter, place: QRect, name: str) -> None:
        """At the end of the heading, on the ground of the bars."""
        px = self._theme.px
        side = px(CARET)
        image = self._theme.icon(name, side, self._theme.colour("ink"))
        left = place.left() if self._rtl() else place.right() - side
        spot = QRect(left, px(BARS[1]) - side - px(1), side, side)
        painter.fillRect(spot.adjusted(-1, -1, 1, 1), self._theme.colour("canvas"))
        painter.drawPixmap(QPointF(spot.topLeft()), image)

    def _span(self, column: int) -> QRect:
        assert self.measures is not None
        span = cell_span(self._header, self.measures, column, self._theme.scale)
        return QRect(span.left(), 0, span.width(), 1)

    def _rtl(self) -> bool:
        return self._header.isRightToLeft()
