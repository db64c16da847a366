"""Boxes, sizes and columns of the board: where things can stand before anybody is named.

Lengths are px of the picture. `unit` is a 1080th of its height; the design's numbers count units.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import ceil, floor

PADDING_X = 40
PADDING_TOP = 36
PADDING_BOTTOM = 32
GAP = 24
BAR_GAP = 20
MINUTE_BAR = 20
COLUMNS_GAP = 28
MESSAGE = 76
MESSAGE_LOW = 60
PAGE_MARK = 36
BORDER = 4
NAME_INSET = 26
NAMES_TOP = 13.5
NAMES_SPARE = 36
ROWS = (1, 2, 3)
SLACK = 1e-9
PHOTO = 1.4
PHOTO_GAP = 0.3
PHOTO_LINES = 1.25
NAME_COLUMNS = (1, 2, 3, 4, 5, 6)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; x runs to the right, y down."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends, below."""
        return self.y + self.height

    def mirrored(self, width: float) -> "Box":
        """The same place seen in a mirror `width` wide."""
        return Box(width - self.right, self.y, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Tier:
    """One of the board's three sizes of everything but names, in units.

    `lavish`: there is a line for the subject, and the teacher's message has more room.
    """

    name: str
    timer: int
    top: int
    header: int
    station: int
    icon: int
    lavish: bool

    @property
    def message(self) -> int:
        """What the teacher's message takes below the columns. It is in every tier."""
        return MESSAGE if self.lavish else MESSAGE_LOW


TIERS = (
    Tier("roomy", timer=204, top=148, header=124, station=42, icon=68, lavish=True),
    Tier("compact", timer=116, top=84, header=70, station=42, icon=46, lavish=False),
    Tier("tight", timer=84, top=64, header=56, station=34, icon=36, lavish=False),
)


@dataclass(frozen=True)
class Canvas:
    """The picture to fill. `moving`: the transition, whose head is taller and has no message.

    `paged`: one picture of several, with room below the columns for the mark that says which.
    `icons`: those of stations are large; `photos`: each name has one beside it, or its first
    letter.
    """

    width: float
    height: float
    message: bool = False
    moving: bool = False
    paged: bool = False
    icons: bool = False
    photos: bool = False

    @cached_property
    def reach(self) -> float:
        """The height sizes are shares of: the picture's, or its width where it stands upright."""
        return min(self.height, self.width)

    @cached_property
    def unit(self) -> float:
        """Px of one unit: a picture of 1920 by 1080 is 1080 units high."""
        return self.reach / 1080

    @cached_property
    def border(self) -> int:
        """The edge of a column: whole pixels, so that it is sharp."""
        return max(1, floor(BORDER * self.unit))

    def columns_top(self, tier: Tier) -> float:
        """Px from the top to the first row of stations."""
        head = PADDING_TOP + tier.top + BAR_GAP + MINUTE_BAR + COLUMNS_GAP
        return (head + (COLUMNS_GAP if self.moving else 0)) * self.unit

    def columns_bottom(self, tier: Tier) -> float:
        """Px from the top to the end of the last row of stations."""
        message = tier.message if self.message and not self.moving else 0
        mark = PAGE_MARK if self.paged else 0
        return self.height - (PADDING_BOTTOM + message + mark) * self.unit


@dataclass(frozen=True)
class Grid:
    """Station columns in `rows` rows, and in each room for names side by side or not.

    Its measures are worked out once: a fit asks for them a thousand times.
    """

    canvas: Canvas
    tier: Tier
    stations: int
    rows: int
    name_columns: int = 1

    def alike(self, other: "Grid") -> bool:
        """Whether names stand in the same way, whatever the picture is."""
        mine = (self.tier, self.rows, self.name_columns)
        return mine == (other.tier, other.rows, other.name_columns)

    @cached_property
    def columns(self) -> int:
        """How many stations stand side by side."""
        return ceil(self.stations / self.rows)

    @cached_property
    def gap(self) -> float:
        """What is free between two stations."""
        return GAP * self.canvas.unit

    @cached_property
    def column_width(self) -> float:
        """Px a station takes across."""
        inner = self.canvas.width - 2 * PADDING_X * self.canvas.unit
        return (inner - (self.columns - 1) * self.gap) / self.columns

    @cached_property
    def column_height(self) -> float:
        """Px a station takes down."""
        inner = self.canvas.columns_bottom(self.tier) - self.canvas.columns_top(self.tier)
        return (inner - (self.rows - 1) * self.gap) / self.rows

    @cached_property
    def name_width(self) -> float:
        """What one line of a name may take."""
        inner = self.column_width - 2 * NAME_INSET * self.canvas.unit
        return (inner - (self.name_columns - 1) * self.gap) / self.name_columns

    def room(self, size: float) -> float:
        """The same, in names of a size, behind the photos if there are any."""
        return (self.name_width + SLACK) / size - self.lead

    @cached_property
    def lead(self) -> float:
        """What stands in front of each name, as a share of its size."""
        return PHOTO + PHOTO_GAP if self.canvas.photos else 0.0

    @cached_property
    def least_lines(self) -> float:
        """How many lines each name takes at least."""
        return PHOTO_LINES if self.canvas.photos else 0.0

    @cached_property
    def names_height(self) -> float:
        """What all the lines of a station may take."""
        frame = 2 * BORDER + self.tier.header + NAMES_SPARE
        return self.column_height - frame * self.canvas.unit

    def station_box(self, index: int) -> Box:
        """Where a station stands; rows fill in the order of reading."""
        row, column = divmod(index, self.columns)
        x = PADDING_X * self.canvas.unit + column * (self.column_width + self.gap)
        y = self.canvas.columns_top(self.tier) + row * (self.column_height + self.gap)
        return Box(x, y, self.column_width, self.column_height)

    def header_box(self, station: Box) -> Box:
        """The coloured head of a station, inside its edge."""
        border = self.canvas.border
        height = self.tier.header * self.canvas.unit
        return Box(station.x + border, station.y + border, station.width - 2 * border, height)

    def names_box(self, station: Box, name_column: int) -> Box:
        """The lines of one column of names."""
        above = self.canvas.border + (self.tier.header + NAMES_TOP) * self.canvas.unit
        x = station.x + NAME_INSET * self.canvas.unit + name_column * (self.name_width + self.gap)
        return Box(x, station.y + above, self.name_width, self.names_height)


def grids(canvas: Canvas, stations: int) -> list[Grid]:
    """The ways to stand names, and the stations in 1 to 3 rows, none of them empty.

    The preferred ones come first: few columns of names, the roomy tiers, few rows.
    """
    every = product(NAME_COLUMNS, TIERS, ROWS)
    found = [Grid(canvas, tier, max(1, stations), rows, names) for names, tier, rows in every]
    return [grid for grid in found if grid.stations > (grid.rows - 1) * grid.columns]
