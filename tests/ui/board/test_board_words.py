"""What the board says."""

import re
from dataclasses import replace

import pytest

from app.domain.board.scene import BoardClock, BoardScene, Phase
from ui.board.languages import ENGLISH, LANGUAGES, RIGHT_TO_LEFT, plural, sentences
from ui.board.words import BoardWords

WORDS = BoardWords()
ARABIC = BoardWords("ar")


def clock(phase: Phase = "round", **how: int) -> BoardClock:
    return replace(BoardClock(phase, 2, 4, 521_000, 720_000), **how)


@pytest.mark.parametrize(
    ("phase", "title"),
    [
        ("ready", "Find your name."),
        ("round", "Round 2 of 4"),
        ("transition", "Find your name. Move now."),
        ("finished", "Well done."),
        ("none", "No lesson now."),
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
    assert ARABIC.round(clock()) == "الجولة ٢ من ٤"
    assert ARABIC.short_round(clock()) == "الجولة ٢"


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything_with_its_numbers(language: str) -> None:
    said = sentences(language)
    assert ENGLISH.keys() - said.keys() <= {"minutes_one"}
    holes = {"round_of": "{rounds}{round}", "round": "{round}", "first": "{round}"}
    for name, wanted in (holes | {"minutes": "{count}"}).items():
        assert "".join(sorted(re.findall(r"\{\w+\}", said[name]))) == wanted
    assert language in {"en", "fr"} or "minutes" not in said["minutes"]
    assert language == "en" or said["move"] != ENGLISH["move"]


@pytest.mark.parametrize(
    ("language", "ms", "said"),
    [
        ("", 60_000, "1 minute"),
        ("", 720_000, "12 minutes"),
        ("fr", 0, "0 minute"),
        ("es", 60_000, "1 minuto"),
        ("ar", 120_000, "دقيقتان"),
        ("ar", 300_000, "٥ دقائق"),
        ("ar", 720_000, "١٢ دقيقة"),
        ("sw", 720_000, "Dakika 12"),
        ("zh", 720_000, "12分钟"),
    ],
)
def test_minutes_have_the_plural_and_the_digits_of_the_language(
    language: str, ms: int, said: str
) -> None:
    assert BoardWords(language).minutes(ms) == said


def test_plural_forms_are_those_of_cldr() -> None:
    assert [plural("ar", n) for n in (1, 2, 3, 10, 11, 100, 103)] == [
        "one", "two", "few", "few", "other", "other", "few"
    ]  # fmt: skip
    assert [plural("pt", n) for n in (0, 1, 2)] == ["one", "one", "other"]
    assert [plural("en", n) for n in (0, 1, 2)] == ["other", "one", "other"]


def test_only_languages_written_from_the_right_are_mirrored() -> None:
    assert {code for code in LANGUAGES if BoardWords(code).mirrored} == RIGHT_TO_LEFT == {"ar"}


def test_a_language_the_board_does_not_speak_is_english() -> None:
    assert BoardWords("xx").round(clock()) == "Round 2 of 4"


def test_before_the_start_the_board_says_what_comes_first(scene: BoardScene) -> None:
    ready = replace(scene, clock=BoardClock("ready", 1, 4, 720_000, 720_000))
    assert WORDS.subtitle(ready) == "First: Round 1 of 4 · 12 minutes · Maths · Fractions"
    assert BoardWords(calm=True).subtitle(ready) == "First: Round 1 of 4 · Maths · Fractions"
    assert WORDS.subtitle(scene) == "Maths · Fractions"


def test_the_calm_clock_says_when_it_is_nearly_time() -> None:
    calm = BoardWords(calm=True)
    assert calm.state(clock(remaining_ms=61_000)) is None
    assert calm.state(clock(remaining_ms=60_000)) == ("timer", "Nearly time")
    assert calm.state(clock(remaining_ms=5, over=True)) == ("timer", "Time is up")
    assert WORDS.state(clock(remaining_ms=60_000)) is None
    short = replace(clock("transition", remaining_ms=31_000), total_ms=120_000)
    assert calm.state(short) is None
    assert calm.state(replace(short, remaining_ms=30_000)) == ("timer", "Nearly time")


def test_without_a_lesson_the_board_tells_nobody_to_tidy_up() -> None:
    assert WORDS.goodbye(BoardScene(clock("none"))) == ""
    assert WORDS.goodbye(BoardScene(clock("finished"))) == "Tidy up your table."
