"""A list is pasted, typed, chosen or dropped; what cannot be read changes nothing."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication

from tests.ui.importing.lists import (
    COMP,
    ImportRoom,
    file_of,
)
from ui.importing.page import CHECK, CHOOSE


def pasted(room: ImportRoom, text: str) -> None:
    """Paste as a teacher does: from the clipboard into the field."""
    QGuiApplication.clipboard().setText(text)
    room.page.choose.area.edit.paste()


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
