"""Who is looked at in the observe panel."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.observing import Observed
from ui.capture.seen_words import where
from ui.theme import Theme
from ui.widgets.avatar import Avatar, initials, shape_of
from ui.widgets.text import Text


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
