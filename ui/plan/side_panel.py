"""What stands beside the plan: its rules, the lesson, or what is being decided."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.classes.pull_outs.form import PullOutForm
from ui.plan.lesson_panel import LessonPanel
from ui.plan.offers_panel import OffersPanel
from ui.plan.rules.form import RuleForm
from ui.plan.rules.panel import RulesPanel
from ui.plan.wishes_panel import WishesPanel
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface

WIDTH = 312
WIDEST = 440


class SidePanel(Surface):
    """One of its parts at a time; the rules unless something else is wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", ("start",), parent=parent)
        self.rules = RulesPanel(theme)
        self.lesson = LessonPanel(theme)
        self.form = RuleForm(theme)
        self.offers = OffersPanel(theme)
        self.wishes = WishesPanel(theme)
        self.out = PullOutForm(theme)
        self.out_remove = Button(theme, self.tr("Remove"), "trash", "danger", small=True)
        self.out_part = QWidget()
        self._stack = QStackedWidget()
        self._build_out()
        parts = (self.rules, self.lesson, self.form, self.out_part, self.offers, self.wishes)
        for part in parts:
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 0)
        column.addWidget(self._stack)
        self._space()
        theme.changed.connect(self._space)

    def show_part(self, part: QWidget) -> None:
        """Show this one of the parts."""
        self._stack.setCurrentWidget(part)

    def part(self) -> QWidget | None:
        """The part that is shown."""
        return self._stack.currentWidget()

    def _build_out(self) -> None:
        inner = QWidget()
        whole = QVBoxLayout(self.out_part)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(self._theme, inner))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.out)
        column.addWidget(self.out_remove, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def _space(self) -> None:
        self.setFixedWidth(min(self._theme.px(WIDTH), WIDEST))
