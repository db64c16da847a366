"""A lesson on the board: the same thirty children in every test."""

from dataclasses import replace
from itertools import chain

import pytest

from app.domain.board.scene import BoardClock, BoardName, BoardScene, BoardStation
from ui.board.look import BoardLook
from ui.theme import Theme

STATIONS = [
    ("Teacher table", "chalkboard-teacher", "blue"),
    ("Fraction games", "puzzle-piece", "orange"),
    ("Tablets", "device-tablet", "green"),
    ("Problem solving", "pencil-ruler", "purple"),
    ("Choice & create", "palette", "sky"),
]
ROUND_2 = [
    ["Amara", "Daniyar", "Fatima", "Maya L.", "Yusuf"],
    ["Anneliese-Marie", "Ben", "Leila", "Maya P.", "Nikolai"],
    ["Chidi", "Elif", "Isla", "Jun", "Oluwaseun", "Priya"],
    ["Grace", "Hana", "Mateo", "Noor", "Tane"],
    ["Finn", "Kofi", "Lucía", "Zuzanna"],
]
KEYS = {name: key for key, name in enumerate(chain.from_iterable(ROUND_2), 1)}


def seated(names: list[list[str]]) -> tuple[BoardStation, ...]:
    """The stations with these names at them."""
    return tuple(
        BoardStation(key, name, icon, colour, tuple(BoardName(KEYS[n], n) for n in there))
        for key, ((name, icon, colour), there) in enumerate(zip(STATIONS, names, strict=True), 1)
    )


@pytest.fixture
def look(theme: Theme) -> BoardLook:
    """The board's look, still, in plain English."""
    return BoardLook(theme)


@pytest.fixture
def scene() -> BoardScene:
    """Round 2 of 4 with 8:41 left of 12 minutes."""
    return BoardScene(
        BoardClock("round", 2, 4, 521_000, 720_000),
        seated(ROUND_2),
        subject="Maths · Fractions",
        message="Bring your whiteboard to the teacher table.",
    )


@pytest.fixture
def moving(scene: BoardScene) -> BoardScene:
    """The transition into round 3: everyone walks one station on."""
    came_from = tuple((n.key, s.key) for s in scene.stations for n in s.names)
    return replace(
        scene,
        clock=BoardClock("transition", 3, 4, 84_000, 120_000),
        stations=seated(ROUND_2[-1:] + ROUND_2[:-1]),
        came_from=came_from,
    )


def with_tiny_names(scene: BoardScene) -> BoardScene:
    """The same with so many long names that they cannot be large."""
    tiny = tuple(
        replace(s, names=tuple(replace(n, text=n.text * 5) for n in s.names * 3))
        for s in scene.stations
    )
    return replace(scene, stations=tiny)
