"""What the student needs: shown when asked for, and put away whenever nobody looks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.voice import NEEDS, Need
from ui.student.section import SectionHead
from ui.student.voice_words import need_word
from ui.student.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.note import Note
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

FEWEST, MOST = 2, 6
"""So many lines a field shows; of more it shows some at a time."""


class NeedsPart(QWidget):
    """A button, and behind it a field for each kind; what is typed is kept when a field is left.

    Put away, no field holds a word, and nobody sees whether there are any. `asked` wants the needs
    of whom the drawer shows, `written` gives a kind and its words, `opened` says they can be seen.
    """

    asked = Signal()
    written = Signal(str, str)
    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._kept = dict.fromkeys(NEEDS, "")
        self._held = set[str]()
        self.show_button = Button(theme, tr("Show needs"), "eye", "link", small=True)
        self.hide_button = Button(theme, tr("Hide"), "eye-slash", "link", small=True)
        self.head = SectionHead(theme, tr("Needs"), tr("for you alone"))
        self.head.add_widget(self.show_button)
        self.head.add_widget(self.hide_button)
        self.note = Note(theme)
        self.box = QWidget()
        self.fields = {kind: TextArea(theme) for kind in NEEDS}
        self._column, self._list = QVBoxLayout(self), QVBoxLayout(self.box)
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def is_shown(self) -> bool:
        """Whether they can be read now."""
        return not self.box.isHidden()

    def show_needs(self, needs: Sequence[Need]) -> None:
        """Let them be read; a field in which somebody types keeps what was typed."""
        words = {need.kind: need.words for need in needs}
        for kind, field in self.fields.items():
            said = words.get(kind, "")
            if field.text() == self._kept[kind] and field.text() != said:
                field.set_text(said)
            self._kept[kind] = said
        self._show(True)

    def put_away(self) -> None:
        """Keep what was typed, and hide all of it."""
        if not self.is_shown():
            return
        for kind in NEEDS:
            self._keep(kind)
        self._show(False)
        for kind, field in self.fields.items():
            if field.text() == self._kept[kind] or kind in self._held:
                field.set_text("")  # else it was refused, and is still there to be kept
            self._kept[kind] = ""

    def forget(self) -> None:
        """Somebody else is shown: nothing of this student stays in a field."""
        self.put_away()
        for field in self.fields.values():
            field.set_text("")

    def set_kept(self, kind: str, words: str) -> None:
        """These words are kept now."""
        self._kept[kind] = words
        if self.fields[kind].text() != words:
            self.fields[kind].set_text(words)

    def set_held(self, kind: str) -> None:
        """What is in the field is held elsewhere until it can be kept."""
        self._held.add(kind)

    def complain(self, text: str) -> None:
        """Say why something was not kept."""
        self.note.set_note("", text)
        self.note.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page, a lock, a window made small: nobody shall find them open afterwards."""
        self.put_away()
        super().hideEvent(event)

    def _keep(self, kind: str) -> None:
        words = self.fields[kind].text()
        if self.is_shown() and words != self._kept[kind]:
            self.note.hide()
            self._held.discard(kind)
            self.written.emit(kind, words)

    def _show(self, shown: bool) -> None:
        self.box.setVisible(shown)
        self.hide_button.setVisible(shown)
        self.show_button.setVisible(not shown)

    def _open(self) -> None:
        self.note.hide()
        self.asked.emit()
        self.fields[NEEDS[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def _close(self) -> None:
        self.put_away()
        self.show_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._column.addWidget(self.head)
        self._column.addWidget(self.note)
        self._column.addWidget(self.box)
        self.note.hide()
        for kind, field in self.fields.items():
            field.edit.setAccessibleName(need_word(kind))
            self._list.addWidget(Text(self._theme, need_word(kind), "caption", "text2"))
            self._list.addWidget(field)
            field.left.connect(lambda own=kind: self._keep(own))
            field.grow(FEWEST, MOST)
        self.show_button.clicked.connect(lambda _on: self._open())
        self.hide_button.clicked.connect(lambda _on: self._close())
        self._show(False)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        self._list.setContentsMargins(px(4), 0, px(4), 0)
        self._list.setSpacing(px(4))
