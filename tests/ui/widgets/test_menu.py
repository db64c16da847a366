"""Menus in the app's own paints."""

import pytest
from PySide6.QtWidgets import QStyle, QStyleOptionMenuItem

from ui.widgets.menu import Menu


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_icons_of_a_menu_grow_with_its_text(qtbot, theme, scale: float) -> None:
    theme.choose(scale=scale)
    menu = Menu(theme)
    qtbot.addWidget(menu)
    menu.add("Flag", lambda: None, "flag")
    option = QStyleOptionMenuItem()
    option.initFrom(menu)
    size = menu.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, option, menu)
    assert size == theme.px(16)
