"""The timetable page on a school with two classes."""

from datetime import date

import pytest

from app.services.timetable import TimetableService
from tests.fakes.classroom import Classroom
from ui.theme import Theme
from ui.times.page import TimesPage

TODAY = date(2026, 5, 14)


class School:
    """4B is taught Maths and 5C Art; `page` shows the timetable, which is empty at first."""

    def __init__(self, qtbot, theme: Theme, periods: int = 6) -> None:
        self.room = Classroom()
        room = self.room
        self.four_b = room.school_class
        self.five_c = room.classes.create("5C", "Art")
        self.times = TimetableService(room)
        if periods:
            self.times.lay_out(periods, 510, 50, 10)
        self.page = TimesPage(theme, self.times, room.classes)
        qtbot.addWidget(self.page)
        room.workspace.subscribe(self.page.on_changed)
        self.page.resize(1294, 768)
        self.page.begin(self.four_b.id)
        self.page.show()

    @property
    def calendar(self):
        return self.times.calendar()

    def cell(self, row: int, column: int):
        return self.page.week.grid.cell(row, column)


@pytest.fixture
def school(qtbot, theme) -> School:
    return School(qtbot, theme)
