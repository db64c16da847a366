"""In a lesson a picture is dropped on the panel, or pasted into the note of who is looked at."""

from functools import partial

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest

from app.domain.observations import Attachment, Observation
from app.services.observe import ObserveService
from app.services.observing import ObservingReader
from app.services.timeline import TimelineReader
from app.services.unseen import UnseenReader
from tests.fakes import FakeDialogs, FakeTasks
from tests.fakes.lesson import ADD, AMARA, BEN, LessonRoom
from tests.ui.clips.test_strip import picture
from ui.capture.panel import ObservePanel
from ui.lesson.clips import ClipsLink


class Selection:
    student = AMARA
    several = False


class Page(QObject):
    """A lesson in which one student is selected."""

    selected = Signal(object)

    def __init__(self, room: LessonRoom) -> None:
        super().__init__()
        self.scene, self.selection = room.scene, Selection()


class Stage:
    def __init__(self, theme, qtbot) -> None:
        self.room = room = LessonRoom()
        self.tasks, self.dialogs = FakeTasks(), FakeDialogs()
        observe = ObserveService(room)
        reader = ObservingReader(room.store, room.evidence, room.clock)
        timeline = partial(TimelineReader, room.store, room.evidence)
        unseen = UnseenReader(room.evidence, room.clock)
        self.panel = ObservePanel(theme, observe, unseen, lambda: reader, timeline, room.clock)
        qtbot.addWidget(self.panel)
        self.page = Page(room)
        self.panel.show_student(room.scene, AMARA)
        self.panel.resize(296, 692)
        self.panel.show()
        self.link = ClipsLink(self, observe, self.panel, self.panel.body.student, self.page)

    def kept(self) -> tuple[Attachment, ...]:
        return self.room.store.find(Attachment)

    def seen(self) -> tuple[Observation, ...]:
        return self.room.store.find(Observation)


class Desk(Stage):
    """It is its own desk: the link asks for the room, for tasks and for dialogs."""


@pytest.fixture
def stage(theme, qtbot) -> Desk:
    return Desk(theme, qtbot)


def drop(stage, *paths) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    # Qt brings a drop only to where a real drag has gone before.
    stage.link.eventFilter(stage.panel, QDropEvent(QPointF(40, 40), copy, data, left, none))


def test_a_picture_alone_is_an_observation_with_all_that_the_lesson_knows(stage, tmp_path) -> None:
    drop(stage, picture(tmp_path / "work.png"))
    (seen,) = stage.seen()
    assert (seen.student_id, seen.skill_id, seen.round, seen.level) == (AMARA, ADD, 1, None)
    assert [one.observation_id for one in stage.kept()] == [seen.id]
    assert stage.panel.body.saved.saved.text().startswith("Saved")


def test_soon_after_a_level_it_belongs_to_the_same_observation(stage, tmp_path) -> None:
    stage.panel.press_level(3)
    drop(stage, picture(tmp_path / "one.png"), picture(tmp_path / "two.png"))
    (seen,) = stage.seen()
    assert {one.observation_id for one in stage.kept()} == {seen.id}
    assert len(stage.kept()) == 2


def test_one_is_chosen_from_the_disk(stage, tmp_path) -> None:
    stage.dialogs.file = picture(tmp_path / "work.png")
    stage.panel.body.student.picture.click()
    assert [one.name for one in stage.kept()] == ["work.png"]


def test_a_picture_is_pasted_into_the_note_and_words_are_words(stage) -> None:
    note = stage.panel.body.student.note
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(image)
    QTest.keyClick(note, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (len(stage.kept()), note.text()) == (1, "")
    QGuiApplication.clipboard().setText("drew a bar")
    QTest.keyClick(note, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (len(stage.kept()), note.text()) == (1, "drew a bar")


def test_what_is_no_picture_is_told_and_nothing_is_kept(stage, tmp_path) -> None:
    bad = tmp_path / "work.jpg"
    bad.write_bytes(b"no picture")
    drop(stage, bad)
    assert (stage.kept(), stage.seen()) == ((), ())
    assert "no picture" in stage.panel.body.student.problem.text()


def test_with_several_selected_nobody_is_given_it(stage, tmp_path) -> None:
    stage.page.selection.several = True
    drop(stage, picture(tmp_path / "work.png"))
    stage.page.selection.several, stage.page.selection.student = False, BEN
    assert stage.kept() == ()
