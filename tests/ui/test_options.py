"""What the command was asked for."""

import tomllib
from pathlib import Path

import pytest

from ui.options import VERSION, Options, has_display, read_options

ROOT = Path(__file__).resolve().parents[2]


def test_nothing_asked_is_the_teachers_own_class() -> None:
    assert read_options([]) == Options()


def test_a_throw_away_demo_in_a_folder() -> None:
    asked = read_options(["--demo", "--profile", "here", "--board"])
    assert asked == Options(profile=Path("here"), demo=True, board=True)


def test_a_word_that_is_no_option_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        read_options(["--fly"])
    assert stop.value.code == 2
    assert "--fly" in capsys.readouterr().err


def test_the_version_is_the_one_of_the_project(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        read_options(["--version"])
    assert stop.value.code == 0
    assert VERSION in capsys.readouterr().out
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == VERSION


@pytest.mark.parametrize(
    ("platform", "environment", "there"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_display_is_looked_for_where_it_can_be_missing(
    platform: str, environment: dict[str, str], there: bool
) -> None:
    assert has_display(platform, environment) is there
