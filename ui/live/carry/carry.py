"""Carrying students: from lift to drop, by pointer or by keyboard."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal

from app.domain import session as did
from app.domain.ids import StationId, StudentId
from app.domain.live import LiveScene
from app.services.moves import MoveService
from ui.live.carry.marks import PLAIN, Lifted, Target, mark_of, spoken_target, swapping
from ui.live.stations.columns import Columns
from ui.live.tray import Tray
from ui.live.words import counted, how_many, tr

KEYED = (
    "{student} lifted. Press a station’s number, 0 for not in the room, or arrows and Enter."
    " Esc cancels."
)


class Carry(QObject):
    """Knows who is lifted and over which place, shows it, and makes the move on drop.

    The stations are asked once per carry; being moved over another place touches only the
    columns concerned. `changed` says that a carry began, ended, or is of fewer students now.
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
        """Take a new scene; a carry goes on in it with those who still are where they were."""
        self._scene = scene
        lifted = self._lifted
        if lifted is None:
            return
        left = () if scene is None else _still_there(scene, lifted)
        # A card that went to another station has lost the pointer that held it.
        if scene is None or lifted.student not in left:
            self._end()
            self._say(tr("Nothing was moved"))
            return
        self._lifted = self._ask(scene, left, lifted.keyed)
        self._show_all()
        self.aim(_still_aimed(scene, lifted.target))
        if left != lifted.students:
            self.changed.emit()

    def lift(self, students: Sequence[StudentId], keyed: bool = False) -> bool:
        """Take students up; the stations say what they think of it."""
        scene = self._scene
        known = () if scene is None else tuple(s for s in students if s in scene.names)
        if scene is None or not known:
            return False
        self.cancel()
        self._lifted = self._ask(scene, known, keyed)
        self._show_all()
        self._say(tr(KEYED if keyed else "{student} lifted", student=self._lifted.name))
        self.changed.emit()
        return True

    def aim(self, target: Target | None) -> None:
        """Be over another place."""
        lifted, scene = self._lifted, self._scene
        if lifted is None or scene is None or target == lifted.target:
            return
        before, self._lifted = lifted, self._aimed(scene, lifted, target)
        self._show(_concerned(before) | _concerned(self._lifted))
        self._show_tray()
        self._say(spoken_target(scene, self._lifted))

    def cancel(self) -> None:
        """Put the students back; nothing has moved."""
        if self._lifted is not None:
            lifted = self._lifted
            self._end()
            self._say_stays(lifted)

    def drop(self, spot: QPoint | None = None) -> bool:
        """Let go; False when that moves nobody. The cards fall from a point of the screen."""
        lifted, scene = self._lifted, self._scene
        if lifted is None or scene is None:
            return False
        self._end()
        if spot is not None:
            self._columns.hold_at(lifted.students, spot)
        moved = False
        try:
            moved = lifted.target is not None and self._make_move(scene, lifted, lifted.target)
        finally:
            if not moved:
                self._columns.settle()
        if moved:
            self._columns.show_card(lifted.student)
        else:
            self._say_stays(lifted)
        return moved

    def _make_move(self, scene: LiveScene, lifted: Lifted, target: Target) -> bool:
        if target.station is None:
            return self._mark_absent(scene, lifted.students)
        other = swapping(lifted)
        if other is not None:
            return self._moves.swap(scene, lifted.student, other)
        station = next(s for s in scene.stations if s.id == target.station)
        return self._moves.move_all(scene, lifted.students, station)

    def _mark_absent(self, scene: LiveScene, students: Sequence[StudentId]) -> bool:
        here = [student for student in students if student not in scene.seating.out]
        if here:
            self._moves.mark_all(scene, here, did.ABSENT)
        return bool(here)

    def _ask(self, scene: LiveScene, students: tuple[StudentId, ...], keyed: bool) -> Lifted:
        several = len(students) > 1
        return Lifted(
            students=students,
            name=how_many(len(students)) if several else scene.names[students[0]],
            origins={student: scene.seating.station_of(student) for student in students},
            verdicts=self._moves.verdicts(scene, students),
            keyed=keyed,
        )

    def _aimed(self, scene: LiveScene, lifted: Lifted, target: Target | None) -> Lifted:
        aimed = lifted._replace(target=target, swaps={})
        other = swapping(aimed)
        if other is None:
            return aimed
        return aimed._replace(swaps=self._moves.swap_verdicts(scene, [aimed.student], [other]))

    def _end(self) -> None:
        self._lifted = None
        self._show_all()
        self.changed.emit()

    def _say_stays(self, lifted: Lifted) -> None:
        count = len(lifted.students)
        several = counted("%n student stays", "%n students stay", count)
        self._say(several if count > 1 else tr("{student} stays", student=lifted.name))

    def _show_all(self) -> None:
        self._show(column.station_id for column in self._columns.columns)
        self._show_tray()

    def _show(self, stations: Iterable[StationId]) -> None:
        scene, lifted = self._scene, self._lifted
        if scene is None or lifted is None:
            self._columns.set_marks(dict.fromkeys(stations, PLAIN))
            return
        by_id = {station.id: station for station in scene.stations}
        shown = {s: mark_of(scene, by_id[s], lifted) for s in stations if s in by_id}
        self._columns.set_marks(shown)

    def _show_tray(self) -> None:
        lifted = self._lifted
        over = lifted is not None and lifted.target is not None and lifted.target.station is None
        text = tr("{student} absent", student=lifted.name) if lifted is not None else ""
        self._tray.set_over(over, text)
        for student, chip in self._tray.chips.items():
            chip.set_ghost(lifted is not None and student in lifted.students)


def _still_there(scene: LiveScene, lifted: Lifted) -> tuple[StudentId, ...]:
    """Those who are carried and neither went away nor to another station meanwhile."""
    return tuple(
        student
        for student in lifted.students
        if student in scene.names and scene.seating.station_of(student) == lifted.origins[student]
    )


def _still_aimed(scene: LiveScene, target: Target | None) -> Target | None:
    """The same place; without the student who sat there and does no more."""
    if target is None or target.station is None:
        return target
    if target.station not in scene.seating.at:
        return None
    seated = scene.seating.at[target.station]
    return target if target.student in seated else Target(target.station)


def _concerned(lifted: Lifted) -> set[StationId]:
    """The stations that look different for where the cards are held."""
    over = lifted.target.station if lifted.target is not None else None
    return {*lifted.swaps, *(() if over is None else (over,))}
