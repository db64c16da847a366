"""The real app in a real X server, with a real pointer and a real keyboard."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journey.kept import kept_places, kept_sentences
from tests.journey.real_app import RealApp, real_app
from tests.journey.x_server import LAPTOP, PROJECTOR, must_have, x_server
from ui.bootstrap import build_demo, profile_at
from ui.clock import SystemClock

pytestmark = pytest.mark.real_windows


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A laptop and a projector."""
    must_have()
    with x_server(tmp_path_factory.mktemp("x") / "server.log") as environment:
        yield environment


@pytest.fixture
def demo(screens: dict[str, str], tmp_path: Path) -> Iterator[RealApp]:
    """The demo class in round 2, on both screens."""
    with real_app(screens, tmp_path / "app.log", "--demo", "--profile", str(tmp_path)) as app:
        app.wait_for_lesson()
        yield app


def test_the_board_fills_the_projector_and_nothing_else(demo: RealApp) -> None:
    board = demo.board()
    assert board["rect"] == list(PROJECTOR)
    assert board["title"] == "Rondo board"
    assert board["places"] == demo.console()
    assert demo.ask("screens") == [["laptop", list(LAPTOP)], ["projector", list(PROJECTOR)]]


def test_a_card_dragged_by_the_pointer_moves_on_both_screens(demo: RealApp) -> None:
    before = demo.ask("pixels", "projector")
    demo.drag(("card", "Leila"), ("foot", "Tablets"))
    places = demo.wait_for_place("Leila", "Tablets")
    assert demo.board()["places"] == places
    demo.until("pixels", lambda pixels: pixels != before, "projector")


def test_a_card_dropped_on_another_swaps_the_two(demo: RealApp) -> None:
    demo.drag(("card", "Leila"), ("card", "Grace"))
    demo.wait_for_place("Leila", "Problem solving")
    demo.wait_for_place("Grace", "Fraction games")


def test_a_click_on_a_card_and_on_a_level_saves_what_was_seen(demo: RealApp) -> None:
    demo.click("card", "Leila")
    demo.click("button", "4 Extending")
    demo.until("level", lambda level: level == 4, "Leila")
    demo.wait_to_read("Leila: Extending, Compare fractions")


def test_keys_lift_and_drop_give_levels_and_take_back(demo: RealApp) -> None:
    demo.click("card", "Leila")
    demo.keys("3")
    demo.until("level", lambda level: level == 3, "Leila")
    demo.keys("m", "1")
    demo.wait_for_place("Leila", "Teacher table")
    demo.keys("ctrl+z")
    demo.wait_for_place("Leila", "Fraction games")
    demo.keys("ctrl+shift+z")
    demo.wait_for_place("Leila", "Teacher table")
    demo.keys("m", "Right", "Right", "Return")
    demo.wait_for_place("Leila", "Tablets")


def test_keys_work_at_once_after_a_menu(demo: RealApp) -> None:
    demo.click("card", "Leila", button=3)
    demo.click("line", "Absent")
    demo.wait_for_place("Leila", "")
    assert demo.board()["places"] == demo.console()
    demo.keys("ctrl+z")
    demo.wait_for_place("Leila", "Fraction games")
    demo.keys("space")
    demo.wait_to_read("Resume", "buttons")


def test_the_capture_line_takes_what_is_typed(demo: RealApp) -> None:
    demo.keys("slash")
    demo.type("lei 3 com explains own strategy")
    demo.keys("Return")
    demo.until("level", lambda level: level == 3, "Leila")


def test_with_one_screen_the_board_covers_it_until_escape(tmp_path: Path) -> None:
    must_have()
    with (
        x_server(tmp_path / "server.log", projector=False) as environment,
        real_app(environment, tmp_path / "app.log", "--demo", "--profile", str(tmp_path)) as app,
    ):
        app.until("console", lambda places: len(places) == 5)
        assert app.board()["visible"] is False
        app.keys("b")
        board = app.until("board", lambda board: board["visible"] and board["active"])
        assert board["rect"] == list(LAPTOP)
        app.keys("Escape")
        app.until("board", lambda board: not board["visible"])
        app.keys("space")
        app.wait_to_read("Resume", "buttons")


def test_a_first_start_by_hand_leads_to_a_lesson_and_closing_leaves_nothing(
    screens: dict[str, str], tmp_path: Path
) -> None:
    with real_app(screens, tmp_path / "app.log", "--temporary") as app:
        app.click("area", "Class list, one name on each line")
        for name in ("Amara Okafor", "Ben Whitaker", "Chidi Nwosu", "Leila Haddad"):
            app.type(name)
            app.keys("Return")
        app.click("button", "Check the list")
        for button in ("Add 4 students", "Done", "Plan a lesson", "Use this plan", "Start"):
            app.click("button", button)
        app.wait_to_read("Pause", "buttons")
        assert sorted(name for who in app.console().values() for name in who) == [
            "Amara",
            "Ben",
            "Chidi",
            "Leila",
        ]
        app.keys("alt+F4")
        assert app.ended() == 0


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
