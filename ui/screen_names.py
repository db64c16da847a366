"""Knowing a screen again: after it was unplugged, on another port, beside its twin."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QScreen

BUILT_IN = ("eDP", "LVDS", "DSI", "Built-in")
"""How Linux and macOS call the screen that is part of a laptop."""
_PARTS = 6
BETWEEN = "|"


class Likeness(NamedTuple):
    """How surely a screen is the remembered one; the larger, the surer."""

    sure: int
    nearness: int


class Traits(NamedTuple):
    """What tells one screen from another. Cheap projectors say neither maker nor serial."""

    name: str
    maker: str
    model: str
    serial: str
    x: int
    y: int

    @property
    def text(self) -> str:
        """One line to be kept."""
        words = (self.name, self.maker, self.model, self.serial)
        clean = [word.replace(BETWEEN, " ").replace("\n", " ").strip() for word in words]
        return BETWEEN.join([*clean, str(self.x), str(self.y)])


def traits_of(screen: QScreen) -> Traits:
    """A screen's own word, and where on the desktop it is in px."""
    place = screen.geometry()
    return Traits(
        screen.name(),
        screen.manufacturer(),
        screen.model(),
        screen.serialNumber(),
        place.x(),
        place.y(),
    )


def is_built_in(name: str) -> bool:
    """Whether a screen is part of the computer, as far as its name tells."""
    return name.startswith(BUILT_IN)


def read_traits(text: str) -> Traits | None:
    """What was kept; None when it makes no sense."""
    parts = text.split(BETWEEN)
    if len(parts) != _PARTS:
        return None
    try:
        return Traits(parts[0], parts[1], parts[2], parts[3], int(parts[4]), int(parts[5]))
    except ValueError:
        return None


def likeness(screen: str, remembered: str) -> Likeness:
    """How much a screen is like a remembered one; `sure` is 0 when it is another.

    A serial number decides where both have one. Without it the port and the model do, and of two
    that are alike in all of this the one that stands where the remembered one stood is nearer.
    """
    one, other = read_traits(screen), read_traits(remembered)
    if one is None or other is None:
        return Likeness(0, 0)
    nearness = -abs(one.x - other.x) - abs(one.y - other.y)
    return Likeness(_sureness(one, other), nearness)


def _sureness(one: Traits, other: Traits) -> int:
    same_kind = (one.maker, one.model) == (other.maker, other.model)
    same_port = one.name == other.name
    if one.serial and other.serial:
        same = same_kind and one.serial == other.serial
        return 3 + same_port if same else 0
    if same_kind and same_port:
        return 2
    return 1 if same_kind and one.model else 0


SURE = 2
"""From here on it is the same screen, and not only one of the same make."""


def known_again(screens: Sequence[str], remembered: str, sure: int = 1) -> int | None:
    """Which of the screens is the remembered one, by its index; None when none surely is."""
    likes = [likeness(screen, remembered) for screen in screens]
    best = max(range(len(screens)), key=lambda at: likes[at], default=None)
    return best if best is not None and likes[best].sure >= sure else None


def newcomers(screens: Sequence[str], before: Sequence[str]) -> list[int]:
    """Which screens were not there before, by their index; of twins the one that stands apart."""
    known = {at for at, _ in _paired(screens, before)}
    return [at for at in range(len(screens)) if at not in known]


def leavers(screens: Sequence[str], before: Sequence[str]) -> list[int]:
    """Which of those before are not there any more, by their index."""
    here = {at for _, at in _paired(screens, before)}
    return [at for at in range(len(before)) if at not in here]


def _paired(screens: Sequence[str], before: Sequence[str]) -> list[tuple[int, int]]:
    """Each screen with the one it was, the likest first."""
    likes = {
        (now, then): likeness(screen, remembered)
        for now, screen in enumerate(screens)
        for then, remembered in enumerate(before)
    }
    pairs: list[tuple[int, int]] = []
    for now, then in sorted(likes, key=lambda pair: likes[pair], reverse=True):
        free = all(now != one and then != other for one, other in pairs)
        if free and likes[now, then].sure >= SURE:
            pairs.append((now, then))
    return pairs
