"""A match is shown whole, however large the letters and narrow the column."""

import pytest

from ui.capture.choice_row import OPTION, PICK, ChoiceRow, ChoiceView


@pytest.fixture
def height(qtbot, theme):
    def of(view: ChoiceView, width: int, picked: bool = True) -> int:
        row = ChoiceRow(theme, picked)
        qtbot.addWidget(row)
        row.show_choice(view)
        row.resize(width, 10)
        assert not row.grab().isNull()
        return row.sizeHint().height()

    return of


def test_the_word_of_a_level_goes_below_its_chip_where_it_would_be_cut(height, theme) -> None:
    level = ChoiceView("Developing", level=2)
    assert height(level, 128) == PICK
    theme.choose("light", 2.0, True)
    assert height(level, 400) == 2 * PICK
    assert height(level, 200) > 2 * PICK


def test_a_remark_goes_below_the_words_where_it_would_be_cut(height) -> None:
    named = ChoiceView("Maya L.", "Fraction games", face=("ML", "circle"))
    assert height(named, 230, picked=False) == OPTION
    assert height(named, 120, picked=False) > OPTION
    bare = ChoiceView("Maya L.", face=("ML", "circle"))
    assert height(bare, 120, picked=False) == OPTION
