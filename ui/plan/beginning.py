"""How a class without a lesson gets one."""

import random
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.domain.ids import ClassId
from ui.format import class_title
from ui.plan import plan_words as words
from ui.plan.menus import PlanMenus
from ui.plan.no_lesson import NoLesson
from ui.plan.services import PlanServices


class Beginning(QObject):
    """Joins the empty page to the services.

    `begun` says that there is a lesson now, and whether it is the one before again.
    """

    begun = Signal(bool)
    import_wanted = Signal()
    stations_wanted = Signal()

    def __init__(
        self,
        empty: NoLesson,
        services: PlanServices,
        rng: random.Random,
        menus: PlanMenus,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._empty = empty
        self._services = services
        self._rng = rng
        self._class_id: ClassId | None = None
        empty.plan_wanted.connect(self._plan)
        empty.same_again_wanted.connect(self._same_again)
        empty.template_wanted.connect(lambda: self._open_templates(menus))
        empty.import_wanted.connect(self.import_wanted)
        empty.stations_wanted.connect(self.stations_wanted)

    def show_class(self, class_id: ClassId) -> str:
        """Say what the class needs first; returns which class and day it is about."""
        self._class_id = class_id
        lessons, classes = self._services.lessons, self._services.classes
        today = lessons.today()
        if not classes.students(class_id):
            self._empty.ask_for_students()
        elif not self._services.stations.stations(class_id):
            self._empty.ask_for_stations()
        else:
            last = lessons.last(class_id)
            now = date.fromisoformat(today)
            self._empty.ask_for_lesson(words.last_lesson(last.day, now) if last else "")
        return f"{class_title(classes.school_class(class_id).name)} · {words.day(today)}"

    def _plan(self) -> None:
        if self._class_id is not None:
            self._services.lessons.create(self._class_id, self._rng)
            self.begun.emit(False)

    def _same_again(self) -> None:
        if self._class_id is not None:
            self._services.lessons.same_again(self._class_id, self._rng)
            self.begun.emit(True)

    def _open_templates(self, menus: PlanMenus) -> None:
        if self._class_id is not None:
            menus.open_templates(self._empty.template_button, self._class_id, self.make_from)

    def make_from(self, template: str, others: tuple[ClassId, ...] = ()) -> None:
        """A lesson from a template, shared with these other classes."""
        if self._class_id is not None:
            self._services.templates.make(self._class_id, template, self._rng, others)
            self.begun.emit(False)
