"""Names on lines: how wide they are and where they may be broken."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from math import ceil
from typing import Protocol

from app.domain.letters import letters

WRAPPED = 1.75
REFERENCE_PX = 100.0
INITIAL = 3
"""So many signs of a last name at most, the dot among them."""

_BREAK_AFTER = "-‐‑–"


class TextMeasure(Protocol):
    """Knows the board's face."""

    def width(self, text: str, px: float) -> float:
        """How wide a line of text is at a size, in px; in proportion to the size."""
        ...


def pieces(text: str) -> tuple[str, ...]:
    """The parts a line may end after: behind a hyphen or at a space, the space left out."""
    found, start = [], 0
    for index, char in enumerate(text):
        if char == " " or (char in _BREAK_AFTER and index > start):
            found.append(text[start : index + 1])
            start = index + 1
    return tuple(piece for piece in (*found, text[start:]) if piece.strip())


@dataclass(frozen=True, slots=True)
class Cut:
    """A text cut into its letters, `ends[i]` the width of the first i of them at size 1.

    `breaks` counts the letters after which a line may end without parting a word; `widest` is the
    widest letter.
    """

    letters: tuple[str, ...]
    ends: tuple[float, ...]
    breaks: tuple[int, ...]
    widest: float

    def lines(self, room: float) -> tuple[str, ...]:
        """Full lines about as wide as `room`; words are broken only where one is too long.

        Nothing is left out and no sign is added. A single letter may be wider than the room.
        """
        found, start = [], 0
        while start < len(self.letters):
            stop = self._stop(start, room)
            found.append("".join(self.letters[start:stop]).strip())
            start = stop
        return tuple(filter(None, found)) or ("",)

    def _stop(self, start: int, room: float) -> int:
        furthest = bisect_right(self.ends, self.ends[start] + room) - 1
        if furthest >= len(self.letters):
            return len(self.letters)
        last = bisect_right(self.breaks, furthest) - 1
        whole_words = self.breaks[last] if last >= 0 else 0
        return whole_words if whole_words > start else max(start + 1, furthest)


def cut(text: str, width: Callable[[str], float]) -> Cut:
    """Measure the beginnings of a text."""
    signs = letters(text)
    beginnings = accumulate(signs)
    ends = tuple(accumulate((width(part.rstrip()) for part in beginnings), max, initial=0.0))
    parts = pieces(text)
    lengths = accumulate(len(letters(part)) for part in parts)
    widest = max((after - before for before, after in pairwise(ends)), default=0.0)
    return Cut(signs, ends, tuple(lengths), widest)


@dataclass(frozen=True, slots=True)
class Measured:
    """A name with its widths at size 1: whole, and in the two lines that need least room.

    `forlorn`: an initial would stand on a line of its own, as it can't be parted elsewhere.
    """

    key: int
    text: str
    width: float
    halves: tuple[str, ...]
    halves_width: float
    forlorn: bool = False

    def lines(self, room: float) -> tuple[str, ...]:
        """One line or two, in a room measured in sizes; none when neither fits."""
        if self.width <= room:
            return (self.text,)
        return self.halves if self.halves_width <= room else ()


def measured(key: int, text: str, width: Callable[[str], float]) -> Measured:
    """Measure a name once, for every size."""
    parts = pieces(text)
    splits = [
        ("".join(parts[:i]).strip(), "".join(parts[i:]).strip()) for i in range(1, len(parts))
    ]
    ranked = [(_is_initial(b), max(width(a), width(b)), (a, b)) for a, b in splits]
    forlorn, wide, halves = min(ranked, default=(False, float("inf"), ()))
    return Measured(key, text, width(text), halves, wide, forlorn)


def _is_initial(word: str) -> bool:
    """Whether it is the letter or two by which names are told apart: "P.", "Lo."."""
    return word.endswith(".") and len(letters(word)) <= INITIAL


class Widths:
    """Widths at size 1, each asked of the face once."""

    def __init__(self, measure: TextMeasure) -> None:
        self._measure = measure
        self.width = cache(self._width)
        self.cut = cache(self._cut)

    def measured(self, key: int, text: str) -> Measured:
        """A name with its widths."""
        return measured(key, text, self.width)

    def lines(self, name: Measured, room: float) -> tuple[str, ...]:
        """The name on as many lines as it takes in a room measured in sizes."""
        return name.lines(room) or self.cut(name.text).lines(room)

    def widest_word(self, text: str) -> float:
        """The widest part that no line may part."""
        return max((self.width(part.strip()) for part in pieces(text)), default=0.0)

    def _width(self, text: str) -> float:
        return self._measure.width(text, REFERENCE_PX) / REFERENCE_PX

    def _cut(self, text: str) -> Cut:
        return cut(text, self.width)


def cost(lines: int) -> float:
    """How many single lines a name on so many lines counts for."""
    return (0, 1, WRAPPED)[lines] if lines < 3 else 0.88 * lines


def side_by_side(names: Sequence[Measured], columns: int) -> list[Sequence[Measured]]:
    """A station's names in columns, the first one the longest."""
    each = ceil(len(names) / columns) or 1
    return [names[i * each : (i + 1) * each] for i in range(columns)]
