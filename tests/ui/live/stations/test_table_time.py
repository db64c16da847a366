"""This table stays: from the head of a station, by pointer and by key, and counted down there."""

from PySide6.QtCore import Qt

from tests.fakes.lesson import AMARA, BEN, CLASS, GAMES, TABLE, TABLETS, LessonRoom
from tests.ui.live.stage import open_stage

MINUTE = 60_000


def lines(menu):
    return [action.text() for action in menu.actions() if action.text()]


def inner(menu, text):
    return next(a.menu() for a in menu.actions() if a.menu() and a.text() == text)


def give(stage, text, station=TABLE):
    menu = inner(stage.page.deeds.group_menu(station), "This table stays")
    next(a for a in menu.actions() if a.text() == text).trigger()


def head(stage, station=TABLE):
    return stage.column(station).head


def says(stage, station=TABLE):
    return stage.column(station).accessibleName()


def test_the_menu_of_the_head_gives_one_two_or_five_minutes(stage):
    menu = inner(stage.page.deeds.group_menu(TABLE), "This table stays")
    assert lines(menu) == [
        "Table: 1 minute more",
        "Table: 2 minutes more",
        "Table: 5 minutes more",
    ]
    give(stage, "Table: 2 minutes more")
    assert stage.room.scene.stays[0].amount_ms == 2 * MINUTE
    assert "stays 2 min longer" in says(stage)


def test_while_the_others_move_it_counts_down_by_itself(stage):
    give(stage, "Table: 2 minutes more")
    stage.room.clock.advance(13 * MINUTE)
    stage.page.tick()
    assert stage.card(AMARA).parentWidget() is stage.column(TABLE).list
    assert stage.card(BEN).parentWidget() is stage.column(TABLETS).list
    assert says(stage) == "Table, 4 of 4, stays for 3 minutes"
    stage.room.clock.advance(MINUTE + 10_000)
    stage.page.tick()
    assert says(stage) == "Table, 4 of 4, stays for 2 minutes"


def test_a_second_repaints_the_line_and_not_the_column(stage):
    give(stage, "Table: 2 minutes more")
    stage.room.clock.advance(14 * MINUTE)
    stage.page.tick()
    before = head(stage).grab().toImage()
    other = head(stage, GAMES).grab().toImage()
    stage.room.clock.advance(1_000)
    stage.page.tick()
    assert head(stage).grab().toImage() != before
    assert head(stage, GAMES).grab().toImage() == other


def test_the_page_turns_when_the_table_goes_on(stage, qtbot):
    give(stage, "Table: 2 minutes more")
    stage.room.clock.advance(14 * MINUTE)
    stage.page.tick()
    stage.room.clock.advance(2 * MINUTE)
    with qtbot.waitSignal(stage.page.scene_changed):
        stage.page.tick()
    assert stage.card(AMARA).parentWidget() is stage.column(GAMES).list
    assert "stays" not in says(stage)
    assert stage.page.say.said == "Table goes on."


def test_the_clock_wakes_when_the_table_goes_on_and_no_later(stage):
    give(stage, "Table: 1 minute more")
    stage.room.clock.advance(12 * MINUTE + 300)
    stage.room.live.next(stage.room.session)
    stage.room.clock.advance(MINUTE - 400)
    stage.page.tick()
    assert stage.page.clockwork.timer.interval() <= 400


def test_it_can_be_stopped_before_and_while_it_stays(stage):
    give(stage, "Table: 5 minutes more")
    give(stage, "Goes on with the others")
    assert stage.room.scene.stays == ()
    give(stage, "Table: 5 minutes more")
    stage.room.clock.advance(15 * MINUTE)
    stage.page.tick()
    give(stage, "Goes on now")
    assert stage.room.where(AMARA) == GAMES


def test_the_key_opens_the_same_for_the_selected_student_s_table(chosen):
    chosen.key(Qt.Key.Key_S)
    menu = chosen.page.deeds.shown_menu
    assert lines(menu)[0] == "Table: 1 minute more"
    menu.actions()[0].trigger()
    menu.close()
    assert chosen.room.scene.stays[0].amount_ms == MINUTE


def test_undo_takes_it_back(stage):
    give(stage, "Table: 1 minute more")
    stage.room.workspace.undo()
    assert "stays" not in says(stage)


def test_in_the_last_round_the_menu_says_why_not(stage):
    stage.room.clock.advance(43 * MINUTE)
    stage.page.tick()
    menu = inner(stage.page.deeds.group_menu(TABLE), "This table stays")
    assert lines(menu) == ["Not after the last round: it may run over"]
    assert not menu.actions()[0].isEnabled()


def test_before_the_start_too(qtbot, theme):
    room = LessonRoom(open_lesson=False)
    room.live.open(40)
    stage = open_stage(qtbot, theme, room)
    menu = inner(stage.page.deeds.group_menu(TABLE), "This table stays")
    assert lines(menu) == ["Once the lesson has begun"]


def test_another_class_s_lesson_announces_nothing(stage):
    give(stage, "Table: 1 minute more")
    stage.room.live.end(stage.room.session)
    stage.page.show_class(CLASS)
    assert "goes on" not in stage.page.say.said
