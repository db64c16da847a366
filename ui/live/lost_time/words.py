"""What a way on says about itself."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from app.domain.ids import StationId, StudentId
from app.domain.live import LiveScene
from app.domain.lost_time import FEWER, NEXT_TIME, SHORTER, WayOn
from app.domain.stations import Station
from app.services.lost_time import is_pressing
from ui.format import day_short
from ui.live.words import counted, tr

MINUTE_MS = 60_000
_MOST_NAMED = 6
_TITLES = {SHORTER: "Shorter rounds", FEWER: "Fewer rounds", NEXT_TIME: "Finish next time"}
_ACTIONS = {SHORTER: "Shorten the rounds", FEWER: "Drop rounds", NEXT_TIME: "Carry the rest over"}


def title(way: WayOn) -> str:
    """The name of the way."""
    return tr(_TITLES.get(way.kind, "As planned"))


def action(way: WayOn) -> str:
    """What its button says."""
    return tr(_ACTIONS.get(way.kind, "Leave it as it is"))


def lines(
    way: WayOn, scene: LiveScene, clock_time: Callable[[int], str], end_at: int, day: str
) -> list[str]:
    """What it means, then whom it costs what, who is to see the teacher or must come first.

    `end_at` is when the lesson was to end, `day` (ISO text) when the class is taught again.
    """
    ends = clock_time(end_at + way.late_ms)
    if way.kind == SHORTER:
        return [_shorter(way, ends), *_costs(way, way.shorter, scene)]
    if way.kind == FEWER:
        today = counted("%n round today.", "%n rounds today.", way.rounds)
        return [" ".join([today, tr("Ends at {end}.", end=ends)]), *_costs(way, way.missed, scene)]
    if way.kind == NEXT_TIME:
        return [_next_time(way, ends, day)]
    late = counted("%n minute late", "%n minutes late", round(way.late_ms / MINUTE_MS))
    return [tr("Nobody misses anything. Ends at {end}, {late}.", end=ends, late=late)]


def _shorter(way: WayOn, ends: str) -> str:
    return tr(
        "Rounds of {length} instead of {before} min, from the next one on."
        " Nobody loses a station. Ends at {end}.",
        length=_minutes(way.round_ms),
        before=_minutes(way.round_ms + way.less_ms),
        end=ends,
    )


def _next_time(way: WayOn, ends: str, day: str) -> str:
    today = counted("%n round today", "%n rounds today", way.rounds)
    one = "{today}, ends at {end}. %n round becomes the lesson of {day}. Nobody misses anything."
    many = "{today}, ends at {end}. %n rounds become the lesson of {day}. Nobody misses anything."
    when = day_short(date.fromisoformat(day))
    return counted(one, many, way.carried, today=today, end=ends, day=when)


def _costs(
    way: WayOn, whom: Mapping[StationId, Sequence[StudentId]], scene: LiveScene
) -> Iterator[str]:
    """By name. At stations that nobody must come to a shorter stay is no cost worth a line."""
    stations = {station.id: station for station in scene.stations}
    for key, students in whom.items():
        station = stations[key]
        if way.kind == FEWER or is_pressing(station):
            yield _cost(way, station, [scene.names.get(student, "") for student in students])


def _cost(way: WayOn, station: Station, names: Sequence[str]) -> str:
    who, place = _who(names), station.name
    if way.kind == SHORTER:
        less = _minutes(way.less_ms)
        return tr("{less} min less at {station}: {who}.", less=less, station=place, who=who)
    if is_pressing(station):
        return tr("Without {station} today, first next time: {who}.", station=place, who=who)
    return tr("Without {station} today: {who}.", station=place, who=who)


def _who(names: Sequence[str]) -> str:
    shown, more = ", ".join(names[:_MOST_NAMED]), len(names) - _MOST_NAMED
    if more <= 0:
        return shown
    return counted("{who} and %n more", "{who} and %n more", more, who=shown)


def _minutes(ms: int) -> str:
    return f"{ms / MINUTE_MS:g}"
