"""Writing down what a student said: a sentence if there is one, then the face or the level."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout

from app.domain.voice import FACES, Reflection
from ui.student.voice_words import ICONS, face_word
from ui.student.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.level import LevelButton
from ui.widgets.surface import Surface
from ui.widgets.text import Text


class VoiceForm(Surface):
    """Pressing a face or a level saves; so does Enter, where the sentence alone is enough.

    `saved` gives the face or level (0 for none) and the sentence, `removed` takes what was said
    away, `left` means nothing changes.
    """

    saved = Signal(int, str)
    removed = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, radius=8)
        self._theme = theme
        self._alone = False
        self.question = Text(theme, role="small", weight=600)
        self.question.setWordWrap(True)
        self.words = Field(theme, tr("In their own words"))
        self.levels: list[LevelButton] = []
        self.faces = {face: Button(theme, face_word(face), ICONS[face]) for face in FACES}
        self.remove = Button(theme, tr("Take away"), kind="link", small=True)
        self.cancel = Button(theme, tr("Cancel"), kind="quiet", small=True)
        self._group = QButtonGroup(self)
        self._choices = Flow(theme, 6, 6)
        self._column, self._buttons = QVBoxLayout(self), QHBoxLayout()
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def begin(self, question: str, levels: tuple[str, ...], before: Reflection | None) -> None:
        """Ask for a level when there are words for levels, else for a face."""
        self.question.setText(question)
        while len(self.levels) < len(levels):
            self._add_level(len(self.levels) + 1)
        now = 0 if before is None else (before.level if levels else before.face) or 0
        self._group.setExclusive(False)  # or what is checked could not be given up
        for button in self.levels:
            there = button.level <= len(levels)
            button.set_word(levels[button.level - 1] if there else "")
            button.setChecked(there and button.level == now)
            button.setVisible(there)
        for face, choice in self.faces.items():
            choice.setVisible(not levels)
            choice.setChecked(not levels and face == now)
        self._group.setExclusive(True)
        self._alone = not levels or before is not None
        self.remove.setVisible(before is not None)
        self.words.setText(before.words if before else "")
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves all as it was, and the drawer open."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._column.addWidget(self.question)
        self._column.addWidget(self.words)
        self._column.addLayout(self._choices)
        for button in (self.cancel, self.remove):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._column.addLayout(self._buttons)
        for face, button in self.faces.items():
            button.setCheckable(True)
            self._group.addButton(button)
            self._choices.addWidget(button)
            button.clicked.connect(lambda _on, own=face: self._save(own))
        self.words.returnPressed.connect(self._save_words)
        self.remove.clicked.connect(lambda _on: self.removed.emit())
        self.cancel.clicked.connect(lambda _on: self.left.emit())

    def _add_level(self, level: int) -> None:
        button = LevelButton(self._theme, level, "", self)
        self.levels.append(button)
        self._group.addButton(button)
        self._choices.addWidget(button)
        button.clicked.connect(lambda: self._save(level))

    def _save(self, choice: int) -> None:
        self.saved.emit(choice, self.words.text())

    def _save_words(self) -> None:
        """A sentence without a rating is a reflection; of a skill it needs the level."""
        chosen = self._group.checkedButton() is not None
        if self._alone and (chosen or self.words.text().strip()):
            self._save(0)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(10), px(10), px(10), px(10))
        self._column.setSpacing(px(8))
        self._buttons.setSpacing(px(4))
