"""What the board says."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale

from app.domain.board.scene import BoardClock, BoardScene, Phase
from ui.board.words import BoardWords

WORDS = BoardWords(QLocale.c())
ARABIC = BoardWords(QLocale("ar_EG"))


def clock(phase: Phase = "round", **how: int) -> BoardClock:
    return replace(BoardClock(phase, 2, 4, 521_000, 720_000), **how)


@pytest.mark.parametrize(
    ("phase", "title"),
    [
        ("ready", "Find your name."),
        ("round", "Round 2 of 4"),
        ("transition", "Find your name. Move now."),
        ("finished", "Well done."),
    ],
)
def test_each_phase_has_its_title(phase: Phase, title: str) -> None:
    assert WORDS.title(BoardScene(clock(phase))) == title


def test_a_title_of_the_scene_comes_first() -> None:
    assert WORDS.title(BoardScene(clock(), title="الجولة ٢")) == "الجولة ٢"


@pytest.mark.parametrize(
    ("left", "shown"),
    [(521_000, "8:41"), (520_001, "8:41"), (520_000, "8:40"), (1, "0:01"), (0, "0:00")],
)
def test_a_second_shows_until_it_is_used_up(left: int, shown: str) -> None:
    assert WORDS.time(clock(remaining_ms=left)) == shown


def test_time_over_counts_up_from_nothing() -> None:
    assert WORDS.time(clock(remaining_ms=999, over=True)) == "+0:00"
    assert WORDS.time(clock(remaining_ms=61_000, over=True)) == "+1:01"


def test_an_hour_and_more_stays_in_minutes() -> None:
    assert WORDS.time(clock(remaining_ms=5_400_000)) == "90:00"


def test_digits_are_those_of_the_language() -> None:
    assert ARABIC.time(clock()) == "٨:٤١"
    assert ARABIC.round(clock()) == "Round ٢ of ٤"
    assert ARABIC.short_round(clock()) == "Round ٢"


def test_a_transition_says_what_to_do_and_ends_with_the_round_to_come() -> None:
    steps = WORDS.steps(clock("transition"))
    assert [text for _, text in steps] == ["Tidy up", "Walk", "Sit down", "Round 2 of 4"]


def test_only_a_clock_that_stands_or_is_over_has_a_state() -> None:
    assert WORDS.state(clock()) is None
    assert WORDS.state(clock(paused=True)) == ("pause", "Paused")
    assert WORDS.state(clock(over=True)) == ("timer", "Time is up")
    assert WORDS.state(clock("finished", over=True)) is None


def test_a_screen_reader_hears_what_is_on_the_board(scene: BoardScene) -> None:
    lines = WORDS.spoken(scene).splitlines()
    assert lines[:2] == ["Round 2 of 4", "Maths · Fractions"]
    assert lines[2] == "Teacher table: Amara, Daniyar, Fatima, Maya L., Yusuf"
    assert lines[-1] == scene.message
