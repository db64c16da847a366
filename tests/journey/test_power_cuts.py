"""The power goes while a teacher works: what was on the screen is there again."""

import random
from pathlib import Path

import pytest

from tests.journey.kept import kept_places, kept_sentences
from tests.journey.real_app import real_app
from ui.bootstrap import build_demo, profile_at
from ui.clock import SystemClock

pytestmark = pytest.mark.real_windows

KILLS = 10
STREAM = ["m", "1", "3", "m", "2", "1", "m", "3", "4", "m", "4", "2", "m", "5", "3"] * 40


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """The demo class as a teacher's own."""
    build_demo(profile_at(tmp_path / "profile"), SystemClock())
    return tmp_path / "profile"


def test_what_was_on_the_screen_when_it_was_killed_is_there_again(
    screens: dict[str, str], tmp_path: Path, profile: Path
) -> None:
    """Moves and levels stream in from the keyboard; the power goes at any moment, ten times."""
    chance = random.Random(7)
    confirmed = 0
    for _kill in range(KILLS):
        before = kept_places(profile)
        with real_app(screens, tmp_path / "app.log", "--profile", str(profile)) as app:
            assert app.wait_for_lesson() == before
            app.ask("watch")
            app.click("card", "Leila")
            stream = app.begin("key", "--delay", chance.randrange(20, 40), *STREAM)
            for _line in range(chance.randrange(1, 15)):
                app.hear(lambda said: bool(said.get("toast")))
            told = app.kill()
            stream.kill()
            stream.wait()
        confirmed += every_told_step_is_kept(profile, told)
    assert confirmed > KILLS


def every_told_step_is_kept(profile: Path, told: list[dict[str, object]]) -> int:
    """Each sentence that stood on the screen is a step of the journal, in the same order."""
    said = [line["toast"] for line in told if line["toast"]]
    steps = iter(kept_sentences(profile))
    lost = [words for words in said if words not in steps]
    assert lost == []
    last = told[-1]
    if last["toast"] == kept_sentences(profile)[-1]:
        assert last["places"] == kept_places(profile)
    return len(said)
