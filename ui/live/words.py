"""What the live console says: whole sentences with named holes, the context is "Live"."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app.domain.seating import Verdict
from app.domain.stations import Station


def tr(text: str, **facts: object) -> str:
    """A sentence in the teacher's language, its holes filled."""
    return QCoreApplication.translate("Live", text).format(**facts)


def counted(one: str, many: str, count: int, **facts: object) -> str:
    """A sentence about a number, which is %n in it."""
    text = QCoreApplication.translate("Live", one if count == 1 else many, None, count)
    return text.format(**facts)


_KINDS = {
    "teacher-led": "Teacher-led",
    "online": "Online",
    "collaborative": "Collaborative",
    "independent": "Independent",
    "choice": "Choice",
    "project": "Project",
    "reflection": "Reflection",
}


def kind_line(station: Station) -> str:
    """What kind of station it is, and its devices."""
    kind = tr(_KINDS.get(station.kind, station.kind))
    if station.devices is None:
        return kind
    devices = counted("%n device", "%n devices", station.devices)
    return tr("{kind} · {devices}", kind=kind, devices=devices)


def free_seats(count: int) -> str:
    return counted("%n free seat", "%n free seats", count)


def observed(seen: int, seated: int) -> str:
    return tr("{seen} of {seated} observed today", seen=seen, seated=seated)


def column_name(station: Station, seated: int) -> str:
    """A station as a screen reader says it."""
    name, room = station.name, station.room
    return tr("{station}, {seated} of {room}", station=name, seated=seated, room=room)


class NoteText(NamedTuple):
    """A warning at a station: an icon, what is so, and what can be done."""

    icon: str
    title: str
    text: str
    physical: bool

    @property
    def spoken(self) -> str:
        return f"{self.title}. {self.text}"


# By the station's icon: what stands there, so that the warning names the thing itself.
_DEVICES: Mapping[str, tuple[str, str]] = {
    "device-tablet": (
        "Full: {seated} of {room} tablets",
        "{a_nth} student would have no tablet. Drop on a name to swap.",
    ),
    "laptop": (
        "Full: {seated} of {room} laptops",
        "{a_nth} student would have no laptop. Drop on a name to swap.",
    ),
    "monitor": (
        "Full: {seated} of {room} computers",
        "{a_nth} student would have no computer. Drop on a name to swap.",
    ),
}
_DEVICE = (
    "Full: {seated} of {room} devices",
    "{a_nth} student would have no device. Drop on a name to swap.",
)
_SEAT = (
    "Full: {seated} of {room} seats",
    "{a_nth} student would have no seat. Drop on a name to swap.",
)


def note_of(station: Station, verdict: Verdict, apart: Sequence[str]) -> NoteText | None:
    """The warning of a station to the student who is being carried, None when it is free.

    `apart` are the names of those there who are to be kept apart from the student.
    """
    if verdict.physical:
        return _full(station, verdict, apart)
    if apart:
        title = tr("Keep apart: {names}", names=", ".join(apart))
        return NoteText("arrows-left-right", title, tr("You can still drop here."), physical=False)
    return None


def _full(station: Station, verdict: Verdict, apart: Sequence[str]) -> NoteText:
    by_device = verdict.no_device and station.devices is not None
    title, text = _DEVICES.get(station.icon, _DEVICE) if by_device else _SEAT
    room = station.devices if by_device else station.seats_max
    said = tr(text, a_nth=_a_nth(verdict.seated_after))
    if apart:
        said = tr("{said} Keep apart: {names}.", said=said, names=", ".join(apart))
    title = tr(title, seated=verdict.seated_after - 1, room=room)
    return NoteText("warning", title, said, physical=True)


def _a_nth(number: int) -> str:
    """A 7th, an 8th: how English counts on, at the start of a sentence."""
    teens = number % 100 in {11, 12, 13}
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    text = "An {nth}" if number in {8, 11, 18} or 80 <= number < 90 else "A {nth}"
    return tr(text, nth=f"{number}{ending}")
