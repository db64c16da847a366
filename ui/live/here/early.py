"""Who is done early: the key, the lines of the menu, and what is offered."""

from collections.abc import Callable, Sequence
from functools import partial

from app.domain.early import Offer
from app.domain.ids import StationId, StudentId
from app.domain.live import LiveScene
from app.services.early import EarlyService
from ui.live.words import free_seats, tr
from ui.widgets.menu import Menu

MOST = 2
"""So many stations are offered; the others are under Move to."""


class Early:
    """Marks students as done and offers where they may go."""

    def __init__(
        self,
        early: EarlyService,
        scene: Callable[[], LiveScene | None],
        move: Callable[[Sequence[StudentId], StationId], None],
    ) -> None:
        self._early = early
        self._scene = scene
        self._move = move

    def toggle(self, students: Sequence[StudentId]) -> None:
        """They are done, or at work again; who is not at a station has no work to be done with."""
        scene = self._scene()
        if scene is not None:
            seated = [s for s in students if scene.seating.station_of(s) is not None]
            if seated:
                self._early.toggle(scene, seated)

    def offer(self, scene: LiveScene, student: StudentId) -> Offer:
        """What the student may do next."""
        return self._early.offer(scene, student)

    def add_to(self, menu: Menu, students: Sequence[StudentId]) -> None:
        """The line for it, and where one who is done may go."""
        scene = self._scene()
        if scene is None or any(scene.seating.station_of(s) is None for s in students):
            return
        done = all(scene.finished_early(student) for student in students)
        text = tr("At work again") if done else tr("Done early")
        menu.add(
            text, partial(self.toggle, students), "arrow-u-up-left" if done else "check-circle"
        )
        if not done or len(students) > 1:
            return
        for station, free in self._early.offer(scene, students[0]).stations[:MOST]:
            text = tr("May go to {station}, {seats}", station=station.name, seats=free_seats(free))
            menu.add(text, partial(self._move, students, station.id), "arrow-right")
