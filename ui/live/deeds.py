"""What the teacher does with students on the console."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from app.domain import session as did
from app.domain.ids import StationId, StudentId
from app.domain.live import LiveScene
from app.domain.stations import Station
from app.ports import Clock
from app.services.moves import MoveService
from ui.live.selection import Selection
from ui.live.stations.table_time import TableTime
from ui.live.words import how_many, tr
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.widgets.menu import Menu

MINUTE_MS = 60_000


class Deeds(QObject):
    """Menus, attendance and moves by click, in the scene that is shown.

    `lift_wanted` names who is to be taken up for the keyboard. `flagged` and `page_wanted` name
    the students and the student.
    """

    lift_wanted = Signal(object)
    flagged = Signal(object)
    page_wanted = Signal(object)
    menu_made = Signal(object, object)
    """A menu that others may add to, and the students it is about."""
    group_menu_made = Signal(object, object)
    """The menu of a station, that others may add to, and the station."""

    def __init__(
        self,
        theme: Theme,
        page: QWidget,
        moves: MoveService,
        clock: Clock,
        selection: Selection,
        tables: TableTime,
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._page = page
        self._moves = moves
        self._clock = clock
        self._selection = selection
        self._tables = tables
        self._scene: LiveScene | None = None
        self._spot = QPoint()
        self._menu: Menu | None = None
        self._about: tuple[StudentId, ...] = ()

    def show_scene(self, scene: LiveScene | None) -> None:
        """Take a new scene. An open menu about someone who is not in it goes."""
        self._scene = scene
        gone = scene is None or any(student not in scene.names for student in self._about)
        if self._menu is not None and gone:
            self._menu.close()

    @property
    def spot(self) -> QPoint:
        """Where on the screen a menu was opened last."""
        return self._spot

    @property
    def shown_menu(self) -> "Menu | None":
        """The menu that is open, None when none is."""
        return self._menu

    def menu(self, student: StudentId) -> "Menu | None":
        """The menu of a student and all selected with the student, None without a lesson."""
        scene = self._scene
        if scene is None or student not in scene.names:
            return None
        from ui.live.menus import StudentMenu, StudentVerbs  # nothing is open at the start

        verbs = StudentVerbs(
            move=self.move,
            swap=self.swap,
            lift=self.lift_wanted.emit,
            together=self._selection.toggle,
            mark=self.mark,
            away=self.ask_away,
            flag=self.flagged.emit,
            page=self.page_wanted.emit,
        )
        students = self._selection.with_others(student)
        menu = StudentMenu(
            self._theme,
            self._page,
            scene,
            students,
            self._selection.students,
            self._moves.verdicts(scene, students),
            lambda one, other: self._moves.swap_verdicts(scene, [one], [other]),
            verbs,
        )
        self.menu_made.emit(menu, students)
        return menu

    def group_menu(self, station: StationId) -> "Menu | None":
        """The menu of a station and everyone there, None without a lesson."""
        scene, here = self._scene, self._station(station)
        if scene is None or here is None:
            return None
        from ui.widgets.menu import Menu  # nothing is open at the start

        menu = Menu(self._theme, self._page)
        if scene.seating.at[station]:
            self._add_everyone(menu, scene, here)
        else:
            menu.add(tr("Nobody is here"), lambda: None, "users", enabled=False)
        menu.addSeparator()
        self._tables.add_to(menu, here)
        self.group_menu_made.emit(menu, here)
        return menu

    def _add_everyone(self, menu: "Menu", scene: LiveScene, here: Station) -> None:
        from ui.live.menus import add_stations, add_swaps_of_all  # not for the start

        students = scene.seating.at[here.id]
        verdicts = self._moves.verdicts(scene, students)
        menu.add(tr("Select all"), lambda: self._selection.choose(students), "users")
        add_stations(self._theme, menu, scene, students, verdicts, self.move)
        add_swaps_of_all(
            self._theme,
            menu,
            scene,
            here,
            lambda ones, others: self._moves.swap_verdicts(scene, ones, others),
            self.swap_stations,
        )

    def open_menu(self, student: StudentId, spot: QPoint) -> None:
        """Show the menu of a student at a point of the screen, unless one is open."""
        if self._menu is None:
            self._open(self.menu(student), self._selection.with_others(student), spot)

    def open_group_menu(self, station: StationId, spot: QPoint) -> None:
        """Show the menu of everyone at a station at a point of the screen, unless one is open."""
        if self._menu is None:
            self._open(self.group_menu(station), (), spot)

    def open_stations_menu(self, spot: QPoint) -> None:
        """Show all stations, each with its menu, at a point of the screen: for the keyboard."""
        if self._menu is None and self._scene is not None:
            from ui.widgets.menu import Menu  # nothing is open at the start

            menu = Menu(self._theme, self._page)
            for station in self._scene.stations:
                if (own := self.group_menu(station.id)) is not None:
                    own.setTitle(station.name.replace("&", "&&"))
                    menu.addMenu(own)
            self._open(menu, (), spot)

    def open_table_menu(self, station: StationId, spot: QPoint) -> None:
        """Show how long a table may stay at a point of the screen, unless a menu is open."""
        here = self._station(station)
        if self._menu is None and here is not None:
            from ui.widgets.menu import Menu  # nothing is open at the start

            menu = Menu(self._theme, self._page)
            self._tables.add_lines(menu, here)
            self._open(menu, (), spot)

    def move(self, students: Sequence[StudentId], station: StationId) -> None:
        """Put the students at a station."""
        found = self._station(station)
        if self._scene is not None and found is not None:
            self._moves.move_all(self._scene, students, found)

    def swap(self, one: StudentId, other: StudentId) -> None:
        """Let two students change places."""
        if self._scene is not None:
            self._moves.swap(self._scene, one, other)

    def swap_stations(self, here: Station, there: Station) -> None:
        """Let all at one station change places with all at another."""
        if self._scene is not None:
            self._moves.swap_stations(self._scene, here, there)

    def mark(self, students: Sequence[StudentId], state: str) -> None:
        """Say that the students are here, absent or late; nothing where that is known."""
        if self._scene is None:
            return
        out = self._scene.seating.out
        news = [s for s in students if state != (out[s].state if s in out else did.PRESENT)]
        if news:
            self._moves.mark_all(self._scene, news, state)

    def ask_away(self, students: Sequence[StudentId]) -> None:
        """Ask how long the students are away, where the menu was."""
        if self._scene is None:
            return
        from ui.live.here.away import AwayPopover  # nothing is open at the start

        names, one = self._scene.names, students[0]
        name = names[one] if len(students) == 1 else how_many(len(students))
        popover = AwayPopover(self._theme, one, name, self._page, several=len(students) > 1)
        popover.said.connect(lambda _one, *until: self.mark_away(students, *until))
        popover.open_at(self._spot)

    def mark_away(self, students: Sequence[StudentId], minutes: int, reason: str) -> None:
        """Say that the students are away for so many minutes, or for the rest of the lesson."""
        scene = self._scene
        if scene is None:
            return
        from ui.live.here.away import REST  # at the start nobody is asked

        now = self._clock.now_ms()
        until = now + minutes * MINUTE_MS if minutes != REST else lesson_end(scene, now)
        self._moves.mark_all(scene, students, did.AWAY, reason, until)

    def _station(self, station: StationId) -> Station | None:
        stations = () if self._scene is None else self._scene.stations
        return next((s for s in stations if s.id == station), None)

    def _open(self, menu: "Menu | None", about: tuple[StudentId, ...], spot: QPoint) -> None:
        if menu is not None:
            self._menu, self._about, self._spot = menu, about, spot
            menu.aboutToHide.connect(partial(self._forget, menu))
            menu.popup(spot)

    def _forget(self, menu: "Menu") -> None:
        """It may say more than once that it hides, and by then another may be open."""
        if menu is self._menu:
            self._menu = None
            menu.deleteLater()


def lesson_end(scene: LiveScene, now: int) -> int:
    """When the lesson ends by the clock as it stands."""
    starts = scene.round_starts
    planned = starts[-1] + scene.reading.round_ms if starts else now
    return max(planned, scene.reading.ends_at or 0, now)
