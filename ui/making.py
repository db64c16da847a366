"""Makes desks, with the screens and dialogs of a real computer where no others are given."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from app.ports import Speaker
from app.settings import SettingsKeeper
from ui.bootstrap import OpenProfile, Profile, settings_keeper
from ui.desk.desk import Desk
from ui.dialogs import Dialogs
from ui.tasks import Tasks
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.board.screens import Screens


class Maker:
    """`make_screens` and `make_dialogs` are given the window they are for.

    Without `make_speaker` nothing is heard; what a sound says is always seen.
    """

    def __init__(
        self,
        app: QApplication,
        theme: Theme,
        make_screens: "Callable[[QWidget], Screens] | None",
        make_dialogs: Callable[[QWidget], Dialogs] | None,
    ) -> None:
        self._theme = theme
        self._make_screens = make_screens or partial(_qt_screens, app)
        self.dialogs = make_dialogs or _qt_dialogs
        self.make_speaker: Callable[[], Speaker] | None = None

    def desk(self, opened: OpenProfile, tasks: Tasks) -> Desk:
        """The desk of the teacher's own class."""
        keeper = settings_keeper(opened.profile)
        if opened.reading is not None:
            from ui.opening.reading import HeldSettings  # not for the start

            keeper = HeldSettings(keeper)
        return self._desk(opened, tasks, keeper, is_demo=False)

    def scratch_desk(self, opened: OpenProfile, tasks: Tasks, own: Profile) -> Desk:
        """One that is only to be tried. It looks as the teacher's own does."""
        keeper = settings_keeper(opened.profile)
        chosen = settings_keeper(own).load()
        # What is about the teacher's own backups is not about those of a class to be tried.
        look = replace(chosen, second_place="", earlier_places=(), restored="", before_restore="")
        keeper.save(replace(look, last_class=0, last_page="live", window=()))
        return self._desk(opened, tasks, keeper, is_demo=True)

    def _desk(
        self, opened: OpenProfile, tasks: Tasks, keeper: SettingsKeeper, is_demo: bool
    ) -> Desk:
        screens, dialogs = self._make_screens, self.dialogs
        desk = Desk(opened, self._theme, tasks, keeper, screens, is_demo, dialogs)
        desk.watch.make_speaker = self.make_speaker
        return desk


def _qt_screens(app: QApplication, window: QWidget) -> "Screens":
    from ui.board.screens import QtScreens  # not for the start

    return QtScreens(app, window)


def _qt_dialogs(window: QWidget) -> Dialogs:
    from ui.qt_dialogs import QtDialogs  # not for the start: it brings asyncio, 25 ms

    return QtDialogs(window)
