"""Progress on one page of paper: what is shown, as it is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from app.domain.progress import ProgressRow, ProgressTable
from ui.fonts import make_font
from ui.progress.folding import StrandColumn
from ui.progress.headings import ELLIPSIS, heading_lines
from ui.progress.sheet_cells import Inks, SheetCells
from ui.progress.words import choice_words, last_seen_words, minutes_words, tr
from ui.widgets.write import write

TITLE, SMALL, LEAST, MOST = 60, 30, 22, 36
"""Sizes of type, in quarter points: the title, what is written below, and rows at least and most.
"""
HEAD = 76
STRAND = 34
TURNED = 260
"""Units that turned headings take; those that fit lie in two lines."""
FLAT = 124
LIES_FROM = 130
NAMES = 400
EXTRAS = (160, 150, 430)
CHOICES = 120
PITCH = 62
AFTER = 14


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page; everything it needs is in it, as it is drawn in a worker.

    `attention` lets what is secure stand back, as on the screen.
    """

    title: str
    table: ProgressTable
    inks: Inks
    attention: bool = False
    rtl: bool = False
    landscape: bool = True

    def paint(self, painter: QPainter, room: QRectF) -> None:
        """Draw it into the room, in quarter points."""
        _Drawing(self, painter, room).draw()


class _Drawing:
    """One page while it is drawn."""

    def __init__(self, sheet: Sheet, painter: QPainter, room: QRectF) -> None:
        self._sheet, self._painter, self._room = sheet, painter, room
        table = sheet.table
        self._extras = (*EXTRAS, CHOICES) if table.has_choices else EXTRAS
        extras = sum(self._extras)
        self._wide = min(200.0, (room.width() - NAMES - extras) / max(1, len(table.columns)))
        self._lies = self._wide >= LIES_FROM
        self._top = HEAD + STRAND + (FLAT if self._lies else TURNED)
        below = room.height() - self._top - HEAD
        self._high = min(float(PITCH), below / max(1, len(table.rows)))
        self._type = round(max(LEAST, min(MOST, self._high * 0.66)))

    def draw(self) -> None:
        """Title, headings, rows, and what the cells mean."""
        self._title()
        self._strands()
        self._headings()
        for row in range(len(self._sheet.table.rows)):
            self._row(row)
        self._legend()

    def _title(self) -> None:
        room = self._room
        self._text(QRectF(0, 0, room.width(), HEAD), self._sheet.title, TITLE, 700)

    def _strands(self) -> None:
        columns = list(enumerate(self._sheet.table.columns))
        for strand, pairs in groupby(columns, key=lambda pair: pair[1].strand):
            places = [at for at, _ in pairs]
            first, last = self._column(places[0]), self._column(places[-1])
            span = first.united(last)
            line = QRectF(span.left(), HEAD + STRAND - 4, span.width() - AFTER, 2)
            self._painter.fillRect(line, self._sheet.inks.line)
            text = self._cut(strand, SMALL, span.width() - AFTER)
            self._text(QRectF(span.left(), HEAD, span.width(), STRAND), text, SMALL, 500)

    def _headings(self) -> None:
        top = HEAD + STRAND
        for at, column in enumerate(self._sheet.table.columns):
            whole = isinstance(column, StrandColumn)
            name = tr("Whole strand") if whole else column.statement
            if self._lies:
                self._lying(self._column(at), top, name, "" if whole else column.heading)
            else:
                self._turned(self._column(at), name)
        words = (tr("Last seen"), tr("With you this week"), tr("Goal, steps done"))
        for at, text in enumerate((*words, tr("First choice"))[: len(self._extras)]):
            place = self._extra(at)
            self._lying(QRectF(place.left(), 0, place.width() - AFTER, 0), self._top - FLAT, text)

    def _lying(self, place: QRectF, top: float, text: str, short: str = "") -> None:
        """In up to three lines; where they are too few, the short name instead."""
        width, room = self._width(SMALL, 500), place.width() - AFTER
        lines = heading_lines(text, room, width, most=3)
        if short and any(line.endswith(ELLIPSIS) for line in lines):
            lines = heading_lines(short, room, width, most=3)
        for at, line in enumerate(lines):
            spot = QRectF(place.left(), top + 8 + at * 36, place.width(), 36)
            self._text(spot, line, SMALL, 500)

    def _turned(self, place: QRectF, text: str) -> None:
        """Upwards, beginning just above the cells."""
        painter = self._painter
        painter.save()
        painter.translate(QPointF(place.center().x(), self._top - 8))
        painter.rotate(-90)
        text = self._cut(text, SMALL, TURNED - 16)
        spot = QRectF(0, -place.width() / 2, TURNED, place.width())
        painter.setFont(make_font(SMALL, 500))
        painter.setPen(self._sheet.inks.text)
        painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def _row(self, at: int) -> None:
        sheet, row = self._sheet, self._sheet.table.rows[at]
        top = self._top + at * self._high
        if at % 2:
            band = QRectF(0, top, self._room.width(), self._high)
            self._painter.fillRect(band, sheet.inks.band)
        name = self._place(0, NAMES - AFTER, top)
        self._text(name, row.name, self._fitted(row.name, name.width()), 600)
        cells = SheetCells(self._painter, sheet.inks, len(sheet.table.levels), self._type)
        for column, cell in enumerate(row.cells):
            place = self._column(column)
            box = QRectF(place.left() + 2, top + 2, place.width() - 4, self._high - 4)
            cells.paint(box, cell, sheet.attention)
        said = (last_seen_words(row.last_seen_days), minutes_words(row.minutes), _goal(row))
        chosen = choice_words(row) if row.choices[0] else ""
        for extra, text in enumerate((*said, chosen)[: len(self._extras)]):
            place = self._extra(extra)
            spot = QRectF(place.left(), top, place.width() - AFTER, self._high)
            self._text(spot, self._cut(text, self._type, spot.width()), self._type, 500)

    def _legend(self) -> None:
        levels = [f"{at} {word}" for at, word in enumerate(self._sheet.table.levels, 1)]
        old = tr("hatched: older than 21 days")
        every = ", ".join(levels)
        hand = tr("* set by hand")
        says = tr("Levels: {levels} · {old} · ↑ ↓ changed this month", levels=every, old=old)
        says = f"{says} · {hand}"
        place = QRectF(0, self._room.height() - 40, self._room.width(), 40)
        self._text(place, self._cut(says, SMALL, place.width()), SMALL, 400)

    def _column(self, at: int) -> QRectF:
        return self._place(NAMES + at * self._wide, self._wide, 0)

    def _extra(self, at: int) -> QRectF:
        before = NAMES + len(self._sheet.table.columns) * self._wide + AFTER
        is_last = at == len(self._extras) - 1
        wide = self._extras[at] - (AFTER if is_last else 0)
        return self._place(before + sum(self._extras[:at]), wide, 0)

    def _place(self, x: float, wide: float, top: float) -> QRectF:
        """A place so far from where reading begins."""
        left = self._room.width() - x - wide if self._sheet.rtl else x
        return QRectF(left, top, wide, self._high)

    def _text(self, place: QRectF, text: str, size: int, weight: int) -> None:
        self._painter.setFont(make_font(size, weight, tabular=True))
        self._painter.setPen(self._sheet.inks.text)
        write(self._painter, place, text, self._sheet.rtl)

    def _fitted(self, name: str, room: float) -> int:
        """The size at which a name is whole: none is ever cut short."""
        wide = QFontMetricsF(make_font(self._type, 600)).horizontalAdvance(name)
        return self._type if wide <= room else max(1, int(self._type * room / wide))

    def _cut(self, text: str, size: int, room: float) -> str:
        metrics = QFontMetricsF(make_font(size, 600))
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _width(self, size: int, weight: int) -> Callable[[str], float]:
        return QFontMetricsF(make_font(size, weight)).horizontalAdvance


def _goal(row: ProgressRow) -> str:
    """Steps done, then the title, which may be cut."""
    if row.goal is None:
        return ""
    done = f"{sum(row.goal.done)}/{len(row.goal.done)} " if row.goal.done else ""
    return f"{done}{row.goal.title}"
