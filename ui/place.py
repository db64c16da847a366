"""Where the teacher's window stands and what it shows, from one day to the next."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from app.settings import FIRST_PAGES, Settings
from ui.screen_names import SURE, is_built_in, known_again, read_traits, traits_of

TITLE_PX = 32
"""Above a window is its title, by which it is taken hold of."""
WALL_MM = 1000
"""No screen on a desk is as wide as this."""


def show_in_place(window: QWidget, settings: Settings) -> None:
    """Where it was, on the screen it was on; else it fills the teacher's screen."""
    screens = window.screen().virtualSiblings()
    screen = _own_screen(screens, settings) or _teachers(screens, window.screen(), settings)
    window.setScreen(screen)
    window.setGeometry(_place(screen, settings))
    if settings.maximised or not settings.window:
        window.showMaximized()
    else:
        window.show()


def show_small(window: QWidget, settings: Settings) -> None:
    """A window of its own size, such as a message, in the middle of the teacher's screen."""
    screens = window.screen().virtualSiblings()
    screen = _own_screen(screens, settings) or _teachers(screens, window.screen(), settings)
    room = screen.availableGeometry()
    if not window.testAttribute(Qt.WidgetAttribute.WA_Resized):
        window.adjustSize()
    place = QRect(QPoint(0, 0), window.size().boundedTo(room.size()))
    place.moveCenter(room.center())
    window.setScreen(screen)
    window.setGeometry(place)
    window.show()


def moved_to(place: QRect, old: QRect, new: QRect) -> QRect:
    """A window's place on another screen: as far from its corner, as large, and all of it there."""
    room = new.adjusted(0, TITLE_PX, 0, 0)
    size = place.size().boundedTo(room.size())
    corner = place.topLeft() - old.topLeft() + new.topLeft()
    left = max(room.left(), min(corner.x(), room.left() + room.width() - size.width()))
    top = max(room.top(), min(corner.y(), room.top() + room.height() - size.height()))
    return QRect(QPoint(left, top), size)


def with_place(window: QWidget, page: str, settings: Settings) -> Settings:
    """The settings with where the window stands now, and its page."""
    place, screen = window.normalGeometry(), traits_of(window.screen()).text
    where = (place.x(), place.y(), place.width(), place.height())
    shown = page if page in FIRST_PAGES else FIRST_PAGES[0]
    return replace(
        settings,
        window=where,
        window_screen=screen,
        maximised=window.isMaximized(),
        last_page=shown,
    )


def _place(screen: QScreen, settings: Settings) -> QRect:
    """Where it was on that screen, or all of it. A bit more than fits is no reason to shrink."""
    available = screen.availableGeometry()
    if not settings.window:
        return available
    wanted, was = QRect(*settings.window), read_traits(settings.window_screen)
    if was is None and available.contains(wanted.center()):
        return wanted
    corner = QPoint(was.x, was.y) if was else wanted.topLeft()
    return moved_to(wanted, QRect(corner, wanted.size()), screen.availableGeometry())


def _own_screen(screens: Sequence[QScreen], settings: Settings) -> QScreen | None:
    """The screen the window was on, if it is there and nobody has made it the projector."""
    if settings.window_screen:
        at = known_again(_names(screens), settings.window_screen, SURE)
        return None if at is None else screens[at]
    if not settings.window:
        return None
    middle = QRect(*settings.window).center()
    return next((s for s in screens if s.availableGeometry().contains(middle)), None)


def _teachers(screens: Sequence[QScreen], main: QScreen, settings: Settings) -> QScreen:
    """The laptop's own screen where its name tells: the main one may be what the class sees."""
    boards = {known_again(_names(screens), b) for b in settings.board_screen.split("\n") if b}

    def likely(at: int) -> tuple[bool, bool, bool, bool]:
        screen = screens[at]
        on_desk = 0 < screen.physicalSize().width() < WALL_MM
        return (
            at not in boards,
            is_built_in(screen.name()),
            on_desk,
            screen is main,
        )

    return screens[max(range(len(screens)), key=likely)]


def _names(screens: Sequence[QScreen]) -> list[str]:
    return [traits_of(screen).text for screen in screens]
