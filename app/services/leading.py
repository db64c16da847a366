"""Which adult leads which station of a lesson."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from app.domain.adults import Adult
from app.domain.ids import AdultId, StationId
from app.domain.lessons import Lesson
from app.domain.stations import Station
from app.ports import Store


def leaders(store: Store, lesson: Lesson, stations: Sequence[Station]) -> Mapping[StationId, str]:
    """The names of those who lead, by station; stations nobody leads are left out."""
    wanted = leader_ids(lesson, stations)
    if not wanted:
        return {}
    names = {adult.id: adult.name for adult in store.find(Adult, id=tuple(set(wanted.values())))}
    return {station: names[adult] for station, adult in wanted.items() if adult in names}


def leader_ids(lesson: Lesson, stations: Sequence[Station]) -> Mapping[StationId, AdultId]:
    """Who leads a station in this lesson: whom the lesson names, else the station's own adult."""
    today = dict(zip_longest(lesson.station_ids, lesson.adult_ids[: len(lesson.station_ids)]))
    found = {station.id: today.get(station.id) or station.adult_id for station in stations}
    return {station: AdultId(adult) for station, adult in found.items() if adult}
