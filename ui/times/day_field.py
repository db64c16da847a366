"""A day within a year from now."""

from calendar import monthrange
from datetime import date

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Theme
from ui.times.words import tr, weekday
from ui.widgets.dropdown import Dropdown
from ui.widgets.stepper import Stepper
from ui.widgets.text import Text

MONTHS = 13


class DayField(QWidget):
    """Day and month, with the weekday beside them; `changed` tells of another day."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._look = theme
        self.number = Stepper(theme, 1, 31)
        self.month = Dropdown(theme)
        self._weekday = Text(theme, "", "small", "text2")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for part in (self.number, self.month, self._weekday):
            self._row.addWidget(part)
        self.number.set_name(tr("{name}: day", name=name))
        self.month.setAccessibleName(tr("{name}: month", name=name))
        self.number.changed.connect(lambda _day: self._tell())
        self.month.picked.connect(lambda _month: self._tell())
        theme.changed.connect(self._space)
        self._space()

    def day(self) -> date:
        """What is chosen."""
        year, month = divmod(int(str(self.month.current())), 12)
        return date(year, month + 1, self.number.value())

    def show_day(self, day: date, today: date) -> None:
        """Choose a day; months from today's on are offered."""
        first = today.year * 12 + today.month - 1
        known = [first + ahead for ahead in range(MONTHS)]
        self.month.set_items((number, _month(number)) for number in known)
        self.month.set_current(day.year * 12 + day.month - 1)
        self.number.set_range(1, monthrange(day.year, day.month)[1])
        self.number.set_value(day.day)
        self._show_weekday()

    def _tell(self) -> None:
        """A shorter month ends sooner."""
        year, month = divmod(int(str(self.month.current())), 12)
        self.number.set_range(1, monthrange(year, month + 1)[1])
        self._show_weekday()
        self.changed.emit()

    def _show_weekday(self) -> None:
        self._weekday.setText(weekday(self.day().isoweekday()))

    def _space(self) -> None:
        self._row.setSpacing(self._look.px(6))
        self._weekday.setMinimumWidth(self._look.px(32))


def _month(number: int) -> str:
    year, month = divmod(number, 12)
    name = QLocale.c().monthName(month + 1, QLocale.FormatType.LongFormat)
    return f"{name} {year}"
