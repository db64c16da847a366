"""The largest names that fit: one size for the whole class, nobody cut short.

All three tiers, 1 to 3 rows of stations and 1 to 6 columns of names are tried, and the largest size
between a 28th and a 17th of the height is taken. Where sizes are equal fewer columns of names win,
then the roomier tier, then fewer rows. The design's rule stops at the roomiest tier in which a
readable size fits; on a wider picture that could mean smaller names, so here the larger text wins
and the head gives way. If nothing fits, names may stand on more than two lines and shrink to a
36th of the height. Where even that is too large for them, the stations are shown by turns, on as
few pages as it takes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from app.domain.board.pages import Page, divided, ways
from app.domain.board.places import PHOTO, SLACK, Box, Canvas, Grid, Tier, grids
from app.domain.board.room import room_grids
from app.domain.board.scene import BoardStation
from app.domain.board.search import LINE, Found, Names, Search
from app.domain.board.text import Measured, TextMeasure, Widths, cost, side_by_side

PITCH = 1.62
LEADING = 1.05
TIGHT_LEADING = 0.95
ASUNDER = 1.2
ROOMY_LINES = 6
MOST_PAGES = 4

Known = Mapping[int, Measured]


@dataclass(frozen=True, slots=True)
class NameBox:
    """A name in its place; `lines` together are the whole name. `photo` is the place of one."""

    key: int
    lines: tuple[str, ...]
    box: Box
    photo: Box | None = None


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

    `size` is every name's px, `pitch` from one name to the next and `leading` from one line of a
    name to its next, as a share of the size. `stations` are those of `page`
    (from 0), of `pages` that are shown by turns; `way` is how the class was divided into them.
    """

    canvas: Canvas
    grid: Grid
    size: float
    pitch: float
    leading: float
    stations: tuple[StationBox, ...]
    page: int = 0
    pages: int = 1
    way: int = 1

    @property
    def tier(self) -> Tier:
        """The size of everything but names."""
        return self.grid.tier

    @property
    def rows(self) -> int:
        """How many rows of stations there are."""
        return self.grid.rows

    @property
    def name_columns(self) -> int:
        """How many names stand side by side at a station."""
        return self.grid.name_columns

    @property
    def name_width(self) -> float:
        """The room of a line, behind the photo if there is one."""
        return self.grid.name_width - self.grid.lead * self.size

    @property
    def too_small(self) -> bool:
        """Whether names are under a 28th of the height. Only the teacher's console says so."""
        return self.size < self.canvas.reach / 28 - SLACK


def fit_board(
    stations: Sequence[BoardStation],
    canvas: Canvas,
    measure: TextMeasure,
    mirrored: bool = False,
    keep: BoardFit | None = None,
    page: int = 0,
    least: float = 0.0,
    room: bool = False,
) -> BoardFit:
    """Fit names and stations onto the canvas, `mirrored` for languages read from the right.

    `keep` is the picture before: stations keep their places and pages, and names theirs, while a
    readable size fits. `page` counts on for ever: after the last one comes the first. Where all
    on one page would be under `least` px, a few pages are taken if they bring names to that.
    `room`: stations stand as they do in the room, if they were placed and names can be read so.
    """
    widths = Widths(measure)
    known = {n.key: widths.measured(n.key, n.text) for s in stations for n in s.names}
    finding = _Finding(stations, canvas, known, widths, least)
    way, found = (finding.in_room(mirrored, keep) if room else None) or finding.found(keep)
    pages = divided(stations, way)
    number = page % len(pages)
    placing = _Placing(_names(pages, known), found, widths, mirrored)
    return BoardFit(
        canvas=found.grid.canvas,
        grid=found.grid,
        size=found.size,
        pitch=placing.pitch,
        leading=placing.leading,
        stations=tuple(placing.stations(pages[number], known)),
        page=number,
        pages=len(pages),
        way=way,
    )


def _names(pages: Sequence[Page], known: Known) -> Names:
    """Everybody's names, station by station, of all pages."""
    return [[known[n.key] for n in station.names] for page in pages for station in page]


class _Finding:
    """Goes from the readable to the small, and from one page to many."""

    def __init__(
        self,
        stations: Sequence[BoardStation],
        canvas: Canvas,
        known: Known,
        widths: Widths,
        least: float,
    ) -> None:
        self._least = least
        self._stations = stations
        self._canvas = canvas
        self._known = known
        self._widths = widths

    def found(self, keep: BoardFit | None) -> tuple[int, Found]:
        """How many ways the class is divided, and the arrangement of a page."""
        whole = self._search(1)
        kept = keep.grid if keep and keep.pages == 1 else None
        tried = list(ways(self._stations))
        if keep and keep.way in tried:
            tried.insert(0, keep.way)
        readable = whole.ordinary(kept)
        if readable and readable.size >= self._least:
            return 1, readable
        if self._least and (far := self._far(tried)):
            return far
        if readable:
            return 1, readable
        for way in tried:
            search = self._search(way)
            if found := search.ordinary() or search.small():
                return way, found
        return 1, whole.smallest()

    def in_room(self, mirrored: bool, keep: BoardFit | None) -> tuple[int, Found] | None:
        """The plan of the room; None where nobody placed the stations, or names do not fit."""
        options = room_grids(self._canvas, [s.place for s in self._stations], mirrored)
        if not options:
            return None
        names = _names([tuple(self._stations)], self._known)
        search = Search(names, options, self._widths)
        found = search.ordinary(keep.grid if keep else None) or search.small()
        return (1, found) if found else None

    def _far(self, tried: Sequence[int]) -> tuple[int, Found] | None:
        """Pages on which names can be read from the last row."""
        for way in tried:
            if 1 < way <= min(MOST_PAGES, len(self._stations)):
                found = self._search(way).ordinary()
                if found and found.size >= self._least - SLACK:
                    return way, found
        return None

    def _search(self, way: int) -> Search:
        pages = divided(self._stations, way)
        canvas = replace(self._canvas, paged=len(pages) > 1)
        options = grids(canvas, max(map(len, pages)))
        return Search(_names(pages, self._known), options, self._widths, self._least)


class _Placing:
    """Gives every station and name its box."""

    def __init__(self, names: Names, found: Found, widths: Widths, mirrored: bool) -> None:
        self._names = names
        self._grid = found.grid
        self._size = found.size
        self._widths = widths
        self._mirrored = mirrored
        self._airy = self._airy_pitch(self._tallest())
        self.pitch = max(self._airy, LINE * self._size * max(1.0, self._grid.least_lines))
        self.leading = self._leading()

    def stations(self, page: Page, known: Known) -> Iterable[StationBox]:
        """The stations of a page and their names, in their places."""
        for index, station in enumerate(page):
            yield self._station(station.key, index, [known[n.key] for n in station.names])

    def _tallest(self) -> float:
        columns = chain.from_iterable(
            side_by_side(station, self._grid.name_columns) for station in self._names
        )
        return max((sum(map(self._cost, column)) for column in columns), default=0)

    def _cost(self, name: Measured) -> float:
        return max(self._grid.least_lines, cost(len(self._lines(name))))

    def _airy_pitch(self, tallest: float) -> float:
        """As far apart as six lines would be, or closer; lines that would touch stand apart."""
        return min(self._grid.names_height / max(tallest, ROOMY_LINES), PITCH * self._size)

    def _leading(self) -> float:
        """Lines of one name stand so close that nobody takes them for two names."""
        asunder = self._slot(2) / self._size - LEADING
        return LEADING if asunder >= ASUNDER * LEADING else TIGHT_LEADING

    def _lines(self, name: Measured) -> tuple[str, ...]:
        return self._widths.lines(name, self._grid.room(self._size))

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
            height = self.leading * self._size * len(lines)
            width = max(map(self._widths.width, lines)) * self._size
            middle, lead = top + slot / 2, self._grid.lead * self._size
            box = Box(room.x + lead, middle - height / 2, width, height)
            yield NameBox(name.key, lines, self._seen(box), self._photo(room.x, middle))
            top += slot

    def _photo(self, left: float, middle: float) -> Box | None:
        if not self._grid.canvas.photos:
            return None
        side = PHOTO * self._size
        return self._seen(Box(left, middle - side / 2, side, side))

    def _slot(self, lines: int) -> float:
        """The height a name takes: a little less than its lines on their own would."""
        if lines == 1:
            return self.pitch
        return max(0.774 * lines * self._airy, cost(lines) * LINE * self._size)

    def _seen(self, box: Box) -> Box:
        return box.mirrored(self._grid.canvas.width) if self._mirrored else box
