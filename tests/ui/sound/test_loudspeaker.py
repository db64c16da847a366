"""The real loudspeaker, which here may have no device: then it says so, or plays to nobody."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import NoSound
from app.settings import CHIMES
from ui.sound.loudspeaker import Loudspeaker
from ui.tokens import RESOURCES

SOUNDS = sorted((RESOURCES / "sounds").glob("*.wav"))


@pytest.fixture
def speaker():
    speaker = Loudspeaker()
    yield speaker
    speaker.stop()


def test_every_chime_has_its_three_tunes():
    assert len(SOUNDS) == 3 * len(CHIMES)


@pytest.mark.parametrize("file", SOUNDS, ids=lambda file: file.stem)
def test_our_own_sounds_can_be_played_and_are_short(speaker, file):
    reasons, seconds = [], 1.0
    try:
        seconds = speaker.play(file, 1)
    except NoSound as error:
        reasons.append(error.reason)
    assert 0.3 < seconds < 2.5
    assert reasons in ([], ["device"])


def test_what_is_no_sound_is_refused(speaker, tmp_path):
    text = tmp_path / "list.wav"
    text.write_text("Amara\nBen\n")
    with pytest.raises(NoSound):
        speaker.play(text, 50)
    with pytest.raises(NoSound):
        speaker.play(tmp_path / "gone.wav", 50)


def test_to_be_silent_twice_is_no_harm(speaker):
    speaker.stop()
    speaker.stop()


def test_the_library_is_not_loaded_before_the_first_sound():
    root = Path(__file__).resolve().parents[3]
    look = (
        "import sys, ui.sound.sound, ui.sound.loudspeaker;"
        " print([m for m in sys.modules if 'playback' in m or 'cffi' in m])"
    )
    done = subprocess.run(
        [sys.executable, "-c", look], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
