"""A projector that comes and goes, for measurements."""

from collections.abc import Callable, Sequence
from itertools import cycle

from PySide6.QtWidgets import QWidget

from ui.board.screens import ScreenFacts

LAPTOP = ScreenFacts("eDP-1", "", 0, 0, 1920, 1080)
PROJECTORS = (
    ScreenFacts("HDMI-1", "A17", 1920, 0, 1920, 1080),
    ScreenFacts("HDMI-1", "A17", 1920, 0, 1024, 768),
    ScreenFacts("DP-2", "B2", 1920, 0, 1280, 720),
)


class Cables:
    """The board is really shown and taken away; only that there are such screens is pretended."""

    def __init__(self) -> None:
        self._others = cycle(PROJECTORS)
        self._there = [LAPTOP, next(self._others)]
        self._told: list[Callable[[], None]] = []

    def all(self) -> Sequence[ScreenFacts]:
        """Every screen there is now."""
        return self._there

    def teachers(self) -> ScreenFacts | None:
        """Her laptop."""
        return LAPTOP

    def watch(self, told: Callable[[], None]) -> None:
        """Call `told` when the projector comes or goes."""
        self._told.append(told)

    def show(self, window: QWidget, screen: ScreenFacts) -> None:
        """As large as that screen."""
        window.setGeometry(screen.x, screen.y, screen.width, screen.height)
        window.show()

    def hide(self, window: QWidget) -> None:
        """Take such a window off its screen."""
        window.hide()

    def send_teachers(self, screen: ScreenFacts) -> None:
        """There is no other screen for her."""

    def stay_lit(self, lit: bool) -> None:
        """Nothing goes dark here."""

    def change(self) -> None:
        """The projector is pulled out, or another one plugged in."""
        self._there = [LAPTOP] if len(self._there) > 1 else [LAPTOP, next(self._others)]
        for told in self._told:
            told()
