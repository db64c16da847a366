"""The board where it lies over the teacher's window: keys, the corner, and black."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.domain.board.scene import BoardScene
from tests.ui.board.boards import opened, shown
from ui.board.look import BoardLook
from ui.board.painter import board_image
from ui.board.way_back import WayBack


def test_where_it_took_the_keyboard_other_keys_are_handed_on(
    qtbot: QtBot, look: BoardLook, scene: BoardScene
) -> None:
    window = opened(qtbot, look, scene)
    heard: list[str] = []
    window.key_pressed.connect(lambda event: heard.append(f"down {event.text()}"))
    window.key_released.connect(lambda event: heard.append(f"up {event.text()}"))
    qtbot.keyClick(window, Qt.Key.Key_N)
    assert heard == ["down n", "up n"]


def test_the_corner_is_there_only_where_it_covers_the_teachers_window(
    qtbot: QtBot, look: BoardLook, scene: BoardScene
) -> None:
    window = opened(qtbot, look, scene)
    assert window.findChildren(WayBack) == []
    window.set_keyboard(True)
    window.show()
    (corner,) = window.findChildren(WayBack)
    assert corner.isVisible()
    with qtbot.waitSignal(window.leave_wanted):
        qtbot.mouseClick(corner, Qt.MouseButton.LeftButton)
    window.set_keyboard(False)
    window.show()
    assert not corner.isVisible()


@pytest.mark.parametrize("size", [(800, 600), (1366, 768), (3840, 2160)])
def test_the_corner_hides_no_name(
    qtbot: QtBot, look: BoardLook, scene: BoardScene, size: tuple[int, int]
) -> None:
    window = opened(qtbot, look, scene)
    window.set_keyboard(True)
    window.resize(*size)
    window.show()
    (corner,) = window.findChildren(WayBack)
    ground = board_image(look, scene, *size)
    seen = {
        ground.pixel(x, y)
        for x in range(corner.x(), corner.x() + corner.width())
        for y in range(corner.y(), corner.y() + corner.height())
    }
    assert len(seen) == 1


def test_black_is_every_pixel_and_a_click_asks_to_leave_it(
    qtbot: QtBot, look: BoardLook, scene: BoardScene
) -> None:
    window = opened(qtbot, look, scene)
    window.painted.clear()
    window.set_blank(True)
    assert window.painted == [window.rect()]  # before anything else could happen
    window.set_keyboard(True)
    window.show()
    black = QImage(window.size(), QImage.Format.Format_RGB32)
    black.fill(Qt.GlobalColor.black)
    assert shown(window) == black
    with qtbot.waitSignal(window.touched_black):
        qtbot.mouseClick(window, Qt.MouseButton.LeftButton)
