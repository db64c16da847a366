"""What the teacher does with one student on the console."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from app.domain import session as did
from app.domain.ids import StationId, StudentId
from app.domain.live import LiveScene
from app.ports import Clock
from app.services.moves import MoveService
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.widgets.menu import Menu

MINUTE_MS = 60_000


class Deeds(QObject):
    """Menus, attendance and moves by click, in the scene that is shown.

    `lift` takes a student up for the keyboard. `flagged` and `page_wanted` name the student.
    """

    flagged = Signal(object)
    page_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        page: QWidget,
        moves: MoveService,
        clock: Clock,
        lift: Callable[[StudentId], None],
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._page = page
        self._moves = moves
        self._clock = clock
        self._scene: LiveScene | None = None
        self._spot = QPoint()
        self._menu: Menu | None = None
        self._lift = lift

    def show_scene(self, scene: LiveScene | None) -> None:
        """Take a new scene."""
        self._scene = scene

    @property
    def shown_menu(self) -> "Menu | None":
        """The menu that is open, None when none is."""
        return self._menu

    def menu(self, student: StudentId) -> "Menu | None":
        """The menu of a student, None without a lesson."""
        if self._scene is None or student not in self._scene.names:
            return None
        from ui.live.menus import StudentVerbs, student_menu  # nothing is open at the start

        verbs = StudentVerbs(
            move=self.move,
            lift=self._lift,
            mark=self.mark,
            away=self.ask_away,
            flag=self.flagged.emit,
            page=self.page_wanted.emit,
        )
        return student_menu(self._theme, self._page, self._scene, student, verbs)

    def open_menu(self, student: StudentId, spot: QPoint) -> None:
        """Show the menu at a point of the screen, unless one is open."""
        if self._menu is not None:
            return
        self._menu = self.menu(student)
        if self._menu is not None:
            self._spot = spot
            self._menu.aboutToHide.connect(self._forget_menu)
            self._menu.popup(spot)

    def move(self, student: StudentId, station: StationId) -> None:
        """Put the student at a station."""
        if self._scene is None:
            return
        found = next((s for s in self._scene.stations if s.id == station), None)
        if found is not None:
            self._moves.move(self._scene, student, found)

    def mark(self, student: StudentId, state: str) -> None:
        """Say that the student is here, absent or late; nothing when that is known."""
        if self._scene is None:
            return
        word = self._scene.seating.out.get(student)
        if state != (word.state if word else did.PRESENT):
            self._moves.mark(self._scene, student, state)

    def ask_away(self, student: StudentId) -> None:
        """Ask how long the student is away, where the menu was."""
        if self._scene is None:
            return
        from ui.live.away import AwayPopover  # nothing is open at the start

        popover = AwayPopover(self._theme, student, self._scene.names[student], self._page)
        popover.said.connect(self.mark_away)
        popover.open_at(self._spot)

    def mark_away(self, student: StudentId, minutes: int, reason: str) -> None:
        """Say that the student is away for so many minutes, or for the rest of the lesson."""
        scene = self._scene
        if scene is None:
            return
        from ui.live.away import REST  # at the start nobody is asked

        now = self._clock.now_ms()
        until = now + minutes * MINUTE_MS if minutes != REST else lesson_end(scene, now)
        self._moves.mark(scene, student, did.AWAY, reason, until)

    def _forget_menu(self) -> None:
        if self._menu is not None:
            self._menu.deleteLater()
            self._menu = None


def lesson_end(scene: LiveScene, now: int) -> int:
    """When the lesson ends by the clock as it stands."""
    starts = scene.round_starts
    planned = starts[-1] + scene.reading.round_ms if starts else now
    return max(planned, scene.reading.ends_at or 0, now)
