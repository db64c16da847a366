"""The menu of a column, used on the page."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from ui.progress.choice import BY_LAST_SEEN, BY_SKILL, Order
from ui.progress.folding import StrandColumn
from ui.widgets.menu import Menu

AMARA, BEN = "Amara Okafor", "Ben Walker"
LEFT = Qt.MouseButton.LeftButton


def press(menu: Menu, text: str) -> None:
    next(one for one in menu.actions() if one.text() == text).trigger()


def names(page) -> list[str]:
    return [row.name for row in page.heat.heat.rows]


def test_it_shows_some_rows_only_and_a_chip_brings_the_others_back(open_page, room, qtbot) -> None:
    room.see(AMARA, "Round", 1)
    page = open_page(room)
    column = (BY_SKILL, room.skills["Round"].id)
    press(page.choosing.menu_of(*column), "1 Beginning (1)")
    assert names(page) == ["Amara"]
    assert [chip.label() for chip in page.parts.filters.chips] == ["Round: 1 Beginning"]
    qtbot.mouseClick(page.parts.filters.chips[0], LEFT)
    assert len(names(page)) == 4
    assert page.parts.filters.isHidden()


def test_two_columns_narrow_together_and_one_column_once(open_page, room, qtbot) -> None:
    room.see(AMARA, "Round", 1)
    room.see(BEN, "Round", 1, days=3)
    page = open_page(room)
    skill, seen = (BY_SKILL, room.skills["Round"].id), (BY_LAST_SEEN, None)
    press(page.choosing.menu_of(*skill), "1 Beginning (2)")
    press(page.choosing.menu_of(*seen), "Seen today (1)")
    assert names(page) == ["Amara"]
    press(page.choosing.menu_of(*skill), "No evidence (2)")
    assert names(page) == []
    chips = [chip.label() for chip in page.parts.filters.chips]
    assert chips == ["Seen today", "Round: No evidence"]
    qtbot.mouseClick(page.empty.button, LEFT)
    assert len(names(page)) == 4


def test_it_orders_by_the_column(page, room) -> None:
    column = (BY_SKILL, room.skills["Round"].id)
    press(page.choosing.menu_of(*column), "Order by this")
    assert page.choosing.chosen.order == Order(*column)


def test_it_folds_the_strand_and_all_strands(page, room) -> None:
    column = (BY_SKILL, room.skills["Round"].id)
    press(page.choosing.menu_of(*column), "Fold Number")
    assert [c.heading for c in page.heat.heat.columns] == ["Number", "Add fractions"]
    folded = (BY_SKILL, page.heat.heat.columns[0].skill_id)
    press(page.choosing.menu_of(*folded), "Unfold Number")
    assert len(page.heat.heat.columns) == 3
    press(page.choosing.menu_of(*column), "Fold all strands")
    assert isinstance(page.heat.heat.columns[0], StrandColumn)


def test_a_click_on_a_strand_folds_it_and_one_on_the_bars_opens_the_menu(page, qtbot) -> None:
    headings = page.heat.horizontalHeader()
    at = headings.sectionViewportPosition(0) + 8
    with qtbot.waitSignal(page.heat.menu_wanted) as wanted:
        qtbot.mouseClick(headings.viewport(), LEFT, pos=QPoint(at, 50))
    assert wanted.args[0] == BY_SKILL
    close_menus(page)
    qtbot.mouseClick(headings.viewport(), LEFT, pos=QPoint(at, 10))
    assert isinstance(page.heat.heat.columns[0], StrandColumn)
    qtbot.mouseClick(headings.viewport(), LEFT, pos=QPoint(at, 10))
    assert len(page.heat.heat.columns) == 3


def test_plus_and_minus_fold_under_the_keyboard_which_stays_with_the_strand(page, qtbot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.heat.setFocus(Qt.FocusReason.TabFocusReason)
    page.heat.setCurrentIndex(page.heat.heat.index(1, 1))
    qtbot.keyClick(page.heat, Qt.Key.Key_Minus)
    assert isinstance(page.heat.heat.columns[0], StrandColumn)
    assert (page.heat.currentIndex().row(), page.heat.currentIndex().column()) == (1, 0)
    qtbot.keyClick(page.heat, Qt.Key.Key_Plus)
    assert len(page.heat.heat.columns) == 3
    assert page.heat.currentIndex().row() == 1


def test_the_menu_key_is_about_the_column_the_keyboard_is_on(page, room, qtbot) -> None:
    page.heat.setCurrentIndex(page.heat.heat.index(0, 1))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    with qtbot.waitSignal(page.heat.menu_wanted) as wanted:
        QApplication.sendEvent(page.heat.viewport(), event)
    assert wanted.args[:2] == [BY_SKILL, room.skills["Round"].id]
    close_menus(page)


def close_menus(page) -> None:
    for menu in page.findChildren(Menu):
        menu.close()


def test_a_folded_cell_is_spoken(open_page, room) -> None:
    room.see(AMARA, "Round", 3)
    page = open_page(room)
    page.heat.fold_wanted.emit(page.heat.heat.columns[0].strand_id)
    model = page.heat.model()
    said = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "1 of 2 skills secure, seen Thu 14 May"
