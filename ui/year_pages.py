"""The pages about the school year: when classes are taught, and what is kept when it is over."""

from typing import TYPE_CHECKING

from ui.main_window import PageEntry

if TYPE_CHECKING:
    from ui.pages import Errands


def year_page(desk: "Errands") -> PageEntry:
    """The end of a school year: what is kept of whom."""
    from app.services.classes import ClassService  # not at the start
    from app.services.erasing import ErasingService  # not at the start
    from app.services.retention import RetentionService  # not at the start
    from ui.retention.page import YearPage  # not at the start

    opened, room = desk.opened, desk.room
    ports = (room.store, room.workspace, room.ids, room.clock)
    erasing = ErasingService(*ports, desk.care.notes.count)
    service = RetentionService(room.store, ClassService(*ports), erasing, room.clock)
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


def times_page(desk: "Errands") -> PageEntry:
    """When which class is taught."""
    from app.services.classes import ClassService  # not at the start
    from app.services.timetable import TimetableService  # not at the start
    from ui.times.page import TimesPage  # not at the start

    room = desk.room
    ports = (room.store, room.workspace, room.ids, room.clock)
    page = TimesPage(desk.theme, TimetableService(*ports), ClassService(*ports))
    page.closed.connect(lambda: desk.go("class"))
    return PageEntry(page, lambda: page.begin(desk.class_id), page.on_changed)
