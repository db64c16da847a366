"""What is carried over to the next lesson: each wish can be left out."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.lesson_end import LessonEnd
from app.services.carry_over import Wishes
from ui.format import day_short
from ui.live.ending import words
from ui.live.words import counted, tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface
from ui.widgets.text import Text


class WishLine(Surface):
    """A wish to tick, and below what it means this time."""

    def __init__(self, theme: Theme, ticked: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", ("bottom",), parent=parent)
        self._theme = theme
        self.check = Check(theme, weight=600)
        self.check.setChecked(ticked)
        self._about = Text(theme, "", "small", "text2")
        self._about.setWordWrap(True)
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self._rows.addWidget(self.check)
        self._rows.addWidget(self._about)
        self._space()
        theme.changed.connect(self._space)

    @property
    def wished(self) -> bool:
        """Whether it is there to be ticked, and is."""
        return not self.isHidden() and self.check.isChecked()

    def say(self, title: str, about: str) -> None:
        """What would be carried over."""
        self.check.setText(title)
        self.check.setAccessibleDescription(about)
        self._about.setText(about)

    def _space(self) -> None:
        px = self._theme.px
        self._rows.setContentsMargins(0, px(4), 0, px(10))
        self._about.setContentsMargins(px(32), 0, 0, 0)


class CarryPane(Surface):
    """`carried` comes with the wishes, `left` when nothing is to be carried over."""

    carried = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", ("start",), parent=parent)
        self._theme = theme
        self._day = date.min
        self._to = Text(theme, "", "small", "text2")
        self.not_observed = WishLine(theme, ticked=True)
        self.absent = WishLine(theme, ticked=True)
        self.missed = WishLine(theme, ticked=True)
        self.groups = WishLine(theme, ticked=False)
        self._goals = Text(theme, "", "small", "text2")
        self._goals.setWordWrap(True)
        self.button = Button(theme, "", "arrow-right", "primary")
        self.leave = Button(theme, tr("Finish without carrying over"), kind="quiet")
        self._inner = QWidget()
        self._wishes = QVBoxLayout(self._inner)
        self._rows = QVBoxLayout(self)
        self._build()
        self._space()
        theme.changed.connect(self._space)

    @property
    def lines(self) -> tuple[WishLine, ...]:
        """All there may be to tick."""
        return (self.not_observed, self.absent, self.missed, self.groups)

    @property
    def wishes(self) -> Wishes:
        """What is ticked."""
        return Wishes(*(line.wished for line in self.lines))

    def show_end(self, end: LessonEnd, day: date) -> None:
        """Show what this lesson leaves to the one on a day."""
        self._day = day
        self._to.setText(tr("to {day}", day=day_short(day)))
        table = end.table.name if end.table else ""
        self.not_observed.setVisible(bool(table and end.not_observed))
        first = tr("Not observed, {station} first", station=table)
        self.not_observed.say(first, words.names(end.not_observed))
        self.absent.setVisible(bool(table and end.absent))
        names = words.names(end.absent)
        start = counted(
            "{names} starts at {station}",
            "{names} start at {station}",
            len(end.absent),
            names=names,
            station=table,
        )
        self.absent.say(tr("Absent, catch up"), start)
        self.missed.setVisible(bool(end.missed))
        if end.missed:
            self.missed.say(*words.missed(end))
        self.groups.say(tr("Keep today’s groups"), tr("Off: Rondo mixes new partners"))
        stay = counted("%n goal stays on its card", "%n goals stay on the cards", end.goals)
        self._goals.setText(stay if end.goals else "")
        self._name_button()

    def _name_button(self) -> None:
        self.button.setText(words.carry(self.wishes, self._day))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Text(self._theme, tr("Carry over"), "title"))
        head.addStretch(1)
        head.addWidget(self._to)
        self._rows.addLayout(head)
        self._wishes.setContentsMargins(0, 0, 0, 0)
        for line in self.lines:
            self._wishes.addWidget(line)
            line.check.toggled.connect(lambda _on: self._name_button())
        self._wishes.addWidget(self._goals)
        self._wishes.addStretch(1)
        self._rows.addWidget(Scroll(self._theme, self._inner), 1)
        for button in (self.button, self.leave):
            self._rows.addWidget(button)
        self.button.clicked.connect(lambda _on: self.carried.emit(self.wishes))
        self.leave.clicked.connect(lambda _on: self.left.emit())

    def _space(self) -> None:
        px = self._theme.px
        self._rows.setContentsMargins(px(20), px(12), px(20), px(16))
        self._rows.setSpacing(px(8))
        self._wishes.setSpacing(0)
        self._goals.setContentsMargins(0, px(10), 0, 0)
        self.button.setMinimumHeight(px(40))
