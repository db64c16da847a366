"""Which arrangement and size of names fit: the order of trials is the design's rule."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from itertools import chain
from math import ceil, floor, inf

from app.domain.board.places import TIERS, Canvas, Grid, Tier, grids
from app.domain.board.text import Measured, cost, cut, side_by_side

LINE = 1.22
STEP = 0.5
SLACK = 1e-9

_LAST_STEPS = 64

Names = Sequence[Sequence[Measured]]
LineCount = Callable[[Measured, float], float]


def _ordinary_cost(name: Measured, room: float) -> float:
    """What a name counts for on one line or two, infinite when neither fits."""
    return cost(len(name.lines(room))) or inf


class Search:
    """Tries sizes and arrangements in the order of the rule."""

    def __init__(self, names: Names, canvas: Canvas, width: Callable[[str], float]) -> None:
        self._names = names
        self._canvas = canvas
        self._width = width
        self._cuts = cache(partial(cut, width=width))
        self._lowest = canvas.reach / 28

    def ordinary(self, rows: int = 0) -> tuple[Grid, float] | None:
        """A readable size, names in one column per station, or else in two.

        `rows` asks for that many rows of stations; 0 leaves it open.
        """
        steps = floor((self._canvas.reach / 17 - self._lowest) / STEP + SLACK)
        sizes = [self._lowest + STEP * step for step in range(steps + 1)]
        for name_columns in (1, 2):
            for tier in TIERS:
                options = self._grids([tier], [name_columns])
                asked = [grid for grid in options if rows in (0, grid.rows)]
                if found := self._best(asked, sizes):
                    return found
        return None

    def small(self) -> tuple[Grid, float] | None:
        """A size from a 36th of the height, the largest of all arrangements."""
        low = self._canvas.reach / 36
        steps = ceil((self._lowest - low) / STEP - SLACK)
        return self._best(self._grids(TIERS, (1, 2)), [low + STEP * step for step in range(steps)])

    def smaller(self) -> tuple[Grid, float] | None:
        """A size from a 56th of the height, names on as many lines as they have words."""
        sizes = self._shares(_LAST_STEPS // 2, _LAST_STEPS)
        return self._settled(self._best(self._last_options(), sizes, self._words_cost))

    def smallest(self) -> tuple[Grid, float]:
        """Any size; words are broken between letters if need be."""
        options, sizes = self._last_options(), self._shares(1, _LAST_STEPS)
        found = self._best(options, sizes, self._anyhow_cost) or (options[0], sizes[0])
        return self._settled(found) or found

    def _last_options(self) -> list[Grid]:
        return self._grids(TIERS[-1:], (1, 2))

    def _shares(self, low: int, high: int) -> list[float]:
        return [self._lowest * step / _LAST_STEPS for step in range(low, high + 1)]

    def _settled(self, found: tuple[Grid, float] | None) -> tuple[Grid, float] | None:
        """A little smaller where a line as it is drawn is wider than its letters' share."""
        if found is None:
            return None
        grid, size = found
        while (wide := self._widest(grid, size)) > grid.name_width:
            size *= min(0.98, grid.name_width / wide)
        return grid, size

    def _widest(self, grid: Grid, size: float) -> float:
        """The longest line as it is drawn."""
        room = (grid.name_width + SLACK) / size
        lines = chain.from_iterable(
            self._cuts(name.text).lines(room) for station in self._names for name in station
        )
        return size * max(map(self._width, lines), default=0)

    def _grids(self, tiers: Iterable[Tier], name_columns: Iterable[int]) -> list[Grid]:
        count = max(1, len(self._names))
        many = list(name_columns)
        return [g for tier in tiers for n in many for g in grids(self._canvas, tier, count, n)]

    def _best(
        self, options: Sequence[Grid], sizes: Sequence[float], lines: LineCount = _ordinary_cost
    ) -> tuple[Grid, float] | None:
        """The arrangement with the largest names, the first of equals."""
        fitting = [(g, s) for g in options if (s := self._largest(g, sizes, lines))]
        return max(fitting, key=lambda option: option[1], default=None)

    def _largest(self, grid: Grid, sizes: Sequence[float], lines: LineCount) -> float | None:
        """The largest size that fits; larger names never need less room, so halve the rest."""
        low, high = 0, len(sizes)
        while low < high:
            middle = (low + high) // 2
            if self._fits(grid, sizes[middle], lines):
                low = middle + 1
            else:
                high = middle
        return sizes[low - 1] if low else None

    def _fits(self, grid: Grid, size: float, lines: LineCount) -> bool:
        room = (grid.name_width + SLACK) / size
        columns = chain.from_iterable(side_by_side(s, grid.name_columns) for s in self._names)
        tallest = max((sum(lines(name, room) for name in c) for c in columns), default=0)
        return tallest * size * LINE <= grid.names_height + SLACK

    def _words_cost(self, name: Measured, room: float) -> float:
        text = self._cuts(name.text)
        return cost(len(text.lines(room))) if text.widest_word <= room else inf

    def _anyhow_cost(self, name: Measured, room: float) -> float:
        text = self._cuts(name.text)
        return cost(len(text.lines(room))) if text.widest <= room else inf
