"""The first step of an import: paste a list, choose a file, or drop one."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.importing.words import say
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.keycap import Keycap
from ui.widgets.note import Note
from ui.widgets.sign import Sign
from ui.widgets.surface import Surface
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

LEAST_PASTE = 3


class ImportChoose(QWidget):
    """`pasted` tells the text once it is pasted or *Continue* is pressed."""

    pasted = Signal(str)
    file_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pasting = True
        self._box = Surface(theme, "surface", radius=12, edge="line_strong")
        self._title = Text(theme, say("Paste your class list"), "section")
        self.file = Button(theme, say("Choose a file"), "file-csv")
        hint = say("One name on each line, or copy the cells from your register.")
        self.area = TextArea(theme, hint)
        self._keys = _PasteKeys(theme, self.area)
        self._drop = Text(theme, say("You can also drop a file here."), "small", "text2")
        self.go_on = Button(theme, say("Continue"), "arrow-right", "primary")
        self.problem = Note(theme, "danger")
        self._head, self._foot = QHBoxLayout(), QHBoxLayout()
        self._rows, self._inside = QVBoxLayout(self), QVBoxLayout(self._box)
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_text(self, text: str) -> None:
        """Put a text in the field without going on."""
        self._pasting = False
        self.area.set_text(text)
        self._pasting = True

    def show_problem(self, text: str) -> None:
        """Say why a list cannot be read; "" takes it back."""
        self.problem.set_note(text)
        self.problem.setVisible(bool(text))

    def set_dropping(self, dropping: bool) -> None:
        """Show that a file let go here is taken."""
        self._box.set_edge("ink" if dropping else "line_strong", 2 if dropping else 1)

    def _build(self) -> None:
        self._rows.addWidget(self._box, 1)
        self._rows.addWidget(self.problem)
        self._inside.addLayout(self._head)
        self._inside.addWidget(self.area, 1)
        self._inside.addLayout(self._foot)
        self._head.addWidget(Sign(self._theme, "clipboard-text", 20, "text2"))
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self.file)
        self._foot.addWidget(self._drop, 1)
        self._foot.addWidget(self.go_on)
        self.problem.hide()
        self.area.edit.setAcceptDrops(False)
        self.area.edit.document().contentsChange.connect(self._contents_changed)
        self.area.changed.connect(self._enable)
        self.file.clicked.connect(lambda _on: self.file_asked.emit())
        self.go_on.clicked.connect(lambda _on: self.pasted.emit(self.area.text()))
        self._enable()

    def _enable(self) -> None:
        empty = not self.area.text().strip()
        self.go_on.setEnabled(not empty)
        self.go_on.setToolTip(say("Paste or type the names first") if empty else "")
        self._keys.setVisible(not self.area.text())

    def _contents_changed(self, at: int, _removed: int, added: int) -> None:
        """Several lines at once are a paste: nothing is stored yet, so go on at once."""
        new = self.area.text()[at : at + added]
        if self._pasting and added >= LEAST_PASTE and "\n" in new.strip("\n"):
            self.pasted.emit(self.area.text())

    def _restyle(self) -> None:
        px = self._theme.px
        self._rows.setContentsMargins(0, px(6), 0, px(20))
        self._rows.setSpacing(px(12))
        self._inside.setContentsMargins(px(20), px(20), px(20), px(20))
        self._inside.setSpacing(px(12))
        self._head.setSpacing(px(12))


class _PasteKeys(QWidget):
    """The keys that paste, below the hint of an empty field."""

    def __init__(self, theme: Theme, area: TextArea) -> None:
        super().__init__(area)
        self._theme = theme
        self._area = area
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Keycap(theme, "Ctrl"))
        row.addWidget(Keycap(theme, "V"))
        row.addWidget(Text(theme, say("to paste"), "body", "text2"))
        row.setSpacing(theme.px(6))
        area.installEventFilter(self)
        theme.changed.connect(self._place)
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep its place."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange}:
            self._place()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep its place."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        px, size = self._theme.px, self.sizeHint()
        rtl = self._area.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self._area.width() - px(13) - size.width() if rtl else px(13)
        self.setGeometry(left, px(46), size.width(), size.height())
