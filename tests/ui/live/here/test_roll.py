"""Taking the whole class: present until clicked, once absent, twice late, thrice away."""

import pytest
from PySide6.QtCore import QPoint, Qt

from app.domain.attendance import next_state
from app.domain.session import ABSENT, AWAY, LATE, PRESENT
from tests.fakes.lesson import AMARA, BEN, CHIDI, DANIYAR, LessonRoom
from tests.ui.live.here.here_stage import open_here


@pytest.fixture
def stage(qtbot, theme, room):
    return open_here(qtbot, theme, room)


@pytest.fixture
def roll(stage):
    stage.key(Qt.Key.Key_H)
    return stage.here.taking.roll


def test_clicks_go_round():
    states = [PRESENT]
    for _ in range(4):
        states.append(next_state(states[-1]))
    assert states == [PRESENT, ABSENT, LATE, AWAY, PRESENT]
    assert next_state("something else") == ABSENT


def test_each_click_is_kept_at_once_and_undone_alone(stage, roll):
    tile = roll.tiles[BEN]
    words = []
    for _ in range(4):
        stage.click(tile, QPoint(60, 20))
        words.append(stage.room.word(BEN))
    assert words == ["absent", "late", "away", "present"]
    stage.room.workspace.undo()
    assert stage.room.word(BEN) == "away"
    assert tile.view.says == "Away until 09:40"


def test_who_is_absent_leaves_the_plan_at_once(stage, roll):
    stage.click(roll.tiles[BEN], QPoint(60, 20))
    assert BEN not in stage.page.console.columns.cards
    assert BEN in stage.page.console.tray.chips
    assert roll.summary.text() == "5 here, 1 absent"
    assert roll.isVisible()


def test_one_hand_on_the_keyboard_is_enough(stage, roll):
    first = roll.tiles[AMARA]
    assert first.hasFocus()
    stage.key(Qt.Key.Key_Right, first)
    assert roll.tiles[BEN].hasFocus()
    stage.key(Qt.Key.Key_Space, roll.tiles[BEN])
    assert stage.room.word(BEN) == "absent"
    stage.key(Qt.Key.Key_Return, roll.tiles[BEN])
    assert stage.room.word(BEN) == "late"
    stage.key(Qt.Key.Key_D, roll.tiles[BEN])
    assert roll.tiles[DANIYAR].hasFocus(), "a letter goes to the next name with it"
    stage.key(Qt.Key.Key_Escape, roll.tiles[DANIYAR])
    assert not roll.isVisible()
    assert stage.page.hasFocus()


def test_up_and_down_keep_the_column(stage, roll):
    across = roll.across
    tiles = list(roll.tiles.values())
    if across < len(tiles):
        stage.key(Qt.Key.Key_Down, tiles[0])
        assert tiles[across].hasFocus()
        stage.key(Qt.Key.Key_Up, tiles[across])
    assert tiles[0].hasFocus()


def test_the_key_that_opened_it_closes_it(stage, roll):
    stage.key(Qt.Key.Key_H, roll.tiles[AMARA])
    assert not roll.isVisible()
    stage.key(Qt.Key.Key_H)
    assert roll.isVisible()
    stage.click(roll.done_button)
    assert not roll.isVisible()


def test_it_lies_over_the_stations_alone(stage, roll):
    console = stage.page.console
    assert not roll.geometry().intersects(console.tray.geometry())
    assert not roll.geometry().intersects(console.panel.geometry())
    assert not stage.page.top_bar.isAncestorOf(roll)


def test_before_the_clock_starts_the_way_to_it_has_words(qtbot, theme):
    room = LessonRoom(open_lesson=False)
    session = room.live.open(40)
    stage = open_here(qtbot, theme, room)
    button = stage.here.taking.button
    assert button.text() == "Who is here"
    stage.click(button)
    assert stage.here.taking.roll.isVisible()
    stage.click(stage.here.taking.roll.tiles[CHIDI], QPoint(60, 20))
    assert room.word(CHIDI) == "absent"
    room.live.start(session)
    assert button.text() == ""
    assert button.accessibleName() == "Who is here"


def test_a_class_of_sixty_and_long_names_fit_by_scrolling(qtbot, theme):
    room = LessonRoom(students=60)
    student = room.scene.students[0]
    room.change(student, preferred="Wolfeschlegelsteinhausenbergerdorff-Maria", given="")
    stage = open_here(qtbot, theme, room)
    stage.key(Qt.Key.Key_H)
    roll = stage.here.taking.roll
    assert len(roll.tiles) == 60
    tile = roll.tiles[student.id]
    assert tile.height() >= tile.heightForWidth(tile.width())
    stage.page.grab()


def test_the_end_of_the_lesson_closes_it(stage, roll):
    stage.room.live.end(stage.room.session)
    assert not roll.isVisible()


def test_a_screen_reader_hears_name_and_word(stage, roll):
    assert roll.tiles[BEN].accessibleName() == "Ben, Here"
    stage.click(roll.tiles[BEN], QPoint(60, 20))
    assert roll.tiles[BEN].accessibleName() == "Ben, Absent"


def test_a_key_marks_all_who_are_selected_absent_in_one_step(stage):
    stage.page.selection.choose([AMARA, BEN])
    stage.key(Qt.Key.Key_A)
    assert (stage.room.word(AMARA), stage.room.word(BEN)) == ("absent", "absent")
    stage.room.workspace.undo()
    assert (stage.room.word(AMARA), stage.room.word(BEN)) == ("present", "present")
