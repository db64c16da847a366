"""Which screen is the projector, and putting the board there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class ScreenFacts:
    """A screen: what it is called, and where it is on the desktop in px."""

    name: str
    serial: str
    x: int
    y: int
    width: int
    height: int

    @property
    def identity(self) -> str:
        """What it is known by the next time it is plugged in."""
        return f"{self.name}|{self.serial}|{self.width}x{self.height}"

    def overlaps(self, other: "ScreenFacts") -> bool:
        """Whether both show some of the same desktop, as mirrored screens do."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


class Screens(Protocol):
    """The screens of this computer."""

    def all(self) -> Sequence[ScreenFacts]:
        """Every screen there is now."""
        ...

    def teachers(self) -> ScreenFacts | None:
        """The screen the teacher's window is on."""
        ...

    def watch(self, told: Callable[[], None]) -> None:
        """Call `told` when screens come, go or change, or the teacher's window changes screen."""
        ...

    def show(self, window: QWidget, screen: ScreenFacts) -> None:
        """Fill a screen with a window."""
        ...


def projector(
    screens: Sequence[ScreenFacts], teachers: ScreenFacts | None, remembered: str
) -> ScreenFacts | None:
    """The screen for the board: the remembered one, else the largest that is not the teacher's.

    None when there is no other screen; a mirror of the teacher's screen is not another one.
    """
    others = [s for s in screens if teachers is not None and not s.overlaps(teachers)]
    known = [s for s in others if s.identity == remembered]
    return max(known or others, key=lambda s: s.width * s.height, default=None)


class QtScreens(QObject):
    """The screens Qt knows; `console` is the teacher's window."""

    def __init__(self, app: QGuiApplication, console: QWidget) -> None:
        super().__init__(console)
        self._app = app
        self._console = console

    def all(self) -> Sequence[ScreenFacts]:
        """Every screen there is now."""
        return [_facts(screen) for screen in self._app.screens()]

    def teachers(self) -> ScreenFacts | None:
        """The screen the teacher's window is on."""
        return _facts(self._console.screen())

    def watch(self, told: Callable[[], None]) -> None:
        """Call `told` when screens come, go or change, or the teacher's window changes screen."""
        self._app.screenAdded.connect(lambda screen: self._came(screen, told))
        self._app.screenRemoved.connect(lambda _screen: told())
        for screen in self._app.screens():
            screen.geometryChanged.connect(lambda _rect: told())
        self._console.winId()  # makes the native window, whose screen it is
        self._console.windowHandle().screenChanged.connect(lambda _screen: told())

    def show(self, window: QWidget, screen: ScreenFacts) -> None:
        """Fill a screen with a window."""
        found = next((s for s in self._app.screens() if _facts(s) == screen), None)
        if found is None:
            return
        window.winId()
        window.windowHandle().setScreen(found)
        window.setGeometry(found.geometry())
        # Not showFullScreen(), which would also take the keyboard from the teacher.
        window.setWindowState(Qt.WindowState.WindowFullScreen)
        window.show()

    def _came(self, screen: QScreen, told: Callable[[], None]) -> None:
        screen.geometryChanged.connect(lambda _rect: told())
        told()


def _facts(screen: QScreen) -> ScreenFacts:
    place = screen.geometry()
    return ScreenFacts(
        name=screen.name(),
        serial=screen.serialNumber(),
        x=place.x(),
        y=place.y(),
        width=place.width(),
        height=place.height(),
    )
