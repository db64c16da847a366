"""How far long reading of a file is, told as it goes."""

from collections.abc import Callable
from typing import NamedTuple


class Progress(NamedTuple):
    """How far a look at a file is: the part that is read, and how much of how much of it."""

    part: str
    done: int = 0
    all: int = 0


Tell = Callable[[Progress], None]


def unheard(_progress: Progress) -> None:
    """Nobody looks on."""
