"""Nothing is stored while the teacher matches and checks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.domain.roster.columns import ColumnUse
from app.domain.roster.notes import RowState
from tests.ui.importing.lists import (
    AMARA,
    GARCIA,
    LUCIA,
    READY,
    TOTAL,
    WHITAKER,
    file_of,
)
from ui.importing.page import CHECK


def test_the_list_of_the_design_is_shown_problems_first(checking) -> None:
    assert checking.shown()[:2] == [GARCIA, AMARA]
    assert checking.page.bar.words() == (
        f"2 rows need you. The other {READY} can be added now. You can undo the whole import."
    )
    assert checking.page.bar.add.label() == f"Add {READY} students"
    assert "Maya L." in checking.page.members.shown()


def test_the_order_of_the_list_can_be_had_instead(checking) -> None:
    checking.page.check.order.click()
    assert checking.shown() == sorted(checking.shown())


def test_nothing_is_stored_before_add(checking) -> None:
    before = checking.store.count_steps()
    checking.page.work.decide(LUCIA, "undo")
    checking.page.work.type_name(GARCIA, ColumnUse.FIRST, "Iker")
    checking.page.closed.emit()
    assert checking.store.count_steps() == before
    assert checking.names() == ["Amara Okafor"]


def test_a_filter_shows_only_its_rows(checking) -> None:
    check = checking.page.check
    check.filter.tabs.segment(RowState.LEFT_OUT).click()
    assert checking.shown() == [TOTAL]
    check.filter.tabs.segment(None).click()
    assert len(checking.shown()) == 10


def test_a_row_stays_where_it_is_when_it_is_decided(checking) -> None:
    order = checking.shown()
    checking.page.work.decide(AMARA, "skip")
    assert checking.shown() == order
    assert checking.state(AMARA) == "left out"


def test_a_decided_row_leaves_the_filter_of_those_that_need_the_teacher(checking) -> None:
    checking.page.check.filter.tabs.segment(RowState.NEEDS).click()
    checking.page.work.decide(AMARA, "keep")
    assert checking.shown() == [GARCIA]


def test_the_first_problem_waits_for_its_name_and_enter_goes_to_the_next(checking, qtbot) -> None:
    field = checking.page.window().focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "Iker")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert checking.state(GARCIA) == "ready"
    assert checking.page.check.card.table.present() == AMARA
    assert checking.page.bar.add.label() == f"Add {READY + 1} students"


def test_escape_takes_back_what_was_typed(checking, qtbot) -> None:
    field = checking.page.window().focusWidget()
    qtbot.keyClicks(field, "Ik")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert checking.state(GARCIA) == "needs you"


def test_a_name_that_was_typed_counts_when_the_focus_leaves(checking, qtbot) -> None:
    qtbot.keyClicks(checking.page.window().focusWidget(), "Iker")
    checking.page.bar.add.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(lambda: checking.page.bar.add.label() == f"Add {READY + 1} students")


def test_a_name_that_is_still_being_typed_counts_when_add_is_pressed(checking, qtbot) -> None:
    qtbot.keyClicks(checking.page.window().focusWidget(), "Iker")
    checking.page.bar.add.click()
    assert "Iker García" in checking.names()


def test_next_problem_goes_round(checking) -> None:
    table = checking.page.check.card.table
    assert table.present() == GARCIA
    checking.page.bar.next.click()
    assert table.present() == AMARA
    checking.page.bar.next.click()
    assert table.present() == GARCIA


def test_next_problem_leaves_a_filter_that_hides_problems(checking) -> None:
    checking.page.check.filter.tabs.segment(RowState.READY).click()
    checking.page.bar.next.click()
    assert checking.page.check.filter.current() is None
    assert checking.page.check.card.table.present() == GARCIA


def test_everyone_already_in_the_class_is_skipped_with_one_click(room) -> None:
    room.page.paste("Ben Wu\nMaya Patel\nJo Ray\n")
    room.page.bar.add.click()
    room.page.open_class(room.school_class.id)
    room.page.paste("Ben Wu\nMaya Patel\nJo Ray\nIker Sol\n")
    assert room.page.check.known.label() == "Skip the 3 already in the class"
    room.page.check.known.click()
    assert room.page.bar.words().startswith("Every row is clear")
    assert not room.page.check.known.isVisible()


def test_a_column_can_be_used_for_something_else(checking) -> None:
    first = checking.page.check.card.heads.dropdowns()[0]
    assert first.current() is ColumnUse.LAST
    first.picked.emit(ColumnUse.FIRST)
    assert checking.page.work.draft.row(WHITAKER).name.given == "Whitaker"
    uses = [box.current() for box in checking.page.check.card.heads.dropdowns()]
    assert uses[:2] == [ColumnUse.FIRST, ColumnUse.LAST]


def test_private_columns_are_struck_out_and_said_to_be_left_out(checking) -> None:
    model = checking.page.check.model
    spoken = [
        model.data(model.index(0, at), Qt.ItemDataRole.AccessibleTextRole)
        for at in range(model.columnCount())
    ]
    assert "2016-10-30, left out" in spoken
    assert "SEN K, left out" in spoken


def test_doubtful_letters_are_asked_about_and_can_be_read_otherwise(room, tmp_path) -> None:
    room.page.open_file(file_of(tmp_path, "Begońa\nBen\nMaya\n".encode("cp1250")))
    reading = room.page.check.reading
    assert reading.isVisible()
    assert "Begoña" in reading.accessibleName() or "Begoña" in reading.choice.currentText()
    reading.picked.emit("cp1250")
    assert room.page.work.draft.rows[0].name.given == "Begońa"
    assert not reading.isVisible()


def test_certain_letters_are_not_asked_about(checking) -> None:
    assert not checking.page.check.reading.isVisible()


def test_one_student_can_be_added_by_hand_without_a_list(room, qtbot) -> None:
    room.page.members.one.click()
    assert room.page.step() == CHECK
    qtbot.keyClicks(room.page.window().focusWidget(), "Iker")
    qtbot.keyClick(room.page.window().focusWidget(), Qt.Key.Key_Return)
    room.page.bar.add.click()
    assert room.names() == ["Amara Okafor", "Iker"]
