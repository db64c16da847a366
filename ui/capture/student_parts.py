"""The parts of the observe panel that are about one student."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ports import Clock
from ui.capture.level_grid import LevelGrid
from ui.capture.recent import RecentList
from ui.capture.tag_row import TagRow
from ui.capture.who_line import WhoLine
from ui.capture.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.field import Field
from ui.widgets.surface import Rule
from ui.widgets.text import Text


class StudentParts(QWidget):
    """Everything that is about the student who is looked at."""

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.who = WhoLine(theme)
        self.offer = Text(theme, role="small", colour="ok", weight=500)
        self.offer.setWordWrap(True)
        self.offer.hide()
        self.skill = Dropdown(theme, "target")
        self.skill.setAccessibleName(tr("Skill"))
        self.levels = LevelGrid(theme)
        self.tags = TagRow(theme)
        self.note = Field(theme, tr("One-line note"))
        self.picture = Button(theme, icon="camera", kind="quiet", small=True)
        self.picture.setAccessibleName(tr("Add a picture or file"))
        self.picture.setToolTip(tr("Add a picture or file"))
        self._note = QWidget()
        line = QHBoxLayout(self._note)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(4))
        line.addWidget(self.note, 1)
        line.addWidget(self.picture)
        self.problem = Text(theme, role="small", colour="danger")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._rule = Rule(theme)
        self._label = Text(theme, tr("Recent"), "small", "text2", weight=600)
        self.recent = RecentList(theme, clock)
        self._column = QVBoxLayout(self)
        self._lay()
        theme.changed.connect(self._lay)

    def show_offer(self, text: str) -> None:
        """Say what a student who is done may do next; "" for one who is at work."""
        if text != self.offer.text():
            self.offer.setText(text)
            self.offer.setVisible(bool(text))
            self._lay()

    def _lay(self) -> None:
        px, column = self._theme.px, self._column
        while column.count():
            column.takeAt(0)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        parts: list[tuple[QWidget, int]] = [
            (self.who, 12),
            (self.offer, 8 if self.offer.text() else 0),
            (self.skill, 8),
            (self.levels, 10),
            (self.tags, 8),
            (self._note, 0),
            (self.problem, 12),
            (self._rule, 7),
            (self._label, 3),
            (self.recent, 2),
        ]
        for widget, gap in parts:
            column.addWidget(widget)
            column.addSpacing(px(gap))
