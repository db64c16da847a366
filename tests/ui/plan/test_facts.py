"""Short facts above a plan."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.pictures import picture_of, place_of
from ui.plan.facts import Fact

PADDING = 13


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_words_keep_clear_of_the_edge_on_either_side(theme, qtbot, direction) -> None:
    fact = Fact(theme, "clock")
    qtbot.addWidget(fact)
    fact.setLayoutDirection(direction)
    fact.show_fact("A seat for all 28", "clock")
    fact.resize(fact.sizeHint())
    inked = place_of(picture_of(fact), theme.colour("text"))
    assert inked.left() >= PADDING - 2
    assert inked.right() <= fact.width() - PADDING + 2
