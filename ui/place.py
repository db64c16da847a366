"""Where the teacher's window stands and what it shows, from one day to the next."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from app.settings import FIRST_PAGES, Settings

BUILT_IN = ("eDP", "LVDS", "DSI", "Built-in")
"""How Linux and macOS call the screen that is part of a laptop."""


def show_in_place(window: QWidget, settings: Settings) -> None:
    """Where it was, if there is a screen there still; else it fills the teacher's screen."""
    wanted = QRect(*settings.window) if settings.window else None
    screens = window.screen().virtualSiblings()
    if wanted and any(s.availableGeometry().contains(wanted.center()) for s in screens):
        window.setGeometry(wanted)
    else:
        screen = _teachers(screens, window.screen())
        window.setScreen(screen)
        window.setGeometry(screen.availableGeometry())
    if settings.maximised or not settings.window:
        window.showMaximized()
    else:
        window.show()


def _teachers(screens: Sequence[QScreen], main: QScreen) -> QScreen:
    """The laptop's own screen where its name tells: the main one may be what the class sees."""
    return next((screen for screen in screens if screen.name().startswith(BUILT_IN)), main)


def with_place(window: QWidget, page: str, settings: Settings) -> Settings:
    """The settings with where the window stands now, and its page."""
    place = window.normalGeometry()
    where = (place.x(), place.y(), place.width(), place.height())
    shown = page if page in FIRST_PAGES else FIRST_PAGES[0]
    return replace(settings, window=where, maximised=window.isMaximized(), last_page=shown)
