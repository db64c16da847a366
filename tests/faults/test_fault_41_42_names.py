"""41, 42: names in every script, with hidden signs, very long, or that look like markup."""

import random
import unicodedata

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.classes import Student
from app.domain.names import PersonName
from app.services.lessons import LessonService
from app.services.live import LiveService
from app.services.start import StartService
from tests.journey.computer import Computer
from tests.journey.teacher import Teacher
from ui.bootstrap import open_profile, profile_at

STRANGE = (
    "Zoe\u0301 Ångström",
    "محمد العلي",
    "دוד כהן".replace("د", "ד"),
    "王小明",
    "Ali\u202egnirts",
    "Mi\u200bla\u2060 Ito",
    "Grace 🦊 Fox",
    "A" * 150 + " Long",
    "<b>Bold</b>",
    "<img src=file:///etc/passwd>",
    "Ben & Sons",
    "%n %1 {name}",
)
HIDDEN = {"\u202e", "\u200b", "\u2060"}


@pytest.fixture
def strange(qtbot: QtBot, computer: Computer) -> Teacher:
    """A class of such names, in its first round."""
    opened = open_profile(profile_at(computer.folder), computer.clock)
    room = opened.classroom
    split = [name.partition(" ") for name in STRANGE]
    names = [PersonName("", first, last) for first, _, last in split]
    begun = StartService(room).begin_class(names, "4B")
    lessons = LessonService(room)
    LiveService(room).start(LiveService(room).open(lessons.create(begun.id, random.Random(1)).id))
    opened.close()
    computer.start()
    teacher = Teacher(qtbot, computer)
    teacher.wait_for_projector()
    return teacher


def test_names_are_kept_in_one_spelling_without_what_does_not_show(strange: Teacher) -> None:
    names = [s.name.full for s in strange.desk.room.store.find(Student)]
    assert len(names) == len(STRANGE)
    assert all(unicodedata.is_normalized("NFC", name) for name in names)
    assert not [name for name in names if HIDDEN & set(name)]
    assert "Zoé Ångström" in names


def test_what_looks_like_markup_is_shown_letter_by_letter_on_every_page(
    strange: Teacher,
) -> None:
    for page in ("Plan", "Progress", "Class", "Settings", "Live"):
        strange.click(page)
        for label in strange.window.findChildren(QLabel):
            rich = label.textFormat() == Qt.TextFormat.RichText
            guessed = label.textFormat() == Qt.TextFormat.AutoText
            assert not rich, label.text()
            assert not (guessed and Qt.mightBeRichText(label.text())), label.text()


def test_both_screens_show_every_name_whole(strange: Teacher) -> None:
    shown = [name for who in strange.console_places().values() for name in who]
    assert len(shown) == len(set(shown)) == len(STRANGE)
    assert strange.board_places() == strange.console_places()
    assert not [name for name in shown if name.endswith(("…", "..."))]
    assert any(name.startswith("<b>") for name in shown)
