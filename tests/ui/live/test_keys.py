"""The live page without a pointer."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.fakes.lesson import (
    AMARA,
    BEN,
    CHIDI,
    DANIYAR,
    ELIF,
    LEILA,
    TABLETS,
    LessonRoom,
)
from tests.ui.live.stage import open_stage, walk

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_the_first_arrow_begins_at_the_first_card(stage):
    assert walk(stage, Key.Key_Down) == AMARA


@pytest.mark.parametrize(
    ("keys", "student"),
    [
        ([Key.Key_Down], DANIYAR),
        ([Key.Key_Down, Key.Key_Down], DANIYAR),
        ([Key.Key_Right], BEN),
        ([Key.Key_Down, Key.Key_Right, Key.Key_Right], ELIF),
        ([Key.Key_Right, Key.Key_Left, Key.Key_Left], AMARA),
        ([Key.Key_End], DANIYAR),
        ([Key.Key_End, Key.Key_Home], AMARA),
    ],
)
def test_arrows_walk_over_the_cards(chosen, keys, student):
    assert walk(chosen, *keys) == student
    assert chosen.card(student).hasFocus()
    assert chosen.card(student).isChecked()


def test_arrows_go_the_other_way_where_people_read_from_the_right(chosen):
    chosen.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert walk(chosen, Key.Key_Left) == BEN


def test_arrows_pass_over_an_empty_station(chosen):
    for student in (BEN, LEILA):
        chosen.room.moves.mark(chosen.room.scene, student, "absent")
    assert walk(chosen, Key.Key_Right) == CHIDI


@pytest.mark.parametrize("digit", [1, 2, 3, 4])
def test_a_digit_gives_the_selected_student_a_level(chosen, qtbot, digit):
    with qtbot.waitSignal(chosen.page.level_pressed) as pressed:
        chosen.key(Key(Key.Key_0 + digit))
    assert pressed.args == [digit]


def test_a_digit_without_a_student_gives_no_level_and_says_so(stage, qtbot):
    with qtbot.assertNotEmitted(stage.page.level_pressed):
        stage.key(Key.Key_3)
    assert stage.page.say.said == "Select a student first."


def test_a_digit_while_lifted_is_a_station_and_no_level(chosen, qtbot):
    chosen.key(Key.Key_M)
    with qtbot.assertNotEmitted(chosen.page.level_pressed):
        chosen.key(Key.Key_3)
    assert chosen.room.where(AMARA) == TABLETS


@pytest.mark.parametrize(
    ("key", "signal"),
    [(Key.Key_T, "tag_key_pressed"), (Key.Key_Slash, "capture_wanted")],
)
def test_keys_for_others_go_out_as_signals(chosen, qtbot, key, signal):
    with qtbot.waitSignal(getattr(chosen.page, signal)):
        QTest.keyClicks(chosen.page, {Key.Key_T: "t", Key.Key_Slash: "/"}[key])


def test_f_names_the_student_to_flag(chosen, qtbot):
    with qtbot.waitSignal(chosen.page.flag_pressed) as pressed:
        chosen.key(Key.Key_F)
    assert pressed.args == [(AMARA,)]


def test_b_turns_the_board_the_other_way(stage, qtbot):
    stage.page.set_board(on=True, status="On projector")
    with qtbot.waitSignal(stage.page.board_toggled) as turned:
        stage.key(Key.Key_B)
    assert turned.args == [False]


def test_space_pauses_and_resumes(stage):
    stage.key(Key.Key_Space)
    assert stage.page.scene.reading.paused
    stage.key(Key.Key_Space)
    assert not stage.page.scene.reading.paused


@pytest.mark.parametrize(("typed", "minutes"), [("+", 13), ("-", 11)])
def test_plus_and_minus_change_the_round_by_a_minute(stage, typed, minutes):
    QTest.keyClicks(stage.page, typed)
    assert stage.page.scene.reading.remaining_ms == minutes * 60_000


def hold(stage):
    return stage.page.handling.keys.findChild(QTimer)


def test_n_held_goes_on_to_the_next(stage):
    QTest.keyPress(stage.page, Key.Key_N)
    assert hold(stage).isActive()
    assert hold(stage).interval() == 500
    hold(stage).timeout.emit()
    assert stage.page.scene.reading.phase == "transition"


@pytest.mark.parametrize(
    ("key", "minute", "round_", "left"),
    [(Key.Key_P, 20, 1, 12), (Key.Key_R, 20, 2, 12)],
)
def test_back_and_again_are_held_too(stage, key, minute, round_, left):
    stage.room.clock.advance(minute * 60_000)
    stage.page.tick()
    QTest.keyPress(stage.page, key)
    assert stage.page.top_bar.buttons.more_button.isDown()
    hold(stage).timeout.emit()
    reading = stage.page.scene.reading
    assert (reading.round, reading.remaining_ms) == (round_, left * 60_000)
    assert not stage.page.top_bar.buttons.more_button.isDown()


def test_e_held_ends_the_lesson_and_e_alone_does_not(stage):
    QTest.keyClick(stage.page, Key.Key_E)
    assert not hold(stage).isActive()
    assert stage.page.scene is not None
    QTest.keyPress(stage.page, Key.Key_E)
    hold(stage).timeout.emit()
    assert stage.page.scene is None


def test_another_key_meanwhile_is_not_the_one_that_was_held(stage):
    QTest.keyPress(stage.page, Key.Key_E)
    QTest.keyPress(stage.page, Key.Key_N)
    QTest.keyRelease(stage.page, Key.Key_E)
    assert hold(stage).isActive()
    hold(stage).timeout.emit()
    assert stage.page.scene.reading.phase == "transition"


@pytest.mark.parametrize(("key", "signal"), [(Key.Key_I, "time_lost"), (Key.Key_Q, "sound")])
def test_lost_time_and_sound_have_a_key(stage, qtbot, key, signal):
    with qtbot.waitSignal(getattr(stage.page.top_bar.buttons, signal)):
        QTest.keyClick(stage.page, key)


def test_before_the_start_keys_of_the_clock_write_nothing(qtbot, theme):
    room = LessonRoom(open_lesson=False)
    room.live.open(40)
    stage = open_stage(qtbot, theme, room)
    steps = room.store.count_steps()
    for key in (Key.Key_Plus, Key.Key_Minus, Key.Key_I):
        QTest.keyClick(stage.page, key)
    for key in (Key.Key_N, Key.Key_P, Key.Key_R):
        QTest.keyPress(stage.page, key)
        hold(stage).timeout.emit()
    assert room.store.count_steps() == steps


def test_n_let_go_early_does_nothing(stage):
    QTest.keyPress(stage.page, Key.Key_N)
    assert stage.page.top_bar.buttons.next_button.isDown()
    QTest.keyRelease(stage.page, Key.Key_N)
    assert not hold(stage).isActive()
    assert not stage.page.top_bar.buttons.next_button.isDown()
    assert stage.page.scene.reading.phase == "round"


def test_n_held_while_the_window_goes_to_the_back_is_let_go(stage, qtbot):
    hold(stage).setInterval(60_000)  # however slow the machine is
    QTest.keyPress(stage.page, Key.Key_N)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not stage.page.isActiveWindow())
    assert not hold(stage).isActive()
    assert stage.page.scene.reading.phase == "round"


def test_the_keys_work_as_soon_as_the_page_is_shown(stage):
    assert stage.page.hasFocus()


def test_a_click_beside_the_cards_takes_the_keyboard_out_of_a_field(chosen):
    chosen.note.setFocus()
    QTest.mouseClick(chosen.page.console, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert not chosen.note.hasFocus()


def test_letters_mean_nothing_while_someone_is_typing(chosen, qtbot):
    chosen.note.setFocus()
    with qtbot.assertNotEmitted(chosen.page.level_pressed):
        QTest.keyClicks(chosen.note, "m3/f n+ b?t")
    assert chosen.note.text() == "m3/f n+ b?t"
    assert chosen.page.carry.lifted is None
    assert not chosen.page.scene.reading.paused


def test_f6_goes_round_the_parts_of_the_page_and_shift_f6_back(chosen):
    def stops(modifier, count):
        found = []
        for _ in range(count):
            chosen.key(Key.Key_F6, to=chosen.page.window().focusWidget(), modifier=modifier)
            found.append(chosen.page.window().focusWidget())
        return found

    bar = chosen.page.top_bar.buttons.pause_button
    forward = stops(Qt.KeyboardModifier.NoModifier, 4)
    assert forward == [chosen.note, chosen.line, bar, chosen.card(AMARA)]
    assert stops(SHIFT, 2) == [bar, chosen.line]


def test_the_tray_is_a_part_too_when_someone_is_in_it(chosen):
    chosen.room.moves.mark(chosen.room.scene, BEN, "absent")
    chosen.key(Key.Key_F6)
    assert chosen.chip(BEN).hasFocus()


def test_tab_reaches_one_card_the_selected(chosen):
    policy = Qt.FocusPolicy.StrongFocus
    cards = chosen.page.console.columns.cards
    assert [s for s, card in cards.items() if card.focusPolicy() == policy] == [AMARA]
    chosen.page.select(CHIDI)
    assert [s for s, card in cards.items() if card.focusPolicy() == policy] == [CHIDI]


def test_the_question_mark_shows_the_keys_and_esc_hides_them(chosen):
    keys = chosen.page.handling.key_list
    QTest.keyClicks(chosen.page, "?")
    assert keys.isVisible()
    chosen.key(Key.Key_Escape, to=chosen.page.window().focusWidget())
    assert not keys.isVisible()
    assert chosen.card(AMARA).hasFocus()


def test_the_list_of_keys_stops_nothing(chosen):
    QTest.keyClicks(chosen.page, "?")
    QTest.keyClicks(chosen.page.window().focusWidget(), "m")
    assert chosen.page.carry.lifted.student == AMARA


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(("key", "modifier"), [(Key.Key_Menu, None), (Key.Key_F10, SHIFT)])
def test_the_menu_key_opens_the_menu_of_the_card(chosen, key, modifier):
    chosen.key(key, modifier=modifier or Qt.KeyboardModifier.NoModifier)
    titles = [action.text() for action in chosen.page.deeds.shown_menu.actions()]
    assert titles[:2] == ["Move to", "Swap with"]
    chosen.page.deeds.shown_menu.close()
    assert chosen.page.deeds.shown_menu is None
