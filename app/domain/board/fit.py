"""The largest names that fit: one size for the whole class, nobody cut short.

The rule is the design's: try the roomy, then the compact, then the tight board, in 1 to 3 rows of
stations; take the largest size between a 28th and a 17th of the height. If none fits, names stand
in two columns per station, then they shrink to a 36th and, where even that is too large, on until
they fit; a word is parted only where names would else be under half of a readable size.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from app.domain.board.places import Box, Canvas, Grid, Tier
from app.domain.board.scene import BoardStation
from app.domain.board.search import LINE, SLACK, Names, Search
from app.domain.board.text import Measured, TextMeasure, cost, cut, measured, side_by_side

PITCH = 1.62
LEADING = 1.05
ROOMY_LINES = 6
REFERENCE_PX = 100.0
X_HEIGHT = 0.496


@dataclass(frozen=True, slots=True)
class NameBox:
    """A name in its place; `lines` together are the whole name."""

    key: int
    lines: tuple[str, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class StationBox:
    """A station column, its coloured header and its names."""

    key: int
    box: Box
    header: Box
    names: tuple[NameBox, ...]


@dataclass(frozen=True, slots=True)
class BoardFit:
    """Where everything stands.

    `size` is every name's px, `pitch` from one line to the next, `name_width` the room of a line.
    `too_small`: names are under a 28th of the height. The board does not say so; the teacher's
    console does.
    """

    canvas: Canvas
    tier: Tier
    rows: int
    name_columns: int
    size: float
    pitch: float
    name_width: float
    too_small: bool
    stations: tuple[StationBox, ...]


def fit_board(
    stations: Sequence[BoardStation],
    canvas: Canvas,
    measure: TextMeasure,
    mirrored: bool = False,
    keep_rows: int = 0,
) -> BoardFit:
    """Fit names and stations onto the canvas, `mirrored` for languages read from the right.

    `keep_rows` are the rows of the picture before: stations keep their places while names fit.
    """
    width = _width_at_1(measure)
    names = [[measured(n.key, n.text, width) for n in s.names] for s in stations]
    search = Search(names, canvas, width)
    kept = search.ordinary(keep_rows) if keep_rows else None
    found = kept or search.ordinary() or search.small() or search.smaller()
    grid, size = found or search.smallest()
    return _Placing(names, grid, size, width, mirrored).fit(stations)


def farthest_seat(size: float, height: float, image_height: float) -> float:
    """How far away, in metres, names of `size` px can be read on an image `image_height` m high.

    An x-height a 200th of the distance (DISCAS, basic decision making, AVIXA), read for x-heights
    instead of capitals, which is the careful way. The face's x-height is 0.496 of its size.
    """
    return 200 * size * X_HEIGHT * image_height / height


def _width_at_1(measure: TextMeasure) -> Callable[[str], float]:
    """Widths at size 1, each asked of the face once."""

    @cache
    def width(text: str) -> float:
        return measure.width(text, REFERENCE_PX) / REFERENCE_PX

    return width


class _Placing:
    """Gives every station and name its box."""

    def __init__(
        self,
        names: Names,
        grid: Grid,
        size: float,
        width: Callable[[str], float],
        mirrored: bool,
    ) -> None:
        self._names = names
        self._grid = grid
        self._size = size
        self._width = width
        self._mirrored = mirrored
        self._pitch = self._pitch_of(self._tallest())

    def fit(self, stations: Sequence[BoardStation]) -> BoardFit:
        grid, canvas = self._grid, self._grid.canvas
        boxes = (
            self._station(station.key, index, self._names[index])
            for index, station in enumerate(stations)
        )
        return BoardFit(
            canvas=canvas,
            tier=grid.tier,
            rows=grid.rows,
            name_columns=grid.name_columns,
            size=self._size,
            pitch=self._pitch,
            name_width=grid.name_width,
            too_small=self._size < canvas.reach / 28 - SLACK,
            stations=tuple(boxes),
        )

    def _tallest(self) -> float:
        columns = chain.from_iterable(
            side_by_side(station, self._grid.name_columns) for station in self._names
        )
        return max((sum(cost(len(self._lines(n))) for n in c) for c in columns), default=0)

    def _pitch_of(self, tallest: float) -> float:
        """As far apart as six lines would be, or closer, but never so close that lines touch."""
        airy = min(self._grid.names_height / max(tallest, ROOMY_LINES), PITCH * self._size)
        return max(airy, LINE * self._size)

    def _lines(self, name: Measured) -> tuple[str, ...]:
        room = (self._grid.name_width + SLACK) / self._size
        return name.lines(room) or cut(name.text, self._width).lines(room)

    def _station(self, key: int, index: int, names: Sequence[Measured]) -> StationBox:
        box = self._grid.station_box(index)
        placed = [
            name_box
            for column, those in enumerate(side_by_side(names, self._grid.name_columns))
            for name_box in self._column(self._grid.names_box(box, column), those)
        ]
        header = self._grid.header_box(box)
        return StationBox(key, self._seen(box), self._seen(header), tuple(placed))

    def _column(self, room: Box, names: Sequence[Measured]) -> Iterable[NameBox]:
        top = room.y
        for name in names:
            lines = self._lines(name)
            slot = self._slot(len(lines))
            height = LEADING * self._size * len(lines)
            width = max(map(self._width, lines)) * self._size
            box = Box(room.x, top + (slot - height) / 2, width, height)
            yield NameBox(name.key, lines, self._seen(box))
            top += slot

    def _slot(self, lines: int) -> float:
        """The height a name takes: a little less than its lines on their own would."""
        if lines == 1:
            return self._pitch
        return max(0.774 * lines * self._pitch, cost(lines) * LINE * self._size)

    def _seen(self, box: Box) -> Box:
        return box.mirrored(self._grid.canvas.width) if self._mirrored else box
