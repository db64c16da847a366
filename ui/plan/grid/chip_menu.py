"""What can be done with a student in a round of the plan, for who does not drag."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from app.domain.ids import StationId, StudentId
from app.domain.lesson_picture import LessonPicture
from app.domain.stations import Station
from ui.plan.grid.chip import PlanChip
from ui.plan.plan_words import cell_hint
from ui.plan.rules.panel import APART, MEET, TOGETHER
from ui.theme import Theme
from ui.widgets.menu import Menu


class Deeds(Protocol):
    """What the menu leads to."""

    def put(self, student: StudentId, number: int, station: StationId) -> None: ...
    def pin(self, student: StudentId, number: int, fixed: bool) -> None: ...
    def pin_all(self, student: StudentId, fixed: bool) -> None: ...
    def choose_first(self, student: StudentId, station: StationId | None) -> None: ...
    def new_rule(self, kind: str, students: tuple[StudentId, ...]) -> None: ...
    def close_station(self, station: StationId, number: int) -> None: ...
    def send_home(self, student: StudentId) -> None: ...
    def open_station(self, station: StationId, number: int) -> None: ...


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChipMenu", text)


def chip_menu(
    theme: Theme, parent: QWidget, picture: LessonPicture, chip: PlanChip, deeds: Deeds
) -> Menu:
    """The menu of a chip, to be opened with `popup`."""
    menu = Menu(theme, parent)
    menu.addMenu(_stations(theme, menu, picture, chip, deeds))
    menu.addSeparator()
    student, number, pinned = chip.student, chip.round, chip.marks.pinned
    text = _tr("Let go of this place") if pinned else _tr("Pin this place")
    icon, key = ("push-pin-slash", "Del") if pinned else ("push-pin", "P")
    menu.add(text, lambda: deeds.pin(student, number, not pinned), icon, QKeySequence(key))
    path = next((p for p in picture.paths if p.student_id == student), None)
    pins = path.pins if path is not None else ()
    if len(pins) < picture.lesson.rounds:
        menu.add(_tr("Pin in every round"), lambda: deeds.pin_all(student, True), "lock-simple")
    if pins:
        menu.add(_tr("Let go in every round"), lambda: deeds.pin_all(student, False), "lock-open")
    menu.addSeparator()
    for kind, said, sign in (
        (APART, _tr("Keep apart from…"), "arrows-split"),
        (TOGETHER, _tr("Keep together with…"), "link-simple"),
        (MEET, _tr("Must meet the teacher…"), "chalkboard-teacher"),
    ):
        menu.add(said, partial(deeds.new_rule, kind, (student,)), sign)
    menu.addMenu(_wishes(theme, menu, picture, student, deeds))
    menu.addSeparator()
    _add_closing(menu, picture, picture.stations[chip.column], number, deeds)
    if student in picture.lesson.guest_ids:
        menu.add(_tr("Guest: goes back to the own class"), lambda: deeds.send_home(student), "user")
    return menu


def cell_menu(
    theme: Theme,
    parent: QWidget,
    picture: LessonPicture,
    station: StationId,
    number: int,
    deeds: Deeds,
) -> Menu:
    """The menu of a station in a round."""
    menu = Menu(theme, parent)
    own = next(one for one in picture.stations if one.id == station)
    _add_closing(menu, picture, own, number, deeds)
    return menu


def _add_closing(
    menu: Menu, picture: LessonPicture, station: Station, number: int, deeds: Deeds
) -> None:
    if station.id in picture.closed_in(number):
        text = _tr("Open {station} in round {n}").format(station=station.name, n=number)
        menu.add(text, partial(deeds.open_station, station.id, number), "check")
        return
    text = _tr("Close {station} in round {n}").format(station=station.name, n=number)
    menu.add(text, partial(deeds.close_station, station.id, number), "x-circle")


def _wishes(
    theme: Theme, menu: Menu, picture: LessonPicture, student: StudentId, deeds: Deeds
) -> Menu:
    """Where the student would like to go."""
    sub = Menu(theme, menu)
    sub.setTitle(_tr("Would like"))
    for station in picture.stations:
        sub.add(station.name, partial(deeds.choose_first, student, station.id), "star")
    sub.addSeparator()
    sub.add(_tr("No wish"), partial(deeds.choose_first, student, None))
    return sub


def _stations(
    theme: Theme, menu: Menu, picture: LessonPicture, chip: PlanChip, deeds: Deeds
) -> Menu:
    """The other stations of the round, each with what speaks against it."""
    sub = Menu(theme, menu)
    sub.setTitle(_tr("Move to"))
    seated = picture.seated(chip.round)
    for column, station in enumerate(picture.stations):
        if column == chip.column:
            continue
        hint = cell_hint(picture, station, chip.round, seated[station.id], chip)
        line = f"{station.name} · {hint}" if hint else station.name
        put = partial(deeds.put, chip.student, chip.round, station.id)
        sub.add(line, put, "warning" if hint else "")
    return sub
