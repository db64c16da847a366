"""The stations of a class: a starter set, and everything a teacher changes about them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from app.classroom import Classroom
from app.domain.changes import Change, label, made
from app.domain.ids import ClassId, SkillId, StationId
from app.domain.lessons import Lesson
from app.domain.letters import clean
from app.domain.room import SIDE, Spot, preset
from app.domain.stations import COLOURS, KINDS, TEACHER_LED, Station
from app.services.known import known, named
from app.services.roll import called_in, guests_of, lesson_stations

SEATS = 6
"""What a station holds until the teacher says otherwise."""

STARTER = (
    ("Teacher table", TEACHER_LED, "chalkboard-teacher"),
    ("Games", "collaborative", "puzzle-piece"),
    ("Tablets", "online", "device-tablet"),
    ("Independent", "independent", "pencil-ruler"),
    ("Choice & create", "choice", "palette"),
)
ICONS = {
    TEACHER_LED: "chalkboard-teacher",
    "online": "device-tablet",
    "collaborative": "puzzle-piece",
    "independent": "pencil-ruler",
    "choice": "palette",
    "project": "hammer",
    "reflection": "chat-circle",
}
"""The icon a new station of a kind starts with."""

MOST = 99
"""More seats or devices than this nobody has; a slip of the hand is not kept."""


def starter_stations(
    class_id: ClassId, students: int, ids: Callable[[], int]
) -> tuple[Station, ...]:
    """Five stations that a class of so many students fits in, whatever the subject."""
    each = -(-students // len(STARTER))
    return tuple(
        Station(
            id=StationId(ids()),
            class_id=class_id,
            name=name,
            kind=kind,
            colour=COLOURS[position],
            icon=icon,
            seats_min=1,
            seats_max=max(SEATS, each + 1),
            devices=max(SEATS, each) if kind == "online" else None,
            position=position,
        )
        for position, (name, kind, icon) in enumerate(STARTER)
    )


class StationService:
    """Setting up stations; each call is one undo step."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def stations(self, class_id: ClassId) -> tuple[Station, ...]:
        """The stations in use, in the teacher's order."""
        found = self._room.store.find(Station, class_id=class_id, archived=False)
        return tuple(sorted(found, key=lambda s: (s.position, s.id)))

    def of_lesson(self, lesson: Lesson) -> tuple[Station, ...]:
        """Those in use of every class in it, and those of the lesson that are no longer."""
        store = self._room.store
        classes = (lesson.class_id, *(guest.class_id for guest in guests_of(store, lesson)))
        used = [s for own in dict.fromkeys(classes) for s in self.stations(own)]
        known_ids = {station.id for station in used}
        gone_ones = [s for s in lesson_stations(store, lesson) if s.id not in known_ids]
        return (*called_in(store, lesson, used), *gone_ones)

    def add(self, class_id: ClassId, name: str, kind: str = "independent") -> Station:
        """A station at the end, in the next free colour. Raises `errors.NameMissing`."""
        used = self.stations(class_id)
        new = Station(
            id=StationId(self._room.ids()),
            class_id=class_id,
            name=named(name),
            kind=kind,
            colour=free_colour([s.colour for s in used]),
            icon=ICONS[kind],
            seats_min=1,
            seats_max=max((s.seats_max for s in used), default=SEATS),
            devices=SEATS if kind == "online" else None,
            position=max((s.position for s in used), default=-1) + 1,
        )
        self._room.workspace.edit(label("station added", station=new.name), made(new))
        return new

    def rename(self, station_id: StationId, name: str) -> None:
        """Raises `errors.NameMissing`."""
        before = self._station(station_id)
        self._change(before, replace(before, name=named(name)))

    def recolour(self, station_id: StationId, colour: str) -> None:
        """Give it a colour of `stations.COLOURS`; a station that has it takes the old one."""
        before = self._station(station_id)
        changes = [
            Change(other, replace(other, colour=before.colour))
            for other in self.stations(before.class_id)
            if other.colour == colour and other.id != station_id
        ]
        own = Change(before, replace(before, colour=_one_of(colour, COLOURS)))
        self._room.workspace.edit(label("station changed", station=before.name), own, *changes)

    def set_icon(self, station_id: StationId, icon: str) -> None:
        """Give it an icon, by the name of its file. Raises `errors.NotFound`."""
        before = self._station(station_id)
        self._change(before, replace(before, icon=icon))

    def set_kind(self, station_id: StationId, kind: str) -> None:
        """Change the kind; the icon follows while it is the one its kind started with."""
        before = self._station(station_id)
        follows = before.icon == ICONS.get(before.kind)
        icon = ICONS[_one_of(kind, KINDS)] if follows else before.icon
        self._change(before, replace(before, kind=kind, icon=icon))

    def set_seats(self, station_id: StationId, seats: int) -> None:
        """How many students may sit there, 1 to 99."""
        before = self._station(station_id)
        most = min(max(1, seats), MOST)
        after = replace(before, seats_max=most, seats_min=min(before.seats_min, most))
        self._change(before, after)

    def set_devices(self, station_id: StationId, devices: int | None) -> None:
        """How many devices there are, 1 to 99; None where the work needs none."""
        before = self._station(station_id)
        kept = None if devices is None else min(max(1, devices), MOST)
        self._change(before, replace(before, devices=kept))

    def set_skill(self, station_id: StationId, skill_id: SkillId | None) -> None:
        """The skill that is worked on there."""
        before = self._station(station_id)
        self._change(before, replace(before, skill_id=skill_id))

    def set_must_do(self, station_id: StationId, must_do: bool) -> None:
        """Whether a visit that was planned there and missed is owed."""
        before = self._station(station_id)
        self._change(before, replace(before, must_do=must_do))

    def set_next_task(self, station_id: StationId, task: str) -> None:
        """What whoever is done early goes on with; "" for nothing."""
        before = self._station(station_id)
        self._change(before, replace(before, next_task=clean(task)))

    def reorder(self, class_id: ClassId, order: Sequence[StationId]) -> None:
        """Put the stations in this order; those not named come after, as they were."""
        place = {station_id: at for at, station_id in enumerate(order)}
        used = self.stations(class_id)
        wanted = sorted(used, key=lambda s: place.get(s.id, len(place)))
        changes = [Change(s, replace(s, position=at)) for at, s in enumerate(wanted)]
        self._room.workspace.edit(label("stations ordered"), *changes)

    def place(self, station_id: StationId, spot: Spot) -> None:
        """Stand it somewhere in the room; what is beyond a wall comes to the wall."""
        before = self._station(station_id)
        x, y = (min(SIDE, max(0, value)) for value in spot)
        if before.spot != (x, y):
            self._change(before, replace(before, room_x=x, room_y=y))

    def arrange(self, class_id: ClassId, kind: str) -> None:
        """Stand all stations as one of `room.PRESETS` has it."""
        used = self.stations(class_id)
        self._stand(dict(zip(used, preset(kind, len(used)), strict=True)))

    def clear_room(self, class_id: ClassId) -> None:
        """Forget where the stations stand."""
        self._stand(dict.fromkeys(self.stations(class_id)))

    def _stand(self, spots: Mapping[Station, Spot | None]) -> None:
        changes = []
        for station, spot in spots.items():
            x, y = spot or (None, None)
            changes.append(Change(station, replace(station, room_x=x, room_y=y)))
        self._room.workspace.edit(label("room arranged"), *changes)

    def remove(self, station_id: StationId) -> None:
        """Take the station away; lessons that were taught keep it."""
        before = self._station(station_id)
        gone = Change(before, replace(before, archived=True))
        self._room.workspace.edit(label("station removed", station=before.name), gone)

    def _change(self, before: Station, after: Station) -> None:
        self._room.workspace.edit(
            label("station changed", station=after.name), Change(before, after)
        )

    def _station(self, station_id: StationId) -> Station:
        return known(self._room.store, Station, station_id, "station")


def free_colour(used: Sequence[str]) -> str:
    """The first colour nobody has; when all are taken, the one fewest stations have."""
    return min(COLOURS, key=used.count)


def _one_of(word: str, words: Sequence[str]) -> str:
    if word not in words:
        raise ValueError(word)
    return word
