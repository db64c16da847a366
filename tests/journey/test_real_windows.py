"""The real app in a real X server, with a real pointer and a real keyboard."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journey.real_app import RealApp, real_app
from tests.journey.x_server import LAPTOP, PROJECTOR, must_have, x_server

pytestmark = pytest.mark.real_windows


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A laptop and a projector."""
    must_have()
    with x_server(tmp_path_factory.mktemp("x") / "server.log") as environment:
        yield environment


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


@pytest.fixture(scope="module")
def demo(screens: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealApp]:
    """The demo class in round 2, on both screens; each test has its own students."""
    folder = tmp_path_factory.mktemp("demo")
    with real_app(screens, folder / "app.log", "--demo", "--profile", str(folder)) as app:
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
    demo.drag(("card", "Ben"), ("card", "Grace"))
    demo.wait_for_place("Ben", "Problem solving")
    demo.wait_for_place("Grace", "Fraction games")


def test_cards_picked_with_ctrl_are_dragged_together(demo: RealApp) -> None:
    before = demo.console()
    demo.click("card", "Hana")
    demo.click("card", "Isla", held="ctrl")
    demo.drag(("card", "Hana"), ("foot", "Choice & create"))
    demo.wait_for_place("Isla", "Choice & create")
    places = demo.wait_for_place("Hana", "Choice & create")
    assert demo.board()["places"] == places
    demo.keys("ctrl+z")
    demo.until("console", lambda places: places == before)


def test_a_box_around_cards_and_a_number_move_them(demo: RealApp) -> None:
    before = demo.console()
    demo.drag(("foot", "Choice & create"), ("card", "Kofi"))
    demo.keys("m", "1")
    places = demo.wait_for_place("Kofi", "Teacher table")
    assert len(places["Teacher table"]) > len(before["Teacher table"]) + 1
    demo.keys("ctrl+z")
    demo.until("console", lambda places: places == before)


def test_a_whole_station_is_dragged_by_its_head(demo: RealApp) -> None:
    before = demo.console()
    demo.drag(("button", "Choice & create"), ("foot", "Tablets"))
    demo.until("console", lambda places: places["Choice & create"] == [])
    demo.keys("ctrl+z")
    demo.until("console", lambda places: places == before)


def test_a_click_on_a_card_and_on_a_level_saves_what_was_seen(demo: RealApp) -> None:
    demo.click("card", "Nikolai")
    demo.click("button", "4 Extending")
    demo.until("level", lambda level: level == 4, "Nikolai")
    demo.wait_to_read("Nikolai: Extending, Compare fractions")


def test_keys_lift_and_drop_give_levels_and_take_back(demo: RealApp) -> None:
    demo.click("card", "Maya P.")
    demo.keys("3")
    demo.until("level", lambda level: level == 3, "Maya P.")
    demo.keys("m", "1")
    demo.wait_for_place("Maya P.", "Teacher table")
    demo.keys("ctrl+z")
    demo.wait_for_place("Maya P.", "Fraction games")
    demo.keys("ctrl+shift+z")
    demo.wait_for_place("Maya P.", "Teacher table")
    demo.keys("m", "Right", "Right", "Return")
    demo.wait_for_place("Maya P.", "Tablets")


def test_keys_work_at_once_after_a_menu(demo: RealApp) -> None:
    demo.click("card", "Anneliese-Marie", button=3)
    demo.click("line", "Absent")
    demo.wait_for_place("Anneliese-Marie", "")
    assert demo.board()["places"] == demo.console()
    demo.keys("ctrl+z")
    demo.wait_for_place("Anneliese-Marie", "Fraction games")
    demo.keys("space")
    demo.wait_to_read("Resume", "buttons")
    demo.keys("space")
    demo.wait_to_read("Pause", "buttons")


def test_the_capture_line_takes_what_is_typed(demo: RealApp) -> None:
    demo.keys("slash")
    demo.type("eli 3 equ explains own strategy")
    demo.keys("Return")
    demo.until("level", lambda level: level == 3, "Elif")


# Another program of the same user, which pastes.
PASTES = """
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
clipboard = app.clipboard()
print([clipboard.text(mode) for mode in (clipboard.Mode.Clipboard, clipboard.Mode.Selection)])
"""


def test_what_was_copied_in_rondo_is_gone_for_every_program_when_it_is_locked(
    screens: dict[str, str], tmp_path: Path
) -> None:
    def pasted() -> str:
        paste = [sys.executable, "-c", PASTES]
        done = subprocess.run(paste, env=screens, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    with real_app(screens, tmp_path / "app.log", "--demo", "--profile", str(tmp_path)) as app:
        app.wait_for_lesson()
        app.keys("slash")
        app.type("maya sentinel71")
        app.keys("ctrl+a", "ctrl+c")
        assert "sentinel71" in pasted()
        app.keys("ctrl+l")
        app.wait_to_read("Back to the class", "buttons")
        assert pasted() == "['', '']"
