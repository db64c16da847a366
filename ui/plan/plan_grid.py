"""Rounds by stations: everyone's places in a lesson, to be changed by hand."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.ids import StationId, StudentId
from app.domain.lesson_picture import LessonPicture
from ui.plan.plan_chip import PlanChip
from ui.plan.plan_paint import paint_cell, paint_hint, paint_round, round_height
from ui.plan.plan_places import GAP, Columns, columns, flow, from_start, rows
from ui.plan.plan_words import cell_hint, chip_description, out_notes
from ui.theme import Theme
from ui.widgets.paint import rtl, start

Cell = tuple[int, int]
"""A round from 1 and a column from 0."""

PAD = 7
TOP = 6


class PlanGrid(QWidget):
    """The picture of a lesson. `put` says that a student is to be at a station in a round."""

    put = Signal(object, int, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: LessonPicture | None = None
        self._chips: dict[tuple[int, StudentId], PlanChip] = {}
        self._cells: dict[Cell, tuple[PlanChip, ...]] = {}
        self._columns = Columns((), 0, 0)
        self._rows: tuple[tuple[int, int], ...] = ()
        self._selected: PlanChip | None = None
        self._carried: PlanChip | None = None
        self._target: Cell | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._place)

    @property
    def selected(self) -> StudentId | None:
        """The student who would be moved by a click on a station."""
        return self._selected.student if self._selected else None

    def show_picture(self, picture: LessonPicture) -> None:
        """Draw the lesson; chips of students who stay are kept."""
        self._picture = picture
        self._target = self._carried = None
        used = dict[tuple[int, StudentId], PlanChip]()
        self._cells = {}
        for number in range(1, picture.lesson.rounds + 1):
            for column, there in enumerate(picture.seated(number).values()):
                self._cells[number, column] = tuple(
                    self._chip(number, column, student, used) for student in there
                )
        for chip in self._chips.values():
            self._drop_chip(chip)
        self._chips = used
        self._keep_one_tab_stop()
        self.setAccessibleDescription(out_notes(picture))
        self._place()

    def chip(self, student: StudentId, number: int) -> PlanChip:
        """The chip of a student in a round. KeyError when the student has no seat in it."""
        return self._chips[number, student]

    def cell_rect(self, number: int, column: int) -> QRect:
        """Where a cell stands in the grid."""
        top, height = self._rows[number - 1]
        rect = QRect(self._columns.lefts[column], top, self._columns.width, height)
        return from_start(rect, self.width(), rtl(self))

    def _chip(
        self,
        number: int,
        column: int,
        student: StudentId,
        used: dict[tuple[int, StudentId], PlanChip],
    ) -> PlanChip:
        chip = self._chips.pop((number, student), None) or self._new_chip(number, student)
        if self._picture is not None:
            chip.setText(self._picture.names[student])
            described = chip_description(self._picture.stations[column].name, number)
            chip.setAccessibleDescription(described)
        chip.column = column
        chip.set_ghost(False)
        used[number, student] = chip
        return chip

    def _new_chip(self, number: int, student: StudentId) -> PlanChip:
        chip = PlanChip(self._theme, student, number, self)
        chip.clicked.connect(lambda: self.select(chip if self._selected is not chip else None))
        chip.dragged.connect(lambda at: self._drag(chip, at))
        chip.dropped.connect(lambda _: self._drop(chip))
        chip.keyed.connect(lambda event: self._key(chip, event))
        chip.show()
        return chip

    def _drop_chip(self, chip: PlanChip) -> None:
        if self._selected is chip:
            self._selected = None
        chip.hide()
        chip.deleteLater()

    def select(self, chip: PlanChip | None) -> None:
        """Make a student the one to be moved; None for nobody."""
        if self._selected is not None:
            self._selected.set_selected(False)
        self._selected = chip
        self._aim(None)
        if chip is not None:
            chip.set_selected(True)
        self._place()

    def _send(self, chip: PlanChip, cell: Cell) -> None:
        """Ask for the move; the picture that comes back shows it."""
        self._aim(None)
        self.select(None)
        if self._picture is not None and cell[1] != chip.column:
            station: StationId = self._picture.stations[cell[1]].id
            self.put.emit(chip.student, chip.round, station)

    def _drag(self, chip: PlanChip, at: QPoint) -> None:
        if self._carried is None:
            self.select(chip)
            self._carried = chip
            chip.raise_()
            chip.setCursor(Qt.CursorShape.ClosedHandCursor)
        inside = self.mapFromGlobal(at)
        chip.move(inside - QPoint(chip.width() // 2, chip.height() // 2))
        cell = self._cell_at(inside)
        self._aim(cell if cell is not None and cell[0] == chip.round else None)

    def _drop(self, chip: PlanChip) -> None:
        self._carried, target = None, self._target
        chip.setCursor(Qt.CursorShape.OpenHandCursor)
        if target is None:
            self.select(None)
        else:
            self._send(chip, target)

    def _aim(self, cell: Cell | None) -> None:
        if cell != self._target:
            self._target = cell
            self.update()

    def _cell_at(self, at: QPoint) -> Cell | None:
        x = self.width() - 1 - at.x() if rtl(self) else at.x()
        column = self._columns.at(x)
        for number, (top, height) in enumerate(self._rows, 1):
            if column >= 0 and top <= at.y() < top + height:
                return number, column
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """With a student selected, a click on a station of that round moves them there."""
        cell, chip = self._cell_at(event.position().toPoint()), self._selected
        if chip is None:
            return
        if cell is None or cell[0] != chip.round:
            self.select(None)
        else:
            self._send(chip, cell)

    def _key(self, chip: PlanChip, event: QKeyEvent) -> None:
        """M lifts; then a number or arrows and Enter drop, Esc cancels. Else arrows walk."""
        key = event.key()
        if self._selected is chip and self._lifted_key(chip, key):
            event.accept()
        elif key == Qt.Key.Key_M:
            self.select(chip)
            self._aim((chip.round, chip.column))
            event.accept()
        elif (step := _STEPS.get(Qt.Key(key))) is not None:
            self._walk(chip, step)
            event.accept()

    def _lifted_key(self, chip: PlanChip, key: int) -> bool:
        count = len(self._columns.lefts)
        target = self._target or (chip.round, chip.column)
        if key == Qt.Key.Key_Escape:
            self.select(None)
        elif Qt.Key.Key_1 <= key < Qt.Key.Key_1 + min(9, count):
            self._send(chip, (chip.round, key - Qt.Key.Key_1))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._send(chip, target)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            ahead = (key == Qt.Key.Key_Right) != rtl(self)
            self._aim((chip.round, (target[1] + (1 if ahead else -1)) % count))
        else:
            return False
        return True

    def _walk(self, chip: PlanChip, step: QPoint) -> None:
        """Give the focus to the nearest chip in a direction."""
        here = chip.geometry().center()
        best = min(self._ahead(here, step), default=None, key=lambda found: found[0])
        if best is not None:
            self._keep_one_tab_stop(best[1])
            best[1].setFocus(Qt.FocusReason.TabFocusReason)

    def _ahead(self, here: QPoint, step: QPoint) -> Iterator[tuple[int, PlanChip]]:
        for chip in self._chips.values():
            way = chip.geometry().center() - here
            along = way.x() * step.x() + way.y() * step.y()
            across = abs(way.x() * step.y()) + abs(way.y() * step.x())
            if along > self._theme.px(8):
                yield along + 3 * across, chip

    def _keep_one_tab_stop(self, stop: PlanChip | None = None) -> None:
        """Tab comes to the plan once; arrows go on from there."""
        if stop is None:
            focused = [chip for chip in self._chips.values() if chip.hasFocus()]
            stop = next(iter([*focused, *self._chips.values()]), None)
        for chip in self._chips.values():
            chip.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if chip is stop else Qt.FocusPolicy.ClickFocus
            )

    def _place(self) -> None:
        """Work out rows from the chips, and put every chip in its place."""
        if self._picture is None:
            return
        lay = columns(self._theme, self.width(), len(self._picture.stations))
        laid = {cell: self._flow(chips, lay.width) for cell, chips in self._cells.items()}
        tall = [
            max(
                round_height(self._theme, self._picture, number),
                *(height for cell, (_, height) in laid.items() if cell[0] == number),
            )
            for number in range(1, self._picture.lesson.rounds + 1)
        ]
        least = sum(rows(self._theme, tall, 0)[-1]) if tall else 0
        self._columns, self._rows = lay, rows(self._theme, tall, max(least, self.height()))
        self.setMinimumSize(lay.total if lay.total > self.width() else 0, least)
        for cell, (places, _) in laid.items():
            self._place_chips(cell, places)
        self.update()

    def _flow(self, chips: tuple[PlanChip, ...], width: int) -> tuple[list[QPoint], int]:
        inner = width - 2 * self._theme.px(PAD)
        for chip in chips:
            chip.resize(chip.size_within(inner))
        places, height = flow(
            [chip.size() for chip in chips], inner, self._theme.px(GAP), self._theme.px(4)
        )
        return places, height + 2 * self._theme.px(TOP)

    def _place_chips(self, cell: Cell, places: list[QPoint]) -> None:
        whole = self.cell_rect(*cell)
        pad, top = self._theme.px(PAD), self._theme.px(TOP)
        for chip, place in zip(self._cells[cell], places, strict=True):
            if chip is not self._carried:
                rect = QRect(place + QPoint(pad, top), chip.size())
                inside = from_start(rect, whole.width(), rtl(self))
                chip.setGeometry(inside.translated(whole.topLeft()))

    def sizeHint(self) -> QSize:
        """Room for four rounds."""
        return QSize(self._theme.px(900), self._theme.px(560))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything where it belongs now."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rounds and the cells under the chips."""
        if self._picture is None:
            return
        painter = start(self)
        for number, (top, height) in enumerate(self._rows, 1):
            label = QRect(0, top, self._columns.lefts[0] if self._columns.lefts else 0, height)
            paint_round(painter, self, self._theme, label, self._picture, number)
        for cell, chips in self._cells.items():
            rect = self.cell_rect(*cell)
            if not rect.intersects(event.rect()):
                continue
            station = self._picture.stations[cell[1]]
            aimed = cell == self._target
            chip = self._selected if aimed else None
            hint = cell_hint(self._picture, station, [c.student for c in chips], chip)
            paint_cell(painter, self._theme, rect, station, aimed, bool(hint))
            if hint:
                paint_hint(painter, self, self._theme, rect, hint)
        painter.end()


_STEPS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
