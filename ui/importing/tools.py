"""The real controls of the present row of an import, drawn like the painted ones."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.roster.table import MAX_NAME
from ui.importing.cells import CellPainter, Place
from ui.importing.words import RowAction
from ui.theme import Theme
from ui.widgets.field import Field
from ui.widgets.paint import rtl, start
from ui.widgets.pressable import Pressable


class RowButton(Pressable):
    """One button of a row."""

    def __init__(
        self, theme: Theme, cells: CellPainter, action: RowAction, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self._cells = cells
        self.action = action
        self.setText(action.text)

    def sizeHint(self) -> QSize:
        """As drawn."""
        return self._cells.button_size(self.action).toSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = start(self)
        lit, down = self.underMouse(), self.isDown()
        self._cells.paint_button(painter, QRectF(self.rect()), self.action, lit, down)
        painter.end()


class InCell(QWidget):
    """Lies over a cell, with its controls where the painted ones stood."""

    def __init__(self, cells: CellPainter) -> None:
        super().__init__()
        self._cells = cells

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put them there anew."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Change sides with the direction of reading."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lay_out()

    def _lay_out(self) -> None:
        self._put_in(Place(QRectF(0, 0, self.width(), self.height() - 1), rtl(self)))

    def _put_in(self, place: Place) -> None:
        """Put the controls in the cell that is here."""
        raise NotImplementedError


class RowButtons(InCell):
    """The buttons over a note; `acted` tells the key of the one pressed."""

    acted = Signal(str)

    def __init__(
        self, theme: Theme, cells: CellPainter, actions: tuple[RowAction, ...], about: str
    ) -> None:
        super().__init__(cells)
        self._actions = actions
        self.buttons = [self._button(theme, action, about) for action in actions]

    def _put_in(self, place: Place) -> None:
        places = self._cells.button_places(place, self._actions)
        for button, (_, rect) in zip(self.buttons, places, strict=True):
            button.setGeometry(rect.toRect())

    def _button(self, theme: Theme, action: RowAction, about: str) -> RowButton:
        button = RowButton(theme, self._cells, action, self)
        button.setAccessibleName(action.text)
        button.setAccessibleDescription(about)
        button.clicked.connect(lambda _on, key=action.key: self.acted.emit(key))
        return button


class NameField(InCell):
    """A field in a cell; `typed` tells what was typed, `entered` that Enter was pressed."""

    typed = Signal(str)
    entered = Signal()
    _left = Signal()

    def __init__(self, theme: Theme, cells: CellPainter, text: str, hint: str, about: str) -> None:
        super().__init__(cells)
        self._told = text
        self.field = Field(theme, hint, parent=self, small=True)
        self.field.setText(text)
        self.field.setMaxLength(MAX_NAME)
        self.field.setAccessibleDescription(about)
        self.field.installEventFilter(self)
        self.setFocusProxy(self.field)
        # What was typed may take this field away, which Qt does not bear while the focus moves.
        self._left.connect(self.hand_over, Qt.ConnectionType.QueuedConnection)

    def _put_in(self, place: Place) -> None:
        self.field.setGeometry(self._cells.field_rect(place).toRect())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter hands over and goes on, leaving hands over, Esc takes back what was typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self._left.emit()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.hand_over()
            self.entered.emit()
            return True
        if event.key() == Qt.Key.Key_Escape and self.field.text() != self._told:
            self.field.setText(self._told)
            return True
        return False

    def hand_over(self) -> None:
        """Tell what was typed, if it is something else than before."""
        if self.field.text().strip() != self._told.strip():
            self._told = self.field.text()
            self.typed.emit(self._told)
