"""Evidence that leads to the levels a student has today."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

DAY = 86_400_000
MONTH = 30
STALE = 22


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a student stands on one skill; `trend` is 1 up, -1 down, 0 the same this month."""

    level: int
    stale: bool
    trend: int


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a student's work on the skill of that index, days ago."""

    skill: int
    level: int
    days: int


def read_cells(levels: str) -> tuple[Cell | None, ...]:
    """Cells as `app.demo.class_4b` writes them."""
    return tuple(_cell(word) for word in levels.split())


def _cell(word: str) -> Cell | None:
    if word == "-":
        return None
    trend = {"u": 1, "d": -1}.get(word[-1], 0)
    return Cell(int(word[0]), word.endswith("s"), trend)


def invent_cells(skills: int, rng: random.Random) -> tuple[Cell | None, ...]:
    """Cells for a student nobody described."""
    strength = rng.choice((1, 2, 2, 3, 3, 4))
    return tuple(_invented(strength, rng) for _ in range(skills))


def _invented(strength: int, rng: random.Random) -> Cell | None:
    if rng.random() < 0.06:
        return None
    level = min(4, max(1, strength + rng.choice((-1, 0, 0, 0, 1))))
    trend = 1 if level > 1 and rng.random() < 0.12 else 0
    return Cell(level, trend == 0 and rng.random() < 0.1, trend)


def looks(
    cells: tuple[Cell | None, ...], seen: int, span: int, rng: random.Random
) -> Iterator[Look]:
    """The looks behind the cells: none younger than `seen` days, none older than `span`."""
    fresh = [i for i, cell in enumerate(cells) if cell and not cell.stale]
    newest = rng.choice(fresh) if fresh else -1
    for skill, cell in enumerate(cells):
        if cell is None:
            continue
        last = seen if skill == newest else _last(cell, seen, rng)
        yield from _climb(skill, cell, last, span, rng)


def _last(cell: Cell, seen: int, rng: random.Random) -> int:
    if cell.stale:
        return max(seen, rng.randint(STALE + 1, STALE + 30))
    return rng.randint(seen, max(seen, STALE - 5))


def _climb(skill: int, cell: Cell, last: int, span: int, rng: random.Random) -> Iterator[Look]:
    yield Look(skill, cell.level, last)
    level = cell.level - cell.trend
    first = max(MONTH + 1, last + 1)
    days = first + rng.randint(0, 9)
    while days < span and level >= 1:
        yield Look(skill, min(4, level), days)
        days += rng.randint(8, 24)
        if rng.random() < 0.45:
            level -= 1
