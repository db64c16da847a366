"""Adding is one step, and what was not added can be finished."""

from PySide6.QtCore import Qt

from app.domain.changes import label
from tests.ui.importing.lists import (
    READY,
)
from ui.importing.page import CHECK, DONE


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
