"""The reports: a term's picture of the class."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import ClassId
from app.domain.term import TermPicture
from app.errors import NotRead
from app.services.term import TermReader
from app.workspace import Kinds
from ui.format import class_title
from ui.progress.legend import Legend
from ui.reports.card import ReportCard
from ui.reports.coverage import CoverageChart
from ui.reports.growth import GrowthChart
from ui.reports.numbers import coverage_numbers, growth_numbers, shares_numbers
from ui.reports.shares import SharesChart
from ui.reports.words import coverage_words, growth_words, shares_words, tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.header import PageHeader
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface
from ui.widgets.text import Text

WEEKS = (6, 12, 24, 40)
AT_FIRST = 12
AGAIN_MS = 1500
"""So long after something was written the weeks are counted again."""


class ReportsPage(QWidget):
    """Counts week by week, so that the window stays alive, and shows what came of it."""

    def __init__(self, theme: Theme, reader: TermReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reader = reader
        self._class_id: ClassId | None = None
        self._steps: Iterator[TermPicture | None] | None = None
        self._done = 0
        self.term: TermPicture | None = None
        self.header = PageHeader(theme, tr("Reports"))
        self.weeks = Dropdown(theme)
        self.weeks.setAccessibleName(tr("How many weeks"))
        self.weeks.set_items([(n, tr("Last {weeks} weeks", weeks=n)) for n in WEEKS])
        self.weeks.set_current(AT_FIRST)
        self.printing = Button(theme, "", "printer")
        self.printing.setAccessibleName(tr("Print"))
        self.printing.setToolTip(tr("Print"))
        self.printing.setEnabled(False)
        self.counting = Text(theme, "", "body", "text2")
        self.legend = Legend(theme, plain=True)
        self.cards = self._cards()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._lay_out()
        self._restyle()
        self._turn.timeout.connect(self._step)
        self._again.timeout.connect(self._begin)
        self.weeks.picked.connect(lambda _weeks: self._begin())
        theme.changed.connect(self._restyle)

    def show_class(self, class_id: ClassId) -> None:
        """Show a class as it is now."""
        self._class_id = class_id
        self._begin()

    def on_changed(self, _kinds: Kinds) -> None:
        """Count again, when nothing more is written for a moment."""
        if self._class_id is not None:
            self._again.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._turn.stop()
        self._again.stop()
        self._steps = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring in sight what the keyboard comes to; Qt does so only within a scrolled area."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._scroll.ensureWidgetVisible(watched, 0, self._theme.px(24))
        return False

    def _begin(self) -> None:
        if self._class_id is None:
            return
        weeks = self.weeks.current()
        self._again.stop()
        self._done = 0
        self._steps = self._reader.steps(self._class_id, int(str(weeks)))
        self._turn.start()

    def _step(self) -> None:
        """One week; the next one after whatever else waits."""
        if self._steps is None:
            return
        try:
            found = next(self._steps)
        except NotRead:
            self._steps = None  # the disk does not answer: what was counted before is still shown
            return
        if found is None:
            self._done += 1
            self.counting.setText(
                tr("Counting… {done} of {all} weeks", done=self._done, all=self.weeks.current())
            )
            self._turn.start()
        else:
            self._steps = None
            self._show(found)

    def _show(self, term: TermPicture) -> None:
        self.term = term
        anyone = bool(term.coverage)
        self.printing.setEnabled(anyone)
        self.counting.setText(tr("No students yet. Paste your class list."))
        self.counting.setVisible(not anyone)
        self.header.set_title(tr("Reports"), class_title(term.class_name))
        self.legend.set_levels(term.levels)
        self.legend.setVisible(anyone)
        for card in self.cards:
            card.setVisible(anyone)
            card.show_term(term)

    def _cards(self) -> tuple[ReportCard, ...]:
        theme = self._theme
        growth = tr("Growth, strand by strand")
        coverage, fair = tr("Who was seen when"), tr("Who had how much")
        return (
            ReportCard(
                theme,
                growth,
                tr("Share of students and skills at each level when each week was over"),
                GrowthChart(theme, growth),
                growth_words,
                growth_numbers,
            ),
            ReportCard(
                theme,
                coverage,
                tr("Days with an observation; at the end, of the days each student was here"),
                CoverageChart(theme, coverage),
                coverage_words,
                coverage_numbers,
            ),
            ReportCard(
                theme,
                fair,
                tr("Minutes at tables led by you, and first choices that came true"),
                SharesChart(theme, fair),
                shares_words,
                shares_numbers,
            ),
        )

    def _lay_out(self) -> None:
        self.header.add_widget(self.weeks)
        self.header.add_widget(self.printing)
        body = Surface(self._theme, "canvas")
        self._column = QVBoxLayout(body)
        self._column.addWidget(self.counting)
        self._column.addWidget(self.legend)
        self.legend.hide()
        for card in self.cards:
            self._column.addWidget(card)
            card.hide()
            for stop in (card.turn, card.table):
                stop.installEventFilter(self)
        self._column.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        self._scroll = Scroll(self._theme, body)
        rows.addWidget(self._scroll, 1)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(20), px(14), px(20), px(20))
        self._column.setSpacing(px(14))
