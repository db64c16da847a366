"""What a station says to the students who are being carried, in words."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.domain.ids import StudentId
from app.domain.seating import Pair, Verdict
from app.domain.stations import Station
from ui.live.words import counted, tr

MOST = 3
"""So many pairs of names are told, and then how many more there are."""


class NoteText(NamedTuple):
    """A warning at a station: an icon, what is so, and what can be done."""

    icon: str
    title: str
    text: str
    physical: bool

    @property
    def spoken(self) -> str:
        return f"{self.title}. {self.text}"


class _Thing(NamedTuple):
    """The sentences about what there is not enough of."""

    full: str
    one_left: str
    some_left: str
    a_nth: str
    one: str
    many: str


# By the station's icon: what stands there, so that the warning names the thing itself.
_DEVICES: Mapping[str, _Thing] = {
    "device-tablet": _Thing(
        "Full: {seated} of {room} tablets",
        "Only %n free tablet",
        "Only %n free tablets",
        "{a_nth} student would have no tablet. Drop on a name to swap.",
        "%n student would have no tablet.",
        "%n students would have no tablet.",
    ),
    "laptop": _Thing(
        "Full: {seated} of {room} laptops",
        "Only %n free laptop",
        "Only %n free laptops",
        "{a_nth} student would have no laptop. Drop on a name to swap.",
        "%n student would have no laptop.",
        "%n students would have no laptop.",
    ),
    "monitor": _Thing(
        "Full: {seated} of {room} computers",
        "Only %n free computer",
        "Only %n free computers",
        "{a_nth} student would have no computer. Drop on a name to swap.",
        "%n student would have no computer.",
        "%n students would have no computer.",
    ),
}
_DEVICE = _Thing(
    "Full: {seated} of {room} devices",
    "Only %n free device",
    "Only %n free devices",
    "{a_nth} student would have no device. Drop on a name to swap.",
    "%n student would have no device.",
    "%n students would have no device.",
)
_SEAT = _Thing(
    "Full: {seated} of {room} seats",
    "Only %n free seat",
    "Only %n free seats",
    "{a_nth} student would have no seat. Drop on a name to swap.",
    "%n student would have no seat.",
    "%n students would have no seat.",
)


def note_of(station: Station, verdict: Verdict, names: Mapping[StudentId, str]) -> NoteText | None:
    """The warning of a station to those who are being carried, None when it has none."""
    wishes = _wishes(verdict, names)
    if verdict.physical:
        title, text = _full(station, verdict)
        said = " ".join([text, *(f"{wish}." for wish in wishes)])
        return NoteText("warning", title, said, physical=True)
    if wishes:
        icon = "arrows-left-right" if verdict.apart else "users"
        icon = "x-circle" if verdict.closed else icon
        said = " ".join([*(f"{wish}." for wish in wishes[1:]), tr("You can still drop here.")])
        return NoteText(icon, wishes[0], said, physical=False)
    if verdict.too_few:
        return _few(station, verdict)
    return None


def _wishes(verdict: Verdict, names: Mapping[StudentId, str]) -> list[str]:
    said = []
    if verdict.closed:
        said.append(tr("Closed in this round"))
    if verdict.apart:
        said.append(tr("Keep apart: {names}", names=_pairs(verdict, verdict.apart, names)))
    if verdict.parted:
        said.append(tr("Keep together: {names}", names=_pairs(verdict, verdict.parted, names)))
    return said


def _pairs(verdict: Verdict, pairs: Sequence[Pair], names: Mapping[StudentId, str]) -> str:
    """Of one who comes the others' names are enough; of several both are told."""
    if verdict.coming == 1:
        said = [names[other] for other in dict.fromkeys(other for _one, other in pairs)]
    else:
        both = "{one} and {other}"
        said = [tr(both, one=names[one], other=names[other]) for one, other in pairs]
    shown, rest = ", ".join(said[:MOST]), len(said) - MOST
    return tr("{names} and {count} more", names=shown, count=rest) if rest > 0 else shown


def _full(station: Station, verdict: Verdict) -> tuple[str, str]:
    by_device = verdict.no_device and station.devices is not None
    thing = _DEVICES.get(station.icon, _DEVICE) if by_device else _SEAT
    room = station.devices if by_device and station.devices is not None else station.seats_max
    seated = verdict.seated_after - verdict.coming
    free = room - seated
    title = (
        counted(thing.one_left, thing.some_left, free)
        if free > 0
        else tr(thing.full, seated=seated, room=room)
    )
    if verdict.coming == 1:
        return title, tr(thing.a_nth, a_nth=_a_nth(verdict.seated_after))
    return title, counted(thing.one, thing.many, verdict.coming - max(0, free))


def _few(station: Station, verdict: Verdict) -> NoteText:
    title = counted("Only %n would stay", "Only %n would stay", verdict.seated_after)
    text = tr("{station} is for {least} or more.", station=station.name, least=station.seats_min)
    return NoteText("users", title, text, physical=False)


def _a_nth(number: int) -> str:
    """A 7th, an 8th: how English counts on, at the start of a sentence."""
    teens = number % 100 in {11, 12, 13}
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    text = "An {nth}" if number in {8, 11, 18} or 80 <= number < 90 else "A {nth}"
    return tr(text, nth=f"{number}{ending}")
