"""What hosts are given, or hand on: screens and dialogs of a real computer, work on files."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from app.ports import Clock
from ui.bootstrap import Key, Profile, restore_backup
from ui.dialogs import Dialogs

if TYPE_CHECKING:
    from ui.board.screens import Screens


def qt_screens(app: QApplication, window: QWidget) -> "Screens":
    from ui.board.screens import QtScreens  # not for the start

    return QtScreens(app, window)


def qt_dialogs(window: QWidget) -> Dialogs:
    from ui.qt_dialogs import QtDialogs  # not for the start: it brings asyncio, 25 ms

    return QtDialogs(window)


def restored(profile: Profile, clock: Clock, source: Path, key: Key | None) -> Key | None:
    """Take a backup for a profile that is not open; its key is given back."""
    restore_backup(profile, clock, source, key)
    return key
