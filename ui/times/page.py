"""The school's timetable: when which class is taught."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.changes import Entity
from app.domain.classes import SchoolClass
from app.domain.ids import ClassId
from app.domain.timetable import Period, Slot, SpecialDay, Timetable
from app.services.classes import ClassService
from app.services.timetable import TimetableService
from ui.theme import Theme
from ui.times.cycle_part import CyclePart
from ui.times.periods_tab import PeriodsTab
from ui.times.special_part import SpecialPart
from ui.times.week_tab import WeekTab
from ui.times.words import tr
from ui.widgets.button import Button
from ui.widgets.header import PageHeader
from ui.widgets.note import Note
from ui.widgets.scroll import Scroll
from ui.widgets.segmented import Segmented

SHOWN = frozenset[type[Entity]]({SchoolClass, Timetable, Period, Slot, SpecialDay})
TABS = ("week", "periods", "days")
WIDEST = 1100


class TimesPage(QWidget):
    """The week to fill in, the periods, and the days; `closed` leads back."""

    closed = Signal()

    def __init__(self, theme: Theme, times: TimetableService, classes: ClassService) -> None:
        super().__init__()
        self._theme = theme
        self._times = times
        self._classes = classes
        self._begun = False
        self.header = PageHeader(theme, tr("Timetable"))
        self.done_button = Button(theme, tr("Done"), "check")
        self.tabs = Segmented(theme)
        self.note = Note(theme)
        self.week = WeekTab(theme, times)
        self.periods = PeriodsTab(theme, times)
        self.cycle = CyclePart(theme, times)
        self.special = SpecialPart(theme, times)
        self._pages = QStackedWidget()
        self._body = QVBoxLayout()
        self._days = QVBoxLayout()
        self._build()
        self._connect()
        theme.changed.connect(self._space)
        self._space()

    def begin(self, class_id: ClassId | None) -> None:
        """Show it all, with a class ready to be put in; at first, where something is missing."""
        self._show()
        self.week.choose_class(class_id)
        if not self._begun:
            self._begun = True
            self.show_tab("week" if self._times.calendar().periods else "periods")

    def show_tab(self, key: str) -> None:
        """Open a tab: one of `TABS`."""
        self.tabs.set_current(key)
        self._pages.setCurrentIndex(TABS.index(key))
        self._complain("")

    def on_changed(self, kinds: frozenset[type[Entity]]) -> None:
        """Something was written: draw again what this page shows of it."""
        if kinds & SHOWN:
            self._show()

    def _show(self) -> None:
        calendar = self._times.calendar()
        self.week.show_calendar(calendar, self._classes.classes())
        self.periods.show_calendar(calendar)
        self.cycle.show_calendar(calendar)
        self.special.show_calendar(calendar)

    def _complain(self, text: str) -> None:
        self.note.set_note("", text)
        self.note.setVisible(bool(text))

    def _connect(self) -> None:
        self.done_button.clicked.connect(lambda _on: self.closed.emit())
        self.tabs.picked.connect(lambda key: self.show_tab(str(key)))
        self.week.periods_wanted.connect(lambda: self.show_tab("periods"))
        self.periods.refused.connect(self._complain)
        self.special.refused.connect(self._complain)

    def _build(self) -> None:
        self.tabs.set_items(
            (
                ("week", tr("Week"), None, "calendar-dots"),
                ("periods", tr("Periods"), None, "clock"),
                ("days", tr("Days"), None, "calendar"),
            )
        )
        self.header.add_widget(self.done_button)
        inner = QWidget()
        inner.setLayout(self._days)
        self._days.setContentsMargins(0, 0, 0, 0)
        self._days.addWidget(self.cycle)
        self._days.addWidget(self.special)
        self._days.addStretch(1)
        for page in (self.week, self.periods, Scroll(self._theme, inner)):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._body, 1)
        for part in (self.tabs, self.note):
            self._body.addWidget(part)
        self._body.addWidget(self._pages, 1)
        self.note.hide()

    def _space(self) -> None:
        px = self._theme.px
        self._body.setContentsMargins(px(20), px(14), px(20), px(16))
        self._body.setSpacing(px(14))
        self._days.setSpacing(px(16))
        self._pages.setMaximumWidth(px(WIDEST))
        self._pages.setMinimumSize(px(240), px(160))
