"""What a carried card changes about each station, worked out without a window."""

from collections.abc import Mapping
from typing import NamedTuple

from app.domain.ids import StationId, StudentId
from app.domain.live import LiveScene
from app.domain.seating import Verdict
from app.domain.stations import Station
from ui.live.words import NoteText, note_of, tr


class Target(NamedTuple):
    """Where a card would fall: at a station, on a student there, or (station None) in the tray."""

    station: StationId | None
    student: StudentId | None = None


class Lifted(NamedTuple):
    """A student who is being carried, from where, and what each station says to it.

    `origin` is None for one from the tray. With `keyed` the keyboard carries, and stations show
    their numbers.
    """

    student: StudentId
    name: str
    origin: StationId | None
    verdicts: Mapping[StationId, Verdict]
    target: Target | None = None
    keyed: bool = False


class ColumnMark(NamedTuple):
    """How a station looks while a card is carried.

    `slot` is the sentence of the place where it would fall, on the card of `swap` if there is
    one. `after` is the number of students there would then be, None when nothing would change.
    """

    ghost: StudentId | None = None
    ghost_text: str = ""
    note: NoteText | None = None
    over: bool = False
    slot: str = ""
    swap: StudentId | None = None
    after: int | None = None
    numbered: bool = False


PLAIN = ColumnMark()


def mark_of(scene: LiveScene, station: Station, lifted: Lifted | None) -> ColumnMark:
    """How the station looks now."""
    if lifted is None:
        return PLAIN
    here = lifted.target is not None and lifted.target.station == station.id
    if station.id == lifted.origin:
        text = tr("{student} moves", student=lifted.name)
        return ColumnMark(lifted.student, text, over=here, numbered=lifted.keyed)
    verdict = lifted.verdicts[station.id]
    note = note_of(station, verdict, [scene.names[s] for s in verdict.apart_from])
    if not here:
        return ColumnMark(note=note, numbered=lifted.keyed)
    return _over(scene, lifted, verdict, note)


def _over(scene: LiveScene, lifted: Lifted, verdict: Verdict, note: NoteText | None) -> ColumnMark:
    other = swapping(lifted)
    if other is not None:
        text = tr("Swap with {student}", student=scene.names[other])
        return ColumnMark(note=note, over=True, slot=text, swap=other, numbered=lifted.keyed)
    text = tr("{student} joins here", student=lifted.name)
    after = verdict.seated_after
    return ColumnMark(note=note, over=True, slot=text, after=after, numbered=lifted.keyed)


def swapping(lifted: Lifted) -> StudentId | None:
    """The student a drop would swap with. Who comes from the tray has no place to give."""
    if lifted.target is None or lifted.origin is None or lifted.target.station is None:
        return None
    return None if lifted.target.station == lifted.origin else lifted.target.student


def spoken_target(scene: LiveScene, lifted: Lifted) -> str:
    """What a screen reader says when the card comes over a place."""
    target = lifted.target
    if target is None:
        return tr("Not over a station")
    if target.station is None:
        return tr("Not in the room. {student} would be absent.", student=lifted.name)
    station = next(s for s in scene.stations if s.id == target.station)
    if station.id == lifted.origin:
        return tr("{station}, where {student} was", station=station.name, student=lifted.name)
    mark = mark_of(scene, station, lifted)
    said = f"{station.name}. {mark.slot}."
    return f"{said} {mark.note.spoken}" if mark.note else said
