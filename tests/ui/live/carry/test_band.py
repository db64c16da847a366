"""A box drawn on the empty part of the console."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.fakes.lesson import AMARA, BEN, CHIDI, DANIYAR, GAMES, LEILA, TABLE
from tests.ui.live.stage import LEFT, NONE
from ui.live.carry.band import BandBox

CTRL = Qt.KeyboardModifier.ControlModifier


def draw(stage, start, end, held=NONE):
    list_ = stage.column(TABLE).list
    QTest.mousePress(list_, LEFT, held, list_.mapFromGlobal(stage.page.mapToGlobal(start)))
    for step in (0.5, 1.0):
        QTest.mouseMove(
            list_, list_.mapFromGlobal(stage.page.mapToGlobal(start + (end - start) * step))
        )


def let_go(stage, spot):
    list_ = stage.column(TABLE).list
    QTest.mouseRelease(list_, LEFT, NONE, list_.mapFromGlobal(stage.page.mapToGlobal(spot)))


def below(stage, station):
    """A point below the cards of a station."""
    column = stage.column(station)
    return column.mapTo(stage.page, QPoint(30, column.height() - 60))


def test_a_box_selects_the_cards_it_touches(stage, qtbot):
    start, end = below(stage, TABLE), stage.middle(stage.card(LEILA))
    with qtbot.assertNotEmitted(stage.page.selected):
        draw(stage, start, end)
    assert stage.card(LEILA).isChecked()
    with qtbot.waitSignal(stage.page.selected):
        let_go(stage, end)
    assert stage.page.selection.students == (DANIYAR, LEILA)
    assert stage.page.findChild(BandBox).isHidden()


def test_with_ctrl_a_box_adds_to_those_selected(stage):
    stage.page.select(CHIDI)
    end = stage.middle(stage.card(AMARA))
    draw(stage, below(stage, TABLE), end, CTRL)
    let_go(stage, end)
    assert stage.page.selection.students == (AMARA, DANIYAR, CHIDI)


def test_esc_takes_a_box_back(stage):
    stage.page.select(CHIDI)
    draw(stage, below(stage, TABLE), stage.middle(stage.card(AMARA)))
    stage.key(Qt.Key.Key_Escape)
    let_go(stage, stage.middle(stage.card(AMARA)))
    assert stage.page.selection.students == (CHIDI,)
    assert not stage.card(AMARA).isChecked()


def test_a_click_beside_the_cards_selects_nobody(stage):
    stage.page.select(AMARA)
    draw(stage, below(stage, TABLE), below(stage, TABLE))
    let_go(stage, below(stage, TABLE))
    assert stage.page.selection.student is None


def test_a_click_beside_the_cards_drops_who_is_lifted(chosen):
    chosen.key(Qt.Key.Key_M)
    chosen.click(chosen.column(GAMES).list, QPoint(30, chosen.column(GAMES).list.height() - 5))
    assert chosen.room.where(AMARA) == GAMES


def test_a_click_beside_all_stations_puts_the_lifted_back(chosen):
    chosen.key(Qt.Key.Key_M)
    QTest.mouseClick(chosen.page.console.columns.viewport(), LEFT, NONE, QPoint(3, 3))
    assert chosen.page.carry.lifted is None
    assert chosen.room.where(AMARA) == TABLE


def test_a_click_on_the_tray_sends_the_lifted_there(chosen):
    chosen.key(Qt.Key.Key_M)
    tray = chosen.page.console.tray
    QTest.mouseClick(tray, LEFT, NONE, QPoint(tray.width() - 30, 5))
    assert chosen.room.word(AMARA) == "absent"


def test_a_box_begins_at_no_card(stage):
    stage.carry(stage.card(BEN), stage.foot(TABLE))
    assert stage.page.findChild(BandBox) is None
    assert stage.page.carry.lifted.student == BEN
