"""The sheet for a substitute, from the plan page to paper."""

from typing import Protocol

from PySide6.QtCore import QObject

from app.classroom import Classroom
from app.services.lessons import LessonService
from app.services.substitute import SubstituteReader
from ui.paper.papers import Asked as PaperAsked
from ui.paper.papers import Papers
from ui.plan.plan_page import PlanPage
from ui.plan.sheet import as_html


class Asked(PaperAsked, Protocol):
    """What it needs of the desk."""

    @property
    def room(self) -> Classroom: ...


class SheetLink(QObject):
    """Makes the sheet of the lesson that the page shows."""

    def __init__(self, desk: Asked, page: PlanPage) -> None:
        super().__init__(page)
        self._page = page
        self._papers = Papers(desk, page)
        room = desk.room
        lessons = LessonService(room)
        self._reader = SubstituteReader(room.store, lessons, room.clock)

    def put(self) -> None:
        """On paper."""
        if self._page.lesson_id is not None:
            self._papers.put(as_html(self._reader.sheet(self._page.lesson_id)))

    def save(self) -> None:
        """As PDF."""
        if self._page.lesson_id is not None:
            sheet = self._reader.sheet(self._page.lesson_id)
            name = self.tr("{name} {day} substitute").format(name=sheet.class_name, day=sheet.day)
            self._papers.save(self.tr("Save the sheet"), name, as_html(sheet))
