"""The room as a plan: where stations stand, in thousandths of its width and depth.

The wall with the board is at the top, 0; a child who looks at the board sees left as left.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import ceil, cos, pi, sin, sqrt

SIDE = 1000
MIDDLE = SIDE // 2
PRESETS = ("stations", "rows", "circle", "pairs")

Spot = tuple[int, int]
Line = tuple[tuple[int, int], ...]

_FRONT, _BACK = 140, 860
_RADIUS = 380
_APART = 150
_ASIDE = 120
_MOST_ROWS = 4
_PAIR = 90


def preset(kind: str, count: int) -> tuple[Spot, ...]:
    """Places for so many stations: one of `PRESETS`. ValueError for another kind."""
    if kind == "circle":
        return tuple(_on_circle(n, count) for n in range(count))
    if kind == "rows":
        return _in_rows(count, min(count, 4))
    if kind == "pairs":
        return _in_pairs(count)
    if kind != "stations":
        raise ValueError(kind)
    return _in_rows(count, ceil(sqrt(count)))


def _on_circle(n: int, count: int) -> Spot:
    turn = 2 * pi * n / count - pi / 2
    return round(MIDDLE + _RADIUS * cos(turn)), round(MIDDLE + _RADIUS * sin(turn))


def _in_rows(count: int, across: int) -> tuple[Spot, ...]:
    rows = ceil(count / across) if across else 0
    return tuple(
        (_share(n % across, _in_row(n // across, count, across)), _depth(n // across, rows))
        for n in range(count)
    )


def _in_row(row: int, count: int, across: int) -> int:
    return min(across, count - row * across)


def _share(n: int, many: int) -> int:
    return round(SIDE * (2 * n + 1) / (2 * many))


def _depth(row: int, rows: int) -> int:
    return MIDDLE if rows < 2 else round(_FRONT + (_BACK - _FRONT) * row / (rows - 1))


def _in_pairs(count: int) -> tuple[Spot, ...]:
    """Two by two, each pair close together."""
    middles = _in_rows(ceil(count / 2), min(2, ceil(count / 2)))
    found: list[Spot] = []
    for n in range(count):
        x, y = middles[n // 2]
        alone = n == count - 1 and n % 2 == 0
        found.append((x if alone else x + (_PAIR if n % 2 else -_PAIR), y))
    return tuple(found)


def lines(spots: Sequence[Spot | None]) -> list[tuple[Line, ...]]:
    """The ways to see the room as rows of stations, from the board to the back.

    A row has (number of the station, x) from left to right. Of stations that clearly stand behind
    others those come into one row that are clearly beside them too, so that a circle need not have
    a row for every table; there are never more than four. Those without a place come last.
    """
    known = [(n, spot) for n, spot in enumerate(spots) if spot is not None]
    lost = [n for n, spot in enumerate(spots) if spot is None]
    known += [(n, (_share(i, len(lost)), SIDE + MIDDLE)) for i, n in enumerate(lost)]
    deep = sorted(known, key=lambda one: (one[1][1], one[1][0], one[0]))
    gaps = [deep[i + 1][1][1] - deep[i][1][1] for i in range(len(deep) - 1)]
    clear = 1 + sum(gap > _APART for gap in gaps)
    most = min(clear, _MOST_ROWS)
    ways = [_cut(deep, gaps, rows) for rows in range(min(2, most), most)]
    places = dict(deep)
    true = [way for way in ways if all(_beside(line, places) for line in way)]
    return [*true, _cut(deep, gaps, most)]


def _beside(line: Line, places: Mapping[int, Spot]) -> bool:
    """Whether nobody in a row stands straight behind another."""
    return all(
        right - left >= _ASIDE or abs(places[a][1] - places[b][1]) <= _APART
        for (a, left), (b, right) in pairwise(line)
    )


def _cut(deep: Sequence[tuple[int, Spot]], gaps: Sequence[int], rows: int) -> tuple[Line, ...]:
    """Part the stations where they are furthest behind one another."""
    widest = sorted(range(len(gaps)), key=lambda i: -gaps[i])[: rows - 1]
    edges = [0, *(i + 1 for i in sorted(widest)), len(deep)]
    parts = [deep[a:b] for a, b in pairwise(edges)]
    return tuple(
        tuple(sorted(((n, spot[0]) for n, spot in part), key=lambda one: (one[1], one[0])))
        for part in parts
    )
