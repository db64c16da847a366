"""13 and 16, where no place takes a note: nothing ends its desk before the teacher has said so."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.classes import Student
from app.domain.observations import Observation
from tests.faults.refusing import banner, fill_up, make_room, note, store_of
from tests.journey.copies import save_backup
from tests.journey.teacher import Teacher
from ui.desk.boxes import show_records
from ui.erasing.dialog import RecordsDialog

GO_ON = "Go on without saving?"


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither home nor the folder for such files takes one."""
    place = tmp_path / "a file"
    place.write_text("")
    monkeypatch.setenv("HOME", str(place))
    monkeypatch.setenv("USERPROFILE", str(place))
    monkeypatch.setattr(tempfile, "tempdir", str(place))


def try_the_demo(lesson: Teacher) -> None:
    lesson.desk.try_demo()


def open_a_backup(lesson: Teacher) -> None:
    lesson.desk.open_backup()


def set_a_passphrase(lesson: Teacher) -> None:
    lesson.wait(lambda: lesson.desk.secure is not None)
    lesson.desk.secure.section().set_wanted.emit()
    lesson.desk.secure.dialog.chosen.emit("blue bicycle")
    lesson.desk.secure.dialog.reject()


WAYS: list[Callable[[Teacher], None]] = [try_the_demo, open_a_backup, set_a_passphrase]


@pytest.fixture
def holding(lesson: Teacher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Teacher:
    """There is a backup, and since then a note that could not be written."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    save_backup(lesson, tmp_path / "stick" / "4B.rondo")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "a file"))
    lesson.click("Live")
    fill_up(lesson)
    note(lesson, "needs the number line")
    assert "memory" in banner(lesson)
    return lesson


def asked(lesson: Teacher) -> list[str]:
    return [said[0] for said in lesson.computer.dialogs.asked]


def seen(lesson: Teacher) -> list[str]:
    return [one.note for one in store_of(lesson).find(Observation)]


@pytest.mark.parametrize("way", WAYS)
def test_who_says_no_stays_and_the_note_is_written_when_it_can_be(
    holding: Teacher,
    way: Callable[[Teacher], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    desk = holding.desk
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))  # for the demo class
    holding.computer.dialogs.refused = frozenset({GO_ON})
    way(holding)
    holding.wait(lambda: GO_ON in asked(holding))
    question = next(said for said in holding.computer.dialogs.asked if said[0] == GO_ON)
    assert question[1] == (
        "1 note could not be written yet, and is in Rondo’s memory alone. To go on now loses it."
        " Free space or put the stick back, then try again."
    )
    assert holding.desk is desk
    make_room(holding)
    holding.wait(lambda: seen(holding) == ["needs the number line"])
    assert banner(holding) == ""


@pytest.mark.parametrize("way", WAYS)
def test_who_says_yes_goes_on(
    holding: Teacher,
    way: Callable[[Teacher], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    desk = holding.desk
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    way(holding)
    holding.wait(lambda: holding.computer.has_desk and holding.desk is not desk)
    assert asked(holding).count(GO_ON) == 1
    holding.computer.fill_the_laptop()


def test_to_close_asks_once_however_often_it_is_pressed(holding: Teacher) -> None:
    close = "Close without saving?"
    holding.computer.dialogs.refused = frozenset({close})
    holding.desk.window.close()
    holding.desk.window.close()
    holding.wait(lambda: close in asked(holding))
    assert asked(holding).count(close) == 1
    assert holding.desk.window.isVisible()
    holding.desk.window.close()
    holding.wait(lambda: asked(holding).count(close) == 2)
    make_room(holding)
    holding.wait(lambda: banner(holding) == "")


def test_the_demo_is_not_left_with_a_note_unasked(
    lesson: Teacher, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    own = lesson.desk
    lesson.desk.try_demo()
    lesson.wait(lambda: lesson.computer.has_desk and lesson.desk is not own)
    lesson.computer.fill_the_laptop()
    demo = lesson.desk
    fill_up(lesson)
    note(lesson, "needs the number line")
    lesson.computer.dialogs.refused = frozenset({GO_ON})
    lesson.click("Leave")
    lesson.wait(lambda: GO_ON in asked(lesson))
    assert lesson.desk is demo
    lesson.computer.dialogs.refused = frozenset()
    lesson.click("Leave")
    lesson.wait(lambda: lesson.computer.has_desk and lesson.desk is not demo)
    lesson.computer.fill_the_laptop()


def test_nobody_is_erased_while_memory_holds_a_note(holding: Teacher) -> None:
    desk = holding.desk
    student = store_of(holding).find(Student)[0]
    show_records(desk, desk.window, student.id)
    holding.wait(lambda: bool(desk.window.findChildren(RecordsDialog)))
    (dialog,) = desk.window.findChildren(RecordsDialog)
    holding.wait(dialog.isVisible)
    dialog.name.setText(student.name.full)
    dialog.erase.click()
    holding.wait(lambda: "1 note is not saved yet" in dialog.remark.text())
    dialog.reject()
    assert store_of(holding).find(Student, id=student.id)
    make_room(holding)
    holding.wait(lambda: desk.care.notes.count() == 0)
