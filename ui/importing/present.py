"""The present row of an import's table: its real controls, and keeping it through changes."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget

from app.domain.roster.columns import ColumnUse
from app.domain.roster.notes import DraftRow
from ui.importing.delegate import ImportDelegate, asked_use
from ui.importing.model import ImportModel
from ui.importing.tools import NameField, RowButtons
from ui.importing.words import use_word
from ui.theme import Theme

TO_KEYBOARD = Qt.FocusReason.ShortcutFocusReason


@dataclass(frozen=True, slots=True)
class Left:
    """The present row before rows are put in order: key, place, and where the focus was."""

    key: int
    at: int
    inside: bool
    in_field: bool


@dataclass(frozen=True, slots=True)
class Hears:
    """Who is told of decisions, typed names and Enter in a name."""

    acted: Callable[[int, str], None]
    typed: Callable[[int, ColumnUse, str], None]
    entered: Callable[[], None]


class PresentRow:
    """A field where a name is asked for and the buttons of the note, as widgets of the view."""

    def __init__(
        self,
        theme: Theme,
        view: QTableView,
        model: ImportModel,
        delegate: ImportDelegate,
        hears: Hears,
    ) -> None:
        self._theme = theme
        self._view = view
        self._rows = model
        self._delegate = delegate
        self._hears = hears
        self._field: NameField | None = None
        self._buttons: RowButtons | None = None
        self._placed: list[tuple[QWidget, int]] = []
        self._left: Left | None = None

    def row(self) -> DraftRow | None:
        """The present row; None when there is none."""
        index = self._view.currentIndex()
        return self._rows.row_at(index) if index.isValid() else None

    @property
    def has_field(self) -> bool:
        """Whether a name is asked for here."""
        return self._field is not None

    def controls(self) -> list[QWidget]:
        """What takes the focus in the row, in its order."""
        field: list[QWidget] = [] if self._field is None else [self._field.field]
        return field + ([] if self._buttons is None else list(self._buttons.buttons))

    def focus_field(self, reason: Qt.FocusReason = TO_KEYBOARD) -> None:
        """Go into the field, or to the row when it asks for no name."""
        (self._field or self._view).setFocus(reason)

    def hand_over(self) -> None:
        """Take what is in the field now, before something else happens to the list."""
        if self._field is not None:
            self._field.hand_over()

    def enter(self) -> None:
        """Go to the first control of the row, if it has one."""
        for control in self.controls()[:1]:
            control.setFocus(TO_KEYBOARD)

    def furnish(self) -> None:
        """Put the controls into the row that is present now."""
        self.unfurnish()
        row = self.row()
        if row is None:
            return
        self._delegate.present = row.index
        about = self._rows.note(row)
        if use := asked_use(row):
            self._put_field(row, use, about)
        if actions := self._rows.actions(row):
            self._buttons = RowButtons(self._theme, self._delegate.cells, actions, about)
            self._buttons.acted.connect(lambda action, of=row.index: self._act(of, action))
            self._put(self._rows.note_column, self._buttons)
        self.place()
        self._join_focus_chain()
        self._view.viewport().update()

    def unfurnish(self) -> None:
        """Take the controls away; painted ones take their place."""
        for widget, _ in self._placed:
            widget.hide()
            widget.deleteLater()
        self._placed = []
        self._field = self._buttons = None
        self._delegate.present = None

    def renew(self) -> None:
        """The row itself may have changed: its controls change with it, the focus stays."""
        inside = self._holds_focus()
        self.furnish()
        if inside and not self._view.hasFocus():
            self.focus_field()

    def leave(self) -> None:
        """Qt forgets the present row when rows are put in order anew; remember it."""
        row, self._left = self.row(), None
        if row is not None:
            inside = self._holds_focus()
            in_field = inside and not self._view.hasFocus()
            self._left = Left(row.index, self._view.currentIndex().row(), inside, in_field)
        self.unfurnish()

    def come_back(self) -> None:
        """Be where we were; if the row is gone and had the focus, be on the next one."""
        left, self._left = self._left, None
        count = self._rows.rowCount()
        at = None if left is None else self._rows.place_of(left.key)
        if left is None or not count or (at is None and not left.inside):
            return
        at = min(left.at, count - 1) if at is None else at
        self._view.setCurrentIndex(self._rows.index(at, 1))
        if left.in_field:
            self.focus_field()
        elif left.inside:
            self._view.setFocus(TO_KEYBOARD)

    def _put_field(self, row: DraftRow, use: ColumnUse, about: str) -> None:
        name = row.name.given if use is ColumnUse.FIRST else row.name.family
        field = NameField(self._theme, self._delegate.cells, name, use_word(use), about)
        field.typed.connect(lambda text, of=row.index: self._hears.typed(of, use, text))
        field.entered.connect(self._hears.entered)
        self._field = field
        self._put(self._rows.column_of(use), field)

    def _act(self, key: int, action: str) -> None:
        """The button goes with its answer, so the focus goes to the row first."""
        self._view.setFocus(TO_KEYBOARD)
        self._hears.acted(key, action)

    def _put(self, column: int, widget: QWidget) -> None:
        """Not as an index widget: Qt keeps those past their deletion and shows them again."""
        widget.setParent(self._view.viewport())
        self._placed.append((widget, column))

    def place(self) -> None:
        """Stand in the cells, after anything moved them."""
        at = self._view.currentIndex().row()
        for widget, column in self._placed:
            cell = self._view.visualRect(self._rows.index(at, column))
            widget.setGeometry(cell)
            widget.setVisible(cell.isValid())

    def _join_focus_chain(self) -> None:
        """By Tab they come right after the table."""
        order = [self._view, *self.controls()]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _holds_focus(self) -> bool:
        focused = _focused(self._view)
        return focused is not None and (focused is self._view or self._view.isAncestorOf(focused))


def _focused(widget: QWidget) -> QWidget | None:
    """Who has the focus in a widget's window, whether or not the window itself has it."""
    return widget.window().focusWidget()
