"""A class list is chosen, checked and added on one page; nothing is stored before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.domain.changes import label
from app.domain.roster_columns import ColumnUse
from app.domain.roster_notes import RowState
from tests.ui.classes.import_room import (
    AMARA,
    COMP,
    GARCIA,
    LUCIA,
    READY,
    TOTAL,
    WHITAKER,
    ImportRoom,
    build,
)
from ui.classes.import_page import CHECK, CHOOSE, DONE


@pytest.fixture
def room(qtbot, theme) -> Iterator[ImportRoom]:
    yield from build(qtbot, theme)


@pytest.fixture
def checking(room) -> ImportRoom:
    """The list of the design has been pasted."""
    room.page.paste(COMP)
    return room


def file_of(tmp_path: Path, content: bytes, name: str = "4B_list.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def pasted(room: ImportRoom, text: str) -> None:
    """Paste as a teacher does: from the clipboard into the field."""
    QGuiApplication.clipboard().setText(text)
    room.page.choose.area.edit.paste()


# Choosing


def test_the_page_opens_on_an_empty_field_that_has_the_focus(room) -> None:
    assert room.page.step() == CHOOSE
    assert room.page.choose.area.edit.hasFocus()
    assert not room.page.choose.go_on.isEnabled()


def test_several_pasted_lines_go_on_to_checking_at_once(room) -> None:
    pasted(room, "Ben Whitaker\nMaya Patel\n")
    assert room.page.step() == CHECK
    assert room.page.members.shown() == ["Amara", "Ben", "Maya"]


def test_typed_names_wait_for_continue(room, qtbot) -> None:
    qtbot.keyClicks(room.page.choose.area.edit, "Ben Wu")
    qtbot.keyClick(room.page.choose.area.edit, Qt.Key.Key_Return)
    assert room.page.step() == CHOOSE
    room.page.choose.go_on.click()
    assert room.page.step() == CHECK


def test_a_file_is_chosen_by_a_dialog_that_can_be_cancelled(room, tmp_path) -> None:
    room.page.choose.file.click()
    assert room.page.step() == CHOOSE
    room.dialogs.file = file_of(tmp_path, COMP.encode())
    room.page.choose.file.click()
    assert room.page.step() == CHECK
    assert room.page.source.label() == "4B_list.csv · 11 rows · commas · first row is headings"


def dropped(room: ImportRoom, data: QMimeData) -> None:
    room.page.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_a_file_or_a_text_can_be_dropped(room, tmp_path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file_of(tmp_path, COMP.encode())))])
    dropped(room, data)
    assert room.page.work.draft.table.source == "4B_list.csv"
    text = QMimeData()
    text.setText("Ben\nMaya")
    dropped(room, text)
    assert room.page.work.draft.table.lines == 2


BAD = {
    "empty": (b" \n\n", "4B_list.csv is empty"),
    "workbook": (b"PK\x03\x04 xl/", "is a workbook"),
    "no text": (bytes(range(256)), "is not text"),
    "5,000 rows": (b"Amara\n" * 5000, "5000 rows"),
    "a name of 3,000 letters": (b"Ben\n" + b"x" * 3000, "line 2: a name of 3000 letters"),
    "over 5 MB": (b"x" * 5_000_001, "5 MB"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_list_that_cannot_be_read_is_refused_in_plain_words(room, tmp_path, kind) -> None:
    content, words = BAD[kind]
    before = room.store.count_steps()
    room.page.open_file(file_of(tmp_path, content))
    assert room.page.step() == CHOOSE
    assert room.page.choose.problem.isVisible()
    assert words in room.page.choose.problem.accessibleName()
    assert room.names() == ["Amara Okafor"]
    assert room.store.count_steps() == before


def test_a_file_that_cannot_be_opened_is_said_so(room, tmp_path) -> None:
    room.page.open_file(tmp_path / "gone.csv")
    assert "gone.csv can’t be opened" in room.page.choose.problem.accessibleName()


def test_another_file_that_cannot_be_read_leaves_the_list_as_it_was(checking, tmp_path) -> None:
    draft = checking.page.work.draft
    checking.dialogs.file = file_of(tmp_path, b"")
    checking.page.header.other.click()
    assert checking.page.step() == CHECK
    assert checking.page.check.problem.isVisible()
    assert checking.page.work.draft is draft


def test_paste_again_goes_back_with_the_text_selected(checking) -> None:
    checking.page.header.again.click()
    assert checking.page.step() == CHOOSE
    assert checking.page.choose.area.edit.textCursor().hasSelection()


# Checking


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


# Adding


def test_add_is_one_step_that_one_undo_takes_back(checking, qtbot) -> None:
    before = checking.store.count_steps()
    with qtbot.waitSignal(checking.page.added) as added:
        checking.page.bar.add.click()
    assert added.args == [READY]
    assert checking.store.count_steps() == before + 1
    assert checking.workspace.next_undo == label("students added", count=str(READY))
    assert len(checking.names()) == 1 + READY
    checking.workspace.undo()
    assert checking.names() == ["Amara Okafor"]


def test_the_last_step_names_the_rows_that_were_not_added(checking) -> None:
    checking.page.bar.add.click()
    assert checking.page.step() == DONE
    assert checking.page.done.words() == (
        f"{READY} students are in 4B now\n2 rows were not added:\n"
        "Row 6, García: No first name. Type it here.\n"
        "Row 10, Amara Okafor: Amara is already in 4B"
    )


def test_the_rows_that_were_not_added_can_be_finished_afterwards(checking, qtbot) -> None:
    checking.page.bar.add.click()
    checking.page.done.back.click()
    assert checking.page.step() == CHECK
    assert len(checking.shown()) == 2
    qtbot.keyClicks(checking.page.window().focusWidget(), "Iker")
    qtbot.keyClick(checking.page.window().focusWidget(), Qt.Key.Key_Return)
    checking.page.bar.add.click()
    assert "Iker García" in checking.names()


def test_undo_after_adding_brings_the_list_back_to_check(checking) -> None:
    checking.page.bar.add.click()
    checking.workspace.undo()
    assert checking.page.step() == CHECK
    assert checking.page.bar.add.label() == f"Add {READY} students"
    checking.page.bar.add.click()
    assert len(checking.names()) == 1 + READY


def test_the_keyboard_adds_from_anywhere_on_the_page(checking, qtbot) -> None:
    qtbot.keyClick(
        checking.page.window().focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert checking.page.step() == DONE


def test_a_new_class_takes_its_name_from_the_list_and_begins_ready_to_teach(room) -> None:
    room.page.open_class(None)
    room.page.paste("Class 5C\nBen Wu\nMaya Patel\n")
    assert room.page.header.class_name.isVisible()
    assert room.page.header.class_name.text() == "5C"
    room.page.bar.add.click()
    assert room.page.work.class_name == "5C"
    assert not room.page.header.class_name.isVisible()
    known = room.roster.known_students(room.page.work.class_id)
    assert [student.name.first for student in known] == ["Ben", "Maya"]


def test_a_new_class_without_a_name_is_refused_and_nothing_is_lost(room) -> None:
    room.page.open_class(None)
    room.page.paste("Ben Wu\nMaya Patel\n")
    room.page.header.class_name.setText("  ")
    steps = room.store.count_steps()
    room.page.bar.add.click()
    assert room.page.step() == CHECK
    assert room.page.check.problem.isVisible()
    assert room.store.count_steps() == steps


def test_undoing_a_new_class_leaves_the_list_for_another_try(room) -> None:
    room.page.open_class(None)
    room.page.paste("Ben Wu\nMaya Patel\n")
    room.page.bar.add.click()
    room.workspace.undo()
    assert room.page.step() == CHECK
    assert room.page.work.class_id is None
    assert room.page.bar.add.label() == "Add 2 students"


# For everyone


@pytest.mark.parametrize("step", ["choose", "check", "done"])
def test_every_control_has_a_name_for_a_screen_reader(room, step) -> None:
    if step != "choose":
        room.page.paste(COMP)
    if step == "done":
        room.page.bar.add.click()
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
    controls = [w for w in room.page.findChildren(QWidget) if isinstance(w, kinds)]
    seen = [w for w in controls if w.isVisible() and w.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert seen
    assert [w for w in seen if not (w.accessibleName() or getattr(w, "text", str)())] == []


def test_the_page_fits_a_small_screen_with_letters_twice_as_large(room, theme) -> None:
    room.page.paste(COMP)
    theme.choose(scale=2.0)
    checking = room.page.minimumSizeHint()
    room.page.header.again.click()
    choosing = room.page.minimumSizeHint()
    assert max(checking.width(), choosing.width()) <= 1294
    assert max(checking.height(), choosing.height()) <= 768 - 40


def test_columns_and_their_headings_change_sides_together(checking, qtbot) -> None:
    card, page = checking.page.check.card, checking.page

    def aligned() -> bool:
        boxes = card.heads.dropdowns()
        starts = [card.table.columnViewportPosition(at + 1) for at in range(len(boxes))]
        return [box.x() - 4 for box in boxes] == starts

    qtbot.waitUntil(aligned)
    before = card.heads.dropdowns()[0].x()
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: aligned() and card.heads.dropdowns()[0].x() > before)
    assert card.table.columnViewportPosition(0) > card.table.columnViewportPosition(1)


def test_the_menu_of_a_row_offers_all_that_can_be_done_with_it(checking) -> None:
    page = checking.page
    texts = [a.text() for a in page.menus.row_menu(GARCIA, page.check).actions()]
    assert texts[:2] == ["Skip", "Keep as the only name"]
    assert "This row is the headings" in texts
    menu = page.menus.row_menu(WHITAKER, page.check)
    menu.actions()[0].trigger()
    assert checking.state(WHITAKER) == "left out"


def test_the_menu_of_the_source_changes_which_row_is_the_headings(checking) -> None:
    menu = checking.page.menus.source_menu()
    assert menu.actions()[1].isChecked()
    menu.actions()[0].trigger()
    assert checking.page.work.draft.heading_line is None
    assert checking.page.source.label() == "Pasted list · 11 rows · commas"


def test_columns_without_room_can_be_brought_into_view(room, qtbot) -> None:
    room.page.paste(
        "Surname,Forename,DOB,Gender,E-mail,Phone,UPN,House\nWu,Ben,2016-01-02,M,b@x.org,1,U1,Red\n"
    )
    heads = room.page.check.card.heads
    qtbot.waitUntil(heads.more.isVisible)
    menu = room.page.menus.columns_menu(room.page.check)
    assert menu.actions()[-1].text() == "House"
    menu.actions()[-1].trigger()
    assert "House" in [
        room.page.work.draft.columns[c.at].heading
        for c in room.page.check.model.columns
        if c.at is not None
    ]
