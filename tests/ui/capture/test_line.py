"""The line below the stations: what stands in it, and on which side."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.pictures import picture_of
from ui.capture.line import CaptureLine
from ui.widgets.keycap import Keycap

RTL = Qt.LayoutDirection.RightToLeft


@pytest.fixture
def line(theme, qtbot) -> CaptureLine:
    line = CaptureLine(theme)
    qtbot.addWidget(line)
    line.resize(900, 52)
    line.show()
    return line


def test_the_key_changes_sides_with_the_direction_of_reading(line) -> None:
    key = line.findChild(Keycap)
    before = key.geometry()
    line.setLayoutDirection(RTL)
    assert key.x() == line.field.width() - before.x() - before.width()


def inks(line: CaptureLine, left: int, right: int) -> int:
    """How many colours there are in the middle of the field, between two px."""
    image = picture_of(line)
    return len({image.pixel(x, image.height() // 2) for x in range(left, right)})


def test_the_example_is_whole_or_not_there(line, theme) -> None:
    theme.choose(scale=2.0)
    line.resize(1100, 104)
    assert inks(line, 300, 440) > 1
    line.resize(800, 104)
    assert inks(line, 110, 280) > 1
    assert inks(line, 300, 440) == 1
