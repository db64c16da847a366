"""The pages about weeks and years: when classes are taught, a term, and what is kept of a year."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ui.desk.main_window import PageEntry

if TYPE_CHECKING:
    from ui.desk.pages import Errands


def year_page(desk: "Errands") -> PageEntry:
    """The end of a school year: what is kept of whom."""
    from app.services.classes import ClassService  # not at the start
    from app.services.erasing import ErasingService  # not at the start
    from app.services.retention import RetentionService  # not at the start
    from ui.retention.page import YearPage  # not at the start

    opened, room = desk.opened, desk.room
    erasing = ErasingService(room, desk.care.notes.count)
    service = RetentionService(room.store, ClassService(room), erasing, room.clock)
    page = YearPage(
        desk.theme,
        service,
        lambda: opened.erasure,
        opened.must_write,
        desk.tasks,
        lambda: desk.dialogs,
        room.clock,
    )
    page.closed.connect(lambda: desk.go("settings"))
    return PageEntry(page, page.begin, lambda _kinds: None)


def reports_page(desk: "Errands") -> PageEntry:
    """A term's picture of the class."""
    from app.services.term import TermReader  # not at the start
    from ui.paper.reports import ReportsPapers  # not at the start
    from ui.reports.page import ReportsPage  # not at the start

    room = desk.room
    page = ReportsPage(desk.theme, TermReader(room.store, room.evidence, room.clock))
    ReportsPapers(desk, page)

    def shown() -> None:
        if desk.class_id is not None:
            page.show_class(desk.class_id)

    return PageEntry(page, shown, page.on_changed)


def times_page(desk: "Errands") -> PageEntry:
    """When which class is taught."""
    from app.services.classes import ClassService  # not at the start
    from app.services.timetable import TimetableService  # not at the start
    from ui.times.page import TimesPage  # not at the start

    room = desk.room
    page = TimesPage(desk.theme, TimetableService(room), ClassService(room))
    page.closed.connect(lambda: desk.go("class"))
    return PageEntry(page, lambda: page.begin(desk.class_id), page.on_changed)


PAGES: "Mapping[str, Callable[[Errands], PageEntry]]" = {
    "year": year_page,
    "times": times_page,
    "reports": reports_page,
}
