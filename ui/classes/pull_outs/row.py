"""One pull-out in the list of rules."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.pull_outs import PullOut
from ui.classes.pull_outs import words
from ui.classes.pull_outs.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.sign import Sign
from ui.widgets.surface import Surface
from ui.widgets.text import Text


class PullOutRow(Surface):
    """Who is out when; it can be changed and taken away."""

    edited = Signal(object)
    removed = Signal(object)

    def __init__(self, theme: Theme, pull_out_id: int) -> None:
        super().__init__(theme, "", ("bottom",))
        self.names = Text(theme, role="strong")
        self.about = Text(theme, role="small", colour="text2")
        self.edit_button = Button(theme, tr("Change"), "pencil-simple", "quiet", small=True)
        self.remove_button = Button(theme, tr("Remove"), "trash", "quiet", small=True)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        for text in (self.names, self.about):
            text.setWordWrap(True)
            lines.addWidget(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(8))
        row.setSpacing(theme.px(12))
        row.addWidget(Sign(theme, "door", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        row.addWidget(self.edit_button)
        row.addWidget(self.remove_button)
        self.edit_button.clicked.connect(lambda _on: self.edited.emit(pull_out_id))
        self.remove_button.clicked.connect(lambda _on: self.removed.emit(pull_out_id))

    def show_pull_out(self, pull_out: PullOut, name: str, today: date) -> None:
        """Show it as it is kept."""
        title = words.title(pull_out, name)
        self.names.setText(title)
        self.about.setText(words.about(pull_out, today))
        self.edit_button.setAccessibleName(tr("Change: {pull_out}", pull_out=title))
        self.remove_button.setAccessibleName(tr("Remove: {pull_out}", pull_out=title))
