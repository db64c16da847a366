"""Settings survive a restart, a damaged file and a stranger's hand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import NotSaved
from app.settings import Settings
from data.settings_file import SettingsFile

CHOSEN = Settings(
    scheme="dark",
    board_scheme="dark",
    board_pictures=True,
    board_view="room",
    board_clock="calm",
    board_far=True,
    seat_metres=9,
    image_cm=150,
    text_scale=1.3,
    reduced_motion=True,
    last_class=4711,
    last_page="progress",
    board_screen="HDMI-1 «Épson»",
    window=(-10, 20, 1366, 768),
    maximised=True,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_what_was_chosen_comes_back(file: Path) -> None:
    SettingsFile(file).save(CHOSEN)
    assert SettingsFile(file).load() == CHOSEN


def test_before_the_first_time_there_are_defaults(file: Path) -> None:
    assert SettingsFile(file).load() == Settings()


def test_saving_leaves_nothing_but_the_file(file: Path) -> None:
    SettingsFile(file).save(Settings())
    SettingsFile(file).save(CHOSEN)
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"dark"', "\x00\xff", "[" * 99_999])
def test_a_damaged_file_gives_defaults(file: Path, text: str) -> None:
    file.write_bytes(text.encode("latin-1"))
    assert SettingsFile(file).load() == Settings()


@pytest.mark.parametrize(
    "text",
    [
        '{"scheme": "mauve"}',
        '{"scheme": 3}',
        '{"text_scale": 40}',
        '{"text_scale": NaN}',
        '{"text_scale": true}',
        '{"reduced_motion": "yes"}',
        '{"last_class": "4B"}',
        '{"window": [1, 2, 3]}',
        '{"window": [1, 2, 3, "4"]}',
        '{"unheard_of": 1}',
    ],
)
def test_what_makes_no_sense_is_left_at_its_default(file: Path, text: str) -> None:
    file.write_text(text)
    assert SettingsFile(file).load() == Settings()


def test_one_bad_value_does_not_cost_the_others(file: Path) -> None:
    file.write_text('{"scheme": "mauve", "text_scale": 2, "last_class": 5}')
    assert SettingsFile(file).load() == Settings(text_scale=2.0, last_class=5)


def test_a_folder_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(NotSaved):
        SettingsFile(tmp_path / "nowhere" / "settings.json").save(CHOSEN)


@given(
    st.builds(
        Settings,
        scheme=st.sampled_from(["system", "light", "dark"]),
        text_scale=st.sampled_from([1.0, 1.15, 2.0]),
        last_class=st.integers(0, 2**63 - 1),
        board_screen=st.text(st.characters(codec="utf-8")),
        window=st.sampled_from([(), (0, 0, 800, 600)]),
    )
)
def test_any_settings_come_back(tmp_path_factory: pytest.TempPathFactory, kept: Settings) -> None:
    file = tmp_path_factory.mktemp("profile") / "settings.json"
    SettingsFile(file).save(kept)
    assert SettingsFile(file).load() == kept
