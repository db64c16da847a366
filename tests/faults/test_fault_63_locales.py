"""63: the same day in languages with other letters, digits, calendars and commas is kept alike."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path as Folder

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from app.domain.classes import Student
from app.domain.lessons import Path
from app.domain.session import Visit
from data.mapping import TABLES
from tests.journey.computer import Computer
from tests.journey.path import plan_and_start
from tests.journey.teacher import MINUTE, Teacher

LANGUAGES = ("en_GB", "tr_TR", "ar_EG", "fa_IR", "de_DE")
NAMES = "Işık Yılmaz\nIRIS INCI\nZoë Ilgaz\nİpek Iğdır\n"


@pytest.fixture
def restored_locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


def a_day(teacher: Teacher) -> None:
    """A list, a plan, a lesson with a minute more, a flag and an end."""
    teacher.paste(NAMES)
    teacher.wait_to_read("Every row is clear")
    teacher.click("Add 4 students")
    teacher.click("Done")
    plan_and_start(teacher)
    teacher.press(Qt.Key.Key_Plus)
    teacher.computer.clock.advance(3 * MINUTE)
    teacher.press(Qt.Key.Key_Right)
    teacher.press(Qt.Key.Key_F)
    teacher.computer.clock.advance(5 * MINUTE)
    teacher.click("More for this lesson")
    teacher.choose("End lesson")


def kept(teacher: Teacher) -> list[tuple[str, ...]]:
    """Every value but those of chance: ids, and who is in which group and so is flagged."""
    store = teacher.desk.room.store
    kinds = [kind for kind in TABLES if kind not in {Path, Visit}]
    return sorted(
        tuple(said(getattr(thing, f.name)) for f in fields(thing) if f.name != "flag")
        for kind in kinds
        for thing in store.find(kind)
    )


def said(value: object) -> str:
    """The value, unless it is an id."""
    if isinstance(value, tuple):
        return f"({', '.join(map(said, value))})"
    return "id" if type(value) is int and value > 1 << 50 else str(value)


def flags(teacher: Teacher) -> list[str]:
    return sorted(student.flag for student in teacher.desk.room.store.find(Student))


@pytest.mark.usefixtures("restored_locale")
def test_every_language_keeps_the_same_values(
    qtbot: QtBot, computer: Computer, tmp_path: Folder
) -> None:
    days: dict[str, list[tuple[str, ...]]] = {}
    begin = computer.clock.ms
    for language in LANGUAGES:
        QLocale.setDefault(QLocale(language))
        computer.clock.ms = begin
        computer.use(tmp_path / language)
        computer.start()
        teacher = Teacher(qtbot, computer)
        a_day(teacher)
        days[language] = kept(teacher)
        assert flags(teacher) == ["", "", "", "Check in"]
        computer.stop()
    assert len(days["en_GB"]) >= 20
    assert [one for one in LANGUAGES if days[one] != days["en_GB"]] == []
