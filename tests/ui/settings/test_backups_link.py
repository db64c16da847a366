"""The settings of backups, on shelves without a disk."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.backups import BackupInfo, Stop
from app.errors import BackupFailed
from app.services.backups import BackupService
from app.settings import Settings
from tests.fakes import FakeClock, FakeDialogs, FakeTasks
from tests.fakes.shelf import FakeShelf, info_of
from ui.backups.keeper import Keeper
from ui.backups.keeping import Keeping
from ui.backups.taking import ClassKey, Take, Taken, Taking
from ui.settings.backups_link import BackupsLink
from ui.settings.backups_section import FIRST, BackupsSection
from ui.theme import Theme
from ui.widgets.text import Text

STICK = Path("stick")
HOUR = 3_600_000


class Held:
    """Backups as the keeping asks for them; `opened` is what the teacher took."""

    def __init__(self, live: BackupInfo) -> None:
        self.now = live
        self.opened: list[Path] = []

    def save(self, target: Path) -> BackupInfo:
        raise BackupFailed(target, "nobody asked for it here")

    def inspect(self, source: Path) -> BackupInfo:
        return info_of(5, self.now.saved_at - HOUR, source)

    def live(self) -> BackupInfo:
        return self.now

    def restore(self, source: Path) -> Path:
        return source

    async def reopen(self, take: Take) -> None:
        self.opened.append(take.source)


class NoKeys:
    """A class without a passphrase."""

    async def of_copy(self, copy: Path) -> None:
        raise AssertionError(copy)

    async def of_class(self, _copy: Path, _of_copy: object) -> ClassKey:
        return ClassKey(None, False)


class Watched(FakeShelf):
    """A shelf that lets something happen when a file of it is read."""

    after_reading: Callable[[], None] | None = None

    def inspect(self, file: Path, stop: Stop) -> BackupInfo:
        info = super().inspect(file, stop)
        if self.after_reading is not None:
            self.after_reading()
        return info


class Room:
    """A desk with one shelf in the profile, and one on a stick when that is chosen."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.tasks = FakeTasks()
        self.dialogs = FakeDialogs()
        self.settings = Settings()
        self.clock = FakeClock()
        self.live = info_of(9, self.clock.now_ms())
        self.own, self.stick = Watched(self.live), FakeShelf(self.live, STICK)
        self.held = Held(self.live)
        self.said: list[str] = []
        self.refusal: OSError | None = None
        self.keeper = Keeper(self.service, self.tasks, lambda: False)
        self.link = BackupsLink(self, self.keeper, self.clock)
        self.link.changed.connect(self.choose)
        self.section = self.link.section

    @property
    def keeping(self) -> Keeping:
        about = Taken(self.held, lambda _key: self.held, True)
        say, reopen = self.said.append, self.held.reopen
        taking = Taking(about, NoKeys(), self.dialogs, self.tasks, self.clock, say, reopen)
        return Keeping(self.held, taking, self.dialogs, self.tasks, self.clock, say, say)

    def choose(self, settings: Settings) -> None:
        self.settings = settings

    def service(self) -> BackupService:
        shelves = [self.own, *([self.stick] if self.settings.second_place else [])]
        return BackupService(shelves, lambda: self.live, self.clock, home=self.home)

    def home(self, chosen: Path) -> Path:
        if self.refusal is not None:
            raise self.refusal
        return chosen / "Rondo backups"

    def texts(self) -> str:
        return "\n".join(text.text() for text in self.section.findChildren(Text) if text.text())


@pytest.fixture
def room(qtbot: QtBot, theme: Theme) -> Room:
    made = Room(theme)
    qtbot.addWidget(made.section)
    made.section.show()
    return made


def test_without_a_backup_it_says_how_there_comes_one(room: Room) -> None:
    room.link.show()
    assert "None yet" in room.section.last.text()
    assert room.section.open_buttons == []
    assert not room.section.forget_button.isVisible()


def test_back_up_now_says_what_the_backup_holds_and_lists_it(room: Room) -> None:
    room.section.back_up_button.click()
    assert "28 students" in room.section.said.text()
    assert "whole" in room.section.said.text()
    assert "is backed up" in room.section.last.text()
    assert len(room.section.open_buttons) == 1


def test_a_second_time_nothing_is_new(room: Room) -> None:
    room.section.back_up_button.click()
    room.section.back_up_button.click()
    assert "Nothing has changed" in room.section.said.text()
    assert len(room.own.held) == 1


def test_a_disk_that_is_full_is_named(room: Room) -> None:
    room.own.refuses = BackupFailed(Path("backups"), "the disk is full")
    room.section.back_up_button.click()
    assert "the disk is full" in room.section.said.text()
    assert room.section.back_up_button.isEnabled()


def test_a_damaged_backup_is_named_and_cannot_be_opened(room: Room) -> None:
    room.own.put("rondo-a.rondo", 5, room.clock.now_ms() - HOUR)
    room.own.put("rondo-b.rondo", 7, room.clock.now_ms())
    room.own.damaged.add("rondo-b.rondo")
    room.link.show()
    assert len(room.section.open_buttons) == 1
    assert "rondo-b.rondo" in room.texts()


def test_only_the_newest_are_read_until_all_are_asked_for(room: Room) -> None:
    for number in range(FIRST + 3):
        room.own.put(f"rondo-{number}", number + 1, room.clock.now_ms() - number * HOUR)
    room.link.show()
    assert len(room.section.open_buttons) == len(room.own.read) == FIRST
    room.section.all_button.click()
    assert len(room.section.open_buttons) == FIRST + 3
    assert not room.section.all_button.isVisible()


def test_open_shows_what_it_holds_beside_what_is_open_and_asks(room: Room) -> None:
    room.own.put("rondo-a", 5, room.clock.now_ms() - HOUR)
    room.link.show()
    room.dialogs.agrees = False
    room.section.open_buttons[0].click()
    assert "Open now" in room.dialogs.asked[-1][1]
    assert room.held.opened == []
    room.dialogs.agrees = True
    room.section.open_buttons[0].click()
    assert room.held.opened == [Path("backups/rondo-a")]


def test_a_second_place_is_chosen_used_at_once_and_forgotten(room: Room) -> None:
    room.dialogs.file = STICK
    room.section.choose_button.click()
    assert room.settings.second_place == str(STICK / "Rondo backups")
    assert len(room.stick.held) == 1
    assert str(STICK) in room.section.place.text()
    assert "in the second place" in room.texts()
    room.section.forget_button.click()
    assert room.settings.second_place == ""
    assert room.settings.earlier_places == (str(STICK / "Rondo backups"),)
    assert "else delete them yourself" in room.section.said.text()
    assert len(room.stick.held) == 1


def test_a_stick_that_is_not_plugged_in_is_said_so(room: Room) -> None:
    room.settings = Settings(second_place=str(STICK))
    room.stick.present = False
    room.link.show()
    assert "not plugged in" in room.section.place.text()


def test_a_place_that_refuses_changes_nothing(room: Room) -> None:
    room.dialogs.file = STICK
    room.refusal = PermissionError(13, "Permission denied")
    room.section.choose_button.click()
    assert room.settings == Settings()
    assert "Permission denied" in room.section.said.text()


def test_what_is_being_read_is_given_up_when_nobody_looks(room: Room) -> None:
    for number in range(3):
        room.own.put(f"rondo-{number}", number + 1, room.clock.now_ms() - number * HOUR)
    room.own.after_reading = room.section.hide
    room.link.show()
    assert len(room.own.read) == 1
    room.own.after_reading = None
    room.section.show()
    room.link.show()
    assert len(room.section.open_buttons) == 3


def test_nothing_is_read_any_more_when_the_profile_is_left(room: Room) -> None:
    room.own.put("rondo-a", 5, room.clock.now_ms())
    room.keeper.stop()
    room.link.show()
    assert room.own.read == []


def test_every_control_says_what_it_is(room: Room) -> None:
    room.section.back_up_button.click()
    [button] = room.section.open_buttons
    assert button.accessibleName().startswith("Open the backup: ")
    assert "28 students" in button.accessibleDescription()


def test_a_file_of_the_teachers_own_is_asked_for_in_the_same_box(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.section.save_file_wanted):
        room.section.save_button.click()
    with qtbot.waitSignal(room.section.open_file_wanted):
        room.section.open_button.click()


def test_where_nothing_is_backed_up_by_itself_there_is_only_the_file(
    qtbot: QtBot, theme: Theme
) -> None:
    section = BackupsSection(theme, by_itself=False)
    qtbot.addWidget(section)
    section.show()
    assert section.save_button.isVisible()
    assert section.open_button.isVisible()
    assert not section.back_up_button.isVisible()
    assert "Second place" not in [text.text() for text in section.findChildren(Text)]
