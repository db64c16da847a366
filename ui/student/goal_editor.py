"""Putting a goal into words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.classes import Goal
from ui.student.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.surface import Surface
from ui.widgets.text_area import TextArea

STEPS_HIGH = 92


class GoalEditor(Surface):
    """A title and steps, one per line; `saved` gives both, `left` means nothing changes."""

    saved = Signal(str, object)
    closed_goal = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, radius=8)
        self._theme = theme
        self.title = Field(theme, tr("What the student works towards"))
        self.steps = TextArea(theme, tr("Steps, one per line"))
        self.save = Button(theme, tr("Set goal"), kind="primary", small=True)
        self.cancel = Button(theme, tr("Cancel"), kind="quiet", small=True)
        self.close_goal = Button(theme, tr("Close this goal"), kind="link", small=True)
        self._column = QVBoxLayout(self)
        self._buttons = QHBoxLayout()
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def begin(self, goal: Goal | None) -> None:
        """Start from a goal, or from nothing."""
        self.title.setText(goal.title if goal else "")
        self.steps.set_text("\n".join(goal.steps) if goal else "")
        self.close_goal.setVisible(goal is not None)
        self._judge()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the goal as it was, and the drawer open."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._column.addWidget(self.title)
        self._column.addWidget(self.steps)
        self._column.addLayout(self._buttons)
        self._buttons.addWidget(self.save)
        self._buttons.addWidget(self.cancel)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.close_goal)
        self.title.textChanged.connect(lambda _text: self._judge())
        self.title.returnPressed.connect(self._save)
        self.save.clicked.connect(lambda _on: self._save())
        self.cancel.clicked.connect(lambda _on: self.left.emit())
        self.close_goal.clicked.connect(lambda _on: self.closed_goal.emit())

    def _save(self) -> None:
        if self.save.isEnabled():
            self.saved.emit(self.title.text(), self.steps.text().splitlines())

    def _judge(self) -> None:
        named = bool(self.title.text().strip())
        self.save.setEnabled(named)
        self.save.setToolTip("" if named else tr("Say what the goal is first."))

    def _restyle(self) -> None:
        px = self._theme.px
        self.steps.setFixedHeight(px(STEPS_HIGH))
        self._column.setContentsMargins(px(10), px(10), px(10), px(10))
        self._column.setSpacing(px(8))
        self._buttons.setSpacing(px(4))
