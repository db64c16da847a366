"""How wide and how high things are in the heat map, from the room there is. No Qt in here."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

CELL = 42
NARROWEST = 22
WORDS_FROM = 34
GAP = 3
LEAD = 8
LAST_SEEN = 64
MINUTES = 84
GOAL = 154
PITCH = 19.75
LOWEST = 14.0
ROOMY = 32.0
AROUND = 1.125 / PITCH
"""The share of a row that is empty above a cell, and below it."""
MOST_AROUND = 2.0


@dataclass(frozen=True, slots=True)
class Room:
    """What there is: px right of the names and below the headings, rows, and text scale.

    `firsts` says for each skill column whether it is the first of its strand; `tall` gives for
    each row the px it needs at least.
    """

    width: int
    height: int
    firsts: Sequence[bool]
    tall: Sequence[int]
    scale: float = 1.0
    roomy: bool = False


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in px. `widths` are those of all columns, `leads` the empty px before each skill's.

    `boxes` say for each row how far below its top a cell begins, and how high it is.
    """

    cell: int
    leads: tuple[int, ...]
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    boxes: tuple[tuple[int, int], ...]
    pitch: float
    words: bool


def measure(room: Room) -> Measures:
    """Skill columns as wide as the design has them, narrower where they would not all fit."""
    lead, gap = round(LEAD * room.scale), round(GAP * room.scale)
    leads = tuple(lead if first and at else 0 for at, first in enumerate(room.firsts))
    fixed = [round(LAST_SEEN * room.scale), round(MINUTES * room.scale)]
    goal = round(GOAL * room.scale)
    left = room.width - sum(leads) - sum(fixed) - goal
    cell = _cell_width(left, len(room.firsts), room.scale)
    skills = [first + cell + gap for first in leads]
    rest = room.width - sum(skills) - sum(fixed)
    pitch = _pitch(room)
    rows = _rows(room.tall, pitch)
    return Measures(
        cell=cell,
        leads=leads,
        widths=(*skills, *fixed, max(goal, rest)),
        heights=tuple(high for high, _, _ in rows),
        boxes=tuple((top, high) for _, top, high in rows),
        pitch=pitch,
        words=cell >= round(WORDS_FROM * room.scale),
    )


def _cell_width(left: int, columns: int, scale: float) -> int:
    gap = round(GAP * scale)
    widest, narrowest = round(CELL * scale), round(NARROWEST * scale)
    if not columns:
        return widest
    return max(narrowest, min(widest, left // columns - gap))


def _pitch(room: Room) -> float:
    if room.roomy:
        return ROOMY * room.scale
    share = room.height / max(1, len(room.tall))
    return max(LOWEST * room.scale, min(PITCH * room.scale, share))


def _rows(tall: Sequence[int], pitch: float) -> list[tuple[int, int, int]]:
    """Height, cell top and cell height in whole px that add up to the pitch, without drifting."""
    rows: list[tuple[int, int, int]] = []
    exact = 0.0
    for least in tall:
        high = max(pitch, least)
        around = min(MOST_AROUND, high * AROUND)
        top, end = _whole(exact), _whole(exact + high)
        cell, below = _whole(exact + around), _whole(exact + high - around)
        rows.append((end - top, cell - top, below - cell))
        exact += high
    return rows


def _whole(px: float) -> int:
    return floor(px + 0.5)
