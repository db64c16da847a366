"""Writing down what a student said: a sentence if there is one, then the face or the level."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup

from app.domain.voice import FACES, Reflection
from ui.student.form import DrawerForm
from ui.student.level_picks import LevelPicks
from ui.student.voice_words import ICONS, face_word
from ui.student.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.text import Text


class VoiceForm(DrawerForm):
    """Pressing a face or a level saves; so does Enter, where the sentence alone is enough.

    `saved` gives the face or level (0 for none) and the sentence, `removed` takes what was said
    away.
    """

    saved = Signal(int, str)
    removed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._alone = False
        self.question = Text(theme, role="small", weight=600)
        self.question.setWordWrap(True)
        self.words = Field(theme, tr("In their own words"))
        self.faces = {face: Button(theme, face_word(face), ICONS[face]) for face in FACES}
        self.remove = Button(theme, tr("Take away"), kind="link", small=True)
        self._group = QButtonGroup(self)
        self.choices = LevelPicks(theme, self._group)
        self._build()

    def begin(self, question: str, levels: tuple[str, ...], before: Reflection | None) -> None:
        """Ask for a level when there are words for levels, else for a face."""
        self.question.setText(question)
        now = 0 if before is None else (before.level if levels else before.face) or 0
        self.choices.show_levels(levels, now)
        self._group.setExclusive(False)  # or what is checked could not be given up
        for face, choice in self.faces.items():
            choice.setVisible(not levels)
            choice.setChecked(not levels and face == now)
        self._group.setExclusive(True)
        self._alone = not levels or before is not None
        self.remove.setVisible(before is not None)
        self.words.setText(before.words if before else "")
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._column.addWidget(self.question)
        self._column.addWidget(self.words)
        self._column.addLayout(self.choices)
        for button in (self.cancel, self.remove):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._column.addLayout(self._buttons)
        for face, button in self.faces.items():
            button.setCheckable(True)
            self._group.addButton(button, face)
            self.choices.addWidget(button)
        self._group.idClicked.connect(self._save)
        self.words.returnPressed.connect(self._save_words)
        self.remove.clicked.connect(lambda _on: self.removed.emit())

    def _save(self, choice: int) -> None:
        self.saved.emit(choice, self.words.text())

    def _save_words(self) -> None:
        """A sentence without a rating is a reflection; of a skill it needs the level."""
        chosen = self._group.checkedButton() is not None
        if self._alone and (chosen or self.words.text().strip()):
            self._save(0)
