"""Putting a goal into words."""

from PySide6.QtCore import Qt, Signal

from app.domain.classes import Goal
from ui.student.form import DrawerForm
from ui.student.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.text_area import TextArea

STEPS_HIGH = 92


class GoalEditor(DrawerForm):
    """A title and steps, one per line; `saved` gives both."""

    saved = Signal(str, object)
    closed_goal = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.title = Field(theme, tr("What the student works towards"))
        self.steps = TextArea(theme, tr("Steps, one per line"))
        self.save = Button(theme, tr("Set goal"), kind="primary", small=True)
        self.close_goal = Button(theme, tr("Close this goal"), kind="link", small=True)
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
        self.close_goal.clicked.connect(lambda _on: self.closed_goal.emit())

    def _save(self) -> None:
        if self.save.isEnabled():
            self.saved.emit(self.title.text(), self.steps.text().splitlines())

    def _judge(self) -> None:
        named = bool(self.title.text().strip())
        self.save.setEnabled(named)
        self.save.setToolTip("" if named else tr("Say what the goal is first."))

    def _restyle(self) -> None:
        self.steps.setFixedHeight(self._theme.px(STEPS_HIGH))
