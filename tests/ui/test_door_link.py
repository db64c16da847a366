"""Before the screen is turned to the class, what the teacher copied is forgotten."""

from types import SimpleNamespace

from tests.fakes import FakeClock
from tests.ui.lock.test_lockup import FakeClipboard
from ui.door.page import DoorPage
from ui.door_link import DoorLink
from ui.live.no_lesson import NoLesson
from ui.main_window import MainWindow


def test_no_student_can_paste_what_the_teacher_copied(qtbot, theme) -> None:
    window = MainWindow(theme, "Rondo")
    qtbot.addWidget(window)
    no_lesson, ours = NoLesson(theme, FakeClock(), window), FakeClipboard(True)
    desk = SimpleNamespace(theme=theme, go=None)
    DoorLink(desk, no_lesson, ours).open(SimpleNamespace(silent=()))
    assert ours.cleared == ["Clipboard", "Selection", "FindBuffer"]
    assert window.findChildren(DoorPage)
