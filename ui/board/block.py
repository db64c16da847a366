"""A text on several lines of the board, as large as its place allows."""

from collections.abc import Callable

from app.domain.board.text import cut, pieces
from ui.board.lettering import LEADING

_SMALL = 0.55
_SMALLEST = 0.4
_SHRINK = 0.96

Measure = Callable[[str], float]


def fitted_block(
    text: str, px: float, measure: Measure, width: float, height: float
) -> tuple[float, tuple[str, ...]]:
    """A size of `px` or less at which the text fits, and its lines.

    `measure` gives the width of a line at 1 px. Words are broken only where even a much smaller
    size would not do.
    """
    size = px
    while size > px * _SMALLEST:
        lines = _whole_words(text, width / size, measure)
        most = 2 if size > px * _SMALL else 4
        if lines and len(lines) <= most and _high(lines, size) <= max(height, size):
            return size, lines
        size *= _SHRINK
    lines = cut(text, measure).lines(width / size)
    return min(size, size * height / _high(lines, size)), lines


def _whole_words(text: str, room: float, width: Measure) -> tuple[str, ...]:
    """The lines of a text without parting a word; none when a word is too long."""
    if any(width(piece.strip()) > room for piece in pieces(text)):
        return ()
    return cut(text, width).lines(room)


def _high(lines: tuple[str, ...], size: float) -> float:
    return len(lines) * LEADING * size
