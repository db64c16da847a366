"""The top of the observe panel: what was saved, and who is looked at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.observing import Observed
from ui.capture.text_link import TextLink
from ui.capture.words import tr, where
from ui.theme import Theme
from ui.widgets.avatar import Avatar, initials, shape_of
from ui.widgets.sign import Sign
from ui.widgets.text import Text


class SavedLine(QWidget):
    """The panel's name, when something was saved last, and the way back."""

    undo_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sign = Sign(theme, "check-circle", 16, "ok", "fill")
        self.saved = Text(theme, role="small", colour="ok", weight=500, tabular=True)
        self.undo = TextLink(theme, tr("Undo"))
        self.undo.clicked.connect(self._want_undo)
        self._row = QHBoxLayout(self)
        self._row.addWidget(Text(theme, tr("Observe"), "small", "text2", weight=600))
        self._row.addStretch(1)
        self._row.addWidget(self._sign)
        self._row.addWidget(self.saved)
        self._row.addWidget(self.undo)
        self._space()
        theme.changed.connect(self._space)
        self.show_saved("", undoable=False)

    def show_saved(self, time: str, undoable: bool) -> None:
        """Say when something was saved; "" says nothing."""
        self.saved.setText(tr("Saved {time}", time=time) if time else "")
        self._sign.setVisible(bool(time))
        self.saved.setVisible(bool(time))
        self.undo.setVisible(bool(time) and undoable)

    def _want_undo(self) -> None:
        self.undo_wanted.emit()

    def _space(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(7))
        self.setMinimumHeight(px(32))


class WhoLine(QWidget):
    """Avatar, name, and where the student is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.avatar = Avatar(theme, 40)
        self.name = Text(theme, role="title")
        self.place = Text(theme, role="small", colour="text2")
        for text in (self.name, self.place):
            text.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._words = QVBoxLayout()
        self._words.addWidget(self.name)
        self._words.addWidget(self.place)
        self._face = QVBoxLayout()
        self._face.addWidget(self.avatar)
        self._face.addStretch(1)
        self._row.addLayout(self._face)
        self._row.addLayout(self._words, 1)
        self._space()
        theme.changed.connect(self._space)

    def show_student(self, student: Observed) -> None:
        """Name the student."""
        letters = initials(student.first, student.family)
        self.avatar.show_student(letters, shape_of(student.id))
        self.name.setText(student.name)
        self.place.setText(where(student))

    def _space(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        px = self._theme.px
        self._row.setSpacing(px(10))
        self._words.setContentsMargins(0, 0, 0, 0)
        self._words.setSpacing(0)
        # The letters of the two lines stand in the middle of the avatar, not their boxes.
        self._face.setContentsMargins(0, px(2), 0, 0)
