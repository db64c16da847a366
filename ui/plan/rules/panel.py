"""What holds in the lesson: what can't be kept first, then every rule, and the way to one more."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.plan.rules.problem_card import ProblemCard
from ui.plan.rules.row import RuleRow
from ui.plan.rules.view import TIMELESS, RuleLine
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.focus import keyboard_kept
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface
from ui.widgets.text import Text

LARGE = 1.3
SHOWN = 8
"""Rules that are shown at once; the others are behind a row that says how many they are."""
APART, TOGETHER, MEET, OUT, CLOSE = "apart", "together", "visit", "out", "closed"
CATCH_UP, LOCK = "catch up", "lock"
"""What else is picked for a set of students, and is no rule."""


class RulesPanel(QWidget):
    """`way_chosen` carries the key of a way out, `opened` a rule's key, `wanted` a kind of rule."""

    way_chosen = Signal(object)
    opened = Signal(str)
    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kept: Sequence[RuleLine] = ()
        self._all = False
        self.count = Text(theme, "", "caption", "text2", tabular=True)
        self.cards: list[ProblemCard] = []
        self.rows: list[RuleRow] = []
        self.more = RuleRow(theme)
        self.add_buttons: dict[str, Button] = {}
        self.mend_button = Button(theme, "", "arrows-clockwise", small=True)
        self._title = Text(theme, self.tr("Rules"), "strong")
        self._empty = Text(theme, self.tr("No rules yet."), "body", "text2")
        self._head = QHBoxLayout()
        self._inner = QWidget()
        self._list = QVBoxLayout(self._inner)
        self._mending = QWidget()
        self._mending_row = QHBoxLayout(self._mending)
        self._cards = QVBoxLayout()
        self._lines = QVBoxLayout()
        self._foot = Surface(theme, "surface", ("top",))
        self._adding = QVBoxLayout(self._foot)
        self._outer = QVBoxLayout(self)
        self._build()
        for part in (self.more, self._mending, self._empty):
            part.hide()
        self._space()
        theme.changed.connect(self._space)

    def show_rules(
        self, lines: Sequence[RuleLine], above: Sequence[RuleLine] = (), flipped: bool = False
    ) -> None:
        """Show the rules of a lesson; the keyboard stays on the one it was on.

        What is `above` them is no rule: it says why no plan keeps them all. Of a `flipped` lesson
        it is asked who did not prepare.
        """
        self.add_buttons[CATCH_UP].setVisible(flipped)
        with keyboard_kept(self):
            self.count.setText(str(len(lines)))
            self.count.setAccessibleName(self.tr("{count} rules").format(count=len(lines)))
            self._show_cards([*above, *(line for line in lines if not line.kept)])
            self._kept = [line for line in lines if line.kept]
            self._show_rows()
        self._empty.setVisible(not lines)
        self._mending.setVisible(any(card.line.key != TIMELESS for card in self.cards))

    def _show_cards(self, broken: Sequence[RuleLine]) -> None:
        if [card.line for card in self.cards] == list(broken):
            return
        for card in self.cards:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [ProblemCard(self._theme, line) for line in broken]
        for card in self.cards:
            card.chosen.connect(self.way_chosen)
            self._cards.addWidget(card)
            card.show()

    def _show_rows(self) -> None:
        foldable = len(self._kept) > SHOWN + 1
        shown = self._kept if self._all or not foldable else self._kept[:SHOWN]
        while len(self.rows) < len(shown):
            self._add_row()
        for row in self.rows[len(shown) :]:
            row.hide()
        for row, line in zip(self.rows, shown, strict=False):
            row.show_line(line)
            row.show()
        self.more.setVisible(foldable)
        if foldable:
            self.more.show_line(self._fold(len(self._kept) - SHOWN))

    def _fold(self, rest: int) -> RuleLine:
        if self._all:
            return RuleLine("more", "caret-up", self.tr("Fewer rules"), "", opens=True)
        text = self.tr("{count} more rules").format(count=rest)
        return RuleLine("more", "dots-three", text, "", opens=True)

    def _add_row(self) -> None:
        row = RuleRow(self._theme)
        row.clicked.connect(lambda: self.opened.emit(row.line.key) if row.line.opens else None)
        self.rows.append(row)
        self._lines.addWidget(row)

    def _turn(self) -> None:
        self._all = not self._all
        self._show_rows()

    def _build(self) -> None:
        outer = self._outer
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._head)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self.count)
        outer.addWidget(Scroll(self._theme, self._inner), 1)
        for part in (self._list, self._cards, self._lines):
            part.setContentsMargins(0, 0, 0, 0)
            part.setSpacing(0)
        self._mending_row.addWidget(self.mend_button)
        self._mending_row.addStretch(1)
        self._list.addLayout(self._cards)
        self._list.addWidget(self._mending)
        self._list.addLayout(self._lines)
        self._list.addWidget(self.more)
        self._list.addWidget(self._empty)
        self._list.addStretch(1)
        self.more.clicked.connect(self._turn)
        self._adding.addWidget(Text(self._theme, self.tr("Add a rule"), "small", "text2"))
        flow = Flow(self._theme, 6, 6)
        for kind, text, icon in (
            (APART, self.tr("Keep apart"), "arrows-split"),
            (TOGETHER, self.tr("Together"), "link-simple"),
            (MEET, self.tr("Meet teacher"), "chalkboard-teacher"),
            (OUT, self.tr("Pull-out"), "door"),
            (CLOSE, self.tr("Close a station"), "x-circle"),
            (CATCH_UP, self.tr("Did not prepare"), "house-simple"),
        ):
            button = Button(self._theme, text, icon, small=True)
            button.clicked.connect(lambda _on=False, wanted=kind: self.wanted.emit(wanted))
            self.add_buttons[kind] = button
            flow.addWidget(button)
        self._adding.addLayout(flow)

    def _space(self) -> None:
        px = self._theme.px
        self._head.setContentsMargins(px(16), px(16), px(16), px(8))
        self._mending_row.setContentsMargins(px(16), px(8), px(16), px(8))
        self._empty.setContentsMargins(px(16), px(8), px(16), 0)
        self._adding.setContentsMargins(px(16), px(9), px(16), px(10))
        self._adding.setSpacing(px(8))
        # Large letters need all the room there is for the rules: what adds one follows them.
        large, mend = self._theme.scale > LARGE, self.tr("Mend with the fewest moves")
        (self._list if large else self._outer).addWidget(self._foot)
        self.mend_button.setText(self.tr("Mend it") if large else mend)
        self.mend_button.setAccessibleName(mend)
