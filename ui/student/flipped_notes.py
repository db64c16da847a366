"""Observations of the student that changed by themselves, with the way to put each back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.damage import Flipped
from ui.checking.words import now_and_then
from ui.student.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.note import Note


class FlippedNotes(QWidget):
    """One box for each; nothing where all is as it was written.

    `put_back_wanted` carries a `BrokenRow`.
    """

    put_back_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Flipped, ...] = ()
        self.notes: list[Note] = []
        self.buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_flipped(self, flipped: Sequence[Flipped], when: Callable[[int], str]) -> None:
        """Show these, and no others."""
        if self._shown == tuple(flipped):
            return  # who stands on one of them with the keyboard stays there
        self._shown = tuple(flipped)
        for note in self.notes:
            self._column.removeWidget(note)
            note.hide()
            note.deleteLater()
        self.notes.clear()
        self.buttons.clear()
        for one in flipped:
            self._add(one, when)
        self.setVisible(bool(flipped))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Every line of the words has its room at every width."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        for note in self.notes:
            note.setMinimumHeight(max(0, note.heightForWidth(self.width())))

    def _add(self, flipped: Flipped, when: Callable[[int], str]) -> None:
        title = tr("This observation changed by itself, as by a fault of the disk")
        said = now_and_then(flipped, when)
        note = Note(self._theme, "warn", title, said)
        if flipped.before is not None:
            button = Button(self._theme, tr("Put it back"), small=True)
            button.setAccessibleDescription(said)
            button.clicked.connect(lambda _on: self.put_back_wanted.emit(flipped.row))
            note.add_action(button)
            self.buttons.append(button)
        self.notes.append(note)
        self._column.addWidget(note)
