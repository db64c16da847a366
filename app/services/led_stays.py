"""Who led the station in each stay: that may have changed in mid-lesson."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from app.domain.adults import Adult
from app.domain.changes import Earlier
from app.domain.clock import Reading
from app.domain.ids import AdultId, StationId
from app.domain.lessons import Lesson
from app.domain.record import SessionRecord
from app.domain.stations import Station
from app.domain.visits import SHORTEST_MS, Stay
from app.ports import Store
from app.services.leading import leader_ids


class _Term(NamedTuple):
    """Who led each station until a time (ms UTC), by its id."""

    until: int
    led: Mapping[StationId, AdultId]


def led_stays(
    store: Store,
    record: SessionRecord,
    stations: Sequence[Station],
    reading: Reading,
    stays: Iterable[Stay],
) -> list[tuple[Stay, str]]:
    """Each stay with the name of who led, empty for nobody; one under two leaders is two stays.

    Who led for less than half a minute was a slip of the hand. What was before is read from the
    journal; as far as that was forgotten, whoever leads now is taken to have led all along.
    """
    terms = _terms(store, record, stations, reading)
    ids = {adult for term in terms for adult in term.led.values()}
    names = {adult.id: adult.name for adult in store.find(Adult, id=tuple(ids))}
    found = []
    for stay in stays:
        led = [(term.until, term.led.get(stay.station_id)) for term in terms]
        own = [(until, names.get(adult, "") if adult else "") for until, adult in led]
        found += _shared(stay, own)
    return found


def _terms(
    store: Store, record: SessionRecord, stations: Sequence[Station], reading: Reading
) -> list[_Term]:
    """From now back to the beginning, through everything that was changed; the earliest first."""
    lesson, since = record.lesson, record.session.opened_at
    there = {station.id: station for station in stations}
    changes: list[Earlier] = [*store.earlier(Lesson, lesson.id, since)]
    for station in stations:
        changes += store.earlier(Station, station.id, since)
    found = [_Term(sys.maxsize, leader_ids(lesson, stations))]
    for change in sorted(changes, key=lambda one: one.step_id, reverse=True):
        if isinstance(change.was, Lesson):
            lesson = change.was
        elif isinstance(change.was, Station):
            there[change.was.id] = change.was
        at = reading.by_this_clock(change.at, change.step_id)
        found.append(_Term(at, leader_ids(lesson, tuple(there.values()))))
    return found[::-1]


def _shared(stay: Stay, terms: Iterable[tuple[int, str]]) -> list[tuple[Stay, str]]:
    parts: list[tuple[Stay, str]] = []
    begins = stay.began_at
    for until, name in terms:
        ends = min(until, stay.ended_at)
        if ends <= begins:
            continue
        part = replace(stay, began_at=begins, ended_at=ends)
        begins = ends
        if parts and (parts[-1][1] == name or _is_slip(part)):
            before, led = parts.pop()
            parts.append((replace(before, ended_at=ends), led))
            continue
        if parts and _is_slip(parts[-1][0]):
            part = replace(part, began_at=parts.pop()[0].began_at)
        parts.append((part, name))
    return parts


def _is_slip(part: Stay) -> bool:
    return part.ended_at - part.began_at < SHORTEST_MS
