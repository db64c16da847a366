"""The board is swapped with the teacher's window, made black at once, and brought back."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.board.scene import BoardScene
from tests.fakes.screens import BEAMER, LAPTOP, FakeScreens
from ui.board.controller import BoardController
from ui.board.look import BoardLook
from ui.board.screens import ScreenFacts
from ui.board.window import BoardWindow


@pytest.fixture
def window(qtbot: QtBot, look: BoardLook, scene: BoardScene) -> BoardWindow:
    """A board with a lesson on it."""
    made = BoardWindow(look)
    qtbot.addWidget(made)
    made.show_scene(scene)
    return made


def test_two_screens_are_swapped_and_swapped_back(window: BoardWindow) -> None:
    screens = FakeScreens(LAPTOP, BEAMER)
    board = BoardController(window, screens)
    board.set_on(True)
    assert board.swap()
    assert (screens.sent, screens.shown) == ([BEAMER], [BEAMER, LAPTOP])
    assert board.swap()
    assert (screens.sent, screens.shown) == ([BEAMER, LAPTOP], [BEAMER, LAPTOP, BEAMER])


def test_swapped_while_off_the_teachers_window_alone_moves(window: BoardWindow) -> None:
    screens = FakeScreens(LAPTOP, BEAMER)
    board = BoardController(window, screens)
    assert board.swap()
    assert (screens.sent, screens.shown) == ([BEAMER], [])
    board.set_on(True)
    assert screens.shown == [LAPTOP]


def test_one_screen_cannot_be_swapped(window: BoardWindow) -> None:
    screens = FakeScreens(LAPTOP)
    board = BoardController(window, screens)
    board.set_on(True)
    assert not board.swap()
    assert (screens.sent, board.waiting) == ([], True)


def test_panic_is_black_at_once_and_back(window: BoardWindow) -> None:
    board = BoardController(window, FakeScreens(LAPTOP, BEAMER))
    heard: list[bool] = []
    board.blank_changed.connect(heard.append)
    board.set_on(True)
    board.panic()
    assert (board.blank, board.open) == (True, True)
    board.panic()
    assert (board.blank, board.status, heard) == (False, "On projector", [True, False])


@pytest.mark.parametrize("there", [[LAPTOP], [LAPTOP, BEAMER]])
def test_panic_where_no_board_was_leaves_none_behind(
    window: BoardWindow, there: list[ScreenFacts]
) -> None:
    screens = FakeScreens(*there)
    board = BoardController(window, screens)
    board.panic()
    assert (screens.shown, board.blank) == ([there[-1]], True)
    board.panic()
    assert (board.on, board.open, board.blank) == (False, False, False)


def test_panic_while_it_waits_for_its_projector_lets_it_wait_on(window: BoardWindow) -> None:
    screens = FakeScreens(LAPTOP)
    board = BoardController(window, screens)
    board.set_on(True)
    board.panic()
    assert (screens.shown, board.covers) == ([LAPTOP], True)
    board.panic()
    assert (board.waiting, board.blank) == (True, False)


def test_switched_off_while_black_it_is_not_black_the_next_time(window: BoardWindow) -> None:
    board = BoardController(window, FakeScreens(LAPTOP, BEAMER))
    board.set_on(True)
    board.panic()
    board.set_on(False)
    board.set_on(True)
    assert (board.blank, board.status) == (False, "On projector")


def test_black_is_said_and_undone(window: BoardWindow) -> None:
    board = BoardController(window, FakeScreens(LAPTOP, BEAMER))
    board.set_on(True)
    board.set_blank(True)
    assert (board.blank, board.status) == (True, "Black until F12")
    board.set_blank(False)
    assert board.status == "On projector"
