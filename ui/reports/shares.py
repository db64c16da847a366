"""Who had how much of the teacher, and of their own choices: least first."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.domain.term import ShareRow, TermPicture
from ui.reports.chart import TermChart
from ui.reports.words import average, choice_words, minutes_words, tr
from ui.widgets.paint import frame

HEAD, ROW = 24, 22
NAME, FIGURE, CHOICE = 130, 64, 120
BAR = 8


class SharesChart(TermChart):
    """A bar for each student's minutes, with a line where the average is."""

    def high(self, term: TermPicture, width: int) -> int:
        """A line for each student below the heading."""
        del width
        return self.theme.px(HEAD) + len(term.shares) * self.theme.px(ROW)

    def draw(self, painter: QPainter, term: TermPicture) -> None:
        """Heading, average, then student by student."""
        px, middle = self.theme.px, average(term.shares)
        rows = sorted(term.shares, key=lambda row: row.minutes)
        most = max((row.minutes for row in rows), default=0)
        room = self._room(term)
        words = tr("With you: on average {minutes} min", minutes=middle)
        self.write(painter, self.place(px(NAME), 0, room + px(FIGURE), px(HEAD)), words)
        if term.has_choices:
            x = px(NAME) + room + px(FIGURE)
            self.write(painter, self.place(x, 0, px(CHOICE), px(HEAD)), tr("First choice"))
        for at, row in enumerate(rows):
            self._draw_row(painter, term, row, px(HEAD) + at * px(ROW), most)
        if most:
            x = px(NAME) + room * middle / most
            line = self.place(x, px(HEAD), 1, len(rows) * px(ROW))
            painter.fillRect(line, self.theme.colour("ink"))

    def _draw_row(
        self, painter: QPainter, term: TermPicture, row: ShareRow, top: float, most: int
    ) -> None:
        px, room = self.theme.px, self._room(term)
        self.write(painter, self.place(px(4), top, px(NAME), px(ROW)), row.name, "text")
        y = top + (px(ROW) - px(BAR)) / 2
        frame(
            painter,
            self.place(px(NAME), y, room, px(BAR)),
            px(BAR) / 2,
            self.theme.colour("pressed"),
        )
        wide = room * row.minutes / most if most else 0
        if wide:
            full = self.place(px(NAME), y, max(px(BAR), wide), px(BAR))
            frame(painter, full, px(BAR) / 2, self.theme.colour("text2"))
        figure = self.place(px(NAME) + room, top, px(FIGURE - 8), px(ROW))
        weight, colour = (500, "text2") if row.minutes else (700, "text")
        self.write(painter, figure, minutes_words(row.minutes), colour, weight, at_end=True)
        if term.has_choices:
            x = px(NAME) + room + px(FIGURE)
            self._draw_choices(painter, row, x, top)

    def _draw_choices(self, painter: QPainter, row: ShareRow, x: float, top: float) -> None:
        px = self.theme.px
        bar = QRectF(x, top + (px(ROW) - px(BAR)) / 2, px(48), px(BAR))
        if row.asked:
            spot = self.place(bar.left(), bar.top(), bar.width(), bar.height())
            frame(painter, spot, px(BAR) / 2, self.theme.colour("pressed"))
            wide = bar.width() * row.first / row.asked
            if wide:
                full = self.place(bar.left(), bar.top(), max(px(BAR), wide), bar.height())
                frame(painter, full, px(BAR) / 2, self.theme.colour("ink"))
        words = self.place(x + px(56), top, px(CHOICE - 56), px(ROW))
        self.write(painter, words, choice_words(row))

    def _room(self, term: TermPicture) -> float:
        px = self.theme.px
        rest = px(NAME + FIGURE) + (px(CHOICE) if term.has_choices else px(8))
        return max(40.0, min(self.width() - rest, px(520)))
