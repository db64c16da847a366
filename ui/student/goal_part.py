"""The student's goal in the drawer: what it is, its steps to tick, and the way to change it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.classes import Goal
from app.ports import Clock
from ui.student.goal_editor import GoalEditor
from ui.student.section import SectionHead
from ui.student.step_line import StepLine
from ui.student.title_line import TitleLine
from ui.student.words import day_or_today, step_words, tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.surface import Surface


class GoalCard(Surface):
    """A goal in a box; `ticked` gives the number of a step from 0."""

    ticked = Signal(int)

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme, radius=8)
        self._theme = theme
        self._clock = clock
        self.title = TitleLine(theme, self)
        self.steps: list[StepLine] = []
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_goal(self, goal: Goal, now_ms: int) -> None:
        """Show a goal as it is."""
        now = self._clock.local(now_ms)
        since = day_or_today(self._clock.local(goal.since), now)
        self.title.show_title(goal.title, tr("since {day}", day=since))
        while len(self.steps) < len(goal.steps):
            self._add_step()
        done = (*goal.done_at, *(None for _ in goal.steps))
        open_steps = [at for at, _ in enumerate(goal.steps) if done[at] is None]
        for at, line in enumerate(self.steps):
            line.setVisible(at < len(goal.steps))
            if at < len(goal.steps):
                ticked = done[at]
                remark = tr("Next") if open_steps[:1] == [at] else ""
                if ticked is not None:
                    remark = day_or_today(self._clock.local(ticked), now)
                line.show_step(goal.steps[at], ticked is not None, remark)

    def _add_step(self) -> None:
        line, at = StepLine(self._theme, self), len(self.steps)
        line.clicked.connect(lambda: self.ticked.emit(at))
        self.steps.append(line)
        self._column.addWidget(line)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(8), px(4), px(8), px(8))
        self._column.setSpacing(0)


class GoalPart(QWidget):
    """Goal, or the offer to set one, or the editor."""

    goal_set = Signal(str, object)
    ticked = Signal(int)
    closed_goal = Signal()

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__()
        self._theme = theme
        self._goal: Goal | None = None
        self.head = SectionHead(theme, tr("Goal"))
        self.card = GoalCard(theme, clock)
        self.offer = Button(theme, tr("Set a goal"), "plus", small=True)
        self.editor = GoalEditor(theme)
        self._column = QVBoxLayout(self)
        self._inset = QVBoxLayout()
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_goal(self, goal: Goal | None, now_ms: int, fresh: bool) -> None:
        """Show a goal or None; `fresh` (another student) puts an open editor away."""
        self._goal = goal
        self.head.set_remark(step_words(goal) if goal else "")
        if goal is not None:
            self.card.show_goal(goal, now_ms)
        self._show(editing=not fresh and self.is_editing())

    def is_editing(self) -> bool:
        """Whether the editor is open."""
        return not self.editor.isHidden()

    def _build(self) -> None:
        self._column.addWidget(self.head)
        self._column.addLayout(self._inset)
        for part in (self.card, self.editor):
            self._inset.addWidget(part)
        self._inset.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignLeading)
        self.card.title.clicked.connect(self._begin)
        self.offer.clicked.connect(lambda _on: self._begin())
        self.card.ticked.connect(self.ticked)
        self.editor.left.connect(self._leave)
        self.editor.saved.connect(self._save)
        self.editor.closed_goal.connect(self._close)
        self._show(editing=False)

    def _show(self, editing: bool) -> None:
        self.editor.setVisible(editing)
        self.card.setVisible(self._goal is not None and not editing)
        self.offer.setVisible(self._goal is None and not editing)

    def _begin(self) -> None:
        self._show(editing=True)
        self.editor.begin(self._goal)

    def _leave(self) -> None:
        self._show(editing=False)
        back = self.card.title if self._goal else self.offer
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, title: str, steps: object) -> None:
        self._show(editing=False)
        self.goal_set.emit(title, steps)

    def _close(self) -> None:
        self._show(editing=False)
        self.closed_goal.emit()

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(7))
        self._inset.setContentsMargins(px(4), 0, px(4), 0)
