"""One suggested group in the panel."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.suggestions import Suggestion
from ui.progress.suggestion_words import ICONS, TARGET, names, reason, title
from ui.progress.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.sign import Sign
from ui.widgets.surface import Surface
from ui.widgets.text import Text


class SuggestionCard(Surface):
    """Skill, names and reason; `added` gives the group for the next lesson."""

    added = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, radius=8, edge="line", parent=parent)
        self._theme = theme
        self._suggestion: Suggestion | None = None
        self._sign = Sign(theme, TARGET, 18)
        self.title = Text(theme, role="strong")
        self.names = Text(theme, role="small")
        self.reason = Text(theme, role="caption", colour="text2")
        self.button = Button(theme, "", kind="link", small=True)
        for words in (self.title, self.names, self.reason):
            words.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._head, self._foot = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(self.title, 1)
        self._foot.addWidget(self.reason, 1)
        self._foot.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        self._column.addLayout(self._head)
        self._column.addWidget(self.names)
        self._column.addLayout(self._foot)
        self.button.clicked.connect(lambda _on: self.added.emit(self._suggestion))
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_suggestion(self, one: Suggestion, planned: bool) -> None:
        """Show a group; `planned`: it is in the next lesson already."""
        self._suggestion = one
        self._sign.set_icon(ICONS.get(one.kind, TARGET))
        self.title.setText(title(one))
        self.names.setText(names(one))
        self.reason.setText(reason(one))
        self.button.setText(tr("In the plan") if planned else tr("Add to plan"))
        self.button.setEnabled(not planned)
        self.button.setToolTip(
            tr("These students must meet you in the next lesson already.") if planned else ""
        )
        self.button.setAccessibleName(f"{self.button.label()}: {title(one)}, {names(one)}")
        self.setAccessibleName(f"{title(one)}: {names(one)}. {reason(one)}")

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(12), px(10), px(8), px(8))
        self._column.setSpacing(px(4))
        self._head.setSpacing(px(6))
        self._foot.setSpacing(px(8))
