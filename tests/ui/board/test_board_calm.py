"""The calm clock: a shape that shrinks, no number, and the class's own language beside it."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.domain.board.scene import BoardClock, BoardScene
from ui.board.calm_clock import part_left
from ui.board.clock_face import timer_box
from ui.board.layout import lay_out
from ui.board.look import BoardLook
from ui.board.miniature import BoardMiniature
from ui.board.painter import board_image
from ui.board.window import BoardWindow
from ui.theme import Theme


def at(scene: BoardScene, left: int, over: bool = False) -> BoardScene:
    return replace(scene, clock=BoardClock("round", 2, 4, left, 720_000, over=over))


def inked(look: BoardLook, scene: BoardScene) -> int:
    """How many px of the clock have the colour of time that is left."""
    image, box = (
        board_image(look, scene, 1920, 1080),
        timer_box(look, lay_out(look, scene, 1920, 1080)),
    )
    ink = look.theme.colour("ink").rgb()
    return sum(
        image.pixel(x, y) == ink
        for x in range(int(box.left()), int(box.right()))
        for y in range(int(box.top()), int(box.bottom()))
    )


def test_the_disc_shrinks_with_the_time(theme: Theme, scene: BoardScene) -> None:
    look = BoardLook(theme, calm=True)
    whole = inked(look, at(scene, 720_000))
    assert inked(look, at(scene, 360_000)) == pytest.approx(whole / 2, rel=0.03)
    assert inked(look, at(scene, 90_000)) == pytest.approx(whole / 8, rel=0.08)
    assert inked(look, at(scene, 30_000, over=True)) == 0


def test_nothing_is_left_of_time_that_is_over_or_was_never_there() -> None:
    assert part_left(BoardClock("round", 1, 4, 5000, 10_000, over=True)) == 0
    assert part_left(BoardClock("round", 1, 4, 0, 0)) == 0
    assert part_left(BoardClock("round", 1, 4, 99, 10)) == 1


def test_the_calm_clock_has_no_minute_to_count(theme: Theme, scene: BoardScene) -> None:
    image = board_image(BoardLook(theme, calm=True), scene, 1920, 1080)
    colours = [image.pixelColor(x, 214).name() for x in range(46, 1874)]
    changes = sum(a != b for a, b in pairwise(colours))
    assert changes == 1


@pytest.mark.parametrize(
    "change", [lambda look: look.speak("ar"), lambda look: look.choose_clock(calm=True)]
)
def test_an_open_board_follows_language_and_clock(
    qtbot: QtBot, theme: Theme, scene: BoardScene, change: Callable[[BoardLook], None]
) -> None:
    look = BoardLook(theme)
    window = BoardWindow(look)
    qtbot.addWidget(window)
    window.resize(1024, 768)
    window.show_scene(scene)
    window.show()
    before = _shown(window)
    change(look)
    assert _shown(window) == board_image(look, scene, 1024, 768) != before


def test_to_choose_what_holds_already_changes_nothing(qtbot: QtBot, theme: Theme) -> None:
    look = BoardLook(theme, "es", calm=True)
    with qtbot.assertNotEmitted(theme.changed):
        look.speak("es")
        look.choose_clock(calm=True)


def test_the_miniature_has_the_boards_own_clock(
    qtbot: QtBot, theme: Theme, scene: BoardScene
) -> None:
    exact, calm = (BoardMiniature(theme, BoardLook(theme, calm=c)) for c in (False, True))
    for stamp in (exact, calm):
        qtbot.addWidget(stamp)
        stamp.resize(stamp.sizeHint())
        stamp.show_scene(scene)
    assert exact.grab().toImage() != calm.grab().toImage()


def _shown(window: BoardWindow) -> QImage:
    return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
