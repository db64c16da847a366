"""The desk of an open profile in front of a laptop that is not there."""

from pytestqt.qtbot import QtBot

from tests.fakes import FakeDialogs, FakeTasks
from tests.fakes.screens import LAPTOP, FakeScreens
from ui.bootstrap import OpenProfile, settings_keeper
from ui.desk.desk import Desk
from ui.theme import Theme


def desk_of(opened: OpenProfile, theme: Theme, qtbot: QtBot, is_demo: bool = False) -> Desk:
    """A desk that is shown, with the settings that are kept; whoever asks for it stops it."""
    desk = Desk(
        opened,
        theme,
        FakeTasks(),
        settings_keeper(opened.profile),
        lambda _window: FakeScreens(LAPTOP),
        is_demo,
        lambda _window: FakeDialogs(),
    )
    qtbot.addWidget(desk.window)
    desk.show()
    return desk
