"""Where the cells of the plan stand, and the names in them, before there is a chip for each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QSize

from app.domain.lesson_picture import LessonPicture
from ui.plan.grid.chip import NO_MARKS, Marks, PlanChip, chip_size, icons_of
from ui.plan.grid.hand import Cell
from ui.plan.grid.marks import Placed
from ui.plan.grid.paint import round_height
from ui.plan.grid.places import GAP, Columns, columns, flow, from_start, rows
from ui.plan.plan_words import cell_hint
from ui.theme import Theme

PAD = 7
TOP = 6


class GridLayout:
    """Columns, rows, and the places of names in each cell, in px.

    `least` is what the rounds need in height, `narrowest` what the columns need in width.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._tall: dict[int, int] = {}
        self._laid: dict[Cell, list[QRect]] = {}
        self._sizes: dict[tuple[str, int, int, float], QSize] = {}
        self.columns = Columns((), 0, 0)
        self.rows: tuple[tuple[int, int], ...] = ()
        self.least = self.narrowest = 0

    def lay(self, width: int, picture: LessonPicture, marks: Mapping[Placed, Marks]) -> None:
        """Make columns for this width, and lay out every cell: its names, in their order."""
        self.columns = columns(self._theme, width, len(picture.stations))
        self.narrowest = columns(self._theme, 0, len(picture.stations)).total
        self._laid.clear()
        inner = self._inner()
        for number in range(1, picture.lesson.rounds + 1):
            tall = round_height(self._theme, picture, number)
            for column, there in enumerate(picture.seated(number).values()):
                sizes = [
                    self._size(picture.names[s], marks.get((s, number), NO_MARKS), inner)
                    for s in there
                ]
                hint = cell_hint(picture, picture.stations[column], number, there, None)
                room = self._theme.line_height("caption") + self._theme.px(10) if hint else 0
                tall = max(tall, self._flow((number, column), sizes) + room)
            self._tall[number] = tall

    def _size(self, name: str, marks: Marks, inner: int) -> QSize:
        """The size of a chip; names come again in every round, and every picture."""
        key = (name, len(icons_of(marks)), inner, self._theme.scale)
        if key not in self._sizes:
            self._sizes[key] = chip_size(self._theme, name, marks, inner)
        return self._sizes[key]

    def settle(self, rounds: int, height: int) -> frozenset[int]:
        """Share the height among the rounds; returns those that stand elsewhere than before."""
        tall = [self._tall.get(number, 0) for number in range(1, rounds + 1)]
        before = dict(enumerate(self.rows, 1))
        self.least = sum(rows(self._theme, tall, 0)[-1]) if tall else 0
        self.rows = rows(self._theme, tall, max(self.least, height))
        return frozenset(n for n, row in enumerate(self.rows, 1) if before.get(n) != row)

    def rect(self, cell: Cell, width: int, mirrored: bool) -> QRect:
        """Where a cell stands in a grid of this width."""
        top, height = self.rows[cell[0] - 1]
        rect = QRect(self.columns.lefts[cell[1]], top, self.columns.width, height)
        return from_start(rect, width, mirrored)

    def cell_at(self, x: int, y: int) -> Cell | None:
        """The cell at a point, `x` measured from the side where reading starts."""
        column = self.columns.at(x)
        for number, (top, height) in enumerate(self.rows, 1):
            if column >= 0 and top <= y < top + height:
                return number, column
        return None

    def refit(self, cell: Cell, chips: Sequence[PlanChip]) -> bool:
        """Lay out one cell again; False when it needs more height than its round has."""
        sizes = [chip.size_within(self._inner()) for chip in chips]
        return self._flow(cell, sizes) <= self.rows[cell[0] - 1][1]

    def places(self, cell: Cell, whole: QRect, mirrored: bool) -> list[QRect]:
        """Where the names of a cell stand in the grid; `whole` is the cell."""
        edge = QPoint(self._theme.px(PAD), self._theme.px(TOP))
        rects = (rect.translated(edge) for rect in self._laid.get(cell, ()))
        inside = (from_start(rect, whole.width(), mirrored) for rect in rects)
        return [rect.translated(whole.topLeft()) for rect in inside]

    def _flow(self, cell: Cell, sizes: Sequence[QSize]) -> int:
        """Lay names side by side; returns the height that they need."""
        px = self._theme.px
        places, height = flow(sizes, self._inner(), px(GAP), px(4))
        self._laid[cell] = [QRect(at, size) for at, size in zip(places, sizes, strict=True)]
        return height + 2 * px(TOP)

    def _inner(self) -> int:
        return self.columns.width - 2 * self._theme.px(PAD)
