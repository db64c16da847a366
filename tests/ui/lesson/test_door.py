"""At the door nothing can be pasted, and nothing that a student said is lost without a word."""

from types import SimpleNamespace

from app.domain.voice import Reflection
from app.errors import NotSaved
from tests.fakes import FakeClock
from tests.fakes.lesson import AMARA, LessonRoom
from tests.fakes.store import FakeStore
from tests.ui.lock.test_lockup import FakeClipboard
from ui.desk.main_window import MainWindow
from ui.door.page import DoorPage
from ui.lesson.door import DoorLink
from ui.live.no_lesson import NoLesson


class Disk(FakeStore):
    """One that is full at times."""

    full = False

    def record(self, step) -> None:
        if self.full:
            raise NotSaved("full")
        super().record(step)


def test_no_student_can_paste_what_the_teacher_copied(qtbot, theme) -> None:
    window = MainWindow(theme, "Rondo")
    qtbot.addWidget(window)
    no_lesson, ours = NoLesson(theme, FakeClock(), window), FakeClipboard(True)
    desk = SimpleNamespace(theme=theme, go=None)
    DoorLink(desk, no_lesson, ours).open(SimpleNamespace(silent=()))
    assert ours.cleared == ["Clipboard", "Selection", "FindBuffer"]
    assert window.findChildren(DoorPage)


def test_what_the_disk_refuses_stands_there_again(qtbot, theme) -> None:
    window, room = MainWindow(theme, "Rondo"), LessonRoom(Disk())
    qtbot.addWidget(window)
    no_lesson = NoLesson(theme, room.clock, window)
    desk = SimpleNamespace(theme=theme, go=None, room=room)
    silent = (SimpleNamespace(student=SimpleNamespace(id=AMARA), name="Amara"),)
    link = DoorLink(desk, no_lesson, FakeClipboard(True))
    link.open(SimpleNamespace(silent=silent, session=room.session))
    (door,) = window.findChildren(DoorPage)
    door.tiles[AMARA].click()
    door.words.setText("I drew it.")
    door.faces[1].click()
    room.store.full = True
    with qtbot.capture_exceptions() as raised:
        door.done.click()
    assert [kind for kind, *_ in raised] == [NotSaved]
    assert door.pages.currentIndex() == 1
    assert (door.words.text(), door.faces[1].isChecked()) == ("I drew it.", True)
    room.store.full = False
    door.done.click()
    (said,) = room.store.find(Reflection)
    assert (said.face, said.words) == (door.faces[1].face, "I drew it.")
    assert door.tiles[AMARA].isHidden()
