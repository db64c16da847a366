"""The student card, its ghost and its slot."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.ui.pictures import is_near, picture_of, place_of
from ui.theme import Theme
from ui.widgets.card import StudentCard
from ui.widgets.card_places import CardGhost, CardSlot
from ui.widgets.card_view import CardView
from ui.widgets.card_words import hint, remarks, spoken

FATIMA = CardView(1, "Fatima", "FA", level=3)
LONG = "Wolfeschlegelsteinhausenbergerdorffabcdef"


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> StudentCard:
    """Fatima's card, as wide as a column of five makes it."""
    card = StudentCard(theme)
    qtbot.addWidget(card)
    card.show_card(FATIMA)
    card.resize(170, 52)
    return card


def test_a_card_is_52_high_and_grows_with_its_name(card: StudentCard) -> None:
    assert card.heightForWidth(170) == 52
    card.show_card(FATIMA._replace(name="Anneliese-Marie"))
    assert card.heightForWidth(170) == 52
    card.show_card(FATIMA._replace(name=LONG))
    assert card.heightForWidth(170) == 16 + 17 * 3 > 52


def test_a_card_grows_with_the_text_size(card: StudentCard, theme: Theme) -> None:
    theme.choose(scale=2.0)
    assert card.heightForWidth(340) == 104
    card.show_card(FATIMA._replace(name=LONG))
    assert card.heightForWidth(340) > 104


@pytest.mark.parametrize(("width", "avatar"), [(260, True), (166, True), (144, False)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_word_of_a_name_is_broken_while_there_is_another_way(
    card: StudentCard, theme: Theme, width: int, avatar: bool, scale: float
) -> None:
    """The narrowest column leaves 144 px; there the avatar gives way."""
    theme.choose(scale=scale)
    card.show_card(FATIMA._replace(name="Bartholomew E."))
    card.resize(theme.px(width), theme.px(52))
    picture = picture_of(card)
    words = place_of(picture, theme.colour("text"))
    assert words.width() >= theme.text_width("Bartholomew", "caption", 600) - 4
    assert words.right() < theme.px(width - 9 - 24)
    assert (words.left() >= theme.px(44)) is avatar
    assert card.heightForWidth(theme.px(width)) == theme.px(52)


@pytest.mark.parametrize("name", [LONG, "Fatima", "محمد عبد الرحمن", "Ana María"])
def test_a_name_never_reaches_the_level(card: StudentCard, theme: Theme, name: str) -> None:
    card.show_card(CardView(1, name, "", level=None))
    card.resize(170, card.heightForWidth(170))
    words = place_of(picture_of(card), theme.colour("text"))
    assert words.left() >= (9 if name == LONG else 44)
    assert words.right() < 170 - 9 - 24


def test_a_card_is_mirrored_as_a_whole(card: StudentCard, theme: Theme) -> None:
    before = place_of(picture_of(card), theme.level(3).fill)
    card.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    after = place_of(picture_of(card), theme.level(3).fill)
    assert after.left() == card.width() - before.right() - 1
    assert place_of(picture_of(card), theme.colour("text")).right() >= 120


def test_each_state_has_its_edge(card: StudentCard, theme: Theme) -> None:
    def edge() -> tuple[bool, bool]:
        picture, ink = picture_of(card), theme.colour("ink")
        return (
            is_near(picture.pixelColor(80, 1), ink, 4),
            is_near(picture.pixelColor(80, 49), ink, 4),
        )

    assert edge() == (False, False)
    card.set_selected(True)
    assert edge() == (True, False)
    card.set_selected(False)
    card.set_match("best")
    assert edge() == (True, False)
    card.set_match("")
    card.set_dragging(True)
    assert edge() == (True, True)


def test_another_match_has_a_broken_edge(card: StudentCard, theme: Theme) -> None:
    card.set_match("other")
    picture, ink = picture_of(card), theme.colour("ink")
    along = [is_near(picture.pixelColor(x, 0), ink, 90) for x in range(20, 150)]
    assert 0.2 < sum(along) / len(along) < 0.9


def test_pressed_has_its_fill(card: StudentCard, theme: Theme) -> None:
    card.setDown(True)
    assert is_near(picture_of(card).pixelColor(80, 8), theme.colour("pressed"), 2)


def test_gestures_are_left_to_the_owner(card: StudentCard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(card.clicked):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
        qtbot.keyClick(card, Qt.Key.Key_Space)
    assert not card.isChecked()


def test_a_screen_reader_may_press_it(card: StudentCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.clicked):
        card.click()
    assert not card.isChecked()


def test_a_screen_reader_hears_what_the_card_shows(card: StudentCard) -> None:
    card.show_card(FATIMA._replace(stale_days=9, flag="Check in", goal="Draw it first"))
    card.set_selected(True)
    heard = QAccessible.queryAccessibleInterface(card)
    assert heard.text(QAccessible.Text.Name) == (
        "Fatima, level 3, seen 9 days ago, flag: Check in, goal: Draw it first"
    )
    assert heard.actionInterface() is not None


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (FATIMA, "Fatima, level 3"),
        (FATIMA._replace(level=None), "Fatima, no evidence"),
        (FATIMA._replace(stale=True), "Fatima, level 3, old evidence"),
        (FATIMA._replace(stale_days=6), "Fatima, level 3"),
        (FATIMA._replace(pinned=True), "Fatima, level 3, pinned"),
    ],
)
def test_only_exceptions_speak(view: CardView, words: str) -> None:
    assert spoken(view) == words


def test_marks_come_in_order_and_only_for_exceptions() -> None:
    assert remarks(FATIMA) == []
    everything = FATIMA._replace(stale_days=11, flag="Check in", goal="Draw", pinned=True)
    assert [mark.text for mark in remarks(everything)] == ["11 days", "Check in", "Goal", "Pinned"]


def test_a_broken_name_leaves_the_marks_to_the_tooltip(card: StudentCard, theme: Theme) -> None:
    view = FATIMA._replace(name="Anneliese-Marie", stale_days=9)
    card.show_card(view)
    assert place_of(picture_of(card), theme.colour("warn")).isEmpty()
    assert "seen 9 days ago" in card.toolTip()


def test_a_card_with_nothing_special_has_no_tooltip() -> None:
    assert hint(FATIMA) == ""
    assert hint(FATIMA._replace(tooltip="At violin until 09:43")).endswith("At violin until 09:43")


def test_markup_in_a_name_is_not_believed_in_a_tooltip(card: StudentCard) -> None:
    card.show_card(FATIMA._replace(name="<b>Bobby</b>", goal="Draw"))
    assert "<b>" not in card.toolTip()
    assert "&lt;b&gt;Bobby" in card.toolTip()


def test_the_days_are_never_shortened(card: StudentCard, theme: Theme) -> None:
    card.show_card(FATIMA._replace(stale_days=123, flag="Check in", goal="Draw", pinned=True))
    words = place_of(picture_of(card), theme.colour("warn"))
    assert words.width() >= 14 + 3 + theme.text_width("123 days", "caption") - 3


def test_ghost_and_slot_are_as_high_as_a_card(theme: Theme, qtbot: QtBot) -> None:
    for place in (CardGhost(theme, "Leila moves"), CardSlot(theme, "purple", "Leila joins here")):
        qtbot.addWidget(place)
        assert place.heightForWidth(170) == 52
        place.set_text(f"{LONG} joins here")
        assert place.heightForWidth(170) > 52
        assert place.accessibleName() == f"{LONG} joins here"


def test_a_slot_has_the_paints_of_its_station(theme: Theme, qtbot: QtBot) -> None:
    slot = CardSlot(theme, "purple", "Leila joins here")
    qtbot.addWidget(slot)
    slot.resize(170, 52)
    assert place_of(picture_of(slot), theme.station("purple").line).size() == slot.size()
    assert not place_of(picture_of(slot), theme.station("purple").ink).isEmpty()
