"""What can be done with one student, with several, or with everyone at a station."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain import session as did
from app.domain.ids import StationId, StudentId
from app.domain.live import LiveScene
from app.domain.seating import Verdict
from app.domain.stations import Station
from ui.live.carry.notes import note_of
from ui.live.words import counted, tr
from ui.theme import Theme
from ui.widgets.menu import Menu

Students = tuple[StudentId, ...]
Verdicts = Mapping[StationId, Verdict]


@dataclass(frozen=True, slots=True)
class StudentVerbs:
    """What the menu may do; `together` takes a student into the selection, or out of it."""

    move: Callable[[Students, StationId], None]
    swap: Callable[[StudentId, StudentId], None]
    lift: Callable[[StudentId], None]
    together: Callable[[StudentId], None]
    mark: Callable[[Students, str], None]
    away: Callable[[Students], None]
    flag: Callable[[Students], None]
    page: Callable[[StudentId], None]


class StudentMenu(Menu):
    """The menu of a card or of a chip in the tray; of all that are selected with it.

    `ask` gives the verdicts of both stations on a swap of the student with another.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        scene: LiveScene,
        students: Students,
        selected: Students,
        verdicts: Verdicts,
        ask: Callable[[StudentId, StudentId], Verdicts],
        verbs: StudentVerbs,
    ) -> None:
        super().__init__(theme, parent)
        self._look = theme
        self._scene = scene
        self._students = students
        self._selected = selected
        self._ask = ask
        self._verbs = verbs
        add_stations(theme, self, scene, students, verdicts, verbs.move)
        self._add_hands()
        self.addSeparator()
        self._add_attendance()
        self.addSeparator()
        self._add_rest()

    def _add_hands(self) -> None:
        student, verbs = self._students[0], self._verbs
        seated = self._scene.seating.station_of(student) is not None
        if seated and len(self._students) == 1:
            self._add_swaps(student)
        count = len(self._students)
        text = tr("Move…") if count == 1 else counted("Move %n…", "Move %n…", count)
        self.add(text, lambda: verbs.lift(student), "hand-grabbing")
        others = [s for s in self._selected if s != student]
        if seated and others:
            out = student in self._selected
            text = tr("Take out of the selection") if out else tr("Select as well")
            self.add(text, lambda: verbs.together(student), "user-minus" if out else "user-plus")

    def _add_swaps(self, student: StudentId) -> None:
        """Who is where is filled in when it is looked at: there may be sixty."""
        sub = Menu(self._look, self)
        sub.setTitle(tr("Swap with"))
        here = self._scene.seating.station_of(student)
        for station in self._scene.stations:
            others = self._scene.seating.at[station.id]
            if station.id == here or not others:
                continue
            names = Menu(self._look, sub)
            names.setTitle(station.name.replace("&", "&&"))
            names.aboutToShow.connect(partial(self._fill_names, names, student, others))
            sub.addMenu(names)
        if not sub.isEmpty():
            self.addMenu(sub)

    def _fill_names(self, names: Menu, student: StudentId, others: Students) -> None:
        if not names.isEmpty():
            return
        for other in others:
            why, icon = _warning(self._scene, self._ask(student, other))
            text = with_warning(self._scene.names[other], why)
            names.add(text, partial(self._verbs.swap, student, other), icon)

    def _add_attendance(self) -> None:
        students, verbs = self._students, self._verbs
        out = self._scene.seating.out
        states = {out[s].state if s in out else did.PRESENT for s in students}
        for text, key in (
            (tr("Here"), did.PRESENT),
            (tr("Absent"), did.ABSENT),
            (tr("Late"), did.LATE),
        ):
            self.add_choice(text, states == {key}, partial(verbs.mark, students, key))
        self.add_choice(tr("Away until…"), states == {did.AWAY}, partial(verbs.away, students))

    def _add_rest(self) -> None:
        students, verbs = self._students, self._verbs
        flagged = {s.id for s in self._scene.students if s.flag}
        text = tr("Take flag off") if flagged.issuperset(students) else tr("Flag")
        self.add(text, partial(verbs.flag, students), "flag")
        if len(students) == 1:
            self.add(tr("Student page"), lambda: verbs.page(students[0]), "student")


def add_stations(
    theme: Theme,
    menu: Menu,
    scene: LiveScene,
    students: Students,
    verdicts: Verdicts,
    move: Callable[[Students, StationId], None],
) -> None:
    """The stations to move to, each with how many are there and what it has against it."""
    sub = Menu(theme, menu)
    sub.setTitle(tr("Move to") if len(students) == 1 else _move_to(len(students)))
    for station in scene.stations:
        there = set(students) <= set(scene.seating.at[station.id])
        seated, room = len(scene.seating.at[station.id]), station.room
        text = tr("{station}  {seated}/{room}", station=station.name, seated=seated, room=room)
        why, icon = ("", "check") if there else _warning(scene, {station.id: verdicts[station.id]})
        action = sub.add(with_warning(text, why), partial(move, students, station.id), icon)
        action.setCheckable(True)
        action.setChecked(there)
    menu.addMenu(sub)


def add_swaps_of_all(
    theme: Theme,
    menu: Menu,
    scene: LiveScene,
    here: Station,
    ask: Callable[[Sequence[StudentId], Sequence[StudentId]], Verdicts],
    swap: Callable[[Station, Station], None],
) -> None:
    """The stations whose students may all change places with all that are here."""
    sub = Menu(theme, menu)
    sub.setTitle(tr("Swap all with"))
    ones = scene.seating.at[here.id]
    for station in scene.stations:
        others = scene.seating.at[station.id]
        if station.id != here.id and others:
            why, icon = _warning(scene, ask(ones, others))
            sub.add(with_warning(station.name, why), partial(swap, here, station), icon)
    if not sub.isEmpty():
        menu.addMenu(sub)


def with_warning(text: str, why: str) -> str:
    """A line of a menu, and what speaks against it."""
    return tr("{line} · {warning}", line=text, warning=why) if why else text


def _warning(scene: LiveScene, verdicts: Verdicts) -> tuple[str, str]:
    """What speaks against it in short, and the icon of that; the physical comes first."""
    stations = {station.id: station for station in scene.stations}
    notes = [note_of(stations[key], verdict, scene.names) for key, verdict in verdicts.items()]
    found = sorted((n for n in notes if n is not None), key=lambda note: not note.physical)
    return (found[0].title, found[0].icon) if found else ("", "")


def _move_to(count: int) -> str:
    return counted("Move %n to", "Move %n to", count)
