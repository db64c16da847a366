"""Cards move to where they are already."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from tests.fakes.lesson import AMARA, BEN, CHIDI, DANIYAR, GAMES, TABLE, TABLETS, LessonRoom
from tests.ui.live.stage import open_stage

Key = Qt.Key


@pytest.fixture
def moving(qtbot, theme):
    theme.choose(reduced_motion=False)
    return open_stage(qtbot, theme, LessonRoom())


def by_key(stage):
    stage.page.select(AMARA)
    stage.key(Key.Key_M)
    stage.key(Key.Key_2)


def by_menu(stage):
    stage.page.deeds.move([AMARA], GAMES)


def by_another(stage):
    games = stage.column(GAMES).view.station
    stage.room.moves.move(stage.room.scene, AMARA, games)


def by_undo(stage):
    by_another(stage)
    settle(stage)
    stage.room.workspace.undo()
    stage.room.workspace.redo()


def settle(stage):
    """Everything is where it belongs."""
    for column in stage.page.console.columns.columns:
        column.list.arrange()


WAYS = [by_key, by_menu, by_another, by_undo]


def flying(stage):
    return [p for p in stage.page.console.columns.viewport().findChildren(QLabel) if p.isVisible()]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_card_flies_from_station_to_station_and_is_there_already(moving, qtbot, way):
    way(moving)
    card, columns = moving.card(AMARA), moving.page.console.columns
    assert moving.room.where(AMARA) == GAMES
    assert card.parentWidget() is moving.column(GAMES).list
    assert card.pos() == moving.column(GAMES).list.cards[0].pos()
    assert len(flying(moving)) == 1
    qtbot.waitUntil(lambda: not columns.moving)
    assert flying(moving) == []
    assert not card.on_its_way


def test_a_card_lands_from_where_it_was_let_go(moving):
    spot = moving.foot(GAMES)
    moving.drag(moving.card(AMARA), spot)
    (picture,) = flying(moving)
    assert picture.mapTo(moving.page, QPoint(0, 0)) == spot - QPoint(20, 20)


def test_a_card_let_go_nowhere_goes_back_from_there(moving, qtbot):
    moving.drag(moving.card(AMARA), moving.foot(TABLE))
    assert moving.page.console.columns.moving
    qtbot.waitUntil(lambda: not moving.page.console.columns.moving)
    assert moving.room.where(AMARA) == TABLE


def test_the_others_close_the_gap_within_their_station(moving):
    moving.page.deeds.move([AMARA], GAMES)
    left = moving.card(DANIYAR)
    assert left.pos().y() > 4
    assert not left.on_its_way


def test_one_who_comes_back_from_the_tray_lands_from_the_hand_or_is_there(moving):
    moving.room.moves.mark(moving.room.scene, BEN, "absent")
    moving.room.moves.mark(moving.room.scene, BEN, "present")
    assert not moving.card(BEN).on_its_way
    moving.room.moves.mark(moving.room.scene, BEN, "absent")
    moving.drag(moving.chip(BEN), moving.foot(TABLE))
    assert moving.card(BEN).on_its_way


def test_a_second_move_in_flight_goes_on_from_there(moving, qtbot):
    moving.page.deeds.move([AMARA], GAMES)
    moving.page.deeds.move([AMARA], TABLETS)
    assert len(flying(moving)) == 1
    qtbot.waitUntil(lambda: not moving.page.console.columns.moving)
    assert moving.card(AMARA).parentWidget() is moving.column(TABLETS).list
    assert not moving.card(AMARA).on_its_way


def test_a_student_who_leaves_in_flight_leaves_no_picture(moving):
    moving.page.deeds.move([AMARA, CHIDI], GAMES)
    moving.room.moves.mark(moving.room.scene, AMARA, "absent")
    assert len(flying(moving)) == 1


def test_a_click_reaches_a_card_that_is_still_flying(moving):
    moving.page.deeds.move([AMARA], GAMES)
    moving.click(moving.card(AMARA))
    assert moving.page.selection.student == AMARA


def test_without_movement_nothing_flies(stage):
    stage.page.deeds.move([AMARA], GAMES)
    assert flying(stage) == []
    assert not stage.page.console.columns.moving
