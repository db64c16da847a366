"""Drawing the plan's rounds and cells."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.domain.ids import StudentId
from app.domain.lesson_picture import LessonPicture
from app.domain.stations import Station
from ui.plan.grid.chip import PlanChip
from ui.plan.grid.places import LABEL, MARGIN, from_start
from ui.plan.plan_words import (
    cell_hint,
    closed_words,
    coming_count,
    out_note,
    round_name,
    round_note,
    round_time,
)
from ui.theme import Theme
from ui.widgets.lines import TextBlock
from ui.widgets.paint import frame, rtl, start_edge, turned

NAME_SIZE = 14


def paint_round(
    painter: QPainter,
    widget: QWidget,
    theme: Theme,
    rect: QRect,
    picture: LessonPicture,
    number: int,
) -> None:
    """Draw the name of a round, its minutes, and whoever has no seat in it."""
    inner = QRect(theme.px(MARGIN), rect.top() + theme.px(7), rect.width(), rect.height())
    inner.setRight(rect.right() - theme.px(6))
    place = QRectF(from_start(inner, widget.width(), rtl(widget)))
    align = start_edge(widget, Qt.AlignmentFlag.AlignTop)
    for text, role, colour in (
        (round_name(number), "strong", "text"),
        (round_time(picture, number), "caption", "text2"),
        (round_note(picture, number), "caption", "warn"),
    ):
        if not text:
            continue
        block = TextBlock(text, theme.font(role), theme.line_height(role), place.width())
        block.paint(painter, place, theme.colour(colour), align)
        place.adjust(0, block.height, 0, 0)
    if note := out_note(picture, number):
        _paint_out(painter, widget, theme, place, note)


def round_height(theme: Theme, picture: LessonPicture, number: int) -> int:
    """Px that the words of a round need."""
    words = [(round_name(number), "strong"), (round_time(picture, number), "caption")]
    words += [(note, "caption") for note in (round_note(picture, number),) if note]
    wide = theme.px(LABEL - 6)
    needed = theme.px(14) + _lines(theme, words, wide)
    if note := out_note(picture, number):
        needed += theme.px(4) + _lines(theme, [(note, "caption")], wide - theme.px(18))
    return needed


def _lines(theme: Theme, words: Sequence[tuple[str, str]], width: int) -> int:
    blocks = (
        TextBlock(text, theme.font(role), theme.line_height(role), width) for text, role in words
    )
    return sum(block.height for block in blocks)


def _paint_out(painter: QPainter, widget: QWidget, theme: Theme, place: QRectF, note: str) -> None:
    """Draw a door and who is behind it."""
    px, ink = theme.px, theme.colour("text2")
    side, top = px(14), place.top() + px(4)
    left = place.right() - side if rtl(widget) else place.left()
    painter.drawPixmap(QPointF(round(left), round(top) + 1), theme.icon("door", side, ink))
    start = 0 if rtl(widget) else side + px(4)
    words = QRectF(place.left() + start, top, place.width() - side - px(4), place.height())
    block = TextBlock(note, theme.font("caption"), theme.line_height("caption"), words.width())
    block.paint(painter, words, ink, start_edge(widget, Qt.AlignmentFlag.AlignTop))


class Place(NamedTuple):
    """A cell to be drawn: who is there, and who is carried over it."""

    picture: LessonPicture
    number: int
    column: int
    seated: Sequence[StudentId]
    coming: PlanChip | None


def paint_place(
    painter: QPainter, widget: QWidget, theme: Theme, rect: QRect, place: Place
) -> None:
    """Draw a station in a round with what is to be said about it."""
    picture, number, column, seated, coming = place
    station = picture.stations[column]
    hint = cell_hint(picture, station, number, seated, coming)
    shut = station.id in picture.closed_in(number)
    paint_cell(painter, theme, rect, station, coming is not None, bool(hint), shut)
    if shut and not seated:
        paint_closed(painter, widget, theme, rect, closed_words())
    if hint:
        paint_hint(painter, widget, theme, rect, hint)
    elif coming is not None and (count := coming_count(station, seated, coming)):
        paint_count(painter, widget, theme, rect, station, count)


def paint_cell(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    station: Station,
    aimed: bool,
    warned: bool,
    closed: bool,
) -> None:
    """Draw a station in a round; `aimed` while a student is carried over it."""
    paints = theme.station(station.colour)
    fill, edge = (paints.over, paints.line) if aimed else (paints.tint, paints.edge)
    if closed and not aimed:
        fill, edge = theme.colour("sunken"), theme.colour("line_strong")
    if warned:
        edge = theme.colour("warn_line")
    frame(painter, QRectF(rect), 8, fill, edge, 2 if aimed or warned else 1)


def paint_closed(painter: QPainter, widget: QWidget, theme: Theme, rect: QRect, words: str) -> None:
    """Draw in the middle of a cell that it takes nobody."""
    ink, side, gap = theme.colour("text2"), theme.px(16), theme.px(6)
    block = TextBlock(words, theme.font("small", 500), theme.line_height("small"))
    wide = side + gap + block.width
    inner = QRect(0, 0, wide, max(side, block.height))
    inner.moveCenter(rect.center())
    icon = from_start(QRect(0, (inner.height() - side) // 2, side, side), wide, rtl(widget))
    text = from_start(QRect(side + gap, 0, block.width, inner.height()), wide, rtl(widget))
    painter.drawPixmap(icon.translated(inner.topLeft()), theme.icon("x-circle", side, ink))
    align = start_edge(widget, Qt.AlignmentFlag.AlignVCenter)
    block.paint(painter, QRectF(text.translated(inner.topLeft())), ink, align)


def paint_hint(painter: QPainter, widget: QWidget, theme: Theme, rect: QRect, hint: str) -> None:
    """Draw a warning along the foot of a cell."""
    inner = rect.width() - theme.px(36)
    block = TextBlock(hint, theme.font("caption"), theme.line_height("caption"), inner)
    foot = QRect(rect)
    foot.setTop(rect.bottom() - block.height - theme.px(8))
    frame(painter, QRectF(foot).adjusted(2, 0, -1, -1), 6, theme.colour("warn_tint"))
    side = theme.px(14)
    icon = QRect(theme.px(8), theme.px(5), side, side)
    words = QRect(theme.px(28), theme.px(4), inner, block.height)
    icon = from_start(icon, rect.width(), rtl(widget)).translated(foot.topLeft())
    words = from_start(words, rect.width(), rtl(widget)).translated(foot.topLeft())
    painter.drawPixmap(icon, theme.icon("warning", side, theme.colour("warn"), "fill"))
    align = start_edge(widget, Qt.AlignmentFlag.AlignTop)
    block.paint(painter, QRectF(words), theme.colour("warn"), align)


def paint_count(
    painter: QPainter, widget: QWidget, theme: Theme, rect: QRect, station: Station, count: str
) -> None:
    """Draw how full a cell would be, in its lower corner where reading ends."""
    pad, ink = theme.px(8), theme.station(station.colour).ink
    block = TextBlock(count, theme.font("caption"), theme.line_height("caption"))
    inner = QRectF(rect).adjusted(pad, pad, -pad, -theme.px(6))
    end = turned(widget, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
    block.paint(painter, inner, ink, end)
