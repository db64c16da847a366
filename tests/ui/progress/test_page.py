"""The progress page, used as a teacher does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.domain.classes import Rule, SchoolClass, Student
from app.domain.ids import ClassId, StudentId
from app.domain.voice import Need, Reflection
from tests.fakes.progress_class import ProgressClass
from ui.progress.choice import BY_MINUTES, NO_TEACHER_TIME, NOT_SEEN

AMARA, BEN, MAYA = "Amara Okafor", "Ben Walker", "Maya Lindqvist"
LEFT = Qt.MouseButton.LeftButton


def names(page) -> list[str]:
    return [row.name for row in page.heat.heat.rows]


def words(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def pick(dropdown, key) -> None:
    dropdown.set_current(key)
    dropdown.picked.emit(key)


def test_it_says_which_class_and_how_many(page) -> None:
    assert words(page.header) == ["Progress", "Class 4B · 4 students"]


def test_typing_a_name_leaves_whom_it_fits(page, qtbot) -> None:
    qtbot.keyClicks(page.search, "maya")
    assert names(page) == ["Maya L.", "Maya P."]
    qtbot.keyClicks(page.search, " p")
    assert names(page) == ["Maya P."]


def test_enter_after_a_search_goes_to_the_first_row(page, qtbot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClicks(page.search, "ben")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.heat.hasFocus()
    assert page.heat.currentIndex().row() == 0


def test_nobody_fits_and_one_press_shows_everyone_again(page, qtbot) -> None:
    qtbot.keyClicks(page.search, "zzz")
    assert page.empty.isVisible()
    qtbot.mouseClick(page.empty.button, LEFT)
    assert page.heat.isVisible()
    assert len(names(page)) == 4


def test_groups_of_students_can_be_picked(open_page, room) -> None:
    room.see(AMARA, "Round", 2)
    room.visit(BEN, room.table_station, 1, 12)
    room.visit(MAYA, room.tablets, 1, 12)
    page = open_page(room)
    pick(page.toolbar.who, NOT_SEEN)
    assert names(page) == ["Ben", "Maya L."]  # Maya P. was in no lesson: nobody overlooked her
    pick(page.toolbar.who, NO_TEACHER_TIME)
    assert names(page) == ["Amara", "Maya L.", "Maya P."]


def test_one_strand_can_be_picked(page, room) -> None:
    scopes = [page.toolbar.scope.itemText(at) for at in range(page.toolbar.scope.count())]
    assert scopes == ["Maths, all skills", "Number", "Fractions"]
    number = page.heat.heat.columns[0].strand_id
    pick(page.toolbar.scope, (room.framework.id, number))
    assert [column.statement for column in page.heat.heat.columns] == ["Place value", "Round"]


def test_of_two_frameworks_the_first_is_shown_and_the_other_offered(open_page, room) -> None:
    reading = room.add_framework("Reading", {"Books": ("Retell",)})
    page = open_page(room)
    assert len(page.heat.heat.columns) == 3
    pick(page.toolbar.scope, (reading.id, None))
    assert [column.statement for column in page.heat.heat.columns] == ["Retell"]
    assert page.toolbar.scope.current() == (reading.id, None)


def test_headings_order_the_rows(page, room) -> None:
    page.heat.order_wanted.emit(BY_MINUTES, None)
    room.visit(AMARA, room.table_station, 1, 12)
    assert names(page)[-1] == "Amara"
    page.heat.order_wanted.emit(BY_MINUTES, None)
    assert names(page)[0] == "Amara"


def test_without_evidence_it_says_so_until_there_is_some(page, room) -> None:
    assert page.remark.isVisible()
    assert page.remark.text() == "All 3 skills, no evidence yet."
    room.see(AMARA, "Round", 2)
    assert not page.remark.isVisible()


@pytest.mark.parametrize(
    ("room", "text", "asks"),
    [
        (ProgressClass(names=()), "No students yet. Paste your class list.", "students"),
        (
            ProgressClass(strands={}),
            "No skills yet. Type or paste the skills you teach.",
            "skills",
        ),
    ],
)
def test_what_is_missing_can_be_set_up_from_here(open_page, qtbot, room, text, asks) -> None:
    page = open_page(room)
    assert text in words(page.empty)
    with qtbot.waitSignal(page.class_wanted) as wanted:
        qtbot.mouseClick(page.empty.button, LEFT)
    assert wanted.args == [asks]


def test_the_panel_names_who_was_not_seen_longest_ago_first(open_page, room) -> None:
    room.see(AMARA, None, None, days=8)
    room.see(BEN, None, None, days=12)
    room.see(MAYA, None, None, days=1)
    page = open_page(room)
    shown = [row.label() for row in page.panel.unseen.rows]
    assert shown == ["Maya P.", "Ben", "Amara"]


def test_the_panel_orders_everyone_by_time_with_the_teacher(open_page, room) -> None:
    room.visit(AMARA, room.table_station, 1, 12)
    page = open_page(room)
    assert [row.label() for row in page.panel.time.rows] == ["Ben", "Maya L.", "Maya P.", "Amara"]
    assert page.panel.time.rows[-1].accessibleName() == "Amara Okafor, 12 min with you this week"


def test_a_narrow_page_has_no_panel(open_page, room) -> None:
    assert open_page(room).panel.isVisible()
    assert not open_page(room, width=840).panel.isVisible()


def test_a_row_opens_its_drawer_and_another_row_switches_it(page, room) -> None:
    page.heat.student_wanted.emit(room.students[AMARA], False)
    assert page.drawer.head.name.text() == AMARA
    page.heat.student_wanted.emit(room.students[BEN], False)
    assert page.drawer.student_id == room.students[BEN]
    assert page.drawer.is_open()


def test_the_keyboard_gets_nowhere_under_the_drawer(page, room) -> None:
    covered = (page.search, page.density, page.panel)
    page.open_student(room.students[AMARA])
    assert not any(part.isEnabled() for part in covered)
    page.drawer.close_drawer()
    assert all(part.isEnabled() for part in covered)


def test_enter_takes_the_keyboard_into_the_drawer_and_esc_back_to_the_cell(page, qtbot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.heat.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.heat, Qt.Key.Key_Down)
    qtbot.keyClick(page.heat, Qt.Key.Key_Return)
    assert page.drawer.head.observe.hasFocus()
    qtbot.keyClick(page.drawer.head.observe, Qt.Key.Key_Escape)
    assert not page.drawer.is_open()
    assert page.heat.hasFocus()
    assert page.heat.currentIndex().row() == 1


def test_esc_on_the_heat_map_closes_the_drawer_too(page, room, qtbot) -> None:
    page.open_student(room.students[AMARA])
    qtbot.keyClick(page.heat, Qt.Key.Key_Escape)
    assert not page.drawer.is_open()


def test_up_and_down_walk_the_rows_in_the_order_shown(page, room, qtbot) -> None:
    page.open_student(room.students[AMARA])
    assert not page.drawer.head.before.isEnabled()
    qtbot.mouseClick(page.drawer.head.after, LEFT)
    assert page.drawer.student_id == room.students[BEN]
    qtbot.mouseClick(page.drawer.head.before, LEFT)
    assert page.drawer.student_id == room.students[AMARA]


def test_observe_names_the_student(page, room, qtbot) -> None:
    page.open_student(room.students[BEN])
    with qtbot.waitSignal(page.observe_wanted) as wanted:
        qtbot.mouseClick(page.drawer.head.observe, LEFT)
    assert wanted.args == [room.students[BEN]]


def test_what_is_written_elsewhere_shows_at_once(page, room) -> None:
    page.open_student(room.students[AMARA])
    room.see(AMARA, "Round", 4)
    assert page.heat.heat.cell(0, 1).level == 4
    assert page.drawer.skills.lines[1].accessibleName() == "Round, 4 Extending, Today"


@pytest.mark.parametrize("kind", [Rule, Reflection, Need])
def test_what_shows_nowhere_in_the_table_asks_for_nothing_anew(page, kind) -> None:
    shown = page.heat.heat.rows
    page.on_changed(frozenset({kind}))
    assert page.heat.heat.rows is shown
    page.on_changed(frozenset({Student}))
    assert page.heat.heat.rows is not shown


def test_another_class_begins_with_everyone(page, room, qtbot) -> None:
    qtbot.keyClicks(page.search, "ben")
    page.open_student(room.students[BEN])
    other = SchoolClass(ClassId(room.ids()), "5A", "Maths", 0)
    room.keep(other, Student(StudentId(room.ids()), other.id, "", "Zoe", "Young"))
    page.show_class(other.id)
    assert (names(page), page.search.text()) == (["Zoe"], "")
    assert not page.drawer.is_open()


def test_ctrl_f_goes_to_the_search(page, qtbot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.heat.setFocus()
    qtbot.keyClick(page.heat, "f", Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()


def test_it_draws_dark_large_and_from_right_to_left(page, room, theme) -> None:
    room.see(AMARA, "Round", 2, days=30)
    page.open_student(room.students[AMARA])
    for scheme, scale in (("dark", 1.0), ("light", 2.0)):
        theme.choose(scheme=scheme, scale=scale)
        page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        assert not page.grab().isNull()


def test_the_table_says_what_it_is_and_no_cell_is_silent(page) -> None:
    assert page.heat.accessibleName()
    model = page.heat.model()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            assert model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)


def test_at_large_sizes_the_search_makes_way_for_what_is_beside_it(page, theme) -> None:
    theme.choose(scale=2.0)
    page.resize(1150, 700)
    page.repaint()
    assert not page.search.geometry().intersects(page.density.geometry())
    assert page.density.geometry().right() < page.width()


def test_what_is_secure_stands_back_when_attention_is_asked_for(open_page, room, qtbot) -> None:
    room.see(AMARA, "Round", 4)
    room.see(BEN, "Round", 1)
    page = open_page(room)
    before = [picture(page, row) for row in (0, 1)]
    qtbot.mouseClick(page.parts.attention, LEFT)
    after = [picture(page, row) for row in (0, 1)]
    assert after[0] != before[0]
    assert after[1] == before[1]


def picture(page, row: int):
    rect = page.heat.visualRect(page.heat.heat.index(row, 1))
    return page.heat.viewport().grab(rect).toImage()


def test_the_panel_gives_way_to_many_skills_and_comes_when_asked(open_page, qtbot) -> None:
    strands = {f"Strand {n}": tuple(f"Skill {n} {m}" for m in range(5)) for n in range(8)}
    page = open_page(ProgressClass(strands=strands))
    assert not page.panel.isVisible()
    assert not page.heat.horizontalScrollBar().isVisible()
    qtbot.mouseClick(page.parts.beside, LEFT)
    assert page.panel.isVisible()
    qtbot.mouseClick(page.parts.beside, LEFT)
    assert not page.panel.isVisible()


def test_the_panel_names_who_was_away_and_what_was_overlooked(open_page, room, qtbot) -> None:
    room.visit(BEN, room.tablets, 3, 12)
    room.see(BEN, "Round", 2, days=2)
    page = open_page(room)
    assert page.panel.away.text() == "Away, so not seen: Amara, Maya L., Maya P."
    found = [row.accessibleName() for row in page.panel.blind.rows]
    assert found == [
        "Place value, 1 student here but not seen on it",
        "Add fractions, 1 student here but not seen on it",
    ]
    qtbot.mouseClick(page.panel.blind.rows[0], LEFT)
    assert names(page) == ["Ben"]
