"""Screens that are plugged in and out by a test."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from ui.board.screens import ScreenFacts

LAPTOP = ScreenFacts("eDP-1", "", 0, 0, 1366, 768)
BEAMER = ScreenFacts("HDMI-1", "A17", 1366, 0, 1920, 1080)
PANEL = ScreenFacts("DP-2", "B2", 3286, 0, 3840, 2160)
MIRROR = ScreenFacts("HDMI-1", "A17", 0, 0, 1366, 768)


class FakeScreens:
    """Those of one computer; its teacher sits at the laptop."""

    def __init__(self, *screens: ScreenFacts) -> None:
        self.there = list(screens)
        self.console = LAPTOP
        self.shown: list[ScreenFacts] = []
        self.sent: list[ScreenFacts] = []
        self.lit = False
        self._told: list[Callable[[], None]] = []

    def all(self) -> Sequence[ScreenFacts]:
        return self.there

    def teachers(self) -> ScreenFacts | None:
        return self.console

    def watch(self, told: Callable[[], None]) -> None:
        self._told.append(told)

    def show(self, window: QWidget, screen: ScreenFacts) -> None:
        self.shown.append(screen)
        window.setGeometry(screen.x, screen.y, screen.width, screen.height)
        window.show()

    def hide(self, window: QWidget) -> None:
        window.hide()

    def send_teachers(self, screen: ScreenFacts) -> None:
        self.sent.append(screen)
        self.stand_on(screen)

    def stay_lit(self, lit: bool) -> None:
        self.lit = lit

    def forget(self) -> None:
        """Whoever watched is gone."""
        self._told.clear()

    def stand_on(self, screen: ScreenFacts) -> None:
        """The teacher's window is on another screen now."""
        self.console = screen
        self.become(*self.there)

    def become(self, *screens: ScreenFacts) -> None:
        """Other screens, as the computer would say it."""
        self.there = list(screens)
        for told in self._told:
            told()
