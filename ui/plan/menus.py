"""The menus of the plan page, opened where they are asked for."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from app.domain.ids import ClassId, StationId
from app.domain.lesson_picture import LessonPicture
from app.domain.templates import NEED
from ui.plan.choice_words import choices_of
from ui.plan.grid.chip import PlanChip
from ui.plan.grid.chip_menu import cell_menu, chip_menu
from ui.plan.plan_deeds import PlanDeeds
from ui.plan.plan_menu import plan_menu, template_menu
from ui.plan.services import PlanServices
from ui.theme import Theme


class PlanMenus:
    """Opens menus over `page`; `shown` gives what is drawn, None for no lesson."""

    def __init__(
        self,
        theme: Theme,
        page: QWidget,
        services: PlanServices,
        deeds: PlanDeeds,
        shown: Callable[[], LessonPicture | None],
    ) -> None:
        self._theme = theme
        self._page = page
        self._services = services
        self._lessons = services.lessons
        self._deeds = deeds
        self._shown = shown

    def open_more(self, button: QWidget) -> None:
        """What else can be done with the plan."""
        if (shown := self._shown()) is not None:
            today = date.fromisoformat(self._lessons.today())
            coming = self._lessons.coming(shown.lesson.class_id)
            others = self._services.others_of(shown.lesson.class_id)
            choices = choices_of(shown.lesson.id, coming, others, today)
            menu = plan_menu(self._theme, self._page, shown, self._deeds, choices)
            menu.popup(_below(button))

    def open_templates(
        self,
        button: QWidget,
        class_id: ClassId,
        use: Callable[[str, tuple[ClassId, ...]], None],
    ) -> None:
        """Templates for a class without a lesson; `use` is told which, and of which guests."""
        today = date.fromisoformat(self._lessons.today())
        choices = choices_of(None, (), self._services.others_of(class_id), today)
        alone, share = partial(_alone, use), partial(use, NEED)
        menu = template_menu(self._theme, self._page, choices, alone, share)
        menu.popup(_below(button))

    def open_chip(self, chip: PlanChip, at: QPoint) -> None:
        """What can be done with a student in a round."""
        if (shown := self._shown()) is not None:
            chip_menu(self._theme, self._page, shown, chip, self._deeds).popup(at)

    def open_cell(self, station: StationId, number: int, at: QPoint) -> None:
        """What can be done with a station in a round."""
        if (shown := self._shown()) is not None:
            menu = cell_menu(self._theme, self._page, shown, station, number, self._deeds)
            menu.popup(at)


def _alone(use: Callable[[str, tuple[ClassId, ...]], None], template: str) -> None:
    use(template, ())


def _below(button: QWidget) -> QPoint:
    return button.mapToGlobal(QPoint(0, button.height()))
