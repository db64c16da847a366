"""Boxes, sizes and columns of the board: where things can stand before anybody is named.

Lengths are px of the picture. `unit` is a 1080th of its height; the design's numbers count units.
"""

from dataclasses import dataclass
from math import ceil, floor

PADDING_X = 40
PADDING_TOP = 36
PADDING_BOTTOM = 32
GAP = 24
BAR_GAP = 20
MINUTE_BAR = 20
COLUMNS_GAP = 28
MESSAGE = 76
BORDER = 4
NAME_INSET = 26
NAMES_TOP = 13.5
NAMES_SPARE = 36


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; x runs to the right, y down."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def mirrored(self, width: float) -> "Box":
        """The same place seen in a mirror `width` wide."""
        return Box(width - self.right, self.y, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Tier:
    """One of the board's three sizes of everything but names, in units."""

    name: str
    timer: int
    top: int
    header: int
    station: int
    icon: int
    message: bool


TIERS = (
    Tier("roomy", timer=204, top=148, header=124, station=42, icon=68, message=True),
    Tier("compact", timer=116, top=84, header=70, station=42, icon=46, message=False),
    Tier("tight", timer=84, top=64, header=56, station=34, icon=36, message=False),
)


@dataclass(frozen=True, slots=True)
class Canvas:
    """The picture to fill. `moving`: the transition, whose head is taller and has no message."""

    width: float
    height: float
    message: bool = False
    moving: bool = False

    @property
    def reach(self) -> float:
        """The height sizes are shares of: the picture's, or its width where it stands upright."""
        return min(self.height, self.width)

    @property
    def unit(self) -> float:
        return self.reach / 1080

    @property
    def border(self) -> int:
        """The edge of a column: whole pixels, so that it is sharp."""
        return max(1, floor(BORDER * self.unit))

    def columns_top(self, tier: Tier) -> float:
        head = PADDING_TOP + tier.top + BAR_GAP + MINUTE_BAR + COLUMNS_GAP
        return (head + (COLUMNS_GAP if self.moving else 0)) * self.unit

    def columns_bottom(self, tier: Tier) -> float:
        message = self.message and tier.message and not self.moving
        return self.height - (PADDING_BOTTOM + (MESSAGE if message else 0)) * self.unit


@dataclass(frozen=True, slots=True)
class Grid:
    """Station columns in `rows` rows, and in each room for names side by side or not."""

    canvas: Canvas
    tier: Tier
    stations: int
    rows: int
    name_columns: int = 1

    @property
    def columns(self) -> int:
        return ceil(self.stations / self.rows)

    @property
    def _gap(self) -> float:
        return GAP * self.canvas.unit

    @property
    def column_width(self) -> float:
        inner = self.canvas.width - 2 * PADDING_X * self.canvas.unit
        return (inner - (self.columns - 1) * self._gap) / self.columns

    @property
    def column_height(self) -> float:
        inner = self.canvas.columns_bottom(self.tier) - self.canvas.columns_top(self.tier)
        return (inner - (self.rows - 1) * self._gap) / self.rows

    @property
    def name_width(self) -> float:
        """What one line of a name may take."""
        inner = self.column_width - 2 * NAME_INSET * self.canvas.unit
        return (inner - (self.name_columns - 1) * self._gap) / self.name_columns

    @property
    def names_height(self) -> float:
        """What all the lines of a station may take."""
        frame = 2 * BORDER + self.tier.header + NAMES_SPARE
        return self.column_height - frame * self.canvas.unit

    def station_box(self, index: int) -> Box:
        row, column = divmod(index, self.columns)
        x = PADDING_X * self.canvas.unit + column * (self.column_width + self._gap)
        y = self.canvas.columns_top(self.tier) + row * (self.column_height + self._gap)
        return Box(x, y, self.column_width, self.column_height)

    def header_box(self, station: Box) -> Box:
        border = self.canvas.border
        height = self.tier.header * self.canvas.unit
        return Box(station.x + border, station.y + border, station.width - 2 * border, height)

    def names_box(self, station: Box, name_column: int) -> Box:
        """The lines of one column of names."""
        above = self.canvas.border + (self.tier.header + NAMES_TOP) * self.canvas.unit
        x = station.x + NAME_INSET * self.canvas.unit + name_column * (self.name_width + self._gap)
        return Box(x, station.y + above, self.name_width, self.names_height)


def grids(canvas: Canvas, tier: Tier, stations: int, name_columns: int = 1) -> list[Grid]:
    """The ways to stand the stations in 1 to 3 rows, none of them empty."""
    found = [Grid(canvas, tier, stations, rows, name_columns) for rows in (1, 2, 3)]
    return [g for g in found if stations > (g.rows - 1) * g.columns]
