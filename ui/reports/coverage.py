"""Who was seen when: a calendar of students and days."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.domain.term import AWAY, SEEN, UNSEEN, CoverageRow, DayMark, TermPicture
from ui.reports.chart import TermChart
from ui.reports.words import day_month, day_words, seen_words, tr
from ui.widgets.paint import frame

KEY, HEAD, ROW = 28, 22, 18
NAME, TAIL = 130, 64
WIDEST = 18.0
AFTER_WEEK = 3.0


class CoverageChart(TermChart):
    """A filled square for a day with a look, a ring for one without, a dash for one away."""

    def high(self, term: TermPicture, width: int) -> int:
        """The key, the weeks and a line for each student."""
        del width
        return self.theme.px(KEY + HEAD) + len(term.coverage) * self.theme.px(ROW)

    def draw(self, painter: QPainter, term: TermPicture) -> None:
        """Key, weeks, then student by student."""
        self._draw_key(painter)
        pitch = self._pitch(term)
        self._draw_weeks(painter, term, pitch)
        px = self.theme.px
        for at, row in enumerate(term.coverage):
            top = px(KEY + HEAD) + at * px(ROW)
            if at % 2:
                band = QRectF(0, top, self.width(), px(ROW))
                painter.fillRect(band, self.theme.colour("sunken"))
            self._draw_row(painter, term, row, top, pitch)

    def tip(self, term: TermPicture, at: QPointF) -> str:
        """The student, the day, and what it was."""
        row = int((at.y() - self.theme.px(KEY + HEAD)) // self.theme.px(ROW))
        pitch = self._pitch(term)
        days = [n for n in range(len(term.days)) if 0 <= at.x() - self._x(term, n, pitch) < pitch]
        if not 0 <= row < len(term.coverage) or not days:
            return ""
        found, day = term.coverage[row], days[0]
        return day_words(found, term.days[day], found.marks[day])

    def _draw_key(self, painter: QPainter) -> None:
        px, x = self.theme.px, 0.0
        signs = (
            (DayMark(SEEN, 2), tr("seen")),
            (DayMark(SEEN, 1), tr("seen once")),
            (DayMark(UNSEEN), tr("here, not seen")),
            (DayMark(AWAY), tr("away")),
        )
        metrics = QFontMetricsF(self.theme.font("caption", 500))
        for mark, words in signs:
            self._draw_mark(painter, self.place(x, 0, px(16), px(20)), mark)
            x += px(20)
            wide = metrics.horizontalAdvance(words) + 2
            self.write(painter, self.place(x, 0, wide, px(20)), words)
            x += wide + px(16)

    def _draw_weeks(self, painter: QPainter, term: TermPicture, pitch: float) -> None:
        """Above each Monday, where the words do not run into each other."""
        px, metrics = self.theme.px, QFontMetricsF(self.theme.font("caption", 500))
        free = 0.0
        for day in term.days:
            if day not in term.weeks:
                continue
            x, words = self._x(term, day_index(term, day), pitch), day_month(day)
            wide = metrics.horizontalAdvance(words) + px(8)
            if x >= free:
                self.write(painter, self.place(x, px(KEY), wide, px(HEAD)), words)
                free = x + wide

    def _draw_row(
        self, painter: QPainter, term: TermPicture, row: CoverageRow, top: float, pitch: float
    ) -> None:
        px = self.theme.px
        self.write(painter, self.place(px(4), top, px(NAME), px(ROW)), row.name, "text")
        for at, mark in enumerate(row.marks):
            box = self.place(self._x(term, at, pitch), top, pitch, px(ROW))
            self._draw_mark(painter, box, mark)
        tail = self.place(self.width() - px(TAIL), top, px(TAIL - 4), px(ROW))
        self.write(painter, tail, seen_words(row), at_end=True)

    def _draw_mark(self, painter: QPainter, box: QRectF, mark: DayMark) -> None:
        theme, middle = self.theme, box.center()
        size = max(3.0, min(box.width() - 1.5, theme.px(11)))
        if mark.state == SEEN:
            side = size if mark.looks > 1 else size * 0.62
            square = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            frame(painter, square, side / 5, theme.colour("ink"))
        elif mark.state == UNSEEN:
            painter.setPen(QPen(theme.colour("warn_line"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, size * 0.3, size * 0.3)
        elif mark.state == AWAY:
            painter.setPen(QPen(theme.colour("text3"), 1.5))
            half = QPointF(size * 0.28, 0)
            painter.drawLine(middle - half, middle + half)

    def _pitch(self, term: TermPicture) -> float:
        px = self.theme.px
        room = self.width() - px(NAME + TAIL) - AFTER_WEEK * len(term.weeks)
        return min(WIDEST * self.theme.scale, max(3.0, room / max(1, len(term.days))))

    def _x(self, term: TermPicture, at: int, pitch: float) -> float:
        """Where a day lies; weeks stand a little apart."""
        week = sum(1 for monday in term.weeks if monday <= term.days[at]) - 1
        return self.theme.px(NAME) + at * pitch + max(0, week) * AFTER_WEEK


def day_index(term: TermPicture, day: object) -> int:
    """Where a day stands among those shown."""
    return term.days.index(day)
