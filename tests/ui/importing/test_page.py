"""The import is for everyone: names, sizes, sides, menus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.importing.lists import (
    COMP,
    GARCIA,
    WHITAKER,
)


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
