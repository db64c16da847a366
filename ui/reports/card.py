"""A picture with its heading, and its numbers one press away."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.term import TermPicture
from ui.reports.chart import TermChart
from ui.reports.numbers import Numbers, NumbersTable
from ui.reports.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.surface import Surface
from ui.widgets.text import Text


class ReportCard(Surface):
    """Shows the picture until the numbers are asked for."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        remark: str,
        chart: TermChart,
        words: Callable[[TermPicture], str],
        numbers: Callable[[TermPicture], Numbers],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, radius=12, edge="line", parent=parent)
        self._look = theme
        self._words = words
        self._numbers = numbers
        self._term: TermPicture | None = None
        self.chart = chart
        self.table = NumbersTable(theme, title)
        self.table.hide()
        self.turn = Button(theme, tr("Numbers"), "hash", small=True)
        self.turn.setCheckable(True)
        self.turn.setAccessibleName(tr("{title}: numbers", title=title))
        self._remark = Text(theme, remark, "small", "text2")
        self._remark.setWordWrap(True)
        self._head = QHBoxLayout()
        self._titles = QVBoxLayout()
        self._titles.addWidget(Text(theme, title, "title"))
        self._titles.addWidget(self._remark)
        self._head.addLayout(self._titles, 1)
        self._head.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignTop)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self._head)
        self._rows.addWidget(self.chart)
        self._rows.addWidget(self.table)
        self.setAccessibleName(title)
        self.turn.toggled.connect(self._turn)
        self._space()
        theme.changed.connect(self._space)

    def show_term(self, term: TermPicture) -> None:
        """Show a term, as picture or as numbers."""
        self._term = term
        self.chart.show_term(term, self._words(term))
        if self.turn.isChecked():
            self.table.show_numbers(self._numbers(term))

    def _turn(self, numbers: bool) -> None:
        if numbers and self._term is not None:
            self.table.show_numbers(self._numbers(self._term))
        self.chart.setVisible(not numbers)
        self.table.setVisible(numbers)

    def _space(self) -> None:
        px = self._look.px
        self._rows.setContentsMargins(px(16), px(14), px(16), px(16))
        self._rows.setSpacing(px(12))
        self._titles.setSpacing(px(2))
