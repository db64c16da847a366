"""Where the teacher's window stands and what it shows, from one day to the next."""

from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from app.settings import FIRST_PAGES, Settings


def show_in_place(window: QWidget, settings: Settings) -> None:
    """Where it was, if there is a screen there still; else it fills the teacher's screen."""
    wanted = QRect(*settings.window) if settings.window else QRect()
    screens = window.screen().virtualSiblings()
    if any(screen.availableGeometry().contains(wanted.center()) for screen in screens):
        window.setGeometry(wanted)
    else:
        window.setGeometry(window.screen().availableGeometry())
    if settings.maximised or not settings.window:
        window.showMaximized()
    else:
        window.show()


def with_place(window: QWidget, page: str, settings: Settings) -> Settings:
    """The settings with where the window stands now, and its page."""
    place = window.normalGeometry()
    where = (place.x(), place.y(), place.width(), place.height())
    shown = page if page in FIRST_PAGES else FIRST_PAGES[0]
    return replace(settings, window=where, maximised=window.isMaximized(), last_page=shown)
