"""One student's page on paper."""

from typing import Protocol

from PySide6.QtCore import QObject

from app.classroom import Classroom
from app.domain.classes import SchoolClass
from app.services.progress import ProgressService
from ui.paper.papers import Asked as PaperAsked
from ui.paper.papers import Papers, printing_menu
from ui.student.drawer import StudentDrawer
from ui.student.sheet import as_html
from ui.theme import Theme

LOOKS = 120
"""So many of the newest observations are printed."""


class Asked(PaperAsked, Protocol):
    """What it needs of the desk."""

    @property
    def room(self) -> Classroom: ...
    @property
    def theme(self) -> Theme: ...


class StudentPapers(QObject):
    """Prints whoever the drawer shows, with the skills it shows."""

    def __init__(self, desk: Asked, drawer: StudentDrawer, progress: ProgressService) -> None:
        super().__init__(drawer)
        self._desk = desk
        self._drawer = drawer
        self._progress = progress
        self._papers = Papers(desk, drawer)
        drawer.head.print_wanted.connect(self._ask)

    def put(self) -> None:
        """On paper."""
        if (page := self._page()) is not None:
            self._papers.put(page[1])

    def save(self) -> None:
        """As PDF."""
        if (page := self._page()) is not None:
            self._papers.save(self.tr("Save the student’s page"), *page)

    def _page(self) -> tuple[str, str] | None:
        """A name for the file, and the page; None while nobody is shown."""
        student = self._drawer.student_id
        if student is None:
            return None
        picture = self._progress.student(student, self._drawer.framework)
        timeline = self._progress.timeline(student, limit=LOOKS)
        room = self._desk.room
        school_class = room.store.get(SchoolClass, picture.student.class_id)
        name = school_class.name if school_class is not None else ""
        title = f"{picture.student.name.full} {name}".strip()
        return title, as_html(picture, timeline, name, room.clock)

    def _ask(self) -> None:
        button = self._drawer.head.printing
        menu = printing_menu(self._desk.theme, self._drawer, self.put, self.save)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
