"""What a student says of a level is kept as theirs, and is no evidence."""

import pytest
from PySide6.QtCore import Qt

from app.domain.observations import Observation
from app.domain.voice import Reflection
from app.services.voice import VoiceService
from tests.fakes.lesson import BEN, COMPARE
from tests.ui.capture.test_palette import type_line
from ui.capture.own_rating import keeping_own

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def palette(palette, room):
    palette.record = keeping_own(palette.record, VoiceService(room))
    palette.takes_own = lambda: True
    return palette


def press(qtbot, palette, key=Qt.Key.Key_Return, **more) -> None:
    qtbot.keyClick(palette.input, key, **more)


def test_it_is_shown_and_kept_as_an_own_rating(qtbot, room, palette) -> None:
    type_line(qtbot, palette, 'ben says 3 "with a wall"')
    row = palette.level.pick
    assert (row.view.text, row.view.own) == ("Own: Secure", True)
    assert row.accessibleName() == "own rating 3 Secure"
    assert not palette.grab().isNull()
    press(qtbot, palette)
    (said,) = room.store.find(Reflection)
    assert (said.student_id, said.skill_id, said.level) == (BEN, COMPARE, 3)
    assert said.words == "with a wall"
    assert room.store.find(Observation) == ()


def test_tab_makes_it_what_the_teacher_saw(qtbot, room, palette) -> None:
    type_line(qtbot, palette, "ben says 3")
    press(qtbot, palette, Qt.Key.Key_Tab)
    press(qtbot, palette)
    (seen,) = room.store.find(Observation)
    assert (seen.level, seen.note) == (3, "says")
    assert room.store.find(Reflection) == ()


def test_it_cannot_be_a_jotting(qtbot, room, palette) -> None:
    type_line(qtbot, palette, "ben says 3")
    press(qtbot, palette, modifier=CTRL)
    assert room.store.find(Reflection) == room.store.find(Observation) == ()
    assert palette.input.text() == "ben says 3"
    press(qtbot, palette)
    assert len(room.store.find(Reflection)) == 1
