"""Who can read the board from where, and what would help those who cannot.

An x-height a 200th of the distance (DISCAS, basic decision making, AVIXA), read for x-heights
instead of capitals, which is the careful way. Lengths in the room are metres.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil

from app.domain.board.fit import BoardFit, fit_board
from app.domain.board.scene import BoardName, BoardStation
from app.domain.board.text import TextMeasure, pieces

X_HEIGHT = 0.496
"""The face's x-height, as a share of its size."""

_NEAREST = 0.05
_WORTH = 1.1

Body = Callable[[str], float]
"""How high the small letters of a text are, as a share of its size."""


@dataclass(frozen=True, slots=True)
class Sight:
    """How far the last row is from the picture, and how high the picture is, in metres."""

    seat: float
    image: float

    def least_size(self, height: float, body: float = X_HEIGHT) -> float:
        """The size in px that can be read from the last row, in a picture of that height."""
        return self.seat * height / (200 * body * self.image)


@dataclass(frozen=True, slots=True)
class Advice:
    """`farthest` is the seat from which every name can be read, `unread` who cannot be read.

    What would help, 0 or empty where it would not: a picture `image` metres high, `pages` by
    turns, at most so many `stations`, names that are `shorter` (one word of each is enough).
    """

    farthest: float
    unread: tuple[str, ...] = ()
    image: float = 0.0
    pages: int = 0
    stations: int = 0
    shorter: tuple[str, ...] = ()


def farthest_seat(size: float, height: float, image_height: float, body: float = X_HEIGHT) -> float:
    """How far away, in metres, names of `size` px can be read on an image `image_height` m high."""
    return 200 * size * body * image_height / height


def seen(
    stations: Sequence[BoardStation], fit: BoardFit, sight: Sight, body: Body
) -> tuple[float, tuple[str, ...]]:
    """The seat from which every name can be read, and the names the last row cannot read."""
    height = fit.canvas.height
    seats = {
        name.text: farthest_seat(fit.size, height, sight.image, body(name.text))
        for station in stations
        for name in station.names
    }
    farthest = min(seats.values(), default=farthest_seat(fit.size, height, sight.image))
    return farthest, tuple(text for text, seat in seats.items() if seat < sight.seat - 1e-6)


def advise(
    stations: Sequence[BoardStation],
    fit: BoardFit,
    measure: TextMeasure,
    sight: Sight,
    body: Body = lambda _text: X_HEIGHT,
) -> Advice:
    """What the last row can read, and what would help; each help is tried before it is given."""
    farthest, unread = seen(stations, fit, sight, body)
    if not unread:
        return Advice(farthest)
    canvas = replace(fit.canvas, paged=False)
    needed = sight.least_size(canvas.height, min(map(body, unread)))

    def tried(those: Sequence[BoardStation], least: float = 0.0) -> BoardFit:
        return fit_board(those, canvas, measure, least=least)

    paged = tried(stations, needed)
    return Advice(
        farthest=farthest,
        unread=unread,
        image=ceil(sight.image * needed / fit.size / _NEAREST - 1e-6) * _NEAREST,
        pages=paged.pages if paged.pages > 1 and paged.size >= needed - 1e-6 else 0,
        stations=_fewer(stations, needed, tried),
        shorter=_shorter(stations, fit, tried),
    )


def _fewer(stations: Sequence[BoardStation], needed: float, tried: Callable[..., BoardFit]) -> int:
    """At how many stations the same students could be read, 0 when at none."""
    everyone = [name for station in stations for name in station.names]
    for count in range(len(stations) - 1, 1, -1):
        spread = [
            replace(station, names=tuple(everyone[n::count]))
            for n, station in enumerate(stations[:count])
        ]
        found = tried(spread)
        if found.pages == 1 and found.size >= needed - 1e-6:
            return count
    return 0


def _shorter(
    stations: Sequence[BoardStation], fit: BoardFit, tried: Callable[..., BoardFit]
) -> tuple[str, ...]:
    """Names of several words without which all would be clearly larger."""
    names = [name for station in stations for name in station.names]
    long = tuple(name.text for name in names if _first(name) != name.text)
    short = [replace(s, names=tuple(replace(n, text=_first(n)) for n in s.names)) for s in stations]
    return long if long and tried(short).size >= _WORTH * fit.size else ()


def _first(name: BoardName) -> str:
    """The first word, and the initial that may be behind it."""
    parts = pieces(name.text)
    tail = parts[-1].strip() if len(parts) > 1 and parts[-1].endswith(".") else ""
    return " ".join(filter(None, (parts[0].strip(" -‐‑–"), tail))) if parts else name.text
