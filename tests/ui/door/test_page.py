"""At the door: a name, a face, and the next one; nothing of anybody else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.domain.ids import StudentId
from app.domain.voice import EASY, TRICKY
from ui.door.page import DoorPage
from ui.widgets.pressable import Pressable

AMARA, BEN = StudentId(1 << 61), StudentId((1 << 61) + 1)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def door(qtbot, theme) -> DoorPage:
    made = DoorPage(theme, [(AMARA, "Amara"), (BEN, "Ben")])
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def names(door) -> list[str]:
    return [tile.label() for tile in door.tiles.values() if not tile.isHidden()]


def face(door, wanted: int):
    return next(tile for tile in door.faces if tile.face == wanted)


def test_a_name_then_a_face_and_it_is_said(door, qtbot) -> None:
    door.take_keyboard()
    assert door.tiles[AMARA].hasFocus()
    qtbot.mouseClick(door.tiles[BEN], LEFT)
    assert door.question.text() == "Ben, how did it go?"
    assert not door.done.isEnabled()
    qtbot.mouseClick(face(door, TRICKY), LEFT)
    qtbot.mouseClick(face(door, EASY), LEFT)
    with qtbot.waitSignal(door.said) as said:
        qtbot.mouseClick(door.done, LEFT)
    assert said.args == [BEN, EASY, ""]
    assert names(door) == ["Amara"]
    assert door.pages.currentIndex() == 0


def test_words_alone_are_enough_and_enter_is_done(door, qtbot) -> None:
    door.tiles[AMARA].click()
    qtbot.keyClick(door.words, Qt.Key.Key_Return)
    assert door.pages.currentIndex() == 1
    qtbot.keyClicks(door.words, "I drew it.")
    with qtbot.waitSignal(door.said) as said:
        qtbot.keyClick(door.words, Qt.Key.Key_Return)
    assert said.args == [AMARA, 0, "I drew it."]


def test_nothing_of_one_student_is_left_for_the_next(door, qtbot) -> None:
    door.tiles[AMARA].click()
    face(door, TRICKY).click()
    qtbot.keyClicks(door.words, "too fast")
    door.done.click()
    door.tiles[BEN].click()
    assert not any(tile.isChecked() for tile in door.faces)
    assert door.words.text() == ""
    assert not door.words.isUndoAvailable()
    texts = [label.text() for label in door.findChildren(QLabel)]
    texts += [tile.accessibleName() for tile in door.findChildren(Pressable) if tile.isVisible()]
    assert "Amara" not in " ".join(texts)


def test_who_pressed_the_wrong_name_goes_back(door, qtbot) -> None:
    door.tiles[AMARA].click()
    face(door, EASY).click()
    qtbot.keyClick(door.words, Qt.Key.Key_Escape)
    assert (door.pages.currentIndex(), names(door)) == (0, ["Amara", "Ben"])
    door.tiles[AMARA].click()
    assert not face(door, EASY).isChecked()
    door.back.click()
    assert door.tiles[AMARA].hasFocus()


def test_when_all_have_spoken_only_the_teacher_goes_on(door, qtbot) -> None:
    for student in (AMARA, BEN):
        door.tiles[student].click()
        face(door, EASY).click()
        door.done.click()
    assert door.call.text() == "Thank you. That is everyone."
    assert door.teacher.hasFocus()
    with qtbot.waitSignal(door.left):
        door.teacher.click()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_sixty_names_are_reached(qtbot, theme, scale) -> None:
    theme.choose(scale=scale)
    door = DoorPage(theme, [(StudentId(n), f"Student {n}") for n in range(60)])
    qtbot.addWidget(door)
    door.resize(1024, 700)
    door.show()
    last = door.tiles[StudentId(59)]
    assert last.width() > theme.text_width("Student 59", "heading", 600)
    last.setFocus(Qt.FocusReason.TabFocusReason)
    last.click()
    qtbot.waitUntil(door.faces[0].isVisible)
    assert all(tile.width() >= theme.px(200) for tile in door.faces)
    targets = (last, door.words, door.done, door.back)
    qtbot.waitUntil(lambda: all(target.height() >= theme.px(64) for target in targets))
