"""The foot of the palette: in large letters the hints that are missed least make way."""

import pytest

from ui.capture.hint_bar import HintBar

ASKED = "Maya P. / Maya L.? Enter saves for Maya P., Tab takes the next."


def shown_at(qtbot, theme, width: int, said: str) -> HintBar:
    bar = HintBar(theme)
    qtbot.addWidget(bar)
    bar.resize(width, bar.height())
    bar.show()
    bar.say(said)
    bar.layout().activate()
    return bar


@pytest.mark.parametrize("width", [1900, 980, 700, 400])
@pytest.mark.parametrize("said", ["", ASKED])
def test_no_hint_and_no_word_is_cut(qtbot, theme, width: int, said: str) -> None:
    theme.choose(scale=2.0)
    bar = shown_at(qtbot, theme, width, said)
    hints = [bar.save, bar.leave, bar.turn, bar.private, bar.later]
    shown = [hint for hint in hints if hint.isVisible()]
    assert all(hint.width() >= hint.sizeHint().width() for hint in shown)
    assert shown == hints[: len(shown)]
    assert bar.message.isVisible() or not said
    if bar.message.isVisible() and shown:
        assert bar.message.heightForWidth(bar.message.width()) <= bar.height()


def test_all_hints_and_the_advice_stand_in_an_ordinary_window(qtbot, theme) -> None:
    bar = shown_at(qtbot, theme, 978, "")
    hints = (bar.turn, bar.save, bar.private, bar.later, bar.leave)
    assert all(hint.isVisible() for hint in hints)
    assert bar.message.isVisible()
