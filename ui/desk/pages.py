"""Which pages there are besides the lesson, and what each needs.

Each is imported when it is first shown, so that the start pays for one page alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, SignalInstance

from app.classroom import Classroom
from app.domain.ids import ClassId, LessonId, StudentId
from app.settings import Settings
from ui.bootstrap import OpenProfile
from ui.desk.lists import Lists
from ui.desk.main_window import MainWindow, PageEntry
from ui.dialogs import Dialogs
from ui.tasks import Tasks
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.backups.keeping import Keeping
    from ui.lock.locksmith import Locksmith
    from ui.sound.sound import Sound
    from ui.upkeep.care import Care


class Errands(Protocol):
    """What pages may ask of the desk."""

    @property
    def room(self) -> Classroom: ...
    @property
    def theme(self) -> Theme: ...
    @property
    def tasks(self) -> Tasks: ...
    @property
    def dialogs(self) -> Dialogs: ...
    @property
    def settings(self) -> Settings: ...
    @property
    def secure(self) -> "Locksmith | None": ...
    @property
    def care(self) -> "Care": ...
    @property
    def sound(self) -> "Sound | None": ...
    @property
    def keeping(self) -> "Keeping": ...
    @property
    def class_id(self) -> ClassId | None: ...
    @property
    def lists(self) -> Lists: ...
    @property
    def folder(self) -> str: ...

    @property
    def opened(self) -> OpenProfile: ...

    @property
    def student_wanted(self) -> SignalInstance: ...
    @property
    def stopping(self) -> SignalInstance: ...
    @property
    def seen_wanted(self) -> SignalInstance: ...
    @property
    def class_looks(self) -> SignalInstance: ...

    def go(self, key: str) -> None: ...
    def show_class(self, class_id: ClassId) -> None: ...
    def teach(self, lesson_id: LessonId) -> None: ...
    def observe(self, student_id: StudentId) -> None: ...
    def show_student(self, student_id: StudentId) -> None: ...
    def undo(self) -> None: ...
    def say(self, text: str, icon: str = ...) -> None: ...
    def done(self, text: str) -> None: ...
    def choose(self, settings: Settings) -> None: ...
    def try_demo(self) -> None: ...
    def save_backup(self) -> None: ...
    def mend(self) -> None: ...
    def open_backup(self) -> None: ...


def welcome_page(desk: Errands) -> PageEntry:
    from ui.welcome.welcome_page import WelcomePage  # not at the start

    page = WelcomePage(desk.theme)
    page.demo_wanted.connect(desk.try_demo)
    page.pasted.connect(desk.lists.bring)
    page.file_wanted.connect(desk.lists.choose_file)
    page.backup_wanted.connect(desk.open_backup)
    page.text_scale_picked.connect(
        lambda scale: desk.choose(replace(desk.settings, text_scale=scale))
    )
    return PageEntry(page, lambda: None, lambda _kinds: None)


def settings_page(desk: Errands) -> PageEntry:
    from ui.settings.joined import joined  # not at the start

    return joined(desk)


def _of_class(key: str) -> Callable[[Errands], PageEntry]:
    """One of the pages about a class."""

    def made(desk: Errands) -> PageEntry:
        from ui.desk.class_pages import PAGES as OF_CLASS  # not at the start

        return OF_CLASS[key](desk)

    return made


def _rare(key: str) -> Callable[[Errands], PageEntry]:
    """One of the pages that are seldom opened."""

    def made(desk: Errands) -> PageEntry:
        from ui.desk.year_pages import PAGES as RARE  # not at the start

        return RARE[key](desk)

    return made


def put_on_rail(window: MainWindow, is_demo: bool) -> None:
    """The places of the rail, and their keys."""
    tr = partial(QCoreApplication.translate, "Desk")
    rail = [
        ("live", tr("Live"), "play-circle"),
        ("plan", tr("Plan"), "calendar-dots"),
        ("progress", tr("Progress"), "chart-bar"),
        ("class", tr("Class"), "users-three"),
        ("reports", tr("Reports"), "file-text"),
    ]
    leave = [("own", tr("Leave"), "sign-out")] if is_demo else []
    window.rail.set_items(
        rail,
        [
            *leave,
            ("find", tr("Find"), "magnifying-glass"),
            ("lock", tr("Lock"), "lock-simple"),
            ("settings", tr("Settings"), "gear"),
        ],
        deeds=("own", "find", "lock"),
    )
    window.set_page_keys(("live", "plan", "progress", "class", "reports", "settings"))


PAGES: Mapping[str, Callable[[Errands], PageEntry]] = {
    "plan": _of_class("plan"),
    "progress": _of_class("progress"),
    "class": _of_class("class"),
    "import": _of_class("import"),
    "welcome": welcome_page,
    "settings": settings_page,
    "year": _rare("year"),
    "times": _rare("times"),
    "reports": _rare("reports"),
}
