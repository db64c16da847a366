"""Putting students where they should be, and saying who is here."""

from collections.abc import Callable, Mapping

from app.domain.changes import Change, label, made
from app.domain.ids import AttendanceId, MoveId, PathId, StationId, StudentId
from app.domain.lessons import Path
from app.domain.live import LiveScene
from app.domain.seating import Verdict, may_move
from app.domain.session import PRESENT, Attendance, Move
from app.domain.stations import Station
from app.ports import Clock
from app.workspace import Workspace


class MoveService:
    """Moves and attendance in the scene the teacher looks at; each call is one undo step."""

    def __init__(self, workspace: Workspace, ids: Callable[[], int], clock: Clock) -> None:
        self._workspace = workspace
        self._ids = ids
        self._clock = clock

    def verdicts(self, scene: LiveScene, student: StudentId) -> Mapping[StationId, Verdict]:
        """What each station says to the student who is being carried."""
        return {
            station.id: may_move(student, station, scene.seating.at[station.id], scene.rules)
            for station in scene.stations
        }

    def move(self, scene: LiveScene, student: StudentId, station: Station) -> bool:
        """Put the student at the station for this round; False when nothing changes.

        A student who is out of the room comes back; one without a place in the plan joins the
        group that is at the station.
        """
        if scene.seating.station_of(student) == station.id:
            return False
        changes = [made(self._move(scene, student, station.id))]
        if student in scene.seating.out:
            changes.append(made(self._attendance(scene, student, PRESENT)))
        changes.extend(self._joining(scene, student, station))
        self._workspace.edit(
            label("moved", student=scene.names[student], station=station.name), *changes
        )
        return True

    def swap(self, scene: LiveScene, one: StudentId, other: StudentId) -> bool:
        """Each takes the other's place for this round; False when they sit together already."""
        here, there = scene.seating.station_of(one), scene.seating.station_of(other)
        if here == there or here is None or there is None:
            return False
        self._workspace.edit(
            label("swapped", student=scene.names[one], other=scene.names[other]),
            made(self._move(scene, one, there)),
            made(self._move(scene, other, here)),
        )
        return True

    def mark(
        self,
        scene: LiveScene,
        student: StudentId,
        state: str,
        reason: str = "",
        until: int | None = None,
    ) -> None:
        """Say that a student is present, absent, late or away until a time (ms UTC)."""
        said = self._attendance(scene, student, state, reason, until)
        self._workspace.edit(label(f"marked {state}", student=scene.names[student]), made(said))

    def _move(self, scene: LiveScene, student: StudentId, station: StationId) -> Move:
        return Move(
            MoveId(self._ids()),
            scene.session.id,
            student,
            scene.reading.round,
            station,
            self._clock.now_ms(),
        )

    def _attendance(
        self,
        scene: LiveScene,
        student: StudentId,
        state: str,
        reason: str = "",
        until: int | None = None,
    ) -> Attendance:
        return Attendance(
            AttendanceId(self._ids()),
            scene.session.id,
            student,
            state,
            self._clock.now_ms(),
            reason,
            until,
        )

    def _joining(self, scene: LiveScene, student: StudentId, station: Station) -> list[Change]:
        paths = scene.record.paths
        if any(path.student_id == student for path in paths):
            return []
        round_number = scene.reading.round
        group = next((p for p in paths if p.group and p.at(round_number) == station.id), None)
        if group is None:
            return []
        path = Path(PathId(self._ids()), scene.lesson.id, student, group.group, group.stations)
        return [made(path)]
