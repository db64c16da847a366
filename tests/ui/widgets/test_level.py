"""Levels: fill, numeral, stripes, dash."""

import pytest
from PySide6.QtGui import QAccessible, QColor, QImage
from pytestqt.qtbot import QtBot

from tests.ui.pictures import is_near, picture_of, place_of
from ui.theme import Theme
from ui.widgets.hatch import hatch_image
from ui.widgets.level import LevelButton, LevelChip


def chip(theme: Theme, qtbot: QtBot, level: int | None, stale: bool = False) -> QImage:
    """A chip of 32 px as drawn."""
    widget = LevelChip(theme, 32)
    qtbot.addWidget(widget)
    widget.show_level(level, stale)
    widget.resize(widget.sizeHint())
    return picture_of(widget)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_a_level_is_fill_and_numeral(theme: Theme, qtbot: QtBot, scheme: str, level: int) -> None:
    theme.choose(scheme=scheme)
    drawn, paints = chip(theme, qtbot, level), theme.level(level)
    assert is_near(drawn.pixelColor(16, 4), paints.fill, 2)
    numeral = place_of(drawn, paints.on)
    assert numeral.height() >= 11
    assert abs(numeral.center().x() - 15.5) <= 1.5
    assert abs(numeral.center().y() - 15.5) <= 1.5


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_old_evidence_is_striped(theme: Theme, qtbot: QtBot, level: int) -> None:
    drawn, paints = chip(theme, qtbot, level, stale=True), theme.level(level)
    assert not place_of(drawn, paints.fill).isEmpty()
    assert not place_of(drawn, paints.hatch).isEmpty()


def test_no_evidence_is_a_dash_in_an_empty_box(theme: Theme, qtbot: QtBot) -> None:
    drawn = chip(theme, qtbot, None)
    assert drawn == chip(theme, qtbot, 0)
    assert is_near(drawn.pixelColor(8, 8), chip(theme, qtbot, 0).pixelColor(24, 24), 0)
    assert place_of(drawn, theme.level(0).on).width() >= 4


def test_the_stripes_join_when_tiled() -> None:
    dark, light = QColor("#27327F"), QColor("#FFFFFF")
    tile = hatch_image(dark.rgba(), light.rgba(), 5.0, 1.0)
    side = tile.width()
    shades = {
        (x + y) % (side // 2): tile.pixelColor(x, y).lightness()
        for x in range(side)
        for y in range(side)
    }
    for x in range(side):
        for y in range(side):
            assert abs(tile.pixelColor(x, y).lightness() - shades[(x + y) % (side // 2)]) <= 20


def test_a_level_button_says_level_and_word(theme: Theme, qtbot: QtBot) -> None:
    button = LevelButton(theme, 3, "Secure")
    qtbot.addWidget(button)
    assert button.sizeHint().height() == 44
    assert button.level == 3
    heard = QAccessible.queryAccessibleInterface(button)
    assert heard.text(QAccessible.Text.Name) == "3 Secure"


def test_the_level_just_given_is_marked(theme: Theme, qtbot: QtBot) -> None:
    button = LevelButton(theme, 3, "Secure")
    qtbot.addWidget(button)
    button.resize(130, 44)
    assert is_near(picture_of(button).pixelColor(110, 8), theme.colour("surface"), 2)
    button.click()
    assert button.isChecked()
    assert is_near(picture_of(button).pixelColor(110, 8), theme.colour("ink_tint"), 2)
