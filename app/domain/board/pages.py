"""Pages shown by turns, where one picture cannot hold everybody's name in a size to be read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from app.domain.board.scene import BoardStation

Page = tuple[BoardStation, ...]


def ways(stations: Sequence[BoardStation]) -> Iterator[int]:
    """The ways to divide a class into pages, from one page for all to ever more.

    A way has the same meaning whoever is at a station, so a child's page stays the same.
    """
    count, seen = len(stations), 0
    for way in range(1, count + 1):
        if (each := ceil(count / way)) != seen:
            seen = each
            yield way
    most = max((len(station.names) for station in stations), default=0)
    yield from range(count + 1, count + most)


def divided(stations: Sequence[BoardStation], way: int) -> tuple[Page, ...]:
    """The stations of each page, in their order; a crowded one may be on several pages."""
    if way <= max(1, len(stations)):
        each = ceil(len(stations) / way) or 1
        starts = range(0, max(1, len(stations)), each)
        return tuple(tuple(stations[i : i + each]) for i in starts)
    parts = way - len(stations) + 1
    return tuple((part,) for station in stations for part in _parts(station, parts))


def _parts(station: BoardStation, parts: int) -> Iterator[BoardStation]:
    each = ceil(len(station.names) / parts) or 1
    for start in range(0, max(1, len(station.names)), each):
        yield replace(station, names=station.names[start : start + each])
