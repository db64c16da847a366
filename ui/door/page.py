"""The screen turned to the class when a lesson is over: one after the other says how it went.

It is given names and nothing else. What somebody answered is on it until the next press alone.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.ids import StudentId
from app.domain.voice import FACES
from ui.door.tiles import FaceTile, NameTile
from ui.student.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface
from ui.widgets.text import Text

WIDEST = 760
TARGET = 64
"""Px that a finger finds."""


class DoorPage(QWidget):
    """`said` gives a student, a face (0 for none) and a sentence; `left` is the way out."""

    said = Signal(object, int, str)
    left = Signal()

    def __init__(self, theme: Theme, names: Sequence[tuple[StudentId, str]]) -> None:
        super().__init__()
        self._theme = theme
        self._who: StudentId | None = None
        self.setAccessibleName(tr("How did it go?"))
        self.teacher = Button(theme, tr("Teacher"), "lock-simple", "quiet")
        self.call = Text(theme, role="display")
        self.tiles: dict[StudentId, NameTile] = {}
        self.question = Text(theme, role="display")
        self.faces = [FaceTile(theme, face) for face in FACES]
        self.words = Field(theme, tr("In your own words"))
        self.done = Button(theme, tr("Done"), "check", "primary")
        self.back = Button(theme, tr("Not me"), "arrow-left", "quiet")
        self._names, self._faces = Flow(theme, 12, 12), Flow(theme, 16, 16)
        self._group = QButtonGroup(self)
        self.pages = QStackedWidget()
        self._spaced: list[QVBoxLayout] = []
        self._lay_out(names)
        self._connect()
        self._show_names()
        self._restyle()
        theme.changed.connect(self._restyle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the names, never to the teacher's pages."""
        if event.key() == Qt.Key.Key_Escape and self._who is not None:
            self._show_names()

    def take_keyboard(self) -> None:
        """The keyboard is on the first name."""
        first = next((tile for tile in self.tiles.values() if not tile.isHidden()), self.teacher)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def not_kept(self, student: StudentId, face: int, words: str) -> None:
        """What was said could not be written: it stands there again, to be said once more."""
        self.tiles[student].show()
        self._ask(student, self.tiles[student].label())
        self.question.setText(tr("That was not kept. Please tell your teacher."))
        for tile in self.faces:
            tile.setChecked(tile.face == face)
        self.words.setText(words)
        self._judge()

    def _ask(self, student: StudentId, name: str) -> None:
        self._who = student
        self.question.setText(tr("{student}, how did it go?", student=name))
        self._clear()
        self.pages.setCurrentIndex(1)
        self.faces[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self._group.setExclusive(False)  # or what is checked could not be given up
        for face in self.faces:
            face.setChecked(False)
        self._group.setExclusive(True)
        self.words.clear()
        self._judge()

    def _show_names(self) -> None:
        self._who = None
        self._clear()
        waits = any(not tile.isHidden() for tile in self.tiles.values())
        self.call.setText(tr("Tap your name") if waits else tr("Thank you. That is everyone."))
        self.pages.setCurrentIndex(0)
        self.take_keyboard()

    def _save(self) -> None:
        who = self._who
        if who is None or not self.done.isEnabled():
            return
        chosen = next((face.face for face in self.faces if face.isChecked()), 0)
        words = self.words.text()
        self.tiles[who].hide()
        self._show_names()
        self.said.emit(who, chosen, words)

    def _judge(self) -> None:
        pointed = self._group.checkedButton() is not None
        self.done.setEnabled(pointed or bool(self.words.text().strip()))

    def _lay_out(self, names: Sequence[tuple[StudentId, str]]) -> None:
        theme, start = self._theme, Qt.AlignmentFlag.AlignLeading
        for student, name in names:
            tile = self.tiles[student] = NameTile(theme, name)
            tile.clicked.connect(lambda *_, own=student, called=name: self._ask(own, called))
            self._names.addWidget(tile)
        for face in self.faces:
            self._group.addButton(face)
            self._faces.addWidget(face)
        for text in (self.call, self.question):
            text.setWordWrap(True)
        buttons = QHBoxLayout()
        for button in (self.done, self.back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        first, second = QVBoxLayout(), QVBoxLayout()
        first.addWidget(self.call)
        first.addLayout(self._names)
        second.addWidget(self.question)
        second.addLayout(self._faces)
        second.addWidget(self.words)
        second.addLayout(buttons)
        for column in (first, second):
            column.addStretch(1)
            held = QWidget()
            held.setLayout(column)
            self.pages.addWidget(Scroll(theme, held))
            self._spaced.append(column)
        whole = Surface(theme, "canvas")
        rows = QVBoxLayout(whole)
        rows.addWidget(self.pages, 1)
        rows.addWidget(self.teacher, 0, start)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(whole)

    def _connect(self) -> None:
        self._group.buttonClicked.connect(lambda _button: self._judge())
        self.words.textChanged.connect(lambda _text: self._judge())
        self.words.returnPressed.connect(self._save)
        self.done.clicked.connect(lambda _on: self._save())
        self.back.clicked.connect(lambda _on: self._show_names())
        self.teacher.clicked.connect(lambda _on: self.left.emit())

    def _restyle(self) -> None:
        px = self._theme.px
        self.words.setMaximumWidth(px(WIDEST))
        for target in (self.words, self.done, self.back):
            target.setMinimumHeight(px(TARGET))
        for column in self._spaced:
            column.setContentsMargins(px(40), px(32), px(40), px(16))
            column.setSpacing(px(24))
