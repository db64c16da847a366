"""Widgets flow into lines as words do."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.flow import Flow


class Brick(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(40, 20)


@pytest.fixture
def wall(qtbot, theme):
    shown = QWidget()
    qtbot.addWidget(shown)
    flow = Flow(theme, 10, 5, shown)
    for _ in range(5):
        flow.addWidget(Brick())
    shown.resize(100, 200)
    shown.show()
    return shown


def places(wall: QWidget) -> list[tuple[int, int]]:
    bricks = wall.findChildren(Brick)
    return [(brick.x(), brick.y()) for brick in bricks]


def test_a_line_ends_where_the_width_does(wall) -> None:
    assert places(wall) == [(0, 0), (50, 0), (0, 25), (50, 25), (0, 50)]
    assert wall.layout().heightForWidth(100) == 70
    assert wall.layout().heightForWidth(1000) == 20


def test_lines_begin_at_the_right_where_reading_does(wall) -> None:
    wall.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    wall.layout().activate()
    assert places(wall)[:3] == [(60, 0), (10, 0), (60, 25)]


def test_what_is_hidden_takes_no_place(wall) -> None:
    wall.findChildren(Brick)[0].hide()
    wall.layout().activate()
    assert places(wall)[1:3] == [(0, 0), (50, 0)]


def test_a_widget_wider_than_the_line_is_made_to_fit(wall) -> None:
    wall.resize(30, 200)
    wall.layout().activate()
    assert {brick.width() for brick in wall.findChildren(Brick)} == {30}
