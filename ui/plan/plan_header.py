"""The bar on top of the plan: what is planned, the ways to plan it, and the way into the room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.focus import focused
from ui.widgets.header import PageHeader
from ui.widgets.segmented import Segmented
from ui.widgets.surface import Surface

WAYS = ("mix", "moves", "level")
TITLE = 240
"""Design px that the title keeps; without them the ways stand on a line of their own."""

ROOMY = 720


class PlanHeader(QWidget):
    """`way_picked` carries one of `WAYS`. Everything but the title goes while there is no lesson.

    `rules_button` is for where there is too little room for plan and rules side by side.
    """

    way_picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._apart = self._waits = self._searching = False
        self.bar = PageHeader(theme, stacked=True)
        self.rules_button = Button(theme, self.tr("Rules"), "list-bullets")
        self.lesson_button = Button(theme, self.tr("Lesson"), "pencil-simple")
        self.more_button = Button(theme, "", "dots-three")
        self.ways = Segmented(theme, 40)
        self.plan_button = Button(theme, self.tr("Plan it"), "shuffle")
        self.use_button = Button(theme, self.tr("Use this plan"), "check", "primary")
        self._planning = QWidget()
        self._planning_row = QHBoxLayout(self._planning)
        self._second = Surface(theme, "surface", ("bottom",))
        self._second_row = QHBoxLayout(self._second)
        self._build()
        self._space()
        theme.changed.connect(self._space)

    def set_title(self, title: str, subtitle: str) -> None:
        """Say what is planned."""
        self.bar.set_title(title, subtitle)

    def show_tools(self, shown: bool) -> None:
        """Have what a lesson needs, or none of it."""
        for part in (self.lesson_button, self.more_button, self._planning, self.use_button):
            part.setVisible(shown)
        self._second.setVisible(shown and self._apart)
        if not shown:
            self.rules_button.hide()

    def show_use(self, running: bool, later: bool, proposed: bool) -> None:
        """What can be done with the plan.

        A lesson that is being taught is shown, not begun again. One of a `later` day is not begun
        yet, but a plan `proposed` for it may be kept.
        """
        text = self.tr("Show the lesson") if running else self.tr("Use this plan")
        self.use_button.setText(text)
        self.use_button.set_icon("play" if running else "check")
        self._waits = later and not proposed and not running
        self._allow()

    def show_search(self, searching: bool) -> None:
        """While a plan is looked for, the one before is not taken into the room by mistake.

        The keyboard waits here meanwhile: Qt would give it to some student, to be moved by a key.
        """
        self._searching = searching
        if searching and focused(self) is self.plan_button:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.plan_button.setEnabled(not searching)
        if not searching and focused(self) is self:
            self.plan_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._allow()

    def _allow(self) -> None:
        self.use_button.setEnabled(not (self._waits or self._searching))
        tip = self.tr("The plan is kept. The lesson can begin on its day.") if self._waits else ""
        self.use_button.setToolTip(
            self.tr("A plan is being looked for.") if self._searching else tip
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the ways go below."""
        super().resizeEvent(event)
        self._fit()

    def _needed(self) -> int:
        tools: Sequence[QWidget] = (self.lesson_button, self.more_button, self.use_button)
        wide = sum(tool.sizeHint().width() for tool in tools)
        return wide + self._planning_row.sizeHint().width() + self._theme.px(TITLE + 6 * 12 + 40)

    def _fit(self) -> None:
        self._spare_words()
        apart = self.width() < self._needed()
        if apart == self._apart:
            return
        self._apart = apart
        if apart:
            self._second_row.insertWidget(0, self._planning)
        else:
            self.bar.insert_widget(3, self._planning)
        self._second.setVisible(apart and not self.use_button.isHidden())

    def _spare_words(self) -> None:
        """Where words would leave no room for the title, what they say is in the icons."""
        words = {self.rules_button: self.tr("Rules"), self.lesson_button: self.tr("Lesson")}
        roomy = self.width() >= self._theme.px(ROOMY)
        for button, word in words.items():
            button.setText(word if roomy else "")
            button.setAccessibleName(word)
            button.setToolTip("" if roomy else word)

    def _build(self) -> None:
        names = (self.tr("Best mix"), self.tr("Fewest moves"), self.tr("Same level"))
        self.ways.set_items(
            (way, f"{number}  {name}", None, "")
            for number, (way, name) in enumerate(zip(WAYS, names, strict=True), 1)
        )
        self.ways.setAccessibleName(self.tr("Ways to plan"))
        self.more_button.setAccessibleName(self.tr("More for this plan"))
        self.lesson_button.setCheckable(True)
        self.rules_button.setCheckable(True)
        self._planning_row.setContentsMargins(0, 0, 0, 0)
        self._planning_row.addWidget(self.ways)
        self._planning_row.addWidget(self.plan_button)
        for tool in (self.rules_button, self.lesson_button, self.more_button, self._planning):
            self.bar.add_widget(tool)
        self.bar.add_widget(self.use_button)
        self._second_row.addStretch(1)
        self._second.hide()
        self.rules_button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._second)
        self.ways.picked.connect(lambda way: self.way_picked.emit(str(way)))

    def _space(self) -> None:
        px = self._theme.px
        self._planning_row.setSpacing(px(12))
        self._second_row.setContentsMargins(px(20), px(6), px(20), px(7))
        self._fit()
