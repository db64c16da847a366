"""The label of the app."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.pictures import picture_of, place_of
from ui.theme import Theme
from ui.widgets.lines import TextBlock
from ui.widgets.paint import direction_of
from ui.widgets.text import Text

LONG = "Your notes are still here. Free space, then try again."
WORD = "Wolfeschlegelsteinhausenbergerdorffabcdef"


def test_one_line_is_as_high_as_the_design_says(theme: Theme, qtbot: QtBot) -> None:
    for role, height in (("caption", 16), ("body", 20), ("heading", 26), ("timer", 40)):
        text = Text(theme, "Maya", role)
        qtbot.addWidget(text)
        assert text.sizeHint().height() == height


def test_markup_in_a_name_is_shown_as_it_is(theme: Theme, qtbot: QtBot) -> None:
    text = Text(theme, "<b>Bobby</b> & Co")
    qtbot.addWidget(text)
    assert text.textFormat() == Qt.TextFormat.PlainText
    assert text.sizeHint().width() >= theme.text_width("<b>Bobby</b> & Co", "body")


def test_it_wraps_only_when_told_to(theme: Theme, qtbot: QtBot) -> None:
    text = Text(theme, LONG)
    qtbot.addWidget(text)
    assert text.heightForWidth(120) == -1
    text.setWordWrap(True)
    assert text.heightForWidth(120) == 20 * TextBlock(LONG, theme.font("body"), 20, 120).lines


def test_it_grows_with_the_text_size(theme: Theme, qtbot: QtBot) -> None:
    text = Text(theme, "Maya")
    qtbot.addWidget(text)
    before = text.sizeHint()
    theme.choose(scale=2.0)
    assert text.sizeHint().height() == 2 * before.height()
    assert text.sizeHint().width() > 1.8 * before.width()


def test_it_changes_colour_with_the_scheme(theme: Theme, qtbot: QtBot) -> None:
    text = Text(theme, "Maya", "timer")
    qtbot.addWidget(text)
    text.resize(text.sizeHint())
    for scheme in ("light", "dark"):
        theme.choose(scheme=scheme)
        assert not place_of(picture_of(text), theme.colour("text")).isEmpty()


def test_it_begins_where_reading_begins(theme: Theme, qtbot: QtBot) -> None:
    text = Text(theme, "Maya", "timer")
    qtbot.addWidget(text)
    text.resize(400, 40)
    assert place_of(picture_of(text), theme.colour("text")).right() < 200
    text.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert place_of(picture_of(text), theme.colour("text")).left() > 200


def test_a_side_remark_may_be_shortened(theme: Theme, qtbot: QtBot) -> None:
    text = Text(theme, LONG, "timer")
    qtbot.addWidget(text)
    text.set_elided(True)
    text.resize(120, 40)
    assert text.minimumSizeHint().width() < 120
    assert place_of(picture_of(text), theme.colour("text")).right() < 120


@pytest.mark.parametrize("name", [WORD, "Anneliese-Marie", "Ana María del Carmen", "محمد عبد الله"])
@pytest.mark.parametrize("width", [60, 100, 180])
def test_no_letter_of_a_name_is_lost(theme: Theme, name: str, width: int) -> None:
    block = TextBlock(name, theme.font("strong"), 17, width)
    assert block.width <= width
    assert block.height == 17 * block.lines


def test_a_name_breaks_after_its_hyphen(theme: Theme) -> None:
    width = theme.text_width("Anneliese-", "strong") + 2
    assert TextBlock("Anneliese-Marie", theme.font("strong"), 17, width).lines == 2


def test_a_line_feed_begins_a_line(theme: Theme) -> None:
    assert TextBlock("Maya\nBen", theme.font("body"), 20).lines == 2


def test_a_sentence_that_begins_with_an_arabic_name_is_read_as_the_app_is(
    qapp: QApplication,
) -> None:
    automatic = Qt.LayoutDirection.LayoutDirectionAuto
    assert direction_of("محمد ع.") == automatic
    assert direction_of("Maya moved") == automatic
    assert direction_of("王梓涵") == automatic
    assert direction_of("محمد moved to Games") == qapp.layoutDirection()
    assert direction_of("Moved محمد") == qapp.layoutDirection()
