"""59: a planted name and a planted note are in the database, and in nothing else Rondo writes.

A whole morning is lived through with them: a list is pasted, a lesson runs, a bug is met, backups
are made, the board is up. Then every file, title, picture name and the clipboard are searched.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.journey.eyes import seen
from tests.journey.path import plan_and_start
from tests.journey.teacher import CTRL, MINUTE, Teacher
from ui.capture.line_input import LineInput

FIRST, LAST, NOTE = "Zyxwilda", "Quuxford", "sentinel71 bites her pencil"
SECRETS = (FIRST, LAST, "sentinel71")
ALLOWED = {"rondo.db", "rondo.db-wal", "rondo.db-shm"}
"""The class file and its log; so is what lies in `backups/`, which are copies of it."""


class OurBug(Exception):
    """A mistake of ours, with a name in its message."""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go, so that they are found."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def a_morning(teacher: Teacher) -> None:
    """From the first screen into the second round, with the secret name in all of it."""
    teacher.paste(f"{FIRST} {LAST}\nBen Whitaker\nAmara Okafor\nKofi Asante\n")
    teacher.wait_to_read("Every row is clear")
    teacher.click("Add 4 students")
    teacher.click("Done")
    plan_and_start(teacher)
    teacher.wait_for_projector()
    QGuiApplication.clipboard().clear()
    teacher.click(teacher.card(FIRST))
    teacher.press(Qt.Key.Key_F)
    teacher.press(Qt.Key.Key_Slash)
    teacher.wait(lambda: bool(seen(LineInput, teacher.window)))
    teacher.type(f"{FIRST[:4].lower()} {NOTE}")
    teacher.press(Qt.Key.Key_Return)
    teacher.press(Qt.Key.Key_Escape)
    teacher.press(Qt.Key.Key_Z, CTRL)
    for page in ("Progress", "Plan", "Class", "Settings", "Live"):
        teacher.click(page)
    teacher.computer.clock.advance(14 * MINUTE)


def fail_in_a_slot(teacher: Teacher) -> None:
    """Something of ours goes wrong with the name in its hands."""

    def fail() -> None:
        student, note = f"{FIRST} {LAST}", NOTE
        raise OurBug(f"{student}: {note}")

    QTimer.singleShot(0, teacher.window, fail)
    teacher.wait_to_read("Something went wrong")


def holders_of_secrets(*folders: Path) -> list[str]:
    """Files that hold one of the secrets, in their name or in any usual encoding."""
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return [str(file) for file in files if tells(str(file.name)) or tells_within(file)]


def tells(text: str) -> bool:
    return any(secret.casefold() in text.casefold() for secret in SECRETS)


def tells_within(file: Path) -> bool:
    content = file.read_bytes()
    return any(s.encode(e) in content for s in SECRETS for e in ("utf-8", "utf-16-le", "utf-16-be"))


def titles() -> list[str]:
    """What the system knows of our windows: its list of windows, its session, its search."""
    found = [QApplication.applicationDisplayName(), QApplication.applicationName()]
    for window in QApplication.topLevelWidgets():
        found += [window.windowTitle(), window.windowIconText(), window.windowRole()]
        found += [window.windowFilePath(), window.objectName()]
    for handle in QGuiApplication.allWindows():
        found += [handle.title(), handle.filePath(), handle.objectName()]
    return found


def forgive_our_bug(teacher: Teacher) -> list[str]:
    """The reports the bug left; the computer must have none at its end."""
    said = teacher.computer.bugs()
    for file in sorted((teacher.computer.folder / "reports").rglob("*")):
        if file.is_file():
            file.unlink()
    return said


def is_ours(file: str, profile: Path) -> bool:
    """Whether a file may hold names: the class file, or a copy of it that is a backup."""
    path = Path(file)
    kept = path.parent == profile and path.name in ALLOWED
    return kept or (profile / "backups") in path.parents


def test_a_planted_name_is_in_the_class_file_and_in_nothing_else(
    teacher: Teacher,
    temporary: Path,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    a_morning(teacher)
    profile = teacher.computer.folder
    assert tells_within(profile / "rondo.db") or tells_within(profile / "rondo.db-wal")
    fail_in_a_slot(teacher)
    assert not [title for title in titles() if tells(title)]
    assert not tells(QGuiApplication.clipboard().text())
    assert not tells(str(teacher.board.scene).replace(FIRST, ""))
    teacher.computer.stop()
    found = [f for f in holders_of_secrets(profile, temporary) if not is_ours(f, profile)]
    assert found == []
    reports = forgive_our_bug(teacher)
    assert reports
    assert not [text for text in reports if tells(text)]
    assert not tells(caplog.text)
    said = capfd.readouterr()
    assert not tells(said.out)


def test_what_a_closed_window_leaves_behind_tells_nobody(teacher: Teacher, temporary: Path) -> None:
    """Settings know where the window was and which class by its number, not by any name."""
    a_morning(teacher)
    profile = teacher.computer.folder
    teacher.computer.stop()
    settings = (profile / "settings.json").read_text("utf-8")
    assert not tells(settings)
    assert "Whitaker" not in settings
    assert not [file for file in temporary.rglob("*") if tells(file.name) or file.is_file()]


def test_while_the_window_is_locked_no_title_and_no_text_of_it_tells(teacher: Teacher) -> None:
    a_morning(teacher)
    assert [text for text in teacher.reads(teacher.window) if tells(text)]
    teacher.press(Qt.Key.Key_L, CTRL)
    teacher.wait_to_read("Back to the class")
    assert not [title for title in titles() if tells(title)]
    assert not [text for text in teacher.reads(teacher.window) if tells(text)]
    teacher.click("Back to the class")
