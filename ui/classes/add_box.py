"""One more of what a list holds."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.errors import ClassroomError
from ui.problems import problem
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import Field


class AddBox(QWidget):
    """A field and a button; `add` is given what was typed, `refused` says why it was not taken."""

    refused = Signal(str)

    def __init__(self, theme: Theme, hint: str, add: Callable[[str], object]) -> None:
        super().__init__()
        self._take = add
        self.field = Field(theme, hint)
        self.button = Button(theme, QCoreApplication.translate("AddBox", "Add"), "plus")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self.field.returnPressed.connect(self._add)
        self.button.clicked.connect(lambda _on: self._add())

    def _add(self) -> None:
        if not self.field.text().strip():
            return
        try:
            self._take(self.field.text())
        except ClassroomError as error:
            self.field.set_error(True)
            self.refused.emit(problem(error))
        else:
            self.field.set_error(False)
            self.field.clear()
