"""Controls that choose: tags, toggles, ticks, segments, lists, numbers, the rail."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.ui.pictures import is_near, picture_of, place_of
from ui.theme import Theme
from ui.widgets.check import Check
from ui.widgets.dropdown import Dropdown
from ui.widgets.rail import Rail
from ui.widgets.segmented import Segmented
from ui.widgets.stepper import Stepper
from ui.widgets.tag import TagChip
from ui.widgets.toggle import Toggle


def test_a_tag_keeps_its_width_when_it_is_on(theme: Theme, qtbot: QtBot) -> None:
    tag = TagChip(theme, "Explains strategy")
    qtbot.addWidget(tag)
    before = tag.sizeHint()
    assert before.height() == 32
    tag.click()
    assert tag.isChecked()
    assert tag.sizeHint() == before
    tag.resize(before)
    assert is_near(picture_of(tag).pixelColor(20, 4), theme.colour("ink_tint"), 2)


def test_a_toggle_tells_on_from_off_by_the_place_of_its_knob(theme: Theme, qtbot: QtBot) -> None:
    toggle = Toggle(theme)
    qtbot.addWidget(toggle)
    toggle.resize(toggle.sizeHint())
    assert place_of(picture_of(toggle), theme.colour("control")).width() >= 38
    assert is_near(picture_of(toggle).pixelColor(12, 12), theme.colour("control"))
    toggle.click()
    assert is_near(picture_of(toggle).pixelColor(28, 12), theme.colour("on_ink"))
    toggle.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert is_near(picture_of(toggle).pixelColor(12, 12), theme.colour("on_ink"))


def test_the_words_of_a_tick_box_may_be_clicked(theme: Theme, qtbot: QtBot) -> None:
    check = Check(theme, "Keep today's groups & places")
    qtbot.addWidget(check)
    check.resize(300, 32)
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton, pos=check.rect().center())
    assert check.isChecked()
    assert check.label() == "Keep today's groups & places"
    assert check.heightForWidth(120) > 32


def segments(theme: Theme, qtbot: QtBot) -> Segmented:
    row = Segmented(theme)
    qtbot.addWidget(row)
    row.set_items([("all", "All", 29, ""), ("need", "Needs you", 2, "warning")])
    return row


def test_the_first_segment_is_on_at_first(theme: Theme, qtbot: QtBot) -> None:
    row = segments(theme, qtbot)
    assert row.current() == "all"
    assert row.sizeHint().height() == row.height() == 36


def test_a_click_on_a_segment_is_told_a_choice_by_code_is_not(theme: Theme, qtbot: QtBot) -> None:
    row = segments(theme, qtbot)
    with qtbot.waitSignal(row.picked) as heard:
        row.segment("need").click()
    assert heard.args == ["need"]
    with qtbot.assertNotEmitted(row.picked):
        row.set_current("all")
    assert row.current() == "all"


def test_new_counts_keep_what_was_on(theme: Theme, qtbot: QtBot) -> None:
    row = segments(theme, qtbot)
    row.set_current("need")
    row.set_items([("all", "All", 30, ""), ("need", "Needs you", 3, "warning")])
    assert row.current() == "need"
    row.set_items([("all", "All", 30, "")])
    assert row.current() == "all"
    row.set_items([])
    assert row.current() is None


def test_a_segment_is_heard_with_its_count(theme: Theme, qtbot: QtBot) -> None:
    row = segments(theme, qtbot)
    heard = QAccessible.queryAccessibleInterface(row.segment("need"))
    assert heard.text(QAccessible.Text.Name) == "Needs you, 2"


def skills(theme: Theme, qtbot: QtBot) -> Dropdown:
    choice = Dropdown(theme, "target")
    qtbot.addWidget(choice)
    choice.set_items([(7, "Add fractions"), (8, "Compare & order"), ((9, "x"), "Explain")])
    return choice


def test_a_dropdown_gives_back_the_very_keys_it_was_given(theme: Theme, qtbot: QtBot) -> None:
    choice = skills(theme, qtbot)
    assert choice.current() == 7
    choice.set_current((9, "x"))
    assert choice.current() == (9, "x")
    choice.set_current("no such key")
    assert choice.current() == (9, "x")


def test_only_the_teachers_choice_is_told(theme: Theme, qtbot: QtBot) -> None:
    choice = skills(theme, qtbot)
    with qtbot.assertNotEmitted(choice.picked):
        choice.set_current(8)
        choice.set_items([(8, "Compare & order")])
    with qtbot.waitSignal(choice.picked) as heard:
        choice.activated.emit(0)
    assert heard.args == [8]


def test_a_dropdown_keeps_its_choice_when_offered_again(theme: Theme, qtbot: QtBot) -> None:
    choice = skills(theme, qtbot)
    choice.set_current(8)
    choice.set_items([(7, "Add fractions"), (8, "Compare, order")])
    assert choice.current() == 8
    choice.set_items([])
    assert choice.current() is None


def test_arrow_keys_change_a_dropdown(theme: Theme, qtbot: QtBot) -> None:
    choice = skills(theme, qtbot)
    with qtbot.waitSignal(choice.picked) as heard:
        qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert heard.args == [8]


def test_a_dropdown_is_as_wide_as_what_it_shows(theme: Theme, qtbot: QtBot) -> None:
    choice = skills(theme, qtbot)
    wide = choice.sizeHint()
    choice.set_current((9, "x"))
    assert choice.sizeHint().width() < wide.width()
    assert wide.height() == 36


def test_a_stepper_stays_between_its_limits(theme: Theme, qtbot: QtBot) -> None:
    seats = Stepper(theme, 1, 3)
    qtbot.addWidget(seats)
    with qtbot.assertNotEmitted(seats.changed):
        seats.set_value(2)
    with qtbot.waitSignal(seats.changed) as heard:
        qtbot.keyClick(seats.focusProxy(), Qt.Key.Key_Up)
    assert heard.args == [3]
    with qtbot.assertNotEmitted(seats.changed):
        qtbot.keyClick(seats.focusProxy(), Qt.Key.Key_Up)
    assert seats.value() == 3


def test_a_stepper_says_what_it_counts(theme: Theme, qtbot: QtBot) -> None:
    seats = Stepper(theme, 1, 12)
    qtbot.addWidget(seats)
    seats.set_name("Seats")
    heard = QAccessible.queryAccessibleInterface(seats.focusProxy())
    assert heard.text(QAccessible.Text.Name) == "Seats"
    assert seats.sizeHint().height() == 36


PLACES = [("live", "Live", "play-circle"), ("plan", "Plan", "calendar-dots")]


def rail(theme: Theme, qtbot: QtBot) -> Rail:
    places = Rail(theme)
    qtbot.addWidget(places)
    places.set_items(PLACES, [("settings", "Settings", "gear")])
    places.resize(72, 768)
    return places


def test_the_rail_has_its_places_where_the_design_has_them(theme: Theme, qtbot: QtBot) -> None:
    places = rail(theme, qtbot)
    places.show()
    assert places.item("live").geometry().getRect() == (4, 64, 64, 56)
    assert places.item("plan").y() == 124
    assert places.item("settings").geometry().bottom() + 1 == 756


def test_the_chosen_place_is_told_and_marked(theme: Theme, qtbot: QtBot) -> None:
    places = rail(theme, qtbot)
    assert places.current() == ""
    with qtbot.waitSignal(places.picked) as heard:
        places.item("plan").click()
    assert heard.args == ["plan"]
    places.set_current("live")
    assert places.current() == "live"
    assert not places.item("plan").isChecked()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_name_of_a_place_is_cut(theme: Theme, qtbot: QtBot, scale: float) -> None:
    theme.choose(scale=scale)
    places = rail(theme, qtbot)
    for key in ("live", "plan", "settings"):
        item = places.item(key)
        assert item.sizeHint().width() >= theme.text_width(item.label(), "caption", 600)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_the_list_of_a_dropdown_shows_every_text_whole(theme: Theme, qtbot: QtBot) -> None:
    choice = skills(theme, qtbot)
    choice.resize(80, 36)
    choice.show()
    choice.showPopup()
    assert choice.view().width() >= theme.text_width("Compare & order", "body")
    choice.hidePopup()
