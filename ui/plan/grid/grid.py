"""Rounds by stations: everyone's places in a lesson, to be changed by hand."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
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
from ui.plan.grid.cells import SpokenCells
from ui.plan.grid.chip import NO_MARKS, Marks, PlanChip
from ui.plan.grid.hand import Cell, GridHand, Held
from ui.plan.grid.layout import GridLayout
from ui.plan.grid.marks import Placed
from ui.plan.grid.paint import Place, paint_place, paint_round
from ui.plan.grid.places import from_start
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

SLICE = 120
"""So many names are changed in one turn: some milliseconds."""


class PlanGrid(QWidget):
    """The picture of a lesson. `put` says that a student is to be at a station in a round.

    `swap` carries two students who are to change places, and the round.
    `pinned` carries student, round and whether the place is to be fixed, `menu_wanted` a chip and
    a point of the screen, `cell_menu_wanted` station, round and such a point, `aimed` student,
    round and station while a name is held over it, or nothing three times, `carried` the point of
    the screen at which a name is carried, or None.
    """

    put = Signal(object, int, object)
    swap = Signal(object, object, int)
    pinned = Signal(object, int, bool)
    menu_wanted = Signal(object, QPoint)
    cell_menu_wanted = Signal(object, int, QPoint)
    aimed = Signal(object, int, object)
    carried = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: LessonPicture | None = None
        self._chips: dict[tuple[int, StudentId], PlanChip] = {}
        self._cells: dict[Cell, tuple[PlanChip, ...]] = {}
        self.spoken = SpokenCells(self)
        self._marks: Mapping[Placed, Marks] = {}
        self._layout = GridLayout(theme)
        self._todo: list[int] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._fill)
        self.hand = GridHand(self, self._show_aim, self._send, self._pin, self.carried.emit)
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
        """Draw the lesson with marks beside names; of many names each turn draws some rounds."""
        self._picture, self._marks = picture, marks or {}
        self.hand.cancel()
        rounds = picture.lesson.rounds
        for cell in [c for c in self._cells if c[0] > rounds or c[1] >= len(picture.stations)]:
            for chip in self._cells.pop(cell):
                self._drop_chip(chip)
        self._todo = list(range(1, rounds + 1))
        self.setAccessibleDescription(out_notes(picture))
        self._lay_out(picture)
        self._fill()

    def _fill(self) -> None:
        """Show as many rounds as one turn has time for, and the others in the next turns."""
        picture, done = self._picture, 0
        while picture is not None and self._todo:
            if done and done + len(picture.students) > SLICE:
                break
            number = self._todo.pop(0)
            self._show_round(number, picture)
            self._place_round(number)
            done += len(picture.students)
        if self._todo:
            self._next.start()
        else:
            self.hand.keep_one_tab_stop()

    def finish(self) -> None:
        """Show what is not shown yet at once: somebody looks for it."""
        while self._todo:
            self._fill()
        self._next.stop()

    def _show_round(self, number: int, picture: LessonPicture) -> None:
        old = {
            chip.student: chip
            for column in range(len(picture.stations))
            for chip in self._cells.get((number, column), ())
        }
        for column, there in enumerate(picture.seated(number).values()):
            self._cells[number, column] = tuple(
                old.pop(s) if s in old else self._new_chip(number, s) for s in there
            )
            for chip in self._cells[number, column]:
                self._say_chip(chip, number, column, picture)
        for chip in old.values():
            self._drop_chip(chip)
        own = {cell: chips for cell, chips in self._cells.items() if cell[0] == number}
        self.spoken.show(picture, own)

    def chip(self, student: StudentId, number: int) -> PlanChip:
        """The chip of a student in a round. KeyError when the student has no seat in it."""
        self.finish()
        return self._chips[number, student]

    def chips(self) -> Iterable[PlanChip]:
        """All names, round by round and station by station."""
        return [chip for cell in sorted(self._cells) for chip in self._cells[cell]]

    def take_keyboard(self) -> None:
        """Be where the next key goes, on the name that Tab comes to."""
        self.finish()
        for chip in self._chips.values():
            if chip.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def columns_count(self) -> int:
        return len(self._layout.columns.lefts)

    def is_mirrored(self) -> bool:
        return rtl(self)

    def cell_rect(self, number: int, column: int) -> QRect:
        """Where a cell stands in the grid."""
        return self._layout.rect((number, column), self.width(), rtl(self))

    def _say_chip(self, chip: PlanChip, number: int, column: int, picture: LessonPicture) -> None:
        mark = self._marks.get((chip.student, number), NO_MARKS)
        chip.set_marks(mark)
        described = chip_description(picture.stations[column].name, number)
        said = ". ".join((described, *mark_words(mark)))
        chip.show_student(picture.names[chip.student], said)
        chip.column = column

    def _new_chip(self, number: int, student: StudentId) -> PlanChip:
        chip = self._chips[number, student] = PlanChip(self._theme, student, number, self)
        self.hand.join(chip)
        chip.menu_wanted.connect(lambda at: self.menu_wanted.emit(chip, at))
        chip.show()
        return chip

    def _drop_chip(self, chip: PlanChip) -> None:
        self._chips.pop((chip.round, chip.student), None)
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
        if fixed is None or fixed != chip.marks.pinned:
            self.pinned.emit(chip.student, chip.round, not chip.marks.pinned)

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
        return self._layout.cell_at(x, at.y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.hand.press(event.position().toPoint()):
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        cell = self.cell_at(event.pos())
        if cell is None or self._picture is None:
            super().contextMenuEvent(event)
            return
        event.accept()
        station = self._picture.stations[cell[1]]
        self.cell_menu_wanted.emit(station.id, cell[0], event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or not self.hand.cancel():
            super().keyPressEvent(event)

    def place_chips_of(self, chip: PlanChip) -> None:
        """A chip may be wider when it is selected: lay out its cell again, if it still fits."""
        self.finish()
        cell = (chip.round, chip.column)
        if self._layout.refit(cell, self._cells[cell]):
            self._place_chips(cell)
        else:
            self._place()

    def _place(self) -> None:
        """Lay everything out anew, for another size or other letters."""
        picture = self._picture
        if picture is not None:
            self.finish()
            self._lay_out(picture)
            for number in range(1, picture.lesson.rounds + 1):
                self._place_round(number)

    def _lay_out(self, picture: LessonPicture) -> None:
        self._layout.lay(self.width(), picture, self._marks)
        moved = self._layout.settle(picture.lesson.rounds, self.height())
        self.setMinimumSize(self._layout.narrowest, self._layout.least)
        if moved:
            self.update()

    def _place_round(self, number: int) -> None:
        for cell in (cell for cell in self._cells if cell[0] == number):
            self._place_chips(cell)
            self.spoken.place(cell, self.cell_rect(*cell))
        top, height = self._layout.rows[number - 1]
        self.update(0, top, self.width(), height)

    def _place_chips(self, cell: Cell) -> None:
        places = self._layout.places(cell, self.cell_rect(*cell), rtl(self))
        for chip, rect in zip(self._cells[cell], places, strict=True):
            if not self.hand.carries(chip):
                chip.setGeometry(rect)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(900), self._theme.px(560))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            return
        painter = start(self)
        for number, (top, height) in enumerate(self._layout.rows, 1):
            lefts = self._layout.columns.lefts
            label = QRect(0, top, lefts[0] if lefts else 0, height)
            if from_start(label, self.width(), rtl(self)).intersects(event.rect()):
                paint_round(painter, self, self._theme, label, self._picture, number)
        for cell in self._cells:
            if self.cell_rect(*cell).intersects(event.rect()):
                self._paint_cell(painter, cell, self._picture)
        painter.end()

    def _paint_cell(self, painter: QPainter, cell: Cell, picture: LessonPicture) -> None:
        held = self.hand.held
        coming = held.chip if held and held.target == cell else None
        place = Place(picture, *cell, [chip.student for chip in self._cells[cell]], coming)
        paint_place(painter, self, self._theme, self.cell_rect(*cell), place)
