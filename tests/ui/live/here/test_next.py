"""Who is done early, who is owed a visit, and who is next for the teacher's table."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.domain.changes import Change, label
from app.domain.lessons import Lesson, Path
from app.domain.pull_outs import PullOut
from app.domain.stations import Station
from app.services.board_scene import board_scene
from tests.fakes.lesson import AMARA, BEN, CHIDI, CLASS, ELIF, GAMES, LEILA, TABLE
from tests.ui.live.here.here_stage import open_here

DAY = 24 * 3600 * 1000
MINUTE = 60_000


@pytest.fixture
def stage(qtbot, theme, room):
    games = room.store.get(Station, GAMES)
    room.workspace.edit(
        label("station changed", station=""), Change(games, replace(games, next_task="Read on"))
    )
    return open_here(qtbot, theme, room)


def why(stage):
    """Who is next, and why, as it is shown."""
    rows = stage.here.next_list.rows
    return {r.name.view.name: r.name.view.why for r in rows if r.isVisibleTo(stage.here.next_list)}


def test_a_key_marks_the_selected_as_done_and_at_work_again(stage):
    stage.page.select(BEN)
    stage.key(Qt.Key.Key_D)
    assert stage.page.console.columns.cards[BEN].view.done
    assert "done early" in stage.page.console.columns.cards[BEN].accessibleName()
    stage.key(Qt.Key.Key_D)
    assert not stage.page.console.columns.cards[BEN].view.done
    stage.room.workspace.undo()
    assert stage.page.console.columns.cards[BEN].view.done


def test_the_panel_offers_the_next_task_and_a_free_station(stage):
    stage.page.select(BEN)
    stage.key(Qt.Key.Key_D)
    offer = stage.link.panel.body.student.offer
    assert offer.text() == "Done: Read on"
    assert offer.isVisible()
    stage.page.select(LEILA)
    assert not offer.isVisible()


def test_the_menu_marks_and_brings_to_a_station_that_is_free(stage):
    tablets = next(s for s in stage.page.scene.stations if s.name == "Tablets")
    room = stage.room
    room.workspace.edit(
        label("station changed", station=""), Change(tablets, replace(tablets, devices=4))
    )
    stage.choose(BEN, "Done early")
    stage.choose(BEN, "May go to Tablets, 2 free seats")
    assert room.where(BEN) == tablets.id


def test_who_is_out_of_the_room_is_not_done(stage):
    stage.room.moves.mark(stage.room.scene, BEN, "absent")
    assert "Done early" not in stage.menu_texts(BEN)


def teach_without(stage, student):
    """A lesson in which the student is absent, and the same the next day, just begun."""
    room = stage.room
    room.moves.mark(room.scene, student, "absent")
    room.clock.advance(60 * MINUTE)
    room.live.end(room.session)
    room.clock.advance(DAY - 60 * MINUTE)
    lesson = room.store.get(Lesson, 40)
    room.put(replace(lesson, id=41, day="2026-05-15"))
    paths = room.store.find(Path, lesson_id=40)
    room.put(*(replace(path, id=path.id + 500, lesson_id=41) for path in paths))
    room.live.start(room.live.open(41))


def test_who_was_absent_is_owed_the_visit_on_the_card_and_named_first(stage):
    stage.settle()
    teach_without(stage, ELIF)
    stage.settle()
    card = stage.page.console.columns.cards[ELIF]
    assert card.view.owed == "Owed a visit to Table since Thursday"
    assert "Owed a visit to Table since Thursday" in card.toolTip()
    assert why(stage) == {"Elif": "owed a visit since Thursday"}
    assert stage.page.console.columns.cards[BEN].view.owed == ""
    assert "Owed" not in repr(board_scene(stage.page.scene))


def test_the_reasons_say_what_speaks_for_each(stage):
    room = stage.room
    room.put(PullOut(70, CLASS, CHIDI, "speech", "", 580, 640, (4,)))
    stage.settle()
    assert why(stage) == {"Chidi": "not yet seen on Add fractions; leaves at 09:40"}
    room.see(CHIDI, days_ago=11, skill=201, level=2)
    stage.settle()
    assert why(stage) == {"Chidi": "11 days unseen on Add fractions; leaves at 09:40"}


def test_one_click_brings_to_the_table_and_undo_takes_it_back(stage):
    stage.room.put(PullOut(70, CLASS, CHIDI, "speech", "", 580, 640, (4,)))
    stage.settle()
    (row,) = stage.here.next_list.rows
    assert row.button.accessibleName() == "Bring Chidi to Table"
    stage.click(row.button)
    assert stage.room.where(CHIDI) == TABLE
    stage.settle()
    assert why(stage) == {}
    stage.room.workspace.undo()
    stage.settle()
    assert "Chidi" in why(stage)


def test_a_full_table_says_so_and_can_be_overruled(stage):
    room = stage.room
    table = room.store.get(Station, TABLE)
    room.workspace.edit(
        label("station changed", station=""), Change(table, replace(table, seats_max=2))
    )
    room.put(PullOut(70, CLASS, CHIDI, "speech", "", 580, 640, (4,)))
    stage.settle()
    (row,) = stage.here.next_list.rows
    assert row.name.view.warning == "Full: 2 of 2 seats"
    stage.click(row.button)
    assert room.where(CHIDI) == TABLE


def test_a_click_on_the_name_looks_at_the_student_and_the_list_makes_way(stage):
    stage.room.put(PullOut(70, CLASS, CHIDI, "speech", "", 580, 640, (4,)))
    stage.settle()
    (row,) = stage.here.next_list.rows
    stage.click(row.name)
    assert stage.page.selection.student == CHIDI
    assert not stage.here.next_list.isVisible()
    stage.key(Qt.Key.Key_W)
    assert stage.here.next_list.isVisible()
    assert stage.here.next_list.rows[0].name.hasFocus()
    stage.key(Qt.Key.Key_Return, to=stage.here.next_list.rows[0].name)
    assert not stage.here.next_list.isVisible()
    assert stage.page.window().focusWidget() is stage.page


def test_when_everyone_comes_anyway_it_says_so(stage):
    stage.settle()
    shown = stage.here.next_list
    assert why(stage) == {}
    assert shown.nobody.text() == "Everyone here comes to your table in this lesson."


def test_nothing_is_read_before_the_window_is_painted_nor_while_a_card_is_carried(stage):
    assert stage.here.next_list is None
    stage.page.carry.lift((AMARA,), keyed=True)
    stage.settle()
    assert stage.here.next_list is None
    stage.page.carry.cancel()
    stage.settle()
    assert stage.here.next_list is not None
