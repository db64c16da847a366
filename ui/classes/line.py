"""A name that is changed where it stands."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.errors import ClassroomError
from ui.problems import problem
from ui.theme import Theme
from ui.widgets.field import Field


class Line(Field):
    """Keeps what was typed on Enter or when it is left; Esc takes it back.

    `keep` does it and may raise a ClassroomError, which marks the field and becomes its tooltip.
    """

    refused = Signal(str)

    def __init__(
        self,
        theme: Theme,
        keep: Callable[[str], None],
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, placeholder, parent=parent, small=True)
        self._keep = keep
        self._shown = ""
        self.editingFinished.connect(self._finish)

    def show_text(self, text: str) -> None:
        """Show what is kept, unless the teacher is typing."""
        self._shown = text
        if text == self.text():  # also when it was refused at first
            self._settle()
        if not self.isModified():
            self.setText(text)
            self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc brings back what is kept."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self._reset()
            return
        super().keyPressEvent(event)

    def _finish(self) -> None:
        if not self.isModified():
            return
        text = self.text()
        self.setModified(False)
        try:
            self._keep(text)
        except ClassroomError as error:
            self.setModified(True)
            self.set_error(True)
            self.setToolTip(problem(error))
            self.refused.emit(problem(error))
            return
        self._settle()
        self.setText(self._shown)

    def _reset(self) -> None:
        self._settle()
        self.setText(self._shown)

    def _settle(self) -> None:
        self.set_error(False)
        self.setToolTip("")
        self.setModified(False)
