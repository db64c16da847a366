"""The hand over the plan: who is selected, carried or lifted, and over which cell."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent

from ui.plan.grid.chip import PlanChip
from ui.widgets.pressable import ENTER

Cell = tuple[int, int]
"""A round from 1 and a column from 0."""

STEPS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
LEAST = 8
"""Px that a neighbour must be further on."""


class Held(NamedTuple):
    """A chip that is to be moved, and the cell it would go to, None for nowhere."""

    chip: PlanChip
    target: Cell | None


class Table(Protocol):
    """What the hand moves over."""

    def cell_at(self, at: QPoint) -> Cell | None: ...
    def chips(self) -> Iterable[PlanChip]: ...
    def columns_count(self) -> int: ...
    def is_mirrored(self) -> bool: ...
    def place_chips_of(self, chip: PlanChip) -> None: ...
    def mapFromGlobal(self, at: QPoint, /) -> QPoint: ...


class GridHand:
    """Selects, carries and lifts chips. `aimed` hears what is held over which cell, or None.

    `send` is told of a chip that is to go to a cell, and with whom it changes places there (or
    None); `pin` of one whose place is to be fixed (True), let go (False) or turned (None). `carry`
    hears where on the screen the pointer has a chip, None when it has none any more.
    """

    def __init__(
        self,
        table: Table,
        aimed: Callable[[Held | None, Held | None], None],
        send: Callable[[PlanChip, Cell, PlanChip | None], None],
        pin: Callable[[PlanChip, bool | None], None],
        carry: Callable[[QPoint | None], None],
    ) -> None:
        self._table = table
        self._aimed = aimed
        self._send = send
        self._pin = pin
        self._carry = carry
        self._held: Held | None = None
        self._carried = False

    @property
    def held(self) -> Held | None:
        """What is selected, carried or lifted."""
        return self._held

    def carries(self, chip: PlanChip) -> bool:
        """Whether the pointer has it just now."""
        return self._carried and self._held is not None and self._held.chip is chip

    def join(self, chip: PlanChip) -> None:
        """Listen to a new chip."""
        chip.clicked.connect(lambda: self._click(chip))
        chip.dragged.connect(lambda at: self._drag(chip, at))
        chip.dropped.connect(lambda _at: self._drop(chip))
        chip.keyed.connect(lambda event: self._key(chip, event))

    def forget(self, chip: PlanChip) -> None:
        """The chip goes away."""
        if self._held is not None and self._held.chip is chip:
            self._become(None)
            self._carried = False

    def take(self, chip: PlanChip | None) -> None:
        """Make a student the one to be moved; None for nobody."""
        before = self._held
        self._become(None if chip is None else Held(chip, None))
        if before is not None and (chip is None or before.chip is not chip):
            before.chip.set_selected(False)
            self._table.place_chips_of(before.chip)
        if chip is not None:
            chip.set_selected(True)
            self._table.place_chips_of(chip)

    def press(self, at: QPoint) -> bool:
        """A click beside the chips: with a student selected, a cell of that round takes them."""
        if self._held is None:
            return False
        chip, cell = self._held.chip, self._table.cell_at(at)
        if cell is None or cell[0] != chip.round:
            self.take(None)
        else:
            self._put(chip, cell)
        return True

    def cancel(self) -> bool:
        """Put down whatever is held; False when nothing is."""
        if self._held is None:
            return False
        chip, carried = self._held.chip, self._carried
        self._carried = False
        if carried:
            chip.let_go()
            self._carry(None)
        self.take(None)
        return True

    def _become(self, held: Held | None) -> None:
        before, self._held = self._held, held
        if before != held:
            self._aimed(before, held)

    def _aim(self, cell: Cell | None) -> None:
        if self._held is not None:
            self._become(Held(self._held.chip, cell))

    def _put(self, chip: PlanChip, cell: Cell, other: PlanChip | None = None) -> None:
        self.take(None)
        if cell[1] != chip.column:
            self._send(chip, cell, other)

    def _click(self, chip: PlanChip) -> None:
        """Select it, or let it go; with one of another station selected, they change places."""
        held = self._held.chip if self._held is not None else None
        if held is None or held.round != chip.round or held.column == chip.column:
            self.take(None if held is chip else chip)
        else:
            self._put(held, (chip.round, chip.column), chip)

    def _drag(self, chip: PlanChip, at: QPoint) -> None:
        if not self._carried:
            self.take(chip)
            self._carried = True
            chip.raise_()
            chip.setCursor(Qt.CursorShape.ClosedHandCursor)
        inside = self._table.mapFromGlobal(at)
        chip.move(inside - QPoint(chip.width() // 2, chip.height() // 2))
        cell = self._table.cell_at(inside)
        self._aim(cell if cell is not None and cell[0] == chip.round else None)
        self._carry(at)

    def drag_on(self, at: QPoint) -> None:
        """What lies under the pointer has moved: the chip stays at that point of the screen."""
        if self._carried and self._held is not None:
            self._drag(self._held.chip, at)

    def _drop(self, chip: PlanChip) -> None:
        if not self.carries(chip):
            return
        self._carried = False
        self._carry(None)
        target = self._held.target if self._held is not None else None
        chip.setCursor(Qt.CursorShape.OpenHandCursor)
        if target is None:
            self.take(None)
        else:
            self._put(chip, target)

    def _key(self, chip: PlanChip, event: QKeyEvent) -> None:
        """Enter or M lifts; then a number or arrows and Enter drop, Esc cancels.

        P pins, Delete lets go; else arrows walk from name to name, with Ctrl from cell to cell.
        """
        key = Qt.Key(event.key())
        lifted = self._held is not None and self._held.chip is chip
        if lifted and self._lifted_key(chip, key):
            event.accept()
        elif key == Qt.Key.Key_Escape:
            event.setAccepted(self.cancel())
        elif key in {Qt.Key.Key_M, *ENTER} and not lifted:
            self.take(chip)
            self._aim((chip.round, chip.column))
            event.accept()
        elif key in {Qt.Key.Key_P, Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._pin(chip, None if key == Qt.Key.Key_P else False)
            event.accept()
        elif (step := STEPS.get(key)) is not None:
            by_cell = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._walk(chip, step, by_cell)
            event.accept()

    def _lifted_key(self, chip: PlanChip, key: Qt.Key) -> bool:
        count = self._table.columns_count()
        held = self._held.target if self._held is not None else None
        target = held or (chip.round, chip.column)
        if key == Qt.Key.Key_Escape:
            self.cancel()
        elif Qt.Key.Key_1 <= key < Qt.Key.Key_1 + min(9, count):
            self._put(chip, (chip.round, key - Qt.Key.Key_1))
        elif key in ENTER:
            self._put(chip, target)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            ahead = (key == Qt.Key.Key_Right) != self._table.is_mirrored()
            self._aim((chip.round, (target[1] + (1 if ahead else -1)) % count))
        else:
            return False
        return True

    def _walk(self, chip: PlanChip, step: QPoint, by_cell: bool) -> None:
        """Give the focus to the nearest chip in a direction."""
        ahead = self._ahead(chip, step, by_cell)
        best = min(ahead, default=None, key=lambda found: found[0])
        if best is not None:
            self.keep_one_tab_stop(best[1])
            best[1].setFocus(Qt.FocusReason.TabFocusReason)

    def _ahead(self, chip: PlanChip, step: QPoint, by_cell: bool) -> Iterator[tuple[int, PlanChip]]:
        here = chip.geometry().center()
        for other in self._table.chips():
            if by_cell and (other.round, other.column) == (chip.round, chip.column):
                continue
            way = other.geometry().center() - here
            along = way.x() * step.x() + way.y() * step.y()
            across = abs(way.x() * step.y()) + abs(way.y() * step.x())
            if along > LEAST:
                yield along + 3 * across, other

    def keep_one_tab_stop(self, stop: PlanChip | None = None) -> None:
        """Tab comes to the plan once; arrows go on from there."""
        chips = list(self._table.chips())
        if stop is None:
            focused = [chip for chip in chips if chip.hasFocus()]
            stop = next(iter([*focused, *chips]), None)
        for chip in chips:
            wanted = Qt.FocusPolicy.StrongFocus if chip is stop else Qt.FocusPolicy.ClickFocus
            if chip.focusPolicy() != wanted:
                chip.setFocusPolicy(wanted)
