"""What else can be done with a plan."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.ids import ClassId, LessonId, StudentId
from app.domain.lesson_picture import LessonPicture
from app.domain.lessons import IN_GROUPS, OWN_PATHS
from app.domain.templates import FLIPPED
from ui.plan.rules.panel import CATCH_UP, LOCK
from ui.theme import Theme
from ui.widgets.menu import Menu

K = TypeVar("K")


class Named(NamedTuple, Generic[K]):
    """A choice and what it is called; `chosen` is the one that is shown already."""

    key: K
    text: str
    chosen: bool = False


class PlanChoices(NamedTuple):
    """Templates for a new lesson, classes to share one with, days for a copy, and lessons."""

    templates: Sequence[Named[str]]
    others: Sequence[Named[tuple[ClassId, ...]]]
    days: Sequence[Named[str]]
    lessons: Sequence[Named[LessonId]]


class Deeds(Protocol):
    """What the menu leads to."""

    def shuffle(self) -> None: ...
    def let_all_go(self) -> None: ...
    def choose_mode(self, mode: str) -> None: ...
    def show_wishes(self) -> None: ...
    def show_lesson(self, lesson: LessonId) -> None: ...
    def make_from(self, template: str) -> None: ...
    def make_with(self, others: tuple[ClassId, ...]) -> None: ...
    def copy_to(self, day: str) -> None: ...
    def go_on(self, day: str) -> None: ...
    def new_rule(self, kind: str, students: tuple[StudentId, ...]) -> None: ...


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlanMenu", text)


def plan_menu(
    theme: Theme, parent: QWidget, picture: LessonPicture, deeds: Deeds, choices: PlanChoices
) -> Menu:
    """To be opened with `popup`."""
    menu = Menu(theme, parent)
    pinned = any(path.pins for path in picture.paths)
    shuffle = _tr("Shuffle all but the pinned") if pinned else _tr("Shuffle everyone")
    menu.add(shuffle, deeds.shuffle, "shuffle")
    lock = partial(deeds.new_rule, LOCK, ())
    menu.add(_tr("Lock these, shuffle the rest…"), lock, "lock-simple")
    menu.add(_tr("Let go of all pins"), deeds.let_all_go, "push-pin-slash", enabled=pinned)
    menu.addSeparator()
    menu.add(_tr("What matters first…"), deeds.show_wishes, "sort-ascending")
    mode = picture.lesson.mode
    for key, text in (
        (IN_GROUPS, _tr("Groups move together")),
        (OWN_PATHS, _tr("Everyone has an own path")),
    ):
        menu.add_choice(text, mode == key, partial(deeds.choose_mode, key))
    if picture.lesson.template == FLIPPED:
        unprepared = partial(deeds.new_rule, CATCH_UP, ())
        menu.add(_tr("Who did not prepare…"), unprepared, "house-simple")
    menu.addSeparator()
    if len(choices.lessons) > 1:
        _sub(theme, menu, _tr("Other lessons"), choices.lessons, deeds.show_lesson)
    _sub(theme, menu, _tr("New from a template"), choices.templates, deeds.make_from)
    if choices.others:
        _sub(theme, menu, shared_title(), choices.others, deeds.make_with, "users-three")
    _sub(theme, menu, _tr("The same plan on"), choices.days, deeds.copy_to)
    _sub(theme, menu, _tr("Everyone to the next station on"), choices.days, deeds.go_on)
    return menu


def template_menu(
    theme: Theme,
    parent: QWidget,
    choices: PlanChoices,
    use: Callable[[str], None],
    share: Callable[[tuple[ClassId, ...]], None],
) -> Menu:
    """The templates alone, for a class without a lesson."""
    menu = Menu(theme, parent)
    for one in choices.templates:
        menu.add(one.text, partial(use, one.key))
    if choices.others:
        menu.addSeparator()
        _sub(theme, menu, shared_title(), choices.others, share, "users-three")
    return menu


def shared_title() -> str:
    """What stands above the classes to share a lesson with."""
    return _tr("What I need, together with")


def _sub(
    theme: Theme,
    menu: Menu,
    title: str,
    ones: Sequence[Named[K]],
    use: Callable[[K], None],
    icon: str = "",
) -> None:
    sub = Menu(theme, menu)
    sub.setTitle(title)
    for one in ones:
        if one.chosen:
            sub.add_choice(one.text, True, partial(use, one.key))
        else:
            sub.add(one.text, partial(use, one.key), icon)
    menu.addMenu(sub)
