"""The adults of a class: who there is, and who leads which station."""

from collections.abc import Sequence
from dataclasses import replace

from app.classroom import Classroom
from app.domain.adults import Adult
from app.domain.changes import Change, label, made
from app.domain.ids import AdultId, ClassId, LessonId, StationId
from app.domain.lessons import Lesson
from app.domain.letters import folded
from app.domain.stations import Station
from app.errors import NameTaken
from app.services.known import known, named


class AdultService:
    """Each call that writes is one undo step."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def adults(self, class_id: ClassId) -> tuple[Adult, ...]:
        """Those who teach the class, in the teacher's order."""
        return tuple(adult for adult in self._all(class_id) if not adult.retired)

    def add(self, class_id: ClassId, name: str) -> Adult:
        """One more at the end; whoever was taken away before comes back.

        Raises `errors.NameMissing` and `errors.NameTaken`.
        """
        wanted = self._free_name(class_id, name)
        there = self._all(class_id)
        place = max((adult.position for adult in there), default=-1) + 1
        old = next((adult for adult in there if folded(adult.name) == folded(wanted)), None)
        new = Adult(old.id if old else AdultId(self._room.ids()), class_id, wanted, place)
        self._room.workspace.edit(
            label("adult added", adult=new.name), Change(old, new) if old else made(new)
        )
        return new

    def rename(self, adult_id: AdultId, name: str) -> None:
        """What was observed before keeps the name it was written with. Raises as `add` does."""
        before = self._adult(adult_id)
        after = replace(before, name=self._free_name(before.class_id, name, but=adult_id))
        self._room.workspace.edit(label("adult changed", adult=after.name), Change(before, after))

    def remove(self, adult_id: AdultId) -> None:
        """The adult teaches the class no longer, and leads none of its stations."""
        before = self._adult(adult_id)
        led = self._room.store.find(Station, class_id=before.class_id, adult_id=adult_id)
        freed = [Change(station, replace(station, adult_id=None)) for station in led]
        gone = Change(before, replace(before, retired=True))
        self._room.workspace.edit(label("adult removed", adult=before.name), gone, *freed)

    def reorder(self, class_id: ClassId, order: Sequence[AdultId]) -> None:
        """Put the adults in this order; those not named come after, as they were."""
        place = {adult_id: at for at, adult_id in enumerate(order)}
        wanted = sorted(self.adults(class_id), key=lambda a: place.get(a.id, len(place)))
        moved = [Change(adult, replace(adult, position=at)) for at, adult in enumerate(wanted)]
        self._room.workspace.edit(label("adults ordered"), *moved)

    def lead(self, station_id: StationId, adult_id: AdultId | None) -> None:
        """Say who leads a station as a rule; None for nobody."""
        before = known(self._room.store, Station, station_id, "station")
        after = replace(before, adult_id=adult_id)
        self._room.workspace.edit(
            label("station changed", station=after.name), Change(before, after)
        )

    def lead_today(
        self, lesson_id: LessonId, station_id: StationId, adult_id: AdultId | None
    ) -> None:
        """Say who leads a station in one lesson; None for whoever does as a rule."""
        before = known(self._room.store, Lesson, lesson_id, "lesson")
        station = known(self._room.store, Station, station_id, "station")
        count = len(before.station_ids)
        led = [*before.adult_ids[:count], *([0] * (count - len(before.adult_ids)))]
        led[before.station_ids.index(station_id)] = adult_id or 0
        after = replace(before, adult_ids=tuple(led) if any(led) else ())
        name = self._adult(adult_id).name if adult_id else ""
        said = label("leads today", adult=name, station=station.name)
        self._room.workspace.edit(
            said if name else label("leads as always", station=station.name),
            Change(before, after),
        )

    def _free_name(self, class_id: ClassId, name: str, but: AdultId | None = None) -> str:
        wanted = named(name)
        for adult in self.adults(class_id):
            if adult.id != but and folded(adult.name) == folded(wanted):
                raise NameTaken("adult", adult.name)
        return wanted

    def _all(self, class_id: ClassId) -> tuple[Adult, ...]:
        found = self._room.store.find(Adult, class_id=class_id)
        return tuple(sorted(found, key=lambda adult: (adult.position, adult.id)))

    def _adult(self, adult_id: AdultId) -> Adult:
        return known(self._room.store, Adult, adult_id, "adult")
