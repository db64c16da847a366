"""How wide and how high things are in the heat map, from the room there is. No Qt in here."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

CELL = 42
NARROW = 22
"""Narrower cells only after the columns behind the skills have been made brief."""
NARROWEST = 18
WORDS_FROM = 34
GAP = 3
LEAD = 8
BEHIND = (64, 84, 154)
"""Last seen, minutes and goal."""
BESIDE_CHOICES = (65, 70, 142)
"""The same where choices stand behind them: the headings of the skills need what is left."""
BRIEF = (54, 54, 64)
"""The same in few px."""
CHOICES = 49
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
    choices: bool = False


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
    brief: bool = False


def measure(room: Room) -> Measures:
    """Skill columns as wide as the design has them, narrower where they would not all fit.

    Where even narrow ones do not, what stands behind them is made brief.
    """
    lead, gap = round(LEAD * room.scale), round(GAP * room.scale)
    leads = tuple(lead if first and at else 0 for at, first in enumerate(room.firsts))
    extras = _extras(room, BESIDE_CHOICES if room.choices else BEHIND)
    left = room.width - sum(leads)
    cell = _cell_width(left - sum(extras), len(room.firsts), room.scale)
    brief = bool(room.firsts) and cell < round(NARROW * room.scale)
    if brief:
        extras = _extras(room, BRIEF)
        cell = max(
            round(NARROWEST * room.scale),
            _cell_width(left - sum(extras), len(room.firsts), room.scale),
        )
    skills = [first + cell + gap for first in leads]
    rest = room.width - sum(skills) - sum(extras[:2]) - sum(extras[3:])
    pitch = _pitch(room)
    rows = _rows(room.tall, pitch)
    return Measures(
        cell=cell,
        leads=leads,
        widths=(*skills, *extras[:2], max(extras[2], rest), *extras[3:]),
        heights=tuple(high for high, _, _ in rows),
        boxes=tuple((top, high) for _, top, high in rows),
        pitch=pitch,
        words=cell >= round(WORDS_FROM * room.scale),
        brief=brief,
    )


def least_width(firsts: Sequence[bool], scale: float, choices: bool = False) -> int:
    """Px right of the names below which the skills have to scroll."""
    leads = sum(1 for at, first in enumerate(firsts) if first and at) * LEAD
    behind = sum(BRIEF) + (CHOICES if choices else 0)
    return round((leads + len(firsts) * (NARROWEST + GAP) + behind) * scale)


def words_room(cell: int, scale: float) -> int:
    """Px a heading's words may take above a cell: they reach into the gap after it, all but one."""
    return cell + round((GAP - 1) * scale)


def _extras(room: Room, sizes: tuple[int, int, int]) -> list[int]:
    """The columns behind the skills: the three, and that of choices where there are any."""
    every = (*sizes, CHOICES) if room.choices else sizes
    return [round(size * room.scale) for size in every]


def _cell_width(left: int, columns: int, scale: float) -> int:
    """As wide as there is room, up to what the design has; maybe too narrow to be drawn."""
    widest = round(CELL * scale)
    return min(widest, left // columns - round(GAP * scale)) if columns else widest


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
