"""Putting students where they should be, and saying who is here."""

from collections.abc import Mapping, Sequence

from app.classroom import Classroom
from app.domain.changes import Change, Label, label, made
from app.domain.ids import AttendanceId, MoveId, PathId, StationId, StudentId
from app.domain.lessons import Path
from app.domain.live import LiveScene
from app.domain.seating import Verdict, if_they_leave, may_join
from app.domain.session import PRESENT, Attendance, Move
from app.domain.stations import Station


class MoveService:
    """Moves and attendance in the scene the teacher looks at; each call is one undo step."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def verdicts(
        self, scene: LiveScene, students: Sequence[StudentId]
    ) -> Mapping[StationId, Verdict]:
        """What each station says to those who are being carried, and to those who leave it."""
        return {station.id: _verdict(scene, students, station) for station in scene.stations}

    def swap_verdicts(
        self, scene: LiveScene, ones: Sequence[StudentId], others: Sequence[StudentId]
    ) -> Mapping[StationId, Verdict]:
        """What both stations would say if these, who sit together, changed places with those."""
        here, there = _station_of(scene, ones[0]), _station_of(scene, others[0])
        if here is None or there is None:
            return {}
        return {
            there.id: _swapped(scene, ones, others, there),
            here.id: _swapped(scene, others, ones, here),
        }

    def move(self, scene: LiveScene, student: StudentId, station: Station) -> bool:
        """Put one student at the station for this round; False when nothing changes."""
        return self.move_all(scene, (student,), station)

    def move_all(self, scene: LiveScene, students: Sequence[StudentId], station: Station) -> bool:
        """Put them at the station for this round; False when nothing changes.

        A student who is out of the room comes back; one without a place in the plan joins the
        group that is at the station.
        """
        coming = [s for s in students if scene.seating.station_of(s) != station.id]
        if not coming:
            return False
        changes = [made(self._move(scene, student, station.id)) for student in coming]
        back = [student for student in coming if student in scene.seating.out]
        changes += [made(self._attendance(scene, student, PRESENT)) for student in back]
        for student in coming:
            changes += self._joining(scene, student, station)
        self._room.workspace.edit(_moved(scene, coming, station), *changes)
        return True

    def swap(self, scene: LiveScene, one: StudentId, other: StudentId) -> bool:
        """Each takes the other's place for this round; False when they sit together already."""
        here, there = scene.seating.station_of(one), scene.seating.station_of(other)
        if here == there or here is None or there is None:
            return False
        self._room.workspace.edit(
            label("swapped", student=scene.names[one], other=scene.names[other]),
            made(self._move(scene, one, there)),
            made(self._move(scene, other, here)),
        )
        return True

    def swap_stations(self, scene: LiveScene, here: Station, there: Station) -> bool:
        """All who are at one station change places with all at another for this round."""
        ones, others = scene.seating.at[here.id], scene.seating.at[there.id]
        if here.id == there.id or not (ones or others):
            return False
        self._room.workspace.edit(
            label("groups swapped", station=here.name, other=there.name),
            *(made(self._move(scene, student, there.id)) for student in ones),
            *(made(self._move(scene, student, here.id)) for student in others),
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
        self.mark_all(scene, (student,), state, reason, until)

    def mark_all(
        self,
        scene: LiveScene,
        students: Sequence[StudentId],
        state: str,
        reason: str = "",
        until: int | None = None,
    ) -> None:
        """Say the same of several students, in one step."""
        said = [made(self._attendance(scene, s, state, reason, until)) for s in students]
        self._room.workspace.edit(_marked(scene, students, state), *said)

    def _move(self, scene: LiveScene, student: StudentId, station: StationId) -> Move:
        return Move(
            MoveId(self._room.ids()),
            scene.session.id,
            student,
            scene.reading.round,
            station,
            self._room.clock.now_ms(),
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
            AttendanceId(self._room.ids()),
            scene.session.id,
            student,
            state,
            self._room.clock.now_ms(),
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
        path = Path(PathId(self._room.ids()), scene.lesson.id, student, group.group, group.stations)
        return [made(path)]


def _verdict(scene: LiveScene, students: Sequence[StudentId], station: Station) -> Verdict:
    seated = scene.seating.at[station.id]
    if all(student in seated for student in students):
        return if_they_leave(students, station, seated)
    elsewhere = [s for key, there in scene.seating.at.items() if key != station.id for s in there]
    number = scene.reading.round
    return may_join(students, station, seated, scene.rules, elsewhere, number)


def _swapped(
    scene: LiveScene, coming: Sequence[StudentId], going: Sequence[StudentId], station: Station
) -> Verdict:
    at = scene.seating.at
    stay = [s for s in at[station.id] if s not in going]
    elsewhere = [s for key, there in at.items() if key != station.id for s in there]
    number = scene.reading.round
    return may_join(coming, station, stay, scene.rules, [*elsewhere, *going], number)


def _station_of(scene: LiveScene, student: StudentId) -> Station | None:
    found = scene.seating.station_of(student)
    return next((station for station in scene.stations if station.id == found), None)


def _moved(scene: LiveScene, students: Sequence[StudentId], station: Station) -> Label:
    if len(students) == 1:
        return label("moved", student=scene.names[students[0]], station=station.name)
    return label("several moved", count=str(len(students)), station=station.name)


def _marked(scene: LiveScene, students: Sequence[StudentId], state: str) -> Label:
    if len(students) == 1:
        return label(f"marked {state}", student=scene.names[students[0]])
    return label(f"several marked {state}", count=str(len(students)))
