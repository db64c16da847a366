"""The cells of the plan for a screen reader: the grid paints them, they say how full they are."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from app.domain.lesson_picture import LessonPicture
from ui.plan.grid.chip import PlanChip
from ui.plan.grid.hand import Cell
from ui.plan.plan_words import cell_hint, chip_description, closed_words, full_words


class PlanCell(QWidget):
    """A station in a round; it paints nothing and takes no pointer."""

    def __init__(self, grid: QWidget) -> None:
        super().__init__(grid)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show()

    def say(self, name: str, description: str) -> None:
        """Say where it is, and how full or what is wrong there."""
        if name != self.accessibleName():
            self.setAccessibleName(name)
        if description != self.accessibleDescription():
            self.setAccessibleDescription(description)


class SpokenCells:
    """One for each station in each round."""

    def __init__(self, grid: QWidget) -> None:
        self._grid = grid
        self._cells: dict[Cell, PlanCell] = {}

    def __getitem__(self, cell: Cell) -> PlanCell:
        return self._cells[cell]

    def show(self, picture: LessonPicture, chips: Mapping[Cell, Sequence[PlanChip]]) -> None:
        """Say who is where now in these cells; those beyond the lesson go."""
        rounds, columns = picture.lesson.rounds, len(picture.stations)
        for gone in [c for c in self._cells if c[0] > rounds or c[1] >= columns]:
            self._cells.pop(gone).deleteLater()
        if new := [cell for cell in chips if cell not in self._cells]:
            self._cells |= {cell: PlanCell(self._grid) for cell in new}
            for cell in sorted(self._cells, reverse=True):
                self._cells[cell].lower()  # they are read in this order, before the names
        for cell, there in chips.items():
            station, seated = picture.stations[cell[1]], [chip.student for chip in there]
            hint = cell_hint(picture, station, cell[0], seated, None)
            if not hint and station.id in picture.closed_in(cell[0]):
                hint = closed_words()
            name = chip_description(station.name, cell[0])
            self._cells[cell].say(name, hint or full_words(station, len(seated)))

    def place(self, cell: Cell, rect: QRect) -> None:
        """Be where the cell is painted."""
        self._cells[cell].setGeometry(rect)
