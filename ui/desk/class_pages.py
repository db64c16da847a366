"""The pages about a class: its lessons to come, its progress, who and what is in it, its list."""

import random
from collections.abc import Callable, Mapping
from pathlib import Path

from app.domain.changes import Entity
from app.domain.ids import ClassId
from ui.bootstrap import roster_reader
from ui.desk.main_window import PageEntry
from ui.desk.pages import Errands


def _of_class(desk: Errands, show: Callable[[ClassId], None]) -> Callable[[], None]:
    """Show the desk's class, if there is one."""

    def shown() -> None:
        if desk.class_id is not None:
            show(desk.class_id)

    return shown


def plan_page(desk: Errands) -> PageEntry:
    """The lesson to come."""
    from app.services.classes import ClassService  # not at the start
    from app.services.lessons import LessonService  # not at the start
    from app.services.outings import OutingReader  # not at the start
    from app.services.plans.service import PlanningService  # not at the start
    from app.services.plans.templates import TemplateService  # not at the start
    from app.services.pull_outs import PullOutService  # not at the start
    from app.services.stations import StationService  # not at the start
    from ui.child.process import Child  # not at the start
    from ui.paper.substitute import SheetLink  # not at the start
    from ui.plan.plan_page import PlanPage  # not at the start
    from ui.plan.services import PlanServices  # not at the start

    room = desk.room
    services = PlanServices(
        LessonService(room),
        ClassService(room),
        StationService(room),
        PlanningService(room),
        TemplateService(room),
        PullOutService(room),
        OutingReader(room.store, room.clock),
    )
    page = PlanPage(desk.theme, services, random.Random(), desk.tasks, Child)
    desk.stopping.connect(page.planner.forget)
    page.lesson_wanted.connect(desk.teach)
    page.import_wanted.connect(desk.lists.bring)
    page.stations_wanted.connect(lambda: desk.go("class"))
    page.live_wanted.connect(lambda: desk.go("live"))
    sheets = SheetLink(desk, page)
    page.panel.substitute.paper_wanted.connect(sheets.put)
    page.panel.substitute.pdf_wanted.connect(sheets.save)
    return PageEntry(page, _of_class(desk, page.show_class), page.on_changed)


def progress_page(desk: Errands) -> PageEntry:
    """All students and all skills."""
    from app.services.goals import GoalService  # not at the start
    from app.services.progress import ProgressService  # not at the start
    from app.services.putting_back import PuttingBack  # not at the start
    from app.services.suggestions import SuggestionService  # not at the start
    from ui.desk.boxes import show_observation, show_photo, show_records  # not at the start
    from ui.desk.drawer import join_drawer  # not at the start
    from ui.desk.progress_groups import ProgressGroups  # not at the start
    from ui.paper.progress import ProgressPapers  # not at the start
    from ui.paper.student import StudentPapers  # not at the start
    from ui.progress.page import ProgressPage  # not at the start

    room = desk.room
    progress = ProgressService(room.store, room.evidence, room.clock, lambda: room.workspace.told)
    page = ProgressPage(desk.theme, progress, GoalService(room), room.clock)
    ProgressPapers(desk, page)
    StudentPapers(desk, page.drawer, progress)
    page.observe_wanted.connect(desk.observe)
    desk.student_wanted.connect(page.open_student)
    desk.seen_wanted.connect(page.drawer.show_seen)
    page.class_wanted.connect(lambda: desk.go("class"))
    page.drawer.records_wanted.connect(lambda own: show_records(desk, page, own))
    page.drawer.photo_wanted.connect(lambda own: show_photo(desk, page, own))
    page.drawer.seen_wanted.connect(lambda own: show_observation(desk, page, own))
    page.drawer.mend_with(PuttingBack(room, desk.opened.flips))
    join_drawer(desk, page.drawer)
    groups = SuggestionService(room)
    ProgressGroups(desk, page, groups)

    def changed(kinds: frozenset[type[Entity]]) -> None:
        page.on_changed(kinds)
        page.panel.suggested.on_changed(kinds)

    return PageEntry(page, _of_class(desk, page.show_class), changed)


def class_page(desk: Errands) -> PageEntry:
    """Students, stations, skills, rules."""
    from app.services.adult_time import AdultTimeReader  # not at the start
    from app.services.adults import AdultService  # not at the start
    from app.services.classes import ClassService  # not at the start
    from app.services.frameworks import FrameworkService  # not at the start
    from app.services.pull_outs import PullOutService  # not at the start
    from app.services.start import StartService  # not at the start
    from app.services.stations import StationService  # not at the start
    from app.services.tags import TagService  # not at the start
    from ui.classes.class_page import ClassPage  # not at the start
    from ui.desk.boxes import show_records  # not at the start
    from ui.desk.frameworks import read_frameworks  # not at the start

    room = desk.room
    adults = AdultService(room)
    page = ClassPage(
        desk.theme,
        ClassService(room),
        StationService(room),
        FrameworkService(room),
        TagService(room),
        StartService(room),
        PullOutService(room),
        AdultTimeReader(room.store, room.clock, adults),
    )
    read_frameworks(desk, page.skills)
    page.import_wanted.connect(desk.lists.bring)
    page.class_picked.connect(desk.show_class)
    page.times_button.clicked.connect(lambda _on: desk.go("times"))
    page.students.records_wanted.connect(lambda own: show_records(desk, page, own))
    return PageEntry(page, _of_class(desk, page.show_class), page.on_changed)


def import_page(desk: Errands) -> PageEntry:
    """The page that takes a class list: into the desk's class, or into a new one."""
    from app.services.roster import RosterService  # not at the start
    from ui.importing.page import DONE, ImportPage  # not at the start

    room = desk.room
    roster = RosterService(room)
    reader = roster_reader()
    page = ImportPage(desk.theme, roster, reader, desk.tasks, desk.dialogs, reader.bytes_of)

    def begin() -> None:
        page.open_class(desk.class_id)
        given = desk.lists.take()
        if isinstance(given, Path):
            page.open_file(given)
        elif given:
            page.paste(given)

    def joined(_count: int) -> None:
        if page.work.class_id is not None and desk.class_id is None:
            desk.show_class(page.work.class_id)

    def leave() -> None:
        desk.go("welcome" if desk.class_id is None else "plan" if page.step() == DONE else "class")

    page.added.connect(joined)
    page.closed.connect(leave)
    return PageEntry(page, begin, page.on_changed)


PAGES: Mapping[str, Callable[[Errands], PageEntry]] = {
    "plan": plan_page,
    "progress": progress_page,
    "class": class_page,
    "import": import_page,
}
