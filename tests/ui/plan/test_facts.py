"""Short facts above a plan."""

import pytest
from PySide6.QtCore import Qt

from app.domain.planning.values import Quality
from tests.ui.pictures import picture_of, place_of
from ui.plan.facts import Fact
from ui.plan.quality_line import QualityLine

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


def test_where_not_all_facts_have_room_beside_each_other_the_long_ones_are_short(
    qtbot, theme
) -> None:
    line = QualityLine(theme)
    qtbot.addWidget(line)
    line.resize(960, 40)
    line.show()
    line.show_quality(Quality(5, 5, 80, 2, owed=1))
    whole = line.facts["wait"].text()
    line.show_quality(Quality(5, 4, 80, 2, owed=1))
    assert line.layout().heightForWidth(960) < 2 * line.facts["wait"].height()
    assert line.facts["wait"].text() != whole
    line.show_quality(Quality(5, 5, 80, 2, owed=1))
    assert line.facts["wait"].text() == whole
