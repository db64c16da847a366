"""What can be done with one student."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain import session as did
from app.domain.ids import StationId, StudentId
from app.domain.live import LiveScene
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.menu import Menu


@dataclass(frozen=True, slots=True)
class StudentVerbs:
    """What the menu may do; each takes the student."""

    move: Callable[[StudentId, StationId], None]
    lift: Callable[[StudentId], None]
    mark: Callable[[StudentId, str], None]
    away: Callable[[StudentId], None]
    flag: Callable[[StudentId], None]
    page: Callable[[StudentId], None]


def student_menu(
    theme: Theme, parent: QWidget, scene: LiveScene, student: StudentId, verbs: StudentVerbs
) -> Menu:
    """The menu of a card or of a chip in the tray."""
    menu = Menu(theme, parent)
    _add_stations(theme, menu, scene, student, verbs)
    menu.add(tr("Move…"), lambda: verbs.lift(student), "hand-grabbing")
    menu.addSeparator()
    _add_attendance(menu, scene, student, verbs)
    menu.addSeparator()
    flagged = any(s.id == student and s.flag for s in scene.students)
    menu.add(tr("Take flag off") if flagged else tr("Flag"), lambda: verbs.flag(student), "flag")
    menu.add(tr("Student page"), lambda: verbs.page(student), "student")
    return menu


def _add_stations(
    theme: Theme, menu: Menu, scene: LiveScene, student: StudentId, verbs: StudentVerbs
) -> None:
    sub = Menu(theme, menu)
    sub.setTitle(tr("Move to"))
    now = scene.seating.station_of(student)
    for station in scene.stations:
        seated, room = len(scene.seating.at[station.id]), station.room
        text = tr("{station}  {seated}/{room}", station=station.name, seated=seated, room=room)
        sub.add_choice(text, station.id == now, partial(verbs.move, student, station.id))
    menu.addMenu(sub)


def _add_attendance(menu: Menu, scene: LiveScene, student: StudentId, verbs: StudentVerbs) -> None:
    word = scene.seating.out.get(student)
    state = word.state if word else did.PRESENT
    for text, key in (
        (tr("Here"), did.PRESENT),
        (tr("Absent"), did.ABSENT),
        (tr("Late"), did.LATE),
    ):
        menu.add_choice(text, key == state, partial(verbs.mark, student, key))
    menu.add_choice(tr("Away until…"), state == did.AWAY, lambda: verbs.away(student))
