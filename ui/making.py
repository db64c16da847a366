"""What hosts are given, or hand on: screens and dialogs of a real computer, work on files."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from app.ports import Clock
from ui.bootstrap import (
    Key,
    OpenProfile,
    Profile,
    Surroundings,
    backups_of,
    settings_keeper,
)
from ui.desk import Desk
from ui.dialogs import Dialogs

if TYPE_CHECKING:
    from ui.board.screens import Screens
    from ui.opening.entrance import Wish


def qt_screens(app: QApplication, window: QWidget) -> "Screens":
    from ui.board.screens import QtScreens  # not for the start

    return QtScreens(app, window)


def qt_dialogs(window: QWidget) -> Dialogs:
    from ui.qt_dialogs import QtDialogs  # not for the start: it brings asyncio, 25 ms

    return QtDialogs(window)


def restored(profile: Profile, clock: Clock, source: Path, key: Key | None) -> Key | None:
    """Take a backup for a profile that is not open; its key is given back.

    What was there first is remembered until the teacher says that the backup is the right one.
    """
    kept = backups_of(profile.made(), clock, key).restore(source)
    keeper = settings_keeper(profile)
    before = keeper.load()
    if str(source) == before.before_restore:
        keeper.save(replace(before, restored="", before_restore=""))
    else:
        first = before.before_restore or (str(kept) if kept.exists() else "")
        keeper.save(replace(before, restored=str(source), before_restore=first))
    return key


def tell_reading(
    desk: Desk, opened: OpenProfile, around: Surroundings, reopen: "Callable[[Wish], None]"
) -> None:
    """Say on the desk why nothing can be changed."""
    from ui.opening.reading import show_reading  # not for the start

    if opened.reading is not None:
        show_reading(desk, opened.reading, around.host, reopen)
