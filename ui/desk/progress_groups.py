"""From the progress page to the next lesson: who is picked must meet the teacher there."""

from typing import Protocol

from PySide6.QtCore import QObject

from app.errors import ClassroomError
from app.services.suggestions import SuggestionService
from ui.problems import problem
from ui.progress.page import ProgressPage
from ui.progress.picked import Picked


class Asked(Protocol):
    """What it needs of the desk."""

    def say(self, text: str) -> None: ...


class ProgressGroups(QObject):
    """Adds groups to the next lesson; what went well is told with its undo, as every write is."""

    def __init__(self, desk: Asked, page: ProgressPage, service: SuggestionService) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._service = service
        page.panel.suggested.suggest_with(service)
        page.choosing.mark_with(service.marked)
        page.panel.suggested.refused.connect(desk.say)
        page.group_wanted.connect(self._plan)

    def _plan(self, found: Picked) -> None:
        class_id = self._page.class_id
        if class_id is None:
            return
        try:
            self._service.plan_group(class_id, found.students, found.skill_id, found.skill)
        except ClassroomError as error:
            self._desk.say(problem(error))
        else:
            self._page.heat.picking.clear()
