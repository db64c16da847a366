"""What the live console says: whole sentences with named holes, the context is "Live"."""

from PySide6.QtCore import QCoreApplication

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


def kind_word(station: Station) -> str:
    """What kind of station it is."""
    return tr(_KINDS.get(station.kind, station.kind))


def kind_line(station: Station) -> str:
    """What kind of station it is, and its devices."""
    kind = kind_word(station)
    if station.devices is None:
        return kind
    devices = counted("%n device", "%n devices", station.devices)
    return tr("{kind} · {devices}", kind=kind, devices=devices)


def free_seats(count: int) -> str:
    return counted("%n free seat", "%n free seats", count)


def observed(seen: int, seated: int) -> str:
    """Nothing is said of an empty station."""
    if not seated:
        return ""
    return tr("{seen} of {seated} observed today", seen=seen, seated=seated)


def column_name(station: Station, seated: int) -> str:
    """A station as a screen reader says it."""
    name, room = station.name, station.room
    return tr("{station}, {seated} of {room}", station=name, seated=seated, room=room)


def how_many(students: int) -> str:
    """Several students, for whom there is no room to name them all."""
    return counted("%n student", "%n students", students)
