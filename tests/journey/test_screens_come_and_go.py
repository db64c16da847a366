"""Real screens that come, go and change places, and what opens where."""

from collections.abc import Callable, Iterator

import pytest

from tests.journey.real_app import RealApp, real_app
from tests.journey.x_server import LAPTOP, PROJECTOR, must_have, plug, unplug, x_server

pytestmark = pytest.mark.real_windows

OTHER_SIZE = (LAPTOP[2], 0, 1024, 768)


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A laptop, and a projector that the system believes to be the main screen."""
    must_have()
    log = tmp_path_factory.mktemp("x") / "server.log"
    with x_server(log, laptop="eDP-1", main="projector") as environment:
        yield environment


@pytest.fixture(scope="module")
def demo(screens: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealApp]:
    """The demo class in round 2; the pointer was left on the projector."""
    folder = tmp_path_factory.mktemp("demo")
    with real_app(screens, folder / "app.log", "--demo", "--profile", str(folder)) as app:
        app.do("mousemove", LAPTOP[2] + 300, 300)
        app.wait_for_lesson()
        yield app


def within(rect: list[int], screen: tuple[int, int, int, int]) -> bool:
    x, y, wide, high = rect
    left, top, width, height = screen
    return left <= x and top <= y and x + wide <= left + width and y + high <= top + height


def test_the_teachers_window_opens_on_the_laptop_though_the_projector_is_the_main_screen(
    demo: RealApp,
) -> None:
    assert within(demo.ask("window"), LAPTOP)
    assert demo.board()["rect"] == list(PROJECTOR)


def from_a_card(demo: RealApp) -> None:
    demo.click("card", "Leila")
    leave_for_the_projector(demo)
    demo.keys("shift+F10")


def from_more(demo: RealApp) -> None:
    demo.click("button", "More for this lesson")


def time_lost(demo: RealApp) -> None:
    from_more(demo)
    leave_for_the_projector(demo)
    demo.click("line", "We lost time…")


def away(demo: RealApp) -> None:
    from_a_card(demo)
    demo.click("line", "Away until…")


def file_dialog(demo: RealApp) -> None:
    demo.click("button", "Class")
    demo.click("button", "Import a class list")
    demo.click("button", "Choose a file")


def tip(demo: RealApp) -> None:
    x, y, wide, high = demo.until("button", lambda rect: rect[2] > 0, "Board")
    demo.do("mousemove", x + wide - 2, y + high - 2)


def leave_for_the_projector(demo: RealApp) -> None:
    demo.do("mousemove", LAPTOP[2] + 300, 300)


def close_all(demo: RealApp) -> None:
    """Esc, as often as it takes: a dialog that just opened may not have the keyboard yet."""

    def gone(popups: list[object]) -> bool:
        if popups:
            demo.keys("Escape")
        return popups == []

    demo.until("popups", gone)


@pytest.mark.parametrize("open_it", [from_a_card, from_more, time_lost, away, tip, file_dialog])
def test_what_opens_opens_on_the_teachers_screen(
    demo: RealApp, open_it: Callable[[RealApp], None]
) -> None:
    open_it(demo)
    popups = demo.until("popups", lambda found: len(found) > 0)
    try:
        assert [popup for popup in popups if not within(popup["rect"], LAPTOP)] == []
    finally:
        leave_for_the_projector(demo)
        close_all(demo)


def test_unplugged_it_is_gone_and_plugged_in_at_another_size_it_fills_that(
    demo: RealApp, screens: dict[str, str]
) -> None:
    place = demo.ask("window")
    unplug(screens)
    demo.until("board", lambda board: not board["visible"])
    plug(screens, place=OTHER_SIZE)
    board = demo.until("board", lambda board: board["visible"])
    demo.until("board", lambda board: board["rect"] == list(OTHER_SIZE))
    assert not board["active"]
    assert demo.ask("window") == place
    unplug(screens)
    plug(screens)
    demo.until("board", lambda board: board["rect"] == list(PROJECTOR))


def test_f12_makes_the_projector_black_and_back(demo: RealApp) -> None:
    demo.until("black", lambda black: not black, "projector")
    demo.keys("F12")
    demo.until("black", lambda black: black, "projector")
    demo.keys("F12")
    demo.until("black", lambda black: not black, "projector")


def test_f9_swaps_the_screens_and_swaps_them_back(demo: RealApp) -> None:
    demo.keys("F9")
    demo.until("board", lambda board: board["rect"] == list(LAPTOP))
    demo.until("window", lambda rect: within(rect, PROJECTOR))
    demo.keys("F9")
    demo.until("board", lambda board: board["rect"] == list(PROJECTOR))
    demo.until("window", lambda rect: within(rect, LAPTOP))
