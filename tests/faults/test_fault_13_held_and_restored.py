"""13, and then an older backup is opened: what was held is written or told, and never just gone."""

from pathlib import Path

import pytest

from app.domain.names import PersonName
from app.domain.observations import Observation
from app.errors import NotSaved
from app.services.classes import ClassService
from app.services.observe import ObserveService
from tests.faults.refusing import banner, fill_up, note, store_of
from tests.journey.copies import open_backup, save_backup
from tests.journey.teacher import Teacher
from ui.upkeep.stranded import KEY

NEW = "Zubaida"


pytestmark = pytest.mark.usefixtures("home")


def seen(lesson: Teacher) -> list[str]:
    return [one.note for one in store_of(lesson).find(Observation)]


def stranded(lesson: Teacher) -> str:
    line = lesson.desk.window.banners.line(KEY)
    return line.text() if line else ""


@pytest.fixture
def backup(lesson: Teacher, tmp_path: Path) -> Path:
    file = tmp_path / "stick" / "4B.rondo"
    save_backup(lesson, file)
    return file


def note_about_somebody_new(lesson: Teacher, words: str) -> None:
    """She came after the backup was saved."""
    room, class_id = lesson.desk.room, lesson.desk.class_id
    assert class_id is not None
    new = ClassService(room).add_student(class_id, PersonName(NEW, "", ""))
    fill_up(lesson)
    observing = ObserveService(room)
    with pytest.raises(NotSaved):
        observing.record(class_id, new.id, note=words)


def test_a_note_of_which_the_backup_knows_is_written_into_it_and_said(
    lesson: Teacher, backup: Path, home: Path
) -> None:
    lesson.click("Live")
    fill_up(lesson)
    note(lesson, "needs the number line")
    assert str(home) in banner(lesson)
    open_backup(lesson, backup)
    lesson.wait(lambda: seen(lesson) == ["needs the number line"])
    assert lesson.desk.window.toast.message() == "1 note that was held is saved now."
    assert stranded(lesson) == ""
    assert list(home.iterdir()) == []


def test_a_note_of_which_it_knows_nothing_is_told_kept_and_written_when_it_is_taken_back(
    lesson: Teacher, backup: Path, home: Path
) -> None:
    note_about_somebody_new(lesson, "reads every sign")
    open_backup(lesson, backup)
    lesson.wait(lambda: stranded(lesson) != "")
    (held,) = home.iterdir()
    assert stranded(lesson).startswith("1 note that was held has no place here")
    assert str(held) in stranded(lesson)
    assert seen(lesson) == []
    lesson.computer.stop()
    lesson.computer.start()
    lesson.wait(lambda: stranded(lesson) != "")
    desk = lesson.desk
    lesson.wait_to_read("Go back to before")
    lesson.click("Go back to before")
    lesson.wait(lambda: lesson.computer.has_desk and lesson.desk is not desk)
    lesson.computer.fill_the_laptop()
    lesson.wait(lambda: seen(lesson) == ["reads every sign"])
    assert stranded(lesson) == ""
    assert list(home.iterdir()) == []


def test_it_can_be_saved_as_text_and_let_go(
    lesson: Teacher, backup: Path, home: Path, tmp_path: Path
) -> None:
    note_about_somebody_new(lesson, "reads every sign")
    open_backup(lesson, backup)
    lesson.wait(lambda: stranded(lesson) != "")
    lesson.computer.dialogs.file = tmp_path / "notes.txt"
    lesson.wait_to_read("Save as text")
    lesson.click("Save as text")
    lesson.wait(lesson.computer.dialogs.file.exists)
    text = lesson.computer.dialogs.file.read_text("utf-8")
    assert NEW in text
    assert "reads every sign" in text
    lesson.computer.dialogs.refused = frozenset({"Let these notes go?"})
    lesson.click("Let go")
    lesson.wait(lambda: "Let these notes go?" in str(lesson.computer.dialogs.asked))
    assert stranded(lesson) != ""
    lesson.computer.dialogs.refused = frozenset()
    lesson.click("Let go")
    lesson.wait(lambda: stranded(lesson) == "")
    assert list(home.iterdir()) == []
