"""Which screen the board is on, whatever is plugged in or out."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.board.scene import BoardScene
from tests.fakes.screens import BEAMER, LAPTOP, MIRROR, PANEL, FakeScreens
from tests.ui.board.conftest import with_tiny_names
from ui.board.controller import BoardController
from ui.board.look import BoardLook
from ui.board.screens import QtScreens, ScreenFacts
from ui.board.whereabouts import projector
from ui.board.window import BoardWindow

NOT_FOUND = "No projector"


@pytest.fixture
def window(qtbot: QtBot, look: BoardLook, scene: BoardScene) -> BoardWindow:
    """A board with a lesson on it."""
    made = BoardWindow(look)
    qtbot.addWidget(made)
    made.show_scene(scene)
    return made


def test_the_projector_is_the_screen_the_teacher_is_not_on() -> None:
    assert projector([LAPTOP, BEAMER], LAPTOP, "") == BEAMER
    assert projector([LAPTOP, BEAMER], BEAMER, "") == LAPTOP


def test_of_several_it_is_the_one_of_last_time_else_the_largest() -> None:
    screens = [LAPTOP, BEAMER, PANEL]
    assert projector(screens, LAPTOP, BEAMER.identity) == BEAMER
    assert projector(screens, LAPTOP, "") == PANEL
    assert projector(screens, LAPTOP, "gone|1|800x600") == PANEL


def test_a_mirror_or_the_only_screen_is_no_projector() -> None:
    assert projector([LAPTOP], LAPTOP, "") is None
    assert projector([LAPTOP, MIRROR], LAPTOP, MIRROR.identity) is None
    assert projector([LAPTOP, BEAMER], None, "") is None


def test_switched_on_it_opens_on_the_projector_and_remembers_it(window: BoardWindow) -> None:
    screens = FakeScreens(LAPTOP, BEAMER)
    board = BoardController(window, screens)
    chosen: list[str] = []
    board.screen_chosen.connect(chosen.append)
    board.set_on(True)
    assert screens.shown == [BEAMER]
    assert window.isVisible()
    assert (board.status, chosen) == ("On projector", [BEAMER.identity])


def test_switched_off_it_closes(window: BoardWindow) -> None:
    board = BoardController(window, FakeScreens(LAPTOP, BEAMER))
    heard: list[bool] = []
    board.on_changed.connect(heard.append)
    board.set_on(True)
    board.set_on(False)
    assert not window.isVisible()
    assert (board.status, board.open, heard) == ("Off", False, [True, False])


def test_without_a_projector_it_waits_and_opens_when_one_comes(window: BoardWindow) -> None:
    screens = FakeScreens(LAPTOP)
    board = BoardController(window, screens)
    heard: list[str] = []
    board.status_changed.connect(heard.append)
    board.set_on(True)
    assert not window.isVisible()
    screens.become(LAPTOP, BEAMER)
    assert window.isVisible()
    assert heard == [NOT_FOUND, "On projector"]


def test_unplugged_it_hides_and_never_jumps_to_the_teacher(window: BoardWindow) -> None:
    screens = FakeScreens(LAPTOP, BEAMER)
    board = BoardController(window, screens)
    board.set_on(True)
    screens.become(LAPTOP)
    assert not window.isVisible()
    assert (board.on, board.open, board.status) == (True, False, NOT_FOUND)
    screens.become(LAPTOP, BEAMER)
    assert window.isVisible()
    assert screens.shown == [BEAMER, BEAMER]


def test_it_follows_a_change_of_resolution(window: BoardWindow) -> None:
    screens = FakeScreens(LAPTOP, BEAMER)
    board = BoardController(window, screens)
    board.set_on(True)
    smaller = ScreenFacts("HDMI-1", "A17", 1366, 0, 1024, 768)
    screens.become(LAPTOP, smaller)
    assert screens.shown[-1] == smaller
    assert board.open


def test_it_follows_a_change_of_scale(window: BoardWindow) -> None:
    screens = FakeScreens(LAPTOP, BEAMER)
    board = BoardController(window, screens)
    board.set_on(True)
    larger = replace(BEAMER, scale=1.5)
    screens.become(LAPTOP, larger)
    assert screens.shown == [BEAMER, larger]


def test_it_makes_way_when_the_teachers_window_comes_to_its_screen(window: BoardWindow) -> None:
    screens = FakeScreens(LAPTOP, BEAMER)
    board = BoardController(window, screens)
    board.set_on(True)
    screens.stand_on(BEAMER)
    assert screens.shown == [BEAMER, LAPTOP]


def test_the_teachers_window_thrown_on_its_screen_is_covered_until_it_can_go_home(
    window: BoardWindow,
) -> None:
    screens = FakeScreens(LAPTOP, BEAMER)
    board = BoardController(window, screens)
    board.set_on(True)
    screens.console = BEAMER
    screens.become(BEAMER)
    assert (screens.shown[-1], board.covers) == (BEAMER, True)
    assert window.isVisible()
    screens.become(LAPTOP, BEAMER)
    assert screens.sent == [LAPTOP]
    assert (screens.shown[-1], board.covers) == (BEAMER, False)
    assert board.status == "On projector"


def test_mirrored_while_it_is_on_it_covers_what_the_class_would_see(window: BoardWindow) -> None:
    screens = FakeScreens(LAPTOP, BEAMER)
    board = BoardController(window, screens)
    heard: list[bool] = []
    board.public_changed.connect(heard.append)
    board.set_on(True)
    screens.become(LAPTOP, MIRROR)
    assert (screens.shown[-1], board.covers, board.public) == (LAPTOP, True, True)
    board.leave()
    assert not window.isVisible()
    assert board.public
    screens.become(LAPTOP, BEAMER)
    assert heard == [True]
    board.set_on(True)
    assert heard == [True, False]


def test_after_it_covered_the_only_screen_the_class_still_sees_it(window: BoardWindow) -> None:
    board = BoardController(window, FakeScreens(LAPTOP))
    board.show_here()
    board.leave()
    assert (board.open, board.public) == (False, True)


def test_the_screens_to_remember_are_told_once(window: BoardWindow) -> None:
    screens = FakeScreens(LAPTOP, BEAMER)
    board = BoardController(window, screens)
    chosen: list[str] = []
    board.screen_chosen.connect(chosen.append)
    board.set_on(True)
    screens.become(LAPTOP)
    screens.become(LAPTOP, BEAMER)
    assert chosen == [BEAMER.identity]
    assert board.swap()
    assert chosen[-1].split("\n") == [LAPTOP.identity, BEAMER.identity]


def test_with_one_screen_it_covers_it_only_when_asked(window: BoardWindow) -> None:
    screens = FakeScreens(LAPTOP)
    board = BoardController(window, screens)
    board.show_here()
    assert screens.shown == [LAPTOP]
    assert board.status == "On this screen until Esc or B"
    assert not window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    window.leave_wanted.emit()
    assert not window.isVisible()
    assert not board.on


def test_a_projector_that_comes_takes_the_board_off_the_teachers_screen(
    window: BoardWindow,
) -> None:
    screens = FakeScreens(LAPTOP)
    board = BoardController(window, screens)
    board.show_here()
    screens.become(LAPTOP, BEAMER)
    assert screens.shown == [LAPTOP, BEAMER]
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    window.leave_wanted.emit()
    assert board.open


def test_closed_by_the_system_it_is_switched_off(window: BoardWindow) -> None:
    board = BoardController(window, FakeScreens(LAPTOP, BEAMER))
    board.set_on(True)
    window.close()
    assert not board.on
    board.set_on(True)
    assert window.isVisible()


def test_scenes_reach_the_window(window: BoardWindow, moving: BoardScene) -> None:
    board = BoardController(window, FakeScreens(LAPTOP, BEAMER))
    board.show_scene(moving)
    assert window.scene == moving
    board.show_clock(moving.clock)
    assert window.scene == moving


def test_qt_tells_the_screens_there_are(qapp: QApplication, qtbot: QtBot) -> None:
    console = QWidget()
    qtbot.addWidget(console)
    screens = QtScreens(qapp, console)
    place = qapp.primaryScreen().geometry()
    (only,) = screens.all()
    assert (only.width, only.height) == (place.width(), place.height())
    assert screens.teachers() == only
    told: list[bool] = []
    screens.watch(lambda: told.append(True))
    qapp.screenRemoved.emit(qapp.primaryScreen())
    assert told == [True]


def test_a_teachers_window_that_stands_on_no_screen_any_more_is_brought_back(
    qapp: QApplication, qtbot: QtBot
) -> None:
    console = QWidget()
    qtbot.addWidget(console)
    console.setGeometry(9000, 9000, 400, 300)
    console.show()
    screens = QtScreens(qapp, console)
    screens.watch(lambda: None)
    qapp.primaryScreen().geometryChanged.emit(qapp.primaryScreen().geometry())
    assert qapp.primaryScreen().geometry().contains(console.geometry())
    assert console.size().toTuple() == (400, 300)


def test_qt_fills_a_screen(qapp: QApplication, qtbot: QtBot, window: BoardWindow) -> None:
    console = QWidget()
    qtbot.addWidget(console)
    screens = QtScreens(qapp, console)
    (only,) = screens.all()
    screens.show(window, only)
    assert window.isFullScreen()
    assert (window.width(), window.height()) == (only.width, only.height)


def test_a_screen_that_is_gone_shows_nothing(
    qapp: QApplication, qtbot: QtBot, window: BoardWindow
) -> None:
    console = QWidget()
    qtbot.addWidget(console)
    QtScreens(qapp, console).show(window, BEAMER)
    assert not window.isVisible()


def test_the_teacher_is_told_when_names_on_the_projector_are_small(
    window: BoardWindow, scene: BoardScene, qtbot: QtBot
) -> None:
    board = BoardController(window, FakeScreens(LAPTOP, BEAMER))
    board.set_on(True)
    window.repaint()
    assert board.status == "On projector"
    with qtbot.waitSignal(board.status_changed) as told:
        board.show_scene(with_tiny_names(scene))
    assert told.args == ["On projector · names are small"]
    with qtbot.waitSignal(board.status_changed) as told:
        board.show_scene(scene)
    assert told.args == ["On projector"]
