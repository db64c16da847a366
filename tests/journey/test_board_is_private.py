"""Whatever the teacher wrote down, none of it reaches the window that the class sees."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.services.photos import PhotoService
from tests.fakes.screens import LAPTOP, MIRROR
from tests.journey.computer import Computer
from tests.journey.secrets_of import every_secret_field, holders, write_class
from tests.journey.teacher import MINUTE, Teacher
from ui.board.lettering import Face, Lettering
from ui.board.look import BoardLook
from ui.board.painter import board_image

SENTINEL, HARMLESS = "ZZ-PRIVATE-7f3a", "q"


def walk(teacher: Teacher, look: Callable[[str], None]) -> None:
    """Through every state of a lesson, and everything a teacher does in it; `look` at each."""
    look("ready")
    teacher.click("Start")
    look("round")
    student = teacher.console_places()["Tablets"][0]
    teacher.click(teacher.card(student))
    teacher.press(Qt.Key.Key_3)
    teacher.press(Qt.Key.Key_F)
    look("observed and flagged")
    with teacher.carrying(teacher.card(student), teacher.station("Teacher table")):
        look("carried")
    look("dropped")
    teacher.press(Qt.Key.Key_Space)
    look("paused")
    teacher.press(Qt.Key.Key_Space)
    teacher.click("Next")
    look("transition")
    teacher.computer.clock.advance((2 + 3 * 12 + 2 * 2 + 1) * MINUTE)
    teacher.wait(lambda: teacher.timer().startswith("+"))
    look("over")
    teacher.click("End")
    look("finished")


STATES = 9
SIZES = ((800, 600), (1024, 768), (1366, 768), (3840, 2160))


def let_the_class_see_the_teachers_screen(teacher: Teacher) -> None:
    """There is no projector of its own, so the board covers the window."""
    teacher.computer.screens.become(LAPTOP, MIRROR)
    teacher.wait(lambda: teacher.desk.live.board.controller.covers)


@pytest.fixture
def open_class(qtbot: QtBot, computer: Computer) -> Callable[[str], Teacher]:
    """Opens the class whose private words are all the same."""

    def opened(secret: str) -> Teacher:
        computer.stop()
        computer.use(computer.folder.with_name(f"profile of {len(secret)}"))
        write_class(computer.folder, computer.clock, secret)
        computer.start()
        teacher = Teacher(qtbot, computer)
        teacher.wait_for_projector()
        return teacher

    return opened


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every line that the board, its guides and its miniature write."""
    lines: list[str] = []
    draw = Lettering.draw

    def listening(
        self: Lettering, painter: QPainter, at: QPointF, text: str, px: float, face: Face
    ) -> None:
        lines.append(text)
        draw(self, painter, at, text, px, face)

    monkeypatch.setattr(Lettering, "draw", listening)
    return lines


def told(interface: QAccessibleInterface) -> Iterator[str]:
    """All that a screen reader can be told of a widget and of what is in it."""
    for kind in QAccessible.Text:
        if kind != QAccessible.Text.UserText:
            yield interface.text(kind)
    for index in range(interface.childCount()):
        yield from told(interface.child(index))


def words_of(widget: QWidget) -> Iterator[str]:
    """Title, role, tips, names and descriptions of a window and its parts."""
    parts: list[QObject] = [widget, *widget.findChildren(QObject)]
    for part in parts:
        yield part.objectName()
        if isinstance(part, QWidget):
            yield from (part.windowTitle(), part.windowRole(), part.windowIconText())
            yield from (part.toolTip(), part.statusTip(), part.whatsThis())
            yield from (part.accessibleName(), part.accessibleDescription())
    if widget.isWindow() and (native := widget.windowHandle()) is not None:
        yield from (native.title(), native.filePath(), native.objectName())
    yield from told(QAccessible.queryAccessibleInterface(widget))


def album(teacher: Teacher) -> dict[str, QImage]:
    """What the board shows in every state."""
    pictures: dict[str, QImage] = {}

    def look(state: str) -> None:
        pictures[state] = teacher.board_picture()

    walk(teacher, look)
    return pictures


def test_every_private_field_of_the_class_holds_the_secret(
    tmp_path: Path, computer: Computer
) -> None:
    write_class(tmp_path / "class", computer.clock, SENTINEL)
    assert every_secret_field() - holders(tmp_path / "class", computer.clock, SENTINEL) == set()


@pytest.mark.parametrize("public", [False, True])
def test_the_teacher_sees_the_secret_and_the_board_never_says_it(
    open_class: Callable[[str], Teacher], written: list[str], public: bool
) -> None:
    teacher = open_class(SENTINEL)
    if public:
        let_the_class_see_the_teachers_screen(teacher)
    looked: list[str] = []
    board_look = BoardLook(teacher.desk.theme)

    def look(state: str) -> None:
        teacher.board.grab()
        assert teacher.board.scene is not None
        for wide, high in SIZES:
            board_image(board_look, teacher.board.scene, wide, high)
        miniature = teacher.desk.live.miniature
        miniature.grab()
        said = [repr(teacher.board.scene), *words_of(teacher.board), *words_of(miniature)]
        assert not [text for text in [*written, *said] if SENTINEL in text], state
        looked.append(state)

    walk(teacher, look)
    assert len(looked) == STATES
    assert {"Grace", "Tablets"} <= set(written)
    teacher.click("Progress")
    assert any(SENTINEL in text for text in words_of(teacher.window))


def test_the_board_is_the_same_picture_whatever_the_secrets_are(
    open_class: Callable[[str], Teacher],
) -> None:
    one, other = album(open_class(SENTINEL)), album(open_class(HARMLESS))
    assert len(one) == STATES
    assert [state for state in one if one[state] != other[state]] == []


def test_a_photo_is_shown_to_the_class_with_consent_alone(
    open_class: Callable[[str], Teacher],
) -> None:
    teacher = open_class(SENTINEL)
    desk = teacher.desk
    desk.choose(replace(desk.settings, board_pictures=True))
    assert SENTINEL not in repr(teacher.board.scene)
    photos = PhotoService(desk.room)
    somebody = desk.live.page.scene.students[-1].id
    kept = photos.keep(somebody, SENTINEL)
    assert SENTINEL not in repr(teacher.board.scene)
    photos.allow(kept, True)
    assert SENTINEL in repr(teacher.board.scene)
    desk.undo()
    assert SENTINEL not in repr(teacher.board.scene)
