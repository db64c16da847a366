"""What else can be done with a plan."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.lesson_picture import LessonPicture
from app.domain.lessons import IN_GROUPS, OWN_PATHS
from ui.theme import Theme
from ui.widgets.menu import Menu


class Deeds(Protocol):
    """What the menu leads to."""

    def shuffle(self) -> None: ...
    def let_all_go(self) -> None: ...
    def choose_mode(self, mode: str) -> None: ...
    def show_wishes(self) -> None: ...


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlanMenu", text)


def plan_menu(
    theme: Theme,
    parent: QWidget,
    picture: LessonPicture,
    deeds: Deeds,
) -> Menu:
    """To be opened with `popup`."""
    menu = Menu(theme, parent)
    pinned = any(path.pins for path in picture.paths)
    shuffle = _tr("Shuffle all but the pinned") if pinned else _tr("Shuffle everyone")
    menu.add(shuffle, deeds.shuffle, "shuffle")
    menu.add(_tr("Let go of all pins"), deeds.let_all_go, "push-pin-slash", enabled=pinned)
    menu.addSeparator()
    menu.add(_tr("What matters first …"), deeds.show_wishes, "sort-ascending")
    mode = picture.lesson.mode
    for key, text in (
        (IN_GROUPS, _tr("Groups move together")),
        (OWN_PATHS, _tr("Everyone has an own path")),
    ):
        menu.add_choice(text, mode == key, partial(deeds.choose_mode, key))
    return menu
