"""Where the teacher's window stands, from one day to the next."""

from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from app.settings import Settings


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


def with_place(window: QWidget, settings: Settings) -> Settings:
    """The settings with where the window stands now."""
    place = window.normalGeometry()
    where = (place.x(), place.y(), place.width(), place.height())
    return replace(settings, window=where, maximised=window.isMaximized())
