"""The second door: a class list, pasted or from a file."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.welcome.words import Words
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.keycap import Keycap
from ui.widgets.sign import Sign
from ui.widgets.surface import Surface
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

AREA = 92


class PasteCard(Surface):
    """`pasted` carries the text: at once for a whole list, else with Ctrl Enter or the button."""

    pasted = Signal(str)
    file_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface", radius=12)
        self.area = TextArea(theme)
        self.check_button = Button(theme, self.tr("Check the list"), "arrow-right", "primary")
        self.file_button = Button(theme, self.tr("Choose a file"), "file-csv")
        self._before = ""
        self._hint = QWidget(self.area)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column = QVBoxLayout(self)
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)
        self.area.changed.connect(self._typed)
        self.area.edit.installEventFilter(self)
        self.check_button.clicked.connect(lambda _on: self._check())
        self.file_button.clicked.connect(lambda _on: self.file_wanted.emit())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Ctrl Enter goes on from the field; the hint stays as large as the field."""
        if event.type() == QEvent.Type.Resize:
            self._hint.resize(self.area.size())
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._check()
                return True
        return False

    def set_narrow(self, narrow: bool) -> None:
        """Put the buttons below the title where there is no room beside it."""
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._head.setDirection(below if narrow else beside)

    def paste(self) -> None:
        """Put what was copied into the field, wherever the keyboard was."""
        self.area.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.area.edit.paste()

    def clear(self) -> None:
        """Begin anew."""
        self.area.set_text("")

    def _typed(self) -> None:
        text, before = self.area.text(), self._before
        self._before = text
        self._hint.setVisible(not text)
        self.check_button.setVisible(bool(text.strip()))
        # Several lines that come at once are a paste: on to the preview, which stores nothing.
        if not before and len(text.strip().splitlines()) > 1:
            self.pasted.emit(text)

    def _check(self) -> None:
        if self.area.text().strip():
            self.pasted.emit(self.area.text())

    def _build(self) -> None:
        theme = self._theme
        title = QHBoxLayout()
        title.setSpacing(theme.px(10))
        title.addWidget(Sign(theme, "clipboard-text", 22, "text", "regular"))
        title.addWidget(Words(theme, self.tr("Paste your class list"), 18, 24), 1)
        self._head.setSpacing(theme.px(10))
        self._head.addLayout(title, 1)
        self._head.addWidget(self.check_button)
        self._head.addWidget(self.file_button)
        self._column.addLayout(self._head)
        self._column.addWidget(self.area)
        self.area.edit.setAccessibleName(self.tr("Class list, one name on each line"))
        self.check_button.hide()
        self._build_hint()

    def _build_hint(self) -> None:
        """Words and keys drawn over the empty field; clicks go through them."""
        theme = self._theme
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        said = self.tr("One name on each line, or copy the cells from your register.")
        line = Text(theme, said, "body", "text2")
        line.setWordWrap(True)
        keys = QWidget()
        flow = Flow(theme, 6, 6, keys)
        for key in ("Ctrl", "V"):
            flow.addWidget(Keycap(theme, key))
        flow.addWidget(Text(theme, " " + self.tr("to paste"), "body", "text2"))
        over = QVBoxLayout(self._hint)
        over.setContentsMargins(theme.px(13), theme.px(10), theme.px(13), theme.px(8))
        over.setSpacing(theme.px(14))
        over.addWidget(line)
        over.addWidget(keys)
        over.addStretch(1)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(21), px(20), px(21), px(21))
        self._column.setSpacing(px(10))
        self.area.setFixedHeight(px(AREA))
        self._hint.resize(self.area.size())
