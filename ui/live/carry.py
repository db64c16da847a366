"""Carrying a student: from lift to drop, by pointer or by keyboard."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from app.domain import session as did
from app.domain.ids import StationId, StudentId
from app.domain.live import LiveScene
from app.services.moves import MoveService
from ui.live.columns import Columns
from ui.live.marks import Lifted, Target, mark_of, spoken_target, swapping
from ui.live.tray import Tray
from ui.live.words import tr


class Carry(QObject):
    """Knows who is lifted and over which place, shows it, and makes the move on drop.

    The stations are asked once per carry; being moved over another place touches only the
    columns concerned. `changed` says that a carry began or ended.
    """

    changed = Signal()

    def __init__(
        self, columns: Columns, tray: Tray, moves: MoveService, say: Callable[[str], None]
    ) -> None:
        super().__init__(columns)
        self._columns = columns
        self._tray = tray
        self._moves = moves
        self._say = say
        self._scene: LiveScene | None = None
        self._lifted: Lifted | None = None

    @property
    def lifted(self) -> Lifted | None:
        """Who is carried, None when nobody is."""
        return self._lifted

    def show_scene(self, scene: LiveScene | None) -> None:
        """Take a new scene; a carry goes on in it while its student sits where it was lifted."""
        self._scene = scene
        lifted = self._lifted
        if lifted is None:
            return
        # A card that went to another station has lost the pointer that held it.
        if scene is None or scene.seating.station_of(lifted.student) != lifted.origin:
            self.cancel()
            return
        self._lifted = self._ask(scene, lifted.student, lifted.keyed)
        self._show_all()
        self.aim(lifted.target)

    def lift(self, student: StudentId, keyed: bool = False) -> bool:
        """Take a student up; the stations say what they think of it."""
        if self._scene is None or student not in self._scene.names:
            return False
        self.cancel()
        self._lifted = self._ask(self._scene, student, keyed)
        self._show_all()
        hint = "{student} lifted. Press a station's number, or arrows and Enter. Esc cancels."
        says = hint if keyed else "{student} lifted"
        self._say(tr(says, student=self._lifted.name))
        self.changed.emit()
        return True

    def aim(self, target: Target | None) -> None:
        """Be over another place."""
        lifted, scene = self._lifted, self._scene
        if lifted is None or scene is None or target == lifted.target:
            return
        before, self._lifted = lifted.target, lifted._replace(target=target)
        places = {t.station for t in (before, target) if t is not None}
        self._show(place for place in places if place is not None)
        self._show_tray()
        self._say(spoken_target(scene, self._lifted))

    def cancel(self) -> None:
        """Put the student back; nothing has moved."""
        if self._lifted is not None:
            name = self._lifted.name
            self._end()
            self._say(tr("{student} stays", student=name))

    def drop(self, landing: Callable[[], None] | None = None) -> bool:
        """Let go; False when that moves nobody. `landing` puts the card where it falls from."""
        lifted, scene = self._lifted, self._scene
        if lifted is None or scene is None:
            return False
        self._end()
        if landing is not None:
            landing()
        moved = False
        try:
            moved = lifted.target is not None and self._make_move(scene, lifted, lifted.target)
        finally:
            if not moved:
                self._columns.settle()
        return moved

    def _make_move(self, scene: LiveScene, lifted: Lifted, target: Target) -> bool:
        if target.station is None:
            return self._mark_absent(scene, lifted.student)
        other = swapping(lifted)
        if other is not None:
            return self._moves.swap(scene, lifted.student, other)
        station = next(s for s in scene.stations if s.id == target.station)
        return self._moves.move(scene, lifted.student, station)

    def _mark_absent(self, scene: LiveScene, student: StudentId) -> bool:
        if student in scene.seating.out:
            return False
        self._moves.mark(scene, student, did.ABSENT)
        return True

    def _ask(self, scene: LiveScene, student: StudentId, keyed: bool) -> Lifted:
        return Lifted(
            student=student,
            name=scene.names[student],
            origin=scene.seating.station_of(student),
            verdicts=self._moves.verdicts(scene, student),
            keyed=keyed,
        )

    def _end(self) -> None:
        self._lifted = None
        self._show_all()
        self.changed.emit()

    def _show_all(self) -> None:
        self._show(column.station_id for column in self._columns.columns)
        self._show_tray()

    def _show(self, stations: Iterable[StationId]) -> None:
        scene = self._scene
        if scene is None:
            return
        by_id = {station.id: station for station in scene.stations}
        shown = {s: mark_of(scene, by_id[s], self._lifted) for s in stations if s in by_id}
        self._columns.set_marks(shown)

    def _show_tray(self) -> None:
        lifted = self._lifted
        over = lifted is not None and lifted.target is not None and lifted.target.station is None
        text = tr("{student} absent", student=lifted.name) if lifted is not None else ""
        self._tray.set_over(over, text)
        for student, chip in self._tray.chips.items():
            chip.set_ghost(lifted is not None and student == lifted.student)
