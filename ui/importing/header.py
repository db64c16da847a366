"""The bar on top of an import: for which class, and where else the list may come from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.format import class_title
from ui.importing.words import say
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.header import PageHeader
from ui.widgets.text import Text

CLASS_NAME = 60


class ImportHeader(PageHeader):
    """A new class gets its name here. With `set_narrow` the buttons are icons alone."""

    again_asked = Signal()
    file_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", say("Import a class list"), parent=parent)
        self._label = Text(theme, say("Name of the class"), "small", "text2")
        self.class_name = Field(theme, say("Name of the class"))
        self.again = Button(theme, say("Paste again"), "clipboard-text")
        self.other = Button(theme, say("Choose another file"), "file-csv")
        self.leave = Button(theme, "", "x", "quiet")
        for part in (self._label, self.class_name, self.again, self.other, self.leave):
            self.add_widget(part)
        self.class_name.setMaxLength(CLASS_NAME)
        self.class_name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name(self.again, say("Paste again"))
        self._name(self.other, say("Choose another file"))
        self._name(self.leave, say("Close without adding anyone"))
        self.again.clicked.connect(lambda _on: self.again_asked.emit())
        self.other.clicked.connect(lambda _on: self.file_asked.emit())
        self.leave.clicked.connect(lambda _on: self.closed.emit())

    def show_class(self, name: str) -> None:
        """Show for which class the list is; "" asks for the name of a new one."""
        self.set_title(class_title(name) if name else say("New class"))
        for part in (self._label, self.class_name):
            part.setVisible(not name)

    def offer_sources(self, offered: bool) -> None:
        """Offer to take another list instead, or not."""
        self.again.setVisible(offered)
        self.other.setVisible(offered)

    def set_narrow(self, narrow: bool) -> None:
        """Take less room."""
        self.again.setText("" if narrow else say("Paste again"))
        self.other.setText("" if narrow else say("Choose another file"))

    @staticmethod
    def _name(button: Button, text: str) -> None:
        button.setAccessibleName(text)
        button.setToolTip(text)
