"""A framework from a file, before it is taken."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.framework_file import FileFramework
from ui.classes.skills.framework_reading import FrameworkReading
from ui.classes.skills.framework_words import button, notes, outcome, reading
from ui.classes.skills.method_words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.note import Note
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface
from ui.widgets.text import Text

PREVIEW = 60


class FrameworkPanel(Surface):
    """How far the reading is, then what was understood, and where it goes.

    `opened` says whether the panel has something to show.
    """

    opened = Signal(bool)

    def __init__(self, theme: Theme, read: FrameworkReading) -> None:
        super().__init__(theme, radius=10, edge="line")
        self._theme = theme
        self._read = read
        self.title = Text(theme, role="title")
        self.source = Text(theme, role="caption", colour="text2")
        self.told = Text(theme, role="body")
        self.notes = Note(theme)
        self.place = Dropdown(theme, "tree-structure")
        self.place.setAccessibleName(tr("Where it goes"))
        self.preview = Text(theme, role="small", colour="text2")
        self.take = Button(theme, "", "check", "primary")
        self.cancel = Button(theme, tr("Cancel"), kind="quiet")
        self._column, self._feet = QVBoxLayout(self), QHBoxLayout()
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)
        read.changed.connect(self.show_now)
        self.hide()

    def show_now(self) -> None:
        """Show how it stands."""
        read, taking = self._read.read, self._read.taking
        busy = self._read.is_reading or taking is not None
        if busy == self.isHidden():
            self.setVisible(busy)
            self.opened.emit(busy)
        for part in (self.place, self.take, self._shown):
            part.setVisible(taking is not None)
        self._nothing.setVisible(taking is None)
        self.notes.setVisible(bool(read and read.notes))
        self.source.setVisible(bool(read and read.source))
        self.cancel.setText(tr("Cancel") if taking is not None else tr("Stop"))
        if read is None or taking is None:
            self.title.setText(self._read.file)
            self.told.setText(reading(self._read.done))
            return
        self.title.setText(read.name or self._read.file)
        self.source.setText(read.source)
        self.told.setText(outcome(taking))
        self.notes.set_note(tr("Mended while reading"), ". ".join(notes(read)) + ".")
        there = [(f.id, tr("In the place of {name}", name=f.name)) for f in self._read.frameworks()]
        self.place.set_items([(None, tr("As a new framework")), *there])
        self.place.set_current(taking.before.id if taking.before else None)
        self.preview.setText(_tree(read))
        self.take.setText(button(taking))
        for part in (self.take, self.cancel, self.place):
            part.setEnabled(not self._read.is_writing)
        if self._read.is_writing:
            self.told.setText(tr("It is being written down. You can go on working."))

    def _build(self) -> None:
        for words in (self.title, self.source, self.told, self.preview):
            words.setWordWrap(True)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._nothing = QWidget()
        self._shown = Scroll(self._theme, self.preview)
        for part in (self.title, self.source, self.told, self.notes, self.place):
            self._column.addWidget(part)
        self._column.addWidget(self._shown, 1)
        self._column.addWidget(self._nothing, 1)
        self._column.addLayout(self._feet)
        self._feet.addWidget(self.take)
        self._feet.addWidget(self.cancel)
        self._feet.addStretch(1)
        self.place.picked.connect(self._read.put_in_place_of)
        self.take.clicked.connect(lambda _on: self._read.take())
        self.cancel.clicked.connect(lambda _on: self._read.leave())

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(12), px(16), px(12))
        self._column.setSpacing(px(8))
        self._feet.setSpacing(px(8))


def _tree(read: FileFramework) -> str:
    """The first entries, each below the one it belongs to."""
    depths = {"": -1}
    lines = []
    for skill in read.skills[:PREVIEW]:
        depth = depths[skill.key] = depths[skill.parent] + 1
        said = f"{skill.code}  {skill.statement}" if skill.code else skill.statement
        lines.append("\u00a0" * 6 * depth + said)
    if len(read.skills) > PREVIEW:
        lines.append("…")
    return "\n".join(lines)
