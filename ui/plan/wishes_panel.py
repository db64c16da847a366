"""What matters first where not everything can be had: an order, no numbers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import SkillId
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.form import Form
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface
from ui.widgets.text import Text


class WishRow(Surface):
    """One wish, to be moved up or down."""

    moved = Signal(int)

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, "", ("bottom",))
        self.name = Text(theme, text, "body", weight=500)
        self.name.setWordWrap(True)
        self.up = Button(theme, "", "arrow-up", "quiet", small=True)
        self.down = Button(theme, "", "arrow-down", "quiet", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(6), theme.px(8), theme.px(6))
        row.setSpacing(theme.px(2))
        row.addWidget(self.name, 1)
        for button, step, said in (
            (self.up, -1, self.tr("{wish}: earlier")),
            (self.down, 1, self.tr("{wish}: later")),
        ):
            button.setAccessibleName(said.format(wish=text))
            button.clicked.connect(lambda _on=False, by=step: self.moved.emit(by))
            row.addWidget(button)


class WishesPanel(Form):
    """`ordered` carries the wishes in their new order; `left`: the teacher is done.

    `skill_picked` carries the skill whose levels are looked at, None for that of each station.
    """

    ordered = Signal(object)
    skill_picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, fill="")
        self._order: tuple[str, ...] = ()
        self.rows: dict[str, WishRow] = {}
        self.done_button = Button(theme, self.tr("Done"), "", small=True)
        self.skill = Dropdown(theme)
        self._title = Text(theme, self.tr("What matters first"), "strong")
        said = self.tr("Rules always come first. Where wishes pull apart, the upper one wins.")
        self._about = Text(theme, said, "small", "text2")
        self._words = QVBoxLayout()
        self._list = QVBoxLayout()
        self._levels = QVBoxLayout()
        self._build()
        self._space()
        theme.changed.connect(self._space)

    def show_wishes(self, wishes: Sequence[tuple[str, str]]) -> None:
        """(word, text) in their order."""
        order = tuple(word for word, _ in wishes)
        if set(order) != set(self.rows):
            self._make_rows(wishes)
        self._order = order
        for at, word in enumerate(order):
            row = self.rows[word]
            self._list.insertWidget(at, row)
            row.up.setEnabled(at > 0)
            row.down.setEnabled(at + 1 < len(order))

    def show_skills(
        self, skills: Sequence[tuple[SkillId | None, str]], chosen: SkillId | None
    ) -> None:
        """Offer the skills whose levels may be looked at."""
        self.skill.set_items(skills)
        self.skill.set_current(chosen)

    def _make_rows(self, wishes: Sequence[tuple[str, str]]) -> None:
        for row in self.rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {word: WishRow(self._theme, text) for word, text in wishes}
        for word, row in self.rows.items():
            row.moved.connect(lambda step, own=word: self._move(own, step))

    def _move(self, word: str, step: int) -> None:
        at = self._order.index(word)
        order = [one for one in self._order if one != word]
        order.insert(at + step, word)
        self.ordered.emit(tuple(order))
        row = self.rows[word]
        button = row.up if step < 0 else row.down
        (button if button.isEnabled() else row.down if step < 0 else row.up).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _build(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._words)
        column.addLayout(self._list)
        label = Text(self._theme, self.tr("Levels are looked at for"), "small", "text2")
        self.skill.setAccessibleName(label.text())
        self.skill.picked.connect(self.skill_picked)
        for part in (label, self.skill):
            self._levels.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._levels)
        column.addStretch(1)
        self._list.setSpacing(0)
        self._about.setWordWrap(True)
        self._words.addWidget(self._title)
        self._words.addWidget(self._about)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Scroll(self._theme, inner), 1)
        foot = Surface(self._theme, "surface", ("top",))
        self._foot = QHBoxLayout(foot)
        self._foot.addWidget(self.done_button)
        self._foot.addStretch(1)
        outer.addWidget(foot)
        self.done_button.clicked.connect(lambda _on: self.left.emit())

    def _space(self) -> None:
        px = self._theme.px
        self._words.setContentsMargins(px(16), px(16), px(16), px(8))
        self._words.setSpacing(px(6))
        self._levels.setContentsMargins(px(16), px(16), px(16), px(8))
        self._levels.setSpacing(px(6))
        self._foot.setContentsMargins(px(16), px(10), px(16), px(10))
