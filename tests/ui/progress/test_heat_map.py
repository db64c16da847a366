"""The heat map on a real window."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible

from tests.fakes.progress_class import ProgressClass
from ui.progress.choice import BY_LAST_SEEN, BY_SKILL, Order
from ui.progress.heat_map import HeatMap

AMARA, BEN = "Amara Okafor", "Ben Walker"
LEFT = Qt.MouseButton.LeftButton
TAB = Qt.FocusReason.TabFocusReason


@pytest.fixture
def open_map(qtbot, theme):
    def opened(room: ProgressClass, width: int = 998, height: int = 664) -> HeatMap:
        heat = HeatMap(theme, room.clock)
        qtbot.addWidget(heat)
        heat.resize(width, height)
        show(heat, room)
        heat.show()
        heat.activateWindow()
        qtbot.waitUntil(heat.isActiveWindow)
        return heat

    return opened


@pytest.fixture
def heat(open_map, room) -> HeatMap:
    return open_map(room)


def show(heat: HeatMap, room: ProgressClass, order: Order | None = None) -> None:
    table = room.progress.table(room.class_id)
    heat.show_table(table, max(row.minutes for row in table.rows), order or Order())


def large(students: int, skills: int) -> ProgressClass:
    strands = {f"Strand {n}": tuple(f"Skill {n} {m}" for m in range(5)) for n in range(skills // 5)}
    return ProgressClass(names=[f"Child{n:02} Family{n}" for n in range(students)], strands=strands)


def middle(heat: HeatMap, row: int, column: int) -> QPoint:
    return heat.visualRect(heat.heat.index(row, column)).center()


def test_a_click_anywhere_in_a_row_asks_for_its_student(heat, room, qtbot) -> None:
    with qtbot.waitSignal(heat.student_wanted) as wanted:
        qtbot.mouseClick(heat.viewport(), LEFT, pos=middle(heat, 1, 2))
    assert wanted.args == [room.students[BEN], False]
    names = heat.verticalHeader().viewport()
    with qtbot.waitSignal(heat.student_wanted) as wanted:
        qtbot.mouseClick(names, LEFT, pos=QPoint(30, heat.rowViewportPosition(0) + 5))
    assert wanted.args == [room.students[AMARA], False]


def test_keys_move_by_cell_and_enter_opens_the_row(heat, room, qtbot) -> None:
    heat.setFocus(TAB)
    keys = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right)
    for key in keys:
        qtbot.keyClick(heat, key)
    assert (heat.currentIndex().row(), heat.currentIndex().column()) == (1, 2)
    qtbot.keyClick(heat, Qt.Key.Key_End)
    assert heat.currentIndex().column() == 5
    qtbot.keyClick(heat, Qt.Key.Key_Home)
    assert heat.currentIndex().column() == 0
    qtbot.keyClick(heat, Qt.Key.Key_PageDown)
    assert heat.currentIndex().row() == 3
    with qtbot.waitSignal(heat.student_wanted) as wanted:
        qtbot.keyClick(heat, Qt.Key.Key_Return)
    assert wanted.args == [room.students["Maya Patel"], True]


def test_a_letter_goes_to_the_next_name_that_begins_with_it(heat, qtbot) -> None:
    heat.setFocus(TAB)
    found = []
    for _ in range(3):
        qtbot.keyClick(heat, "m")
        found.append(heat.heat.rows[heat.currentIndex().row()].name)
    assert found == ["Maya L.", "Maya P.", "Maya L."]


def test_the_ring_is_there_for_the_keyboard_alone(heat, qtbot) -> None:
    qtbot.mouseClick(heat.viewport(), LEFT, pos=middle(heat, 1, 1))
    plain = heat.grab().toImage()
    heat.clearFocus()
    heat.setFocus(TAB)
    assert heat.grab().toImage() != plain


def test_a_clicked_heading_asks_for_its_order(heat, room, qtbot) -> None:
    headings = heat.horizontalHeader()
    with qtbot.waitSignal(heat.order_wanted) as wanted:
        at = QPoint(headings.sectionViewportPosition(1) + 10, 70)
        qtbot.mouseClick(headings.viewport(), LEFT, pos=at)
    assert wanted.args == [BY_SKILL, room.skills["Round"].id]
    with qtbot.waitSignal(heat.order_wanted) as wanted:
        at = QPoint(headings.sectionViewportPosition(3) + 20, 70)
        qtbot.mouseClick(headings.viewport(), LEFT, pos=at)
    assert wanted.args == [BY_LAST_SEEN, None]


def test_the_corner_offers_every_order_to_the_keyboard(heat, qtbot) -> None:
    heat.corner.set_choices([("name", None, "Name"), ("skill", 7, "Round")], "Name")
    assert heat.corner.button.focusPolicy() == Qt.FocusPolicy.StrongFocus
    menu = heat.corner.menu()
    assert [action.isChecked() for action in menu.actions()] == [True, False]
    with qtbot.waitSignal(heat.corner.order_wanted) as wanted:
        menu.actions()[1].trigger()
    assert wanted.args == ["skill", 7]


def test_28_by_12_fits_a_laptop_without_a_bar(open_map) -> None:
    strands = {
        "A": ("1", "2", "3"),
        "B": ("4", "5", "6"),
        "C": ("7", "8", "9", "10"),
        "D": ("11", "12"),
    }
    heat = open_map(ProgressClass(names=[f"Child{n:02} F" for n in range(28)], strands=strands))
    assert (heat.measures.cell, heat.measures.pitch) == (42, 19.75)
    assert not heat.verticalScrollBar().isVisible()
    assert not heat.horizontalScrollBar().isVisible()


def test_60_by_40_fits_a_large_screen_without_a_bar(open_map) -> None:
    heat = open_map(large(60, 40), width=1552, height=972)
    assert not heat.verticalScrollBar().isVisible()
    assert not heat.horizontalScrollBar().isVisible()
    assert heat.measures.cell >= 22


def test_where_it_does_not_fit_names_and_headings_stay(open_map) -> None:
    heat = open_map(large(60, 40))
    names, headings = heat.verticalHeader(), heat.horizontalHeader()
    before = names.grab().toImage().size(), headings.height()
    heat.horizontalScrollBar().setValue(200)
    heat.verticalScrollBar().setValue(100)
    assert (names.grab().toImage().size(), headings.height()) == before
    assert names.sectionViewportPosition(0) == -100
    assert headings.sectionViewportPosition(0) == -200


def test_a_numbered_heading_is_spelled_out_in_the_corner(open_map) -> None:
    heat = open_map(large(3, 40))
    assert not heat.measures.words
    heat.clearFocus()
    before = heat.corner.grab().toImage()
    heat.setFocus(TAB)
    assert heat.corner.grab().toImage() != before


def test_roomy_rows_scroll(heat, open_map, qtbot) -> None:
    heat.set_roomy(True)
    assert heat.rowHeight(0) == 32
    many = open_map(large(28, 5))
    many.set_roomy(True)
    qtbot.waitUntil(lambda: many.verticalScrollBar().maximum() > 0)


def test_a_long_name_wraps_and_is_never_cut(open_map) -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff-Maximiliane Konstanze"
    room = ProgressClass()
    room.students[name] = room.add_student(name)
    heat = open_map(room)
    row = heat.heat.row_of(room.students[name])
    assert heat.rowHeight(row) > heat.rowHeight(0)


class Exposed(QObject):
    """Hears what a widget is asked to draw."""

    def __init__(self) -> None:
        super().__init__()
        self.heights: list[int] = []

    def eventFilter(self, _watched, event) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.heights.append(event.rect().height())
        return False


def test_one_observation_draws_one_row_anew_and_no_more(heat, room, qtbot) -> None:
    room.see(BEN, "Round", 2)
    show(heat, room)
    exposed = Exposed()
    heat.viewport().installEventFilter(exposed)
    qtbot.waitUntil(lambda: bool(exposed.heights))
    heat.viewport().repaint()
    exposed.heights.clear()
    room.see(BEN, "Round", 3)
    show(heat, room)
    qtbot.waitUntil(lambda: bool(exposed.heights))
    heat.viewport().removeEventFilter(exposed)
    assert max(exposed.heights) <= 24


def test_the_cell_of_the_keyboard_stays_with_its_student(heat, room) -> None:
    heat.setFocus(TAB)
    heat.setCurrentIndex(heat.heat.index(1, 2))
    show(heat, room, Order(turned=True))
    room.add_student("Aaron First")
    show(heat, room)
    assert heat.heat.rows[heat.currentIndex().row()].name == "Ben"
    assert heat.currentIndex().column() == 2


def test_the_row_that_is_open_is_outlined(heat, room) -> None:
    before = heat.grab().toImage()
    heat.set_open(room.students[BEN])
    opened = heat.grab().toImage()
    assert opened != before
    heat.set_open(None)
    assert heat.grab().toImage() == before


def test_a_screen_reader_finds_a_table_cell_by_cell(heat, room) -> None:
    room.see(AMARA, "Round", 3)
    show(heat, room)
    table = QAccessible.queryAccessibleInterface(heat)
    assert table.role() == QAccessible.Role.Table
    across = heat.heat.columnCount() + 1
    name = QAccessible.Text.Name
    assert table.child(across).text(name) == AMARA
    assert table.child(across).role() == QAccessible.Role.RowHeader
    assert table.child(2).text(name) == "Round"
    cell = table.child(across + 2)
    assert cell.role() == QAccessible.Role.Cell
    assert cell.text(name) == "3 Secure, seen Thu 14 May"
    assert cell.rect().isValid()


def test_from_right_to_left_the_names_are_at_the_right(heat, qtbot) -> None:
    heat.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: heat.verticalHeader().x() > 500)
    assert middle(heat, 0, 0).x() > middle(heat, 0, 2).x()
    assert heat.corner.x() == heat.width() - heat.corner.width()


def test_a_change_of_text_size_makes_everything_larger(heat, theme) -> None:
    theme.choose(scale=2.0)
    assert heat.rowHeight(0) >= 28
    assert heat.horizontalHeader().height() == 186
    assert not heat.grab().isNull()
