"""The headings of the heat map: strands, how many students are at each level, and skills."""

from itertools import groupby

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.progress.choice import BY_LAST_SEEN, BY_MINUTES, BY_SKILL, Order
from ui.progress.headings import heading_lines, numbers
from ui.progress.heat_model import GOAL, LAST_SEEN, MINUTES, HeatModel
from ui.progress.layout import BARS, HEADER, LEAD, RULE, STRAND, WORD_PITCH, WORDS, cell_span
from ui.progress.measures import LEAD as LEAD_BETWEEN
from ui.progress.measures import Measures
from ui.progress.words import tr
from ui.theme import Theme
from ui.widgets.paint import FINE_DASH, frame
from ui.widgets.write import write

NOWHERE = -1
CODE = 4
"""A skill's own code stands above a narrow column if it has no more letters than this."""


class SkillHeader(QHeaderView):
    """Draws all headings itself; clicking one orders the rows by it."""

    pointed_at = Signal(int)

    def __init__(self, theme: Theme, model: HeatModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._model = model
        self._measures: Measures | None = None
        self._order = Order()
        self._current = NOWHERE
        self._hovered = NOWHERE
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(4)
        self.viewport().setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        model.counted.connect(self.viewport().update)

    def set_measures(self, measures: Measures) -> None:
        """Take new widths."""
        self._measures = measures
        for column, width in enumerate(measures.widths[: self.count()]):
            if self.sectionSize(column) != width:
                self.resizeSection(column, width)
        self.viewport().update()

    def set_order(self, order: Order) -> None:
        """Mark the heading the rows are ordered by."""
        if order != self._order:
            self._order = order
            self.viewport().update()

    def set_current(self, column: int) -> None:
        """Mark the heading of the cell the keyboard is on."""
        if column != self._current:
            self._current = column
            self.viewport().update()

    def sizeHint(self) -> QSize:
        """Three lines: strand, bars, two lines of words."""
        return QSize(0, self._theme.px(HEADER))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Notice which heading the pointer is on."""
        super().mouseMoveEvent(event)
        self._hover(self.logicalIndexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone."""
        super().leaveEvent(event)
        self._hover(NOWHERE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what lies in the exposed part."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._theme.colour("canvas"))
        if self._measures is not None and self.count() == self._model.columnCount():
            self._paint_strands(painter)
            self._paint_skills(painter, event.rect())
            self._paint_extras(painter)
        painter.end()

    def _hover(self, column: int) -> None:
        if column != self._hovered:
            self._hovered = column
            self.viewport().update()
            self.pointed_at.emit(column)

    def _paint_strands(self, painter: QPainter) -> None:
        keyed = groupby(
            enumerate(self._model.columns), key=lambda pair: (pair[1].framework_id, pair[1].strand)
        )
        for (_, strand), pairs in keyed:
            columns = [at for at, _ in pairs]
            span = self._span(columns[0]).united(self._span(columns[-1]))
            if strand:
                self._paint_strand(painter, strand, span)

    def _paint_strand(self, painter: QPainter, strand: str, span: QRect) -> None:
        px = self._theme.px
        painter.fillRect(span.left(), px(RULE), span.width(), 1, self._theme.colour("line_strong"))
        seen = span.intersected(self.viewport().rect()).adjusted(px(2), 0, -px(2), 0)
        font = self._theme.font("caption", 500)
        text = QFontMetricsF(font).elidedText(
            strand, Qt.TextElideMode.ElideRight, max(0, seen.width() + px(LEAD_BETWEEN))
        )
        painter.setFont(font)
        painter.setPen(self._theme.colour("text2"))
        high = px(STRAND[1] - STRAND[0])
        place = QRectF(seen.left(), px(STRAND[0]), seen.width(), high)
        write(painter, place, text, self.isRightToLeft())

    def _paint_skills(self, painter: QPainter, exposed: QRect) -> None:
        columns = self._model.columns
        most = max((max(column.counts) for column in columns), default=1)
        short = numbers([column.strand_id for column in columns])
        for at, column in enumerate(columns):
            span = self._span(at)
            if span.right() < exposed.left() or span.left() > exposed.right():
                continue
            self._paint_bars(painter, span, column.counts, max(1, most))
            code = column.code if 0 < len(column.code) <= CODE else short[at]
            self._paint_words(painter, at, span, column.heading if self._words() else code)

    def _paint_bars(
        self, painter: QPainter, span: QRect, counts: tuple[int, ...], most: int
    ) -> None:
        px, theme = self._theme.px, self._theme
        base, high = px(BARS[1]), px(BARS[1] - BARS[0])
        painter.fillRect(span.left(), base, span.width(), 1, theme.colour("line_strong"))
        pitch = (span.width() - 1) / len(counts)
        for level, count in enumerate(counts):
            at = len(counts) - 1 - level if self.isRightToLeft() else level
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

    def _paint_extras(self, painter: QPainter) -> None:
        first = len(self._model.columns)
        words = {
            LAST_SEEN: tr("Last\nseen"),
            MINUTES: tr("With you\nthis week"),
            GOAL: tr("Goal,\nsteps done"),
        }
        lead = self._theme.px(LEAD)
        for extra, text in words.items():
            left = self.sectionViewportPosition(first + extra)
            wide = self.sectionSize(first + extra) - lead
            start = left if self.isRightToLeft() else left + lead
            place = QRect(start, 0, wide, 0)
            self._paint_lines(painter, first + extra, place, text.split("\n"))

    def _paint_words(self, painter: QPainter, column: int, span: QRect, text: str) -> None:
        metrics = QFontMetricsF(self._theme.font("caption", 500))
        aside = self._theme.px(1)
        room = span.width()
        lines = heading_lines(text, room, metrics.horizontalAdvance)
        self._paint_lines(painter, column, span.adjusted(aside, 0, -aside, 0), lines)

    def _paint_lines(
        self, painter: QPainter, column: int, place: QRect, lines: list[str] | tuple[str, ...]
    ) -> None:
        px, ordered = self._theme.px, self._is_ordered(column)
        lit = ordered or column in {self._hovered, self._current}
        painter.setFont(self._theme.font("caption", 500))
        painter.setPen(self._theme.colour("ink_text" if lit else "text"))
        for at, line in enumerate(lines):
            top = px(WORDS) + at * px(WORD_PITCH)
            spot = QRectF(place.left(), top, place.width(), px(WORD_PITCH + 2))
            write(painter, spot, line, self.isRightToLeft())
        if ordered:
            self._paint_order(painter, place)

    def _paint_order(self, painter: QPainter, place: QRect) -> None:
        """A line below the heading, and a caret that says which way."""
        px, ink = self._theme.px, self._theme.colour("ink")
        below = px(HEADER) - 2
        painter.fillRect(place.left() - px(1), below, place.width(), 2, ink)
        side = px(10)
        image = self._theme.icon("caret-up" if self._order.turned else "caret-down", side, ink)
        left = place.left() if self.isRightToLeft() else place.right() - side
        spot = QRect(left, px(BARS[1]) - side - px(1), side, side)
        painter.fillRect(spot.adjusted(-1, -1, 1, 1), self._theme.colour("canvas"))
        painter.drawPixmap(QPointF(spot.topLeft()), image)

    def _is_ordered(self, column: int) -> bool:
        skills = self._model.columns
        if column < len(skills):
            return self._order.by == BY_SKILL and self._order.skill_id == skills[column].skill_id
        extra = column - len(skills)
        return (extra, self._order.by) in {(LAST_SEEN, BY_LAST_SEEN), (MINUTES, BY_MINUTES)}

    def _span(self, column: int) -> QRect:
        assert self._measures is not None
        span = cell_span(self, self._measures, column, self._theme.scale)
        return QRect(span.left(), 0, span.width(), 1)

    def _words(self) -> bool:
        return self._measures is not None and self._measures.words
