"""What carried cards change about each station, worked out without a window."""

from collections.abc import Mapping
from typing import NamedTuple

from app.domain.ids import StationId, StudentId
from app.domain.live import LiveScene
from app.domain.seating import Verdict
from app.domain.stations import Station
from ui.live.carry.notes import NoteText, note_of
from ui.live.words import counted, tr


class Target(NamedTuple):
    """Where a card would fall: at a station, on a student there, or (station None) in the tray."""

    station: StationId | None
    student: StudentId | None = None


class Lifted(NamedTuple):
    """The students who are being carried, from where, and what each station says to them.

    The first is the one whose card was taken. `name` is that of one student, or how many there
    are. An origin is None for one from the tray. `swaps` are the words of both stations while a
    drop would swap. With `keyed` the keyboard carries, and stations show their numbers.
    """

    students: tuple[StudentId, ...]
    name: str
    origins: Mapping[StudentId, StationId | None]
    verdicts: Mapping[StationId, Verdict]
    swaps: Mapping[StationId, Verdict] = {}
    target: Target | None = None
    keyed: bool = False

    @property
    def student(self) -> StudentId:
        return self.students[0]

    @property
    def several(self) -> bool:
        return len(self.students) > 1

    @property
    def origin(self) -> StationId | None:
        """Where the one was whose card was taken."""
        return self.origins[self.student]


class ColumnMark(NamedTuple):
    """How a station looks while cards are carried.

    `ghosts` are those who were lifted from here and what their places say. `slot` is the sentence
    of the place where they would fall, on the card of `swap` if there is one. `after` is the
    number of students there would then be, None when nothing would change.
    """

    ghosts: Mapping[StudentId, str] = {}
    note: NoteText | None = None
    over: bool = False
    slot: str = ""
    swap: StudentId | None = None
    after: int | None = None
    numbered: bool = False


PLAIN = ColumnMark()


def mark_of(scene: LiveScene, station: Station, lifted: Lifted) -> ColumnMark:
    """How the station looks while they are carried."""
    over = lifted.target is not None and lifted.target.station == station.id
    verdict = lifted.swaps.get(station.id, lifted.verdicts[station.id])
    mark = ColumnMark(
        ghosts={
            student: tr("{student} moves", student=scene.names[student])
            for student, origin in lifted.origins.items()
            if origin == station.id
        },
        note=note_of(station, verdict, scene.names),
        over=over,
        numbered=lifted.keyed,
    )
    return _with_slot(scene, lifted, verdict, mark) if over and verdict.coming else mark


def _with_slot(scene: LiveScene, lifted: Lifted, verdict: Verdict, mark: ColumnMark) -> ColumnMark:
    other = swapping(lifted)
    if other is not None:
        slot = tr("Swap with {student}", student=scene.names[other])
        return mark._replace(slot=slot, swap=other)
    return mark._replace(slot=_joins(scene, lifted, verdict), after=verdict.seated_after)


def _joins(scene: LiveScene, lifted: Lifted, verdict: Verdict) -> str:
    if verdict.coming > 1:
        return counted("%n student joins here", "%n students join here", verdict.coming)
    seated = scene.seating.at[lifted.target.station or StationId(0)] if lifted.target else ()
    coming = next(student for student in lifted.students if student not in seated)
    return tr("{student} joins here", student=scene.names[coming])


def swapping(lifted: Lifted) -> StudentId | None:
    """The student a drop would swap with.

    Who comes from the tray has no place to give, and several are not swapped for one.
    """
    target = lifted.target
    if target is None or target.station is None or lifted.origin is None or lifted.several:
        return None
    return None if target.station == lifted.origin else target.student


def spoken_target(scene: LiveScene, lifted: Lifted) -> str:
    """What a screen reader says when the cards come over a place."""
    target = lifted.target
    if target is None:
        return tr("Not over a station")
    if target.station is None:
        return _spoken_tray(lifted)
    station = next(s for s in scene.stations if s.id == target.station)
    mark = mark_of(scene, station, lifted)
    if not mark.slot:
        where = "{station}, where they were" if lifted.several else "{station}, where {student} was"
        return tr(where, station=station.name, student=lifted.name)
    said = [f"{station.name}. {mark.slot}."]
    if mark.note is not None:
        said.append(mark.note.spoken)
    return " ".join([*said, *_spoken_behind(scene, lifted)])


def _spoken_behind(scene: LiveScene, lifted: Lifted) -> list[str]:
    """What the station that the student comes from says to the one who would come in return."""
    if not lifted.swaps:
        return []
    station = next(s for s in scene.stations if s.id == lifted.origin)
    note = mark_of(scene, station, lifted).note
    return [f"{station.name}. {note.spoken}"] if note is not None else []


def _spoken_tray(lifted: Lifted) -> str:
    if lifted.several:
        return tr("Not in the room. They would be absent.")
    return tr("Not in the room. {student} would be absent.", student=lifted.name)
