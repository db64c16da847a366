"""Sound and warnings: chosen, listened to, and said plainly when nothing can be heard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.settings import Settings
from tests.fakes import FakeDialogs, FakeTasks, SlowTasks
from tests.fakes.speaker import FakeSpeaker
from ui.settings.sound_link import SoundLink
from ui.sound.player import Player


class SoundDesk:
    """What the section needs of a desk."""

    def __init__(self, theme, file=None, speaker=None):
        self.theme, self.tasks = theme, FakeTasks()
        self.settings = Settings(last_class=7)
        self.dialogs = FakeDialogs(file)
        self.speaker = speaker or FakeSpeaker()
        self.sound = self
        self.player = Player(self.tasks, lambda: self.speaker)

    def choose(self, settings):
        self.settings = settings


@pytest.fixture
def desk(theme):
    return SoundDesk(theme)


def shown(qtbot, desk):
    link = SoundLink(desk)
    link.changed.connect(desk.choose)
    qtbot.addWidget(link.section)
    link.section.resize(760, 500)
    link.section.show()
    return link.section


@pytest.mark.parametrize(
    ("control", "key", "change"),
    [("chime", "wood", {"chime": "wood"}), ("volume", 100, {"volume": 100})],
)
def test_chime_and_volume_are_chosen_and_all_else_stays(qtbot, desk, control, key, change):
    section = shown(qtbot, desk)
    getattr(section, control).segment(key).click()
    assert desk.settings == replace(Settings(last_class=7), **change)


@pytest.mark.parametrize(("control", "field"), [("sound", "sound"), ("five", "five_minutes")])
def test_sound_and_the_early_warning_are_switched(qtbot, desk, control, field):
    section = shown(qtbot, desk)
    before = getattr(desk.settings, field)
    qtbot.mouseClick(getattr(section, control), Qt.MouseButton.LeftButton)
    assert getattr(desk.settings, field) is not before


def test_what_was_changed_elsewhere_meanwhile_is_kept(qtbot, desk):
    section = shown(qtbot, desk)
    desk.settings = replace(desk.settings, scheme="dark")
    section.chime.segment("wood").click()
    assert (desk.settings.scheme, desk.settings.chime) == ("dark", "wood")


def test_the_chime_can_be_listened_to(qtbot, desk):
    section = shown(qtbot, desk)
    section.volume.segment(20).click()
    section.listen_button.click()
    assert desk.speaker.played == [("bell-over.wav", 20)]
    desk.player.stop()


def test_a_file_of_one_s_own_is_heard_at_once_and_can_be_forgotten(qtbot, theme, tmp_path):
    song = tmp_path / "our song.mp3"
    song.write_bytes(b"la")
    desk = SoundDesk(theme, song)
    section = shown(qtbot, desk)
    section.choose_button.click()
    assert desk.settings.own_sound == str(song)
    assert section.file.text() == "our song.mp3"
    qtbot.waitUntil(lambda: desk.speaker.played == [("our song.mp3", 60)])
    section.forget_button.click()
    assert desk.settings.own_sound == ""
    assert section.forget_button.isHidden()
    desk.player.stop()


def test_a_file_that_is_gone_is_said_to_be(qtbot, desk, tmp_path):
    desk.settings = replace(desk.settings, own_sound=str(tmp_path / "song.mp3"))
    section = shown(qtbot, desk)
    assert section.file.text() == "song.mp3 is not there any more; the chime is heard."


def test_nothing_waits_for_a_folder_that_is_slow_to_answer(qtbot, desk, tmp_path):
    desk.tasks = SlowTasks()
    desk.settings = replace(desk.settings, own_sound=str(tmp_path / "song.mp3"))
    section = shown(qtbot, desk)
    assert section.file.text() == "song.mp3"
    desk.settings = replace(desk.settings, own_sound=str(tmp_path / "other.mp3"))
    section.show_settings(desk.settings)
    desk.tasks.go_on()
    assert section.file.text() == "other.mp3"


def test_without_a_device_the_teacher_is_told_what_still_works(qtbot, theme):
    section = shown(qtbot, SoundDesk(theme, speaker=FakeSpeaker("device")))
    section.listen_button.click()
    assert section.said.text().startswith("This computer plays no sound just now.")
    assert section.said.isVisible()
    section.chime.segment("wood").click()
    assert section.said.isHidden()


def test_where_nothing_can_be_heard_at_all_listening_is_not_offered(qtbot, desk):
    desk.sound = None
    section = shown(qtbot, desk)
    assert not section.listen_button.isEnabled()
