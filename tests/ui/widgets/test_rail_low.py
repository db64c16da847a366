"""The rail where there is little height: first the logo goes, then the names, never a place."""

import pytest
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.rail import ICONS, LOW, WHOLE, Rail, RailItem

PLACES = [("live", "Live", "play-circle"), ("plan", "Plan", "calendar-dots")]
BELOW = [("settings", "Settings", "gear")]


@pytest.fixture
def rail(qtbot: QtBot, theme: Theme) -> Rail:
    made = Rail(theme)
    made.set_items(PLACES, BELOW)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(("high", "build"), [(600, WHOLE), (240, LOW), (150, ICONS)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_place_is_whole_at_any_height(
    rail: Rail, theme: Theme, qtbot: QtBot, high: int, build: tuple[int, ...], scale: float
) -> None:
    theme.choose("light", scale, reduced_motion=True)
    rail.resize(rail.sizeHint().width(), theme.px(high))
    items = rail.findChildren(RailItem)
    qtbot.waitUntil(lambda: {item.height() for item in items} == {theme.px(build[0])})
    assert all(rail.rect().contains(item.geometry()) for item in items)
    assert [item.accessibleName() or item.label() for item in items] == ["Live", "Plan", "Settings"]


def test_it_asks_for_no_more_than_the_icons_need(rail: Rail) -> None:
    rail.resize(rail.width(), rail.minimumSizeHint().height())
    items = rail.findChildren(RailItem)
    assert all(rail.rect().contains(item.geometry()) for item in items)
    rail.resize(rail.width(), 900)
    assert {item.height() for item in items} == {56}
