"""The lines of a student's menu about leaving the room today."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from app.domain.ids import StudentId
from app.domain.live import LiveScene
from app.domain.outings import Outing
from app.errors import ClassroomError
from app.ports import Clock
from app.services.pull_outs import PullOutService, When
from ui.live.here.words import call_off, some_names
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.menu import Menu


class GoingOut:
    """Calls outings off, lets them take place after all, and writes down one for today."""

    def __init__(
        self,
        theme: Theme,
        page: QWidget,
        pull_outs: PullOutService,
        clock: Clock,
        scene: Callable[[], LiveScene | None],
        spot: Callable[[], QPoint],
    ) -> None:
        self._theme = theme
        self._page = page
        self._pull_outs = pull_outs
        self._clock = clock
        self._scene = scene
        self._spot = spot

    def add_to(self, menu: Menu, students: Sequence[StudentId]) -> None:
        """What there is to call off, and the way to write one down."""
        scene = self._scene()
        if scene is None:
            return
        if len(students) == 1:
            now = self._clock.now_ms()
            for outing in scene.record.outings:
                if outing.student_id == students[0] and outing.ends_at > now:
                    menu.add(call_off(outing), partial(self._turn, outing), "door")
        menu.add(tr("Out later today…"), lambda: self.ask(students), "door-open")

    def ask(self, students: Sequence[StudentId]) -> None:
        """Ask from when to when, and why, where the menu was."""
        scene = self._scene()
        if scene is None:
            return
        from ui.live.here.out_today import OutToday  # nothing is open at the start

        now = self._clock.local(self._clock.now_ms())
        who = some_names([scene.names[student] for student in students])
        popover = OutToday(self._theme, who, now.date(), now.hour * 60 + now.minute, self._page)

        def keep(when: When) -> None:
            try:
                self._pull_outs.add(scene.school_class.id, students, when)
            except ClassroomError as error:
                from ui.problems import problem  # nothing has gone wrong at the start

                popover.complain(problem(error))
            else:
                popover.close()

        popover.said.connect(keep)
        popover.open_at(self._spot())

    def _turn(self, outing: Outing) -> None:
        if outing.cancelled:
            self._pull_outs.restore(outing)
        else:
            self._pull_outs.cancel([outing])
