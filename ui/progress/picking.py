"""Picking cells of the heat map: with Ctrl or Shift, by drawing across them, or by keyboard."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QTableView

from ui.progress.heat_model import HeatModel, Pick

Index = QModelIndex | QPersistentModelIndex
ADDS = Qt.KeyboardModifier.ControlModifier
EXTENDS = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class Picking(QObject):
    """Knows which cells are picked. `changed` comes with every other choice of them.

    The view hands its events on; what is answered with True was about picking.
    """

    changed = Signal()

    def __init__(self, view: QTableView, model: HeatModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._anchor: tuple[int, int] | None = None
        self._before: frozenset[Pick] = frozenset()
        self._drawing = False
        model.modelReset.connect(self._forget_anchor)

    def clear(self) -> None:
        """Pick nothing."""
        self._anchor = None
        self._set(frozenset())

    def press(self, event: QMouseEvent) -> bool:
        """A press with Ctrl or Shift picks; any other may become the start of a drawn box."""
        self._drawing = False
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        here = self._cell(self._view.indexAt(event.position().toPoint()))
        if here is None:
            self._anchor = None
            return False
        if event.modifiers() & EXTENDS and self._anchor is not None:
            self._set(self._before | self._box(self._anchor, here))
            return True
        self._anchor, self._before = here, self._model.picks
        if event.modifiers() & (ADDS | EXTENDS):
            self._turn(here)
            self._before = self._model.picks
            return True
        return False

    def move(self, event: QMouseEvent) -> bool:
        """Drawn across to another cell, everything between is picked."""
        if not event.buttons() & Qt.MouseButton.LeftButton or self._anchor is None:
            return False
        here = self._cell(self._view.indexAt(event.position().toPoint()))
        if here is None or (here == self._anchor and not self._drawing):
            return self._drawing
        if not self._drawing:
            self._drawing, self._before = True, self._model.picks
        self._set(self._before | self._box(self._anchor, here))
        return True

    def release(self) -> bool:
        """Whether a box was drawn: then no cell was clicked."""
        drawn, self._drawing = self._drawing, False
        if drawn:
            self.changed.emit()
        return drawn

    def key(self, event: QKeyEvent) -> bool:
        """The space bar picks a cell or lets it go; Ctrl A is for all of its column."""
        here = self._cell(self._view.currentIndex())
        if here is None:
            return False
        if event.key() == Qt.Key.Key_Space and event.modifiers() == NONE:
            self._turn(here)
            self._anchor, self._before = here, self._model.picks
            return True
        if event.key() == Qt.Key.Key_A and event.modifiers() == ADDS:
            last = len(self._model.rows) - 1
            self._set(self._model.picks | self._box((0, here[1]), (last, here[1])))
            return True
        return False

    def keys_went(self, event: QKeyEvent, start: Index) -> None:
        """After an arrow with Shift: from where the first of them began to where it is now."""
        if event.key() not in ARROWS or not event.modifiers() & EXTENDS:
            return
        here = self._cell(self._view.currentIndex())
        if self._anchor is None:
            self._anchor, self._before = self._cell(start), self._model.picks
        if self._anchor is not None and here is not None:
            self._set(self._before | self._box(self._anchor, here))

    def _turn(self, cell: tuple[int, int]) -> None:
        pick = self._model.pick_at(*cell)
        if pick is not None:
            self._set(self._model.picks ^ {pick})

    def _box(self, one: tuple[int, int], other: tuple[int, int]) -> frozenset[Pick]:
        rows, columns = sorted((one[0], other[0])), sorted((one[1], other[1]))
        found = (
            self._model.pick_at(row, column)
            for row in range(rows[0], rows[1] + 1)
            for column in range(columns[0], columns[1] + 1)
        )
        return frozenset(pick for pick in found if pick is not None)

    def _cell(self, index: Index) -> tuple[int, int] | None:
        at = (index.row(), index.column())
        return at if self._model.pick_at(*at) is not None else None

    def _set(self, picks: frozenset[Pick]) -> None:
        if picks == self._model.picks:
            return
        self._model.set_picks(picks)
        if not self._drawing:  # what is shown of it would move the cells below the pointer
            self.changed.emit()

    def _forget_anchor(self) -> None:
        """Rows and columns stand elsewhere now; what is picked stays picked."""
        self._anchor = None
