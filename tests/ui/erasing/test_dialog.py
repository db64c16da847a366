"""Records of one student: taken along, put away, or erased by typing the name."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.classes import Student
from app.services.about import AboutService
from app.services.erasing import ErasingService
from data.erasure.erasure import SqliteErasure
from data.histories import SqliteHistories
from tests.erasing import CHILD, FAMILY, Crowd, found_in
from tests.fakes import FakeDialogs, FakeTasks
from ui.erasing.dialog import RecordsDialog
from ui.theme import Theme


class Opened:
    """The dialog over a window, on a real profile; files go where `chosen` says."""

    def __init__(self, folder: Path, qtbot: QtBot, held: int = 0) -> None:
        self.folder = folder
        self.crowd = Crowd(folder / "profile")
        self.dialogs = FakeDialogs(folder / "taken.html")
        room = self.crowd.room
        erasure = SqliteErasure(self.crowd.profile, lambda: 2_000)
        service = ErasingService(room, lambda: held)
        about = AboutService(room.store, room.clock, SqliteHistories(room.store.asking))
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.dialog = RecordsDialog(
            Theme(), service, about, erasure, FakeTasks(), self.dialogs, room.clock, self.window
        )
        child = [self.crowd.child]
        self.dialog.begin(service.plan(child, erasure.mentions(child)))


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    made = Opened(tmp_path, qtbot)
    with closing(made.crowd.connection):
        yield made


def test_nothing_is_erased_until_the_whole_name_is_typed(opened: Opened) -> None:
    assert not opened.dialog.erase.isEnabled()
    opened.dialog.name.setText(CHILD)
    assert not opened.dialog.erase.isEnabled()
    opened.dialog.name.setText(f" {CHILD.upper()}  {FAMILY} ")
    assert opened.dialog.erase.isEnabled()


def test_erasing_shows_a_receipt_without_the_name(opened: Opened) -> None:
    for check in opened.dialog.mentions.values():
        check.setChecked(True)
    opened.dialog.name.setText(f"{CHILD} {FAMILY}")
    opened.dialog.erase.click()
    assert opened.dialog.remark.text().startswith("1 student erased")
    assert CHILD not in opened.dialog.remark.text()
    assert found_in(opened.folder / "profile") == []


def test_no_text_about_others_is_ticked_beforehand(opened: Opened) -> None:
    assert len(opened.dialog.mentions) == 5
    assert not any(check.isChecked() for check in opened.dialog.mentions.values())


def test_archiving_is_one_click_and_can_be_undone(opened: Opened) -> None:
    store = opened.crowd.room.store
    opened.dialog.archive.click()
    assert store.find(Student, id=opened.crowd.child, archived=True)
    opened.crowd.room.workspace.undo()
    assert store.find(Student, id=opened.crowd.child, archived=False)


def test_everything_is_taken_along_as_a_page_and_as_data(opened: Opened) -> None:
    opened.dialog.take_along.click()
    assert CHILD in (opened.folder / "taken.html").read_text("utf-8")
    assert "was tired" not in (opened.folder / "taken.json").read_text("utf-8")


def test_needs_are_taken_along_when_they_are_ticked(opened: Opened) -> None:
    taken = opened.folder / "taken.json"
    opened.dialog.take_along.click()
    assert "inhaler" not in taken.read_text("utf-8")
    assert "inhaler" not in (opened.folder / "taken.html").read_text("utf-8")
    opened.dialog.needs.click()
    opened.dialog.take_along.click()
    assert "inhaler" in taken.read_text("utf-8")
    assert "was tired" not in taken.read_text("utf-8")


def test_notes_that_wait_to_be_saved_keep_anybody_from_being_erased(
    tmp_path: Path, qtbot: QtBot
) -> None:
    made = Opened(tmp_path, qtbot, held=2)
    with closing(made.crowd.connection):
        made.dialog.name.setText(f"{CHILD} {FAMILY}")
        made.dialog.erase.click()
        assert made.dialog.remark.text().startswith("2 notes are not saved yet")
        assert made.crowd.room.store.get(Student, made.crowd.child).given == CHILD


def test_after_erasing_the_keyboard_is_on_the_way_out(opened: Opened) -> None:
    opened.dialog.name.setText(f"{CHILD} {FAMILY}")
    opened.dialog.erase.click()
    assert opened.dialog.focusWidget() is opened.dialog.cancel


def test_what_was_saved_is_scrolled_to_and_said_aloud(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened.dialog
    dialog.resize(400, 300)
    dialog.take_along.click()
    assert dialog.announce.said.startswith("Saved: ")
    qtbot.waitUntil(lambda: not dialog.remark.visibleRegion().isEmpty())
    whole = dialog.remark.rect
    qtbot.waitUntil(lambda: dialog.remark.visibleRegion().boundingRect() == whole())


def test_a_saved_receipt_says_so(opened: Opened) -> None:
    opened.dialog.name.setText(f"{CHILD} {FAMILY}")
    opened.dialog.erase.click()
    opened.dialog.save_receipt.click()
    assert "1 student erased" in (opened.folder / "taken.txt").read_text("utf-8")
    assert opened.dialog.save_receipt.text() == "Receipt saved"
