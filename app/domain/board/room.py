"""The board as a plan of the room: each station stands where its table does."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from app.domain.board.places import NAME_COLUMNS, PADDING_X, TIERS, Box, Canvas, Grid
from app.domain.room import MIDDLE, SIDE, Line, Spot, lines

_SPREAD = 250


@dataclass(frozen=True, slots=True)
class RoomGrid(Grid):
    """Stations of one size in rows from the board to the back, each as far left as its table.

    `lines` are those rows: (number of the station, x in thousandths), from left to right.
    """

    lines: tuple[Line, ...] = ()

    def alike(self, other: Grid) -> bool:
        """Whether names stand in the same way and stations in the same rows."""
        same = isinstance(other, RoomGrid) and other.lines == self.lines
        return same and Grid.alike(self, other)

    @property
    def columns(self) -> int:
        """How many stations stand beside each other at most, or could."""
        widest = max((len(line) for line in self.lines), default=1)
        across = [x for line in self.lines for _, x in line]
        return max(widest, 2 if across and max(across) - min(across) > _SPREAD else 1)

    def station_box(self, index: int) -> Box:
        """Where a station stands: in its row of the room."""
        row = next(n for n, line in enumerate(self.lines) if index in dict(line))
        line = self.lines[row]
        left = self._lefts(line)[[n for n, _ in line].index(index)]
        top = self.canvas.columns_top(self.tier) + row * (self.column_height + self.gap)
        return Box(left, top, self.column_width, self.column_height)

    def _lefts(self, line: Line) -> list[float]:
        """Where each station of a row begins: about its middle, and never on its neighbour."""
        wide, inset = self.column_width, PADDING_X * self.canvas.unit
        first, last = inset, self.canvas.width - inset - wide
        inner = self.canvas.width - 2 * inset
        found: list[float] = []
        for _, x in line:
            wished = inset + inner * x / SIDE - wide / 2
            found.append(max(first, min(last, wished)))
            first = found[-1] + wide + self.gap
        end = last
        for n in reversed(range(len(found))):
            found[n] = min(found[n], end)
            end = found[n] - wide - self.gap
        return found


def room_grids(canvas: Canvas, spots: Sequence[Spot | None], mirrored: bool) -> list[Grid]:
    """The ways to see the room, the preferred ones first; none when nobody placed a station.

    `mirrored`: the picture will be seen in a mirror, but the room's left stays left.
    """
    if not any(spots):
        return []
    turned = [_turned(spot) for spot in spots] if mirrored else list(spots)
    ways = lines(turned)
    return [
        RoomGrid(canvas, tier, len(spots), len(way), names, way)
        for names, tier, way in product(NAME_COLUMNS, TIERS, reversed(ways))
    ]


def _turned(spot: Spot | None) -> Spot | None:
    return None if spot is None else (2 * MIDDLE - spot[0], spot[1])
