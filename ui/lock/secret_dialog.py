"""The dialog that takes a new passphrase, shows a new recovery code, or both in turn."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.lock.code_box import CodeBox
from ui.lock.passphrase_box import PassphraseBox
from ui.lock.printing import code_text
from ui.paper.paper import has_printer
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.text import Text


class SecretDialog(QDialog):
    """`chosen` carries the passphrase, "" where none was asked.

    `save_wanted` and `print_wanted` carry the text for a file or for paper.
    """

    chosen = Signal(str)
    save_wanted = Signal(str)
    print_wanted = Signal(str)

    def __init__(
        self, theme: Theme, title: str, verb: str, code: str, with_words: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._code = code
        self._verb = verb
        self.words = PassphraseBox(theme) if with_words else None
        self.code = CodeBox(theme, code) if code else None
        self.next = Button(theme, "", kind="primary")
        self.stack = QStackedWidget()
        self.setWindowTitle("Rondo")
        self._lay_out(title)
        self._turn(0)

    def say(self, text: str) -> None:
        """Tell what came of saving."""
        if self.code is not None:
            self.code.say(text)

    def _lay_out(self, title: str) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(16))
        head = Text(self._theme, title, "heading")
        head.setWordWrap(True)
        column.addWidget(head)
        for page in (self.words, self.code):
            if page is not None:
                self.stack.addWidget(page)
        column.addWidget(self.stack, 1)
        row = QHBoxLayout()
        cancel = Button(self._theme, self.tr("Cancel"))
        cancel.clicked.connect(lambda _on: self.reject())
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.next)
        column.addLayout(row)
        for button in (cancel, self.next):
            button.setAutoDefault(False)  # the Enter key is the field's
        self.next.clicked.connect(lambda _on: self._go_on())
        if self.words is not None:
            self.words.ready.connect(lambda _ready: self._tell())
            self.words.entered.connect(self._go_on)
        if self.code is not None:
            self.code.had.connect(lambda _had: self._tell())
            self.code.print_wanted.connect(self._print)
            self.code.save_wanted.connect(lambda: self.save_wanted.emit(code_text(self._code)))
        self.setMinimumWidth(px(480))

    def _turn(self, page: int) -> None:
        self.stack.setCurrentIndex(page)
        last = page == self.stack.count() - 1
        self.next.setText(self._verb if last else self.tr("Next"))
        self._tell()

    def _tell(self) -> None:
        page = self.stack.currentWidget()
        if page is self.words and self.words is not None:
            self.next.setEnabled(self.words.is_ready())
        elif self.code is not None:
            self.next.setEnabled(self.code.check.isChecked())

    def _go_on(self) -> None:
        if self.stack.currentIndex() < self.stack.count() - 1:
            self._turn(self.stack.currentIndex() + 1)
            self._to_code()
            return
        words = self.words.text() if self.words is not None else ""
        self.accept()
        self.chosen.emit(words)

    def _to_code(self) -> None:
        """The keyboard, and with it the screen reader, goes to the code."""
        if self.code is not None:
            self.code.code.setFocus(Qt.FocusReason.TabFocusReason)

    def _print(self) -> None:
        if has_printer():
            self.print_wanted.emit(code_text(self._code))
        else:
            self.say(self.tr("No printer was found. Save it as a text file instead."))
