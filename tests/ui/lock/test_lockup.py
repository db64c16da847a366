"""The teacher's window is locked: the lesson goes on, and nothing behind can be found."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.domain.classes import Student
from app.errors import WrongPassphrase
from tests.demo import lay_demo
from tests.fakes import FakeClock
from tests.ui.desks import desk_of
from ui.bootstrap import Key, open_profile, profile_at
from ui.desk.desk import Desk
from ui.lock.cover import clear_clipboard
from ui.lock.lockup import LockUp
from ui.theme import Theme

WORDS = "blue bicycle"


class FakeSafe:
    """Opens with one passphrase; nobody has to wait."""

    def seconds_left(self) -> int:
        return 0

    def open(self, text: str, by_code: bool = False) -> Key:
        if text != WORDS or by_code:
            raise WrongPassphrase
        return Key(bytes(32))


class FakeSystemLock:
    """A computer that the test locks."""

    def listen(self, heard: Callable[[], None]) -> None:
        self.lock = heard

    def stop(self) -> None:
        self.lock = lambda: None


class Room:
    def __init__(self, desk: Desk, app: QApplication, clock: FakeClock, safe: FakeSafe | None):
        self.desk, self.window, self.clock = desk, desk.window, clock
        self.system = FakeSystemLock()
        self.lockup = LockUp(desk, app, safe, lambda _app: self.system)

    def names(self) -> set[str]:
        store = self.desk.room.store
        return {student.given for student in store.find(Student)}

    def type(self, text: str) -> None:
        form = self.lockup.page.form
        form.secret.field.setText(text)
        QTest.keyClick(form.secret.field, Qt.Key.Key_Return)


@pytest.fixture
def make(
    qtbot: QtBot, qapp: QApplication, theme: Theme, tmp_path: Path
) -> Iterator[Callable[..., Room]]:
    clock = FakeClock()
    profile = profile_at(tmp_path)
    lay_demo(profile)
    with closing(open_profile(profile, clock)) as opened:
        desk = desk_of(opened, theme, qtbot)
        qtbot.waitExposed(desk.window)
        made = []

        def room(safe: FakeSafe | None = None) -> Room:
            made.append(Room(desk, qapp, clock, safe))
            return made[-1]

        yield room
        for one in made:
            one.lockup.stop()
        desk.stop()


def spoken(window) -> str:
    """Everything a screen reader finds in a window."""
    found, left = [], [QAccessible.queryAccessibleInterface(window)]
    while left:
        one = left.pop()
        found += [one.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value)]
        left += [one.child(number) for number in range(one.childCount())]
    return "\n".join(found)


def test_a_screen_reader_finds_the_way_back_and_no_name(make) -> None:
    room = make()
    before = spoken(room.window)
    assert any(name in before for name in room.names())
    room.lockup.lock()
    after = spoken(room.window)
    assert [name for name in room.names() if name in after] == []
    assert "Back to the class" in after
    assert room.window.windowTitle() == "Rondo"


def test_the_button_brings_everything_back_with_the_keyboard(make) -> None:
    room = make()
    room.lockup.lock()
    QTest.mouseClick(room.lockup.page.back, Qt.MouseButton.LeftButton)
    assert not room.lockup.is_locked
    assert room.window.stack.isVisible()


def test_after_the_rail_has_locked_the_next_key_is_for_the_lesson(make) -> None:
    room = make()
    QTest.mouseClick(room.window.rail.item("lock"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(room.lockup.page.back, Qt.MouseButton.LeftButton)
    assert room.window.focusWidget() is room.desk.live.page


def test_with_a_passphrase_only_the_right_one_unlocks(make) -> None:
    room = make(FakeSafe())
    room.lockup.lock()
    room.type("red tram")
    assert room.lockup.is_locked
    assert "not the passphrase" in spoken(room.window)
    room.type(WORDS)
    assert not room.lockup.is_locked


def test_the_clock_goes_on_behind(make) -> None:
    room = make()
    room.lockup.lock()
    heard = []
    room.desk.live.page.ticked.connect(heard.append)
    room.clock.advance(5_000)
    room.desk.live.page.tick()
    assert heard


def test_nothing_is_said_meanwhile_and_the_last_thing_comes_afterwards(make) -> None:
    room = make()
    room.desk.say("Maya is here")
    room.lockup.lock()
    room.desk.say("Leila moves")
    assert not room.window.toast.isVisible()
    room.lockup.unlock()
    assert room.window.toast.isVisible()
    assert room.window.toast.message() == "Leila moves"


def test_dialogs_are_closed_and_menus_too(make) -> None:
    room = make()
    dialog = QDialog(room.window)
    dialog.open()
    room.lockup.lock()
    assert not dialog.isVisible()


class AtWork(QDialog):
    def reject(self) -> None:
        """An erasing is not stopped in the middle."""


def test_a_dialog_at_work_is_there_again_when_the_window_is_unlocked(make) -> None:
    room = make(FakeSafe())
    dialog = AtWork(room.window)
    dialog.open()
    room.lockup.lock()
    assert not dialog.isVisible()
    room.type(WORDS)
    assert dialog.isVisible()


def test_keys_reach_nothing_behind(make) -> None:
    room = make()
    room.lockup.lock()
    assert [action for action in room.window.actions() if action.isEnabled()] == []
    page = room.window.current
    QTest.keyClick(room.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert room.window.current == page


class FakeClipboard:
    """Filled by Rondo, or by another program."""

    def __init__(self, ours: bool) -> None:
        self.ours = ours
        self.cleared = []

    def clear(self, mode) -> None:
        self.cleared.append(mode.name)

    def __getattr__(self, _question: str):
        return lambda: self.ours


def test_the_clipboard_forgets_what_rondo_put_there_and_nothing_else() -> None:
    ours, others = FakeClipboard(True), FakeClipboard(False)
    clear_clipboard(ours)
    clear_clipboard(others)
    assert ours.cleared == ["Clipboard", "Selection", "FindBuffer"]
    assert others.cleared == []


def test_key_rail_and_computer_lock_it(make) -> None:
    room = make(FakeSafe())
    ways = (
        lambda: room.desk.go("lock"),
        room.desk.live.page.handling.keys.lock.emit,
        room.system.lock,
    )
    for way in ways:
        way()
        assert room.lockup.is_locked
        room.lockup.unlock()


def test_it_locks_after_so_many_minutes_without_a_touch(make) -> None:
    room = make()
    room.lockup.idle.set_minutes(5)
    room.clock.advance(4 * 60_000)
    QTest.mouseMove(room.window.windowHandle())
    QTest.mouseClick(room.window.windowHandle(), Qt.MouseButton.LeftButton)
    room.clock.advance(4 * 60_000)
    room.lockup.idle.check()
    assert not room.lockup.is_locked
    room.clock.advance(60_000)
    room.lockup.idle.check()
    assert room.lockup.is_locked


def test_a_draft_is_kept(make) -> None:
    room = make()
    palette = room.desk.live.capture.palette
    room.desk.live.capture.open("maya")
    before = palette.input.text()
    room.lockup.lock()
    assert not palette.isVisible()
    room.lockup.unlock()
    assert palette.input.text() == before != ""


def test_what_a_passer_by_must_not_do_asks_for_the_passphrase_first(make) -> None:
    room, done = make(FakeSafe()), []
    room.lockup.make_sure(lambda: done.append("changed"))
    room.type("red bicycle")
    assert (room.lockup.is_locked, done) == (True, [])
    room.type(WORDS)
    assert (room.lockup.is_locked, done) == (False, ["changed"])
    room.lockup.lock()
    room.type(WORDS)
    assert done == ["changed"]
