"""Lines that wait to be written down, and how old they are."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.observations import Draft
from ui.capture.words import counted, tr
from ui.format import ago
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.paint import start
from ui.widgets.pressable import Pressable
from ui.widgets.text import Text
from ui.widgets.tip import plain_tip

MOST = 4
ROW = 36


class DraftRow(Pressable):
    """A draft and its age; pressed it is written down."""

    def __init__(self, theme: Theme, draft: Draft, days: int) -> None:
        super().__init__(theme, radius=6)
        self.draft = draft
        self.setAccessibleName(tr("Write down: {line}, {age}", line=draft.text, age=ago(days)))
        self.setToolTip(plain_tip(draft.text))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = Text(theme, draft.text, "small", weight=500)
        words.set_elided(True)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(theme.px(4), 0, theme.px(4), 0)
        inside.setSpacing(theme.px(8))
        inside.addWidget(words, 1)
        inside.addWidget(Text(theme, ago(days), "caption", "text2"))
        for part in self.findChildren(Text):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self.theme.px(160), self.theme.px(ROW))

    def minimumSizeHint(self) -> QSize:
        """Narrow: the words end in …."""
        return QSize(self.theme.px(80), self.theme.px(ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground under the pointer; the words draw themselves."""
        painter = start(self)
        self.paint_ground(painter)
        painter.end()


class DraftTray(QWidget):
    """The oldest drafts, of how many. `picked` gives one to write down, `thrown` one to drop."""

    picked = Signal(object)
    thrown = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[tuple[Draft, int], ...] = ()
        self.rows: list[DraftRow] = []
        self.title = Text(theme, "", "small", "text2", weight=600)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addLayout(self._list)
        theme.changed.connect(self._space)
        self._space()

    def show_drafts(self, drafts: Sequence[tuple[Draft, int]]) -> None:
        """Show drafts, oldest first, with how many days old each is."""
        self.setVisible(bool(drafts))
        if tuple(drafts) == self._shown:
            return
        self._shown = tuple(drafts)
        while (item := self._list.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.deleteLater()
        self.rows = []
        for draft, days in self._shown[:MOST]:
            self._list.addWidget(self._line(draft, days))
        if drafts:
            said = counted("1 draft", "%n drafts", len(drafts))
            self.title.setText(
                tr("{drafts}, the oldest: {age}", drafts=said, age=ago(drafts[0][1]))
            )

    def _line(self, draft: Draft, days: int) -> QWidget:
        line, row = QWidget(self), DraftRow(self._theme, draft, days)
        away = Button(self._theme, icon="x", kind="quiet", small=True)
        away.setAccessibleName(tr("Throw away: {line}", line=draft.text))
        row.clicked.connect(lambda _on: self.picked.emit(draft))
        away.clicked.connect(lambda _on: self.thrown.emit(draft))
        inside = QHBoxLayout(line)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(self._theme.px(2))
        inside.addWidget(row, 1)
        inside.addWidget(away)
        self.rows.append(row)
        return line

    def _space(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, px(12))
        self._column.setSpacing(px(4))
