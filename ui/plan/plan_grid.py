"""Rounds by stations: everyone's places in a lesson, to be changed by hand."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.ids import StudentId
from app.domain.lesson_picture import LessonPicture
from ui.plan.grid_cells import SpokenCells
from ui.plan.grid_hand import Cell, GridHand, Held
from ui.plan.plan_chip import NO_MARKS, Marks, PlanChip
from ui.plan.plan_paint import Place, paint_place, paint_round, round_height
from ui.plan.plan_places import GAP, Columns, columns, flow, from_start, rows
from ui.plan.plan_words import (
    aimed_words,
    cell_hint,
    chip_description,
    coming_count,
    lifted_words,
    mark_words,
    out_notes,
)
from ui.theme import Theme
from ui.widgets.announce import Announcer
from ui.widgets.paint import rtl, start

PAD = 7
TOP = 6
Placed = tuple[StudentId, int]
"""A student in a round (from 1)."""


class PlanGrid(QWidget):
    """The picture of a lesson. `put` says that a student is to be at a station in a round.

    `swap` carries two students who are to change places, and the round.
    `pinned` carries student, round and whether the place is to be fixed, `menu_wanted` a chip and
    a point of the screen, `cell_menu_wanted` station, round and such a point, `aimed` student,
    round and station while a name is held over it, or
    nothing three times.
    """

    put = Signal(object, int, object)
    swap = Signal(object, object, int)
    pinned = Signal(object, int, bool)
    menu_wanted = Signal(object, QPoint)
    cell_menu_wanted = Signal(object, int, QPoint)
    aimed = Signal(object, int, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: LessonPicture | None = None
        self._chips: dict[tuple[int, StudentId], PlanChip] = {}
        self._cells: dict[Cell, tuple[PlanChip, ...]] = {}
        self.spoken = SpokenCells(self)
        self._columns = Columns((), 0, 0)
        self._rows: tuple[tuple[int, int], ...] = ()
        self.hand = GridHand(self, self._show_aim, self._send, self._pin)
        self.say = Announcer(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._place)

    @property
    def selected(self) -> StudentId | None:
        """The student who would be moved by a click on a station."""
        return self.hand.held.chip.student if self.hand.held else None

    def show_picture(
        self, picture: LessonPicture, marks: Mapping[Placed, Marks] | None = None
    ) -> None:
        """Draw the lesson; chips of students who stay are kept. `marks` are said beside names."""
        self._picture = picture
        self.hand.cancel()
        used = dict[tuple[int, StudentId], PlanChip]()
        self._cells = {}
        for number in range(1, picture.lesson.rounds + 1):
            for column, there in enumerate(picture.seated(number).values()):
                self._cells[number, column] = tuple(
                    self._chip(number, column, student, used, marks or {}) for student in there
                )
        for chip in self._chips.values():
            self._drop_chip(chip)
        self._chips = used
        self.hand.keep_one_tab_stop()
        self.setAccessibleDescription(out_notes(picture))
        self.spoken.show(picture, self._cells)
        self._place()

    def chip(self, student: StudentId, number: int) -> PlanChip:
        """The chip of a student in a round. KeyError when the student has no seat in it."""
        return self._chips[number, student]

    def chips(self) -> Iterable[PlanChip]:
        """All names in all rounds."""
        return self._chips.values()

    def take_keyboard(self) -> None:
        """Be where the next key goes, on the name that Tab comes to."""
        for chip in self._chips.values():
            if chip.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def columns_count(self) -> int:
        return len(self._columns.lefts)

    def is_mirrored(self) -> bool:
        return rtl(self)

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
        marks: Mapping[Placed, Marks],
    ) -> PlanChip:
        chip = self._chips.pop((number, student), None) or self._new_chip(number, student)
        mark = marks.get((student, number), NO_MARKS)
        chip.set_marks(mark)
        if self._picture is not None:
            described = chip_description(self._picture.stations[column].name, number)
            said = ". ".join((described, *mark_words(mark)))
            chip.show_student(self._picture.names[student], said)
        chip.column = column
        used[number, student] = chip
        return chip

    def _new_chip(self, number: int, student: StudentId) -> PlanChip:
        chip = PlanChip(self._theme, student, number, self)
        self.hand.join(chip)
        chip.menu_wanted.connect(lambda at: self.menu_wanted.emit(chip, at))
        chip.show()
        return chip

    def _drop_chip(self, chip: PlanChip) -> None:
        self.hand.forget(chip)
        chip.hide()
        chip.deleteLater()

    def _send(self, chip: PlanChip, cell: Cell, other: PlanChip | None) -> None:
        """Ask for the move; the picture that comes back shows it."""
        if other is not None:
            self.swap.emit(chip.student, other.student, chip.round)
        elif self._picture is not None:
            self.put.emit(chip.student, chip.round, self._picture.stations[cell[1]].id)

    def _pin(self, chip: PlanChip, fixed: bool | None) -> None:
        wanted = not chip.marks.pinned if fixed is None else fixed
        if wanted != chip.marks.pinned:
            self.pinned.emit(chip.student, chip.round, wanted)

    def _show_aim(self, before: Held | None, now: Held | None) -> None:
        """Only what looks different is drawn again: a turn of the hand is to be quick."""
        for held in (before, now):
            if held is not None and held.target is not None:
                self.update(self.cell_rect(*held.target))
        picture = self._picture
        if picture is None or now is None or now.target is None:
            self.aimed.emit(None, 0, None)
            if picture is not None and now is not None and before is None:
                self.say(lifted_words(now.chip.label()))
        else:
            station = picture.stations[now.target[1]]
            self.aimed.emit(now.chip.student, now.chip.round, station.id)
            seated = [chip.student for chip in self._cells[now.target]]
            hint = cell_hint(picture, station, now.chip.round, seated, now.chip)
            self.say(aimed_words(station, hint or coming_count(station, seated, now.chip)))

    def cell_at(self, at: QPoint) -> Cell | None:
        """The cell at a point of the grid."""
        x = self.width() - 1 - at.x() if rtl(self) else at.x()
        column = self._columns.at(x)
        for number, (top, height) in enumerate(self._rows, 1):
            if column >= 0 and top <= at.y() < top + height:
                return number, column
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """With a student selected, a click on a station of that round moves them there."""
        if not self.hand.press(event.position().toPoint()):
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a station in a round."""
        cell = self.cell_at(event.pos())
        if cell is None or self._picture is None:
            super().contextMenuEvent(event)
            return
        event.accept()
        station = self._picture.stations[cell[1]]
        self.cell_menu_wanted.emit(station.id, cell[0], event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts down what is held, wherever the keyboard is in the grid."""
        if event.key() != Qt.Key.Key_Escape or not self.hand.cancel():
            super().keyPressEvent(event)

    def place_chips_of(self, chip: PlanChip) -> None:
        """A chip may be wider when it is selected: lay out its cell again, if it still fits."""
        cell = (chip.round, chip.column)
        places, height = self._flow(self._cells[cell], self._columns.width)
        if height > self._rows[chip.round - 1][1]:
            self._place()
        else:
            self._place_chips(cell, places)

    def _place(self) -> None:
        """Work out rows from the chips, and put every chip in its place."""
        if self._picture is None:
            return
        lay = columns(self._theme, self.width(), len(self._picture.stations))
        laid = {cell: self._flow(chips, lay.width) for cell, chips in self._cells.items()}
        needs = {cell: height + self._hint_height(cell) for cell, (_, height) in laid.items()}
        tall = [
            max(
                round_height(self._theme, self._picture, number),
                *(height for cell, height in needs.items() if cell[0] == number),
            )
            for number in range(1, self._picture.lesson.rounds + 1)
        ]
        least = sum(rows(self._theme, tall, 0)[-1]) if tall else 0
        self._columns, self._rows = lay, rows(self._theme, tall, max(least, self.height()))
        narrowest = columns(self._theme, 0, len(self._picture.stations)).total
        self.setMinimumSize(narrowest, least)
        for cell, (places, _) in laid.items():
            self._place_chips(cell, places)
            self.spoken.place(cell, self.cell_rect(*cell))
        self.update()

    def _flow(self, chips: tuple[PlanChip, ...], width: int) -> tuple[list[QPoint], int]:
        inner = width - 2 * self._theme.px(PAD)
        for chip in chips:
            chip.resize(chip.size_within(inner))
        places, height = flow(
            [chip.size() for chip in chips], inner, self._theme.px(GAP), self._theme.px(4)
        )
        return places, height + 2 * self._theme.px(TOP)

    def _hint_height(self, cell: Cell) -> int:
        """Room below the names for what is wrong there."""
        if self._picture is None:
            return 0
        seated = [chip.student for chip in self._cells[cell]]
        station = self._picture.stations[cell[1]]
        hint = cell_hint(self._picture, station, cell[0], seated, None)
        return self._theme.line_height("caption") + self._theme.px(10) if hint else 0

    def _place_chips(self, cell: Cell, places: list[QPoint]) -> None:
        whole = self.cell_rect(*cell)
        pad, top = self._theme.px(PAD), self._theme.px(TOP)
        for chip, place in zip(self._cells[cell], places, strict=True):
            if not self.hand.carries(chip):
                rect = QRect(place + QPoint(pad, top), chip.size())
                inside = from_start(rect, whole.width(), rtl(self))
                chip.setGeometry(inside.translated(whole.topLeft()))

    def sizeHint(self) -> QSize:
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
            if from_start(label, self.width(), rtl(self)).intersects(event.rect()):
                paint_round(painter, self, self._theme, label, self._picture, number)
        for cell in self._cells:
            if self.cell_rect(*cell).intersects(event.rect()):
                self._paint_cell(painter, cell, self._picture)
        painter.end()

    def _paint_cell(self, painter: QPainter, cell: Cell, picture: LessonPicture) -> None:
        held = self.hand.held
        coming = held.chip if held is not None and held.target == cell else None
        place = Place(picture, *cell, [chip.student for chip in self._cells[cell]], coming)
        paint_place(painter, self, self._theme, self.cell_rect(*cell), place)
