"""Which arrangement and size of names fit: the largest of all of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import floor, inf

from app.domain.board.places import SLACK, TIERS, Grid
from app.domain.board.text import WRAPPED, Measured, Widths, cost, side_by_side

LINE = 1.22
STEP = 0.5
LEAST_OF_BEST = 0.9
WORTH_WHOLE = 0.95
"""An initial beside its name may cost no more of the size: how far off names are read is more."""

_LAST_STEPS = 64

Names = Sequence[Sequence[Measured]]


@dataclass(frozen=True, slots=True)
class Breaking:
    """How names may be broken: for how many lines one counts in a room measured in sizes.

    `least` is the narrowest room in which every name can be written at all.
    """

    lines: Callable[[Measured, float], float]
    least: float


@dataclass(frozen=True, slots=True)
class Found:
    """An arrangement, and the size of names in it."""

    grid: Grid
    size: float


class Search:
    """Tries sizes and arrangements for the names of one station after another.

    With the same size the first of `grids` is taken: they come in the order of preference. Sizes
    end at a 17th of the height, or at a larger `wish`.
    """

    def __init__(
        self, names: Names, grids: Sequence[Grid], widths: Widths, wish: float = 0.0
    ) -> None:
        self._names = names
        self._grids = grids
        self._widths = widths
        self._reach = grids[0].canvas.reach
        self._top = max(self._reach / 17, wish + STEP if wish else 0)
        self._all = list(chain.from_iterable(names))

    def ordinary(self, keep: Grid | None = None) -> Found | None:
        """A readable size, from a 28th to a 17th of the height, on one line or two.

        The stations of `keep` stay where they are if a readable size fits there; their names too,
        unless others would be larger by more than a tenth. No initial stands alone on a line,
        unless all names would be clearly smaller without that.
        """
        loose = self._readable(keep, self._on_two_lines())
        if loose is None or not any(name.forlorn for name in self._all):
            return loose
        firm = self._readable(keep, self._on_two_lines(firm=True))
        return firm if firm and firm.size >= WORTH_WHOLE * loose.size else loose

    def _readable(self, keep: Grid | None, breaking: Breaking) -> Found | None:
        sizes = self._from(28)
        if keep is None:
            return self._best(self._grids, sizes, breaking)
        places = [grid for grid in self._grids if grid.rows == keep.rows]
        best = self._best(places, sizes, breaking)
        same = self._best([grid for grid in places if grid.alike(keep)], sizes, breaking)
        if same and best and same.size >= LEAST_OF_BEST * best.size:
            return same
        return best or self._best(self._grids, sizes, breaking)

    def small(self) -> Found | None:
        """A size from a 36th of the height; names on as many lines as they have words."""
        return self._drawn(self._best(self._grids, self._from(36), self._between_words()))

    def smallest(self) -> Found:
        """Any size; words are broken between letters if need be."""
        options = [grid for grid in self._grids if grid.tier is TIERS[-1]]
        lowest = self._reach / 28
        sizes = [lowest * step / _LAST_STEPS for step in range(1, _LAST_STEPS + 1)]
        found = self._best(options, sizes, self._anywhere()) or Found(options[0], sizes[0])
        return self._drawn(found) or found

    def _from(self, share: int) -> list[float]:
        """Sizes from a share of the height to the top, half a px apart."""
        lowest = self._reach / share
        steps = floor((self._top - lowest) / STEP + SLACK)
        return [lowest + STEP * step for step in range(steps + 1)]

    def _drawn(self, found: Found | None) -> Found | None:
        """A little smaller where a line as it is drawn is wider than its letters' share."""
        if found is None:
            return None
        grid, size = found.grid, found.size
        while (wide := self._widest(grid, size) + grid.lead * size) > grid.name_width:
            size *= min(0.98, grid.name_width / wide)
        return Found(grid, size)

    def _widest(self, grid: Grid, size: float) -> float:
        """The longest line as it is drawn."""
        room = grid.room(size)
        lines = chain.from_iterable(self._widths.lines(name, room) for name in self._all)
        return size * max(map(self._widths.width, lines), default=0)

    def _best(
        self, options: Sequence[Grid], sizes: Sequence[float], breaking: Breaking
    ) -> Found | None:
        """The arrangement with the largest names, the first of equals."""
        best, at = None, -1
        for grid in options:
            # One look tells whether this one can be larger; only then is its size looked for.
            if at + 1 < len(sizes) and self._fits(grid, sizes[at + 1], breaking):
                at = self._largest(grid, sizes, breaking, at + 1)
                best = Found(grid, sizes[at])
        return best

    def _largest(self, grid: Grid, sizes: Sequence[float], breaking: Breaking, fits: int) -> int:
        """The largest size that fits, from one that does; larger names never need less room."""
        low, high = fits + 1, len(sizes)
        while low < high:
            middle = (low + high) // 2
            if self._fits(grid, sizes[middle], breaking):
                low = middle + 1
            else:
                high = middle
        return low - 1

    def _fits(self, grid: Grid, size: float, breaking: Breaking) -> bool:
        room, least = grid.room(size), grid.least_lines
        most = (grid.names_height + SLACK) / (size * LINE)
        return room >= breaking.least and all(
            len(column) <= most
            and sum(max(least, breaking.lines(name, room)) for name in column) <= most
            for station in self._names
            for column in side_by_side(station, grid.name_columns)
        )

    def _on_two_lines(self, firm: bool = False) -> Breaking:
        lines = _whole_or_two if firm else _one_or_two
        widths = (
            name.width if firm and name.forlorn else min(name.width, name.halves_width)
            for name in self._all
        )
        return Breaking(lines, max(widths, default=0))

    def _between_words(self) -> Breaking:
        widths = (self._widths.widest_word(name.text) for name in self._all)
        return Breaking(self._lines_of_words, max(widths, default=0))

    def _anywhere(self) -> Breaking:
        widths = (self._widths.cut(name.text).widest for name in self._all)
        return Breaking(self._lines_of_words, max(widths, default=0))

    def _lines_of_words(self, name: Measured, room: float) -> float:
        return cost(len(self._widths.lines(name, room)))


def _one_or_two(name: Measured, room: float) -> float:
    """What a name counts for on one line or two, infinite when neither fits."""
    if name.width <= room:
        return 1
    return WRAPPED if name.halves_width <= room else inf


def _whole_or_two(name: Measured, room: float) -> float:
    """As `_one_or_two`, but an initial never stands alone."""
    return inf if name.forlorn and name.width > room else _one_or_two(name, room)
