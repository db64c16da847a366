"""Who walks from where to where in a transition."""

from collections import Counter, defaultdict
from typing import NamedTuple

from app.domain.board.fit import NameBox, StationBox
from app.domain.board.scene import BoardStation
from ui.board.layout import BoardLayout

MOST = 12
"""More guides than this one after the other nobody follows."""


class Walk(NamedTuple):
    """Those who go to a station together, and the station they leave."""

    origin: StationBox
    station: BoardStation
    names: tuple[NameBox, ...]


def walks(layout: BoardLayout) -> list[Walk]:
    """Who goes together, in the order of the stations they leave.

    Where nearly everybody has a way of their own, all who go to a station are one: they set out
    from where most of them come from.
    """
    places = {place.key: place for place in layout.fit.stations}
    order = {key: n for n, key in enumerate(places)}
    came_from = dict(layout.scene.came_from)
    found: dict[tuple[int, int], list[NameBox]] = defaultdict(list)
    for station, place in layout.shown:
        for name in place.names:
            origin = came_from.get(name.key, station.key)
            if origin != station.key and origin in places:
                found[origin, station.key].append(name)
    if len(found) > MOST:
        found = _by_station(found)
    stations = {station.key: station for station, _ in layout.shown}
    return [
        Walk(places[origin], stations[goal], tuple(names))
        for (origin, goal), names in sorted(found.items(), key=lambda one: order[one[0][0]])
    ]


def _by_station(
    found: dict[tuple[int, int], list[NameBox]],
) -> dict[tuple[int, int], list[NameBox]]:
    coming: dict[int, list[NameBox]] = defaultdict(list)
    origins: dict[int, Counter[int]] = defaultdict(Counter)
    for (origin, goal), names in found.items():
        coming[goal] += names
        origins[goal][origin] += len(names)
    return {(origins[goal].most_common(1)[0][0], goal): names for goal, names in coming.items()}
