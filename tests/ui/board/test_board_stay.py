"""A table that stays on says so in its header, and moves nothing else on the board."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.domain.board.scene import BoardScene
from ui.board.layout import lay_out
from ui.board.look import BoardLook
from ui.board.painter import board_image
from ui.board.words import BoardWords
from ui.theme import Theme


def staying(scene: BoardScene) -> BoardScene:
    """The same with the first table staying."""
    first, *others = scene.stations
    return replace(scene, stations=(replace(first, stays=True), *others))


def closed(scene: BoardScene) -> BoardScene:
    """The same with the first station closed."""
    first, *others = scene.stations
    return replace(scene, stations=(replace(first, closed=True), *others))


@pytest.mark.parametrize("mark", [staying, closed])
@pytest.mark.parametrize("language", ["", "ar", "sw"])
@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_only_the_header_of_that_table_is_drawn_otherwise(
    theme: Theme,
    scene: BoardScene,
    size: tuple[int, int],
    language: str,
    mark: Callable[[BoardScene], BoardScene],
) -> None:
    look = BoardLook(theme, language)
    plain, marked = (board_image(look, s, *size) for s in (scene, mark(scene)))
    head = lay_out(look, scene, *size).fit.stations[0].header
    differing = [
        (x, y)
        for x in range(0, size[0], 2)
        for y in range(0, size[1], 2)
        if plain.pixel(x, y) != marked.pixel(x, y)
    ]
    assert differing
    assert all(head.x <= x <= head.right and head.y <= y <= head.bottom for x, y in differing)


def test_it_is_read_aloud_with_the_station(scene: BoardScene) -> None:
    assert "Teacher table (Stay): Amara, Daniyar" in BoardWords().spoken(staying(scene))
    assert "Teacher table: Amara, Daniyar" in BoardWords().spoken(scene)


def test_a_closed_station_is_read_aloud_as_such(scene: BoardScene) -> None:
    assert "Teacher table (Closed): Amara, Daniyar" in BoardWords().spoken(closed(scene))


def test_little_time_left_is_said_calmly_beside_the_digits(scene: BoardScene) -> None:
    warned = replace(scene.clock, warning=True)
    assert BoardWords().state(warned) == ("timer", "Nearly time")
    assert BoardWords().state(scene.clock) is None
    assert BoardWords().state(replace(warned, paused=True)) == ("pause", "Paused")
