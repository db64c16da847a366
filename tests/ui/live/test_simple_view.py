"""The simple view: who is where and the clock, and nothing about anybody."""

from PySide6.QtCore import Qt

from tests.fakes.lesson import ADD, AMARA, TABLE
from tests.ui.pictures import picture_of, place_of


def test_nothing_about_anybody_is_seen_and_it_comes_back(stage, theme):
    stage.room.see(AMARA, skill=ADD, level=3)
    assert stage.card(AMARA).view.level == 3
    stage.page.set_simple(True)
    assert stage.card(AMARA).view.level is None
    assert stage.card(AMARA).accessibleName() == "Amara, Table"
    assert stage.column(TABLE).foot_text() == ""
    numeral, picture = theme.level(0).on, picture_of(stage.card(AMARA))
    chip = picture.copy(picture.width() - 33, 0, 24, picture.height())
    assert place_of(chip, numeral).isEmpty(), "not even an empty chip"
    assert not stage.page.console.panel.isVisible()
    assert not stage.page.console.capture.isVisible()
    assert stage.page.console.columns.width() == stage.page.console.width()
    stage.page.set_simple(False)
    assert stage.column(TABLE).foot_text().startswith("1 of ")
    assert stage.card(AMARA).view.level == 3
    assert stage.page.console.panel.isVisible()
    assert stage.page.console.capture.isVisible()


def test_students_move_and_the_clock_runs_but_nothing_is_noted(chosen, qtbot):
    chosen.page.set_simple(True)
    with (
        qtbot.assertNotEmitted(chosen.page.level_pressed),
        qtbot.assertNotEmitted(chosen.page.capture_wanted),
        qtbot.assertNotEmitted(chosen.page.tag_key_pressed),
    ):
        for key in (Qt.Key.Key_3, Qt.Key.Key_Slash, Qt.Key.Key_T):
            chosen.key(key)
    assert chosen.room.where(AMARA) == TABLE
    chosen.key(Qt.Key.Key_M)
    chosen.key(Qt.Key.Key_2)
    assert chosen.room.where(AMARA) != TABLE


def test_the_menu_of_the_lesson_leads_there_and_back(stage, qtbot):
    buttons = stage.page.top_bar.buttons
    words = [action.text() for action in buttons.menu().actions()]
    assert "Simple view, for a substitute" in words
    stage.page.set_simple(True)
    menu = buttons.menu()
    back = next(action for action in menu.actions() if action.text() == "Full view")
    with qtbot.waitSignal(buttons.simple):
        back.trigger()
