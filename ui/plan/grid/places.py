"""Where the columns, rows and chips of the plan stand, in px."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

from ui.theme import Theme

LABEL = 78
MARGIN = 20
END = 16
GAP = 6
NARROWEST = 140
LOWEST = 72


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges and the one width, measured from the side where reading starts."""

    lefts: tuple[int, ...]
    width: int
    total: int

    def at(self, x: int) -> int:
        """The column at a distance from the start, -1 between or beside them."""
        for number, left in enumerate(self.lefts):
            if left <= x < left + self.width:
                return number
        return -1


def columns(theme: Theme, width: int, count: int) -> Columns:
    """Columns as wide as the width allows and never narrower than a name needs."""
    begin, gap = theme.px(MARGIN + LABEL), theme.px(GAP)
    free = width - begin - theme.px(END) - gap * (count - 1)
    each = max(theme.px(NARROWEST), free // max(1, count))
    lefts = tuple(begin + (each + gap) * number for number in range(count))
    return Columns(lefts, each, begin + (each + gap) * count - gap + theme.px(END))


def flow(sizes: Sequence[QSize], width: int, across: int, down: int) -> tuple[list[QPoint], int]:
    """Put boxes side by side, in lines no wider than `width`; the places and the whole height."""
    places: list[QPoint] = []
    x = y = line = 0
    for size in sizes:
        if x and x + size.width() > width:
            x, y, line = 0, y + line + down, 0
        places.append(QPoint(x, y))
        x += size.width() + across
        line = max(line, size.height())
    return places, y + line


def rows(theme: Theme, needed: Sequence[int], height: int) -> tuple[tuple[int, int], ...]:
    """Top and height of each row: even where there is room, else as high as it needs to be."""
    gap = theme.px(GAP)
    even = (height - gap * len(needed)) // max(1, len(needed))
    tall = [max(even, theme.px(LOWEST), need) for need in needed]
    tops = [sum(tall[:number]) + gap * number for number in range(len(tall))]
    return tuple(zip(tops, tall, strict=True))


def from_start(rect: QRect, width: int, rtl: bool) -> QRect:
    """The same place seen from the other side when reading goes from right to left."""
    if not rtl:
        return rect
    return QRect(QPoint(width - rect.left() - rect.width(), rect.top()), rect.size())
