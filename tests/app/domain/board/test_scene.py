"""The board's values have no place for anything private."""

from dataclasses import fields

import pytest

from app.domain.board import scene as board

ALLOWED = {
    board.BoardName: {"key": int, "text": str, "photo": str},
    board.BoardStation: {
        "key": int,
        "name": str,
        "icon": str,
        "colour": str,
        "names": tuple[board.BoardName, ...],
        "stays": bool,
        "closed": bool,
        "place": tuple[int, int] | None,
    },
    board.BoardClock: {
        "phase": board.Phase,
        "round": int,
        "rounds": int,
        "remaining_ms": int,
        "total_ms": int,
        "paused": bool,
        "over": bool,
        "warning": bool,
    },
    board.BoardScene: {
        "clock": board.BoardClock,
        "stations": tuple[board.BoardStation, ...],
        "title": str,
        "subject": str,
        "message": str,
        "came_from": tuple[tuple[int, int], ...],
        "language": str,
    },
}


@pytest.mark.parametrize("kind", ALLOWED)
def test_a_board_value_has_exactly_the_fields_the_class_may_see(kind: type) -> None:
    assert {field.name: field.type for field in fields(kind)} == ALLOWED[kind]


def test_there_is_no_other_kind_of_board_value() -> None:
    made_here = {v for v in vars(board).values() if isinstance(v, type)}
    assert {kind for kind in made_here if kind.__module__ == board.__name__} == set(ALLOWED)


@pytest.mark.parametrize("kind", ALLOWED)
def test_a_board_value_takes_nothing_more(kind: type) -> None:
    assert set(kind.__slots__) == set(ALLOWED[kind])
    assert not hasattr(object.__new__(kind), "__dict__")


def test_a_scene_has_the_phase_of_its_clock() -> None:
    clock = board.BoardClock("transition", 3, 4, 84_000, 120_000)
    assert board.BoardScene(clock).phase == "transition"
