"""What the teacher says on the board, and whether the last row can read it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.box import Box
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.sign import Sign
from ui.widgets.text import Text

WIDTH = 520


class BoardBox(Box):
    """`said` tells the new message, also an empty one. Closing the box changes nothing.

    `sight` says who cannot read the names, `helps` what would help, each by itself.
    """

    said = Signal(str)

    def __init__(
        self,
        theme: Theme,
        message: str,
        sight: str,
        helps: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.field = Field(theme, tr("For example: bring your ruler"), "megaphone-simple")
        self.keep = Button(theme, tr("Show it"), "check", "primary")
        self._rows = QVBoxLayout(self)
        self._lay_out(sight, helps)
        self.field.setAccessibleName(tr("Message on the board"))
        self.field.setText(message)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.keep.clicked.connect(lambda _on: self._say())
        self.field.returnPressed.connect(self._say)

    def texts(self) -> list[str]:
        """Everything it says."""
        return [text.text() for text in self.findChildren(Text)]

    def _say(self) -> None:
        self.said.emit(self.field.text().strip())
        self.accept()

    def _lay_out(self, sight: str, helps: Sequence[str]) -> None:
        px = self._theme.px
        self.setWindowTitle(tr("On the board"))
        self.setMinimumWidth(px(WIDTH))
        self._rows.setContentsMargins(px(20), px(16), px(20), px(20))
        self._rows.setSpacing(px(8))
        self._rows.addWidget(Text(self._theme, tr("Message on the board"), "strong"))
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.field, 1)
        line.addWidget(self.keep)
        self._rows.addLayout(line)
        self._rows.addSpacing(px(8))
        self._rows.addWidget(Text(self._theme, tr("From the last row"), "strong"))
        self._add("eye-slash" if helps else "eye", sight)
        if helps:
            self._rows.addWidget(Text(self._theme, tr("What would help, each by itself:"), "body"))
        for text in helps:
            self._add("arrow-right", text)
        self._take_room()

    def _take_room(self) -> None:
        """As high as the sentences need in this width: a dialog does not ask them by itself."""
        wide = self._theme.px(WIDTH)
        self.setMinimumHeight(self._rows.totalHeightForWidth(wide))
        self.resize(wide, self.minimumHeight())

    def _add(self, icon: str, text: str) -> None:
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(8))
        line.addWidget(Sign(self._theme, icon), 0, Qt.AlignmentFlag.AlignTop)
        words = Text(self._theme, text, "body")
        words.setWordWrap(True)
        line.addWidget(words, 1)
        self._rows.addLayout(line)
