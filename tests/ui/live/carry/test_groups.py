"""Everyone at a station at once, by its head; and swaps, with what both sides say."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.classes import Rule
from tests.fakes.lesson import AMARA, BEN, CHIDI, DANIYAR, ELIF, GAMES, LEILA, TABLE, TABLETS
from tests.ui.live.stage import LEFT, NONE

popups = pytest.mark.qt_log_ignore("This plugin does not support")


def texts(menu):
    return [action.text() for action in menu.actions() if action.text()]


def entry(menu, text):
    return next(action for action in menu.actions() if action.text().startswith(text))


def test_a_head_carries_everyone_at_its_station(stage):
    head = stage.column(GAMES).head
    QTest.mousePress(head, LEFT, NONE, QPoint(20, 20))
    QTest.mouseMove(head, QPoint(60, 60))
    assert stage.page.carry.lifted.students == (BEN, LEILA)
    assert stage.page.hands.hand.carried.count == 2
    stage.move(head, stage.foot(TABLE))
    stage.release(head, stage.foot(TABLE))
    assert {stage.room.where(BEN), stage.room.where(LEILA)} == {TABLE}
    assert stage.page.deeds.shown_menu is None, "a carry is no click"
    stage.room.workspace.undo()
    assert {stage.room.where(BEN), stage.room.where(LEILA)} == {GAMES}


def test_the_head_of_an_empty_station_lifts_nobody(stage):
    for student in (BEN, LEILA):
        stage.room.moves.mark(stage.room.scene, student, "absent")
    head = stage.column(GAMES).head
    QTest.mousePress(head, LEFT, NONE, QPoint(20, 20))
    QTest.mouseMove(head, QPoint(60, 60))
    QTest.mouseRelease(head, LEFT, NONE, QPoint(60, 600))
    assert stage.page.carry.lifted is None


def test_the_menu_of_a_head_moves_and_swaps_all(stage):
    menu = stage.page.deeds.group_menu(GAMES)
    assert texts(menu) == ["Select all", "Move 2 to", "Swap all with", "This table stays"]
    assert texts(menu.actions()[1].menu()) == [
        "Table  2/4 · Keep apart: Leila and Amara",
        "Games  2/3",
        "Tablets  2/2 · Full: 2 of 2 tablets",
    ]
    entry(menu.actions()[2].menu(), "Tablets").trigger()
    assert {stage.room.where(s) for s in (BEN, LEILA)} == {TABLETS}
    assert {stage.room.where(s) for s in (CHIDI, ELIF)} == {GAMES}
    entry(stage.page.deeds.group_menu(TABLETS).actions()[1].menu(), "Table").trigger()
    assert {stage.room.where(s) for s in (AMARA, DANIYAR, BEN, LEILA)} == {TABLE}


def test_the_menu_of_a_head_selects_all(stage):
    entry(stage.page.deeds.group_menu(GAMES), "Select all").trigger()
    assert stage.page.selection.students == (BEN, LEILA)


@popups
def test_a_click_on_a_head_with_nobody_to_bring_opens_its_menu(stage):
    stage.click(stage.column(GAMES).head)
    assert texts(stage.page.deeds.shown_menu)[0] == "Select all"
    stage.page.deeds.shown_menu.close()
    stage.page.select(BEN)
    stage.click(stage.column(GAMES).head)
    assert stage.page.deeds.shown_menu is not None
    stage.page.deeds.shown_menu.close()


@popups
def test_a_right_click_on_a_head_opens_its_menu(stage):
    stage.page.select(AMARA)
    at = stage.middle(stage.column(GAMES).head)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, stage.page.mapToGlobal(at))
    QApplication.sendEvent(stage.page, event)
    assert "Swap all with" in texts(stage.page.deeds.shown_menu)
    stage.page.deeds.shown_menu.close()
    assert stage.room.where(AMARA) == TABLE


def test_an_empty_station_says_that_nobody_is_there(stage):
    for student in (BEN, LEILA):
        stage.room.moves.mark(stage.room.scene, student, "absent")
    stage.click(stage.column(GAMES).head)
    assert stage.page.say.said == "Nobody is at Games."
    menu = stage.page.deeds.shown_menu
    assert texts(menu) == ["Nobody is here", "This table stays"]
    assert not menu.actions()[0].isEnabled()
    menu.close()


def test_over_a_name_both_stations_say_what_they_think_of_the_swap(stage):
    stage.room.put(Rule(61, 1, "apart", (CHIDI, DANIYAR)))
    stage.carry(stage.card(AMARA), stage.middle(stage.card(CHIDI)))
    assert stage.column(TABLETS).mark.note is None, "one goes and one comes"
    assert stage.column(TABLE).mark.note.title == "Keep apart: Daniyar"
    assert stage.page.say.said == (
        "Tablets. Swap with Chidi. Table. Keep apart: Daniyar. You can still drop here."
    )
    stage.move(stage.card(AMARA), stage.foot(TABLETS))
    assert stage.column(TABLETS).mark.note.title == "Full: 2 of 2 tablets"
    assert stage.column(TABLE).mark.note is None
    stage.release(stage.card(AMARA), stage.foot(TABLE))


def test_the_menu_swaps_with_a_name_and_warns_of_what_it_means(stage):
    menu = stage.page.deeds.menu(AMARA)
    swaps = entry(menu, "Swap with").menu()
    assert texts(swaps) == ["Games", "Tablets"]
    names = swaps.actions()[0].menu()
    names.aboutToShow.emit()
    assert texts(names) == ["Ben · Keep apart: Leila", "Leila"]
    entry(names, "Leila").trigger()
    assert (stage.room.where(AMARA), stage.room.where(LEILA)) == (GAMES, TABLE)
    assert stage.room.workspace.next_undo.verb == "swapped"


def test_who_sits_nowhere_has_nobody_to_swap_with(stage):
    stage.room.moves.mark(stage.room.scene, BEN, "absent")
    assert "Swap with" not in texts(stage.page.deeds.menu(BEN))


@popups
def test_a_key_opens_the_menus_of_all_stations_also_of_an_empty_one(stage):
    for student in (BEN, LEILA):
        stage.room.moves.mark(stage.room.scene, student, "absent")
    stage.page.select(None)
    stage.key(Qt.Key.Key_F10, modifier=Qt.KeyboardModifier.ShiftModifier)
    stations = stage.page.deeds.shown_menu
    assert texts(stations) == ["Table", "Games", "Tablets"]
    assert texts(entry(stations, "Games").menu()) == ["Nobody is here", "This table stays"]
    assert texts(entry(stations, "Tablets").menu())[0] == "Select all"
    stations.close()
    assert stage.page.deeds.shown_menu is None
