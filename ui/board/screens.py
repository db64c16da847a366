"""The screens of this computer, and putting windows on them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ui.board.filling import Filling, fill
from ui.place import moved_to
from ui.screen_names import Traits, traits_of

if TYPE_CHECKING:
    from ui.waking.holding import Waking

_FULL = Qt.WindowState.WindowFullScreen


@dataclass(frozen=True, slots=True)
class ScreenFacts:
    """A screen: what it says it is, where it is on the desktop in px, px of it to a px of Qt."""

    name: str
    serial: str
    x: int
    y: int
    width: int
    height: int
    maker: str = ""
    model: str = ""
    scale: float = 1.0

    @property
    def identity(self) -> str:
        """What it is known by the next time it is plugged in, at whatever size."""
        return Traits(self.name, self.maker, self.model, self.serial, self.x, self.y).text

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
        """Fill a screen with a window, and keep it there."""
        ...

    def hide(self, window: QWidget) -> None:
        """Take such a window off its screen."""
        ...

    def send_teachers(self, screen: ScreenFacts) -> None:
        """Bring the teacher's window to a screen, as large there as it was."""
        ...

    def stay_lit(self, lit: bool) -> None:
        """Let no screen go dark and the computer not sleep, or both again as they are wont to."""
        ...


class QtScreens(QObject):
    """The screens Qt knows; `console` is the teacher's window."""

    def __init__(self, app: QGuiApplication, console: QWidget) -> None:
        super().__init__(console)
        self._app = app
        self._console = console
        self._told: list[Callable[[], None]] = []
        self._waking: Waking | None = None
        self._filling = Filling(self)

    def all(self) -> Sequence[ScreenFacts]:
        """Every screen there is now."""
        return [_facts(screen) for screen in self._app.screens()]

    def teachers(self) -> ScreenFacts | None:
        """The screen the teacher's window is on."""
        return _facts(self._console.screen())

    def watch(self, told: Callable[[], None]) -> None:
        """Call `told` when screens come, go or change, or the teacher's window changes screen."""
        self._told.append(told)
        if len(self._told) > 1:
            return
        self._app.screenAdded.connect(self._came)
        self._app.screenRemoved.connect(self._tell)
        for screen in self._app.screens():
            self._follow(screen)
        self._console.winId()  # makes the native window, whose screen it is
        self._console.windowHandle().screenChanged.connect(self._tell)

    def show(self, window: QWidget, screen: ScreenFacts) -> None:
        """Fill a screen with a window."""
        found = self._find(screen)
        if found is not None:
            fill(window, found)
            self._filling.watch(window, found)

    def hide(self, window: QWidget) -> None:
        """Take such a window off its screen."""
        self._filling.forget()
        window.hide()

    def send_teachers(self, screen: ScreenFacts) -> None:
        """Bring the teacher's window to a screen, as large there as it was."""
        found, window = self._find(screen), self._console
        if found is None:
            return
        state, old = window.windowState(), window.screen()
        place = moved_to(window.normalGeometry(), old.geometry(), found.availableGeometry())
        window.setWindowState(Qt.WindowState.WindowNoState)  # a window that fills one stays there
        window.windowHandle().setScreen(found)
        window.setGeometry(place)
        window.setWindowState(state)

    def stay_lit(self, lit: bool) -> None:
        """Let no screen go dark and the computer not sleep, or both again as they are wont to."""
        if self._waking is None:
            from ui.waking.holding import Waking  # not for the start: only in a lesson

            self._waking = Waking()
        self._waking.set(lit)

    def _find(self, screen: ScreenFacts) -> QScreen | None:
        return next((s for s in self._app.screens() if _facts(s) == screen), None)

    def _came(self, screen: QScreen) -> None:
        self._follow(screen)
        self._tell()

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._tell)
        screen.logicalDotsPerInchChanged.connect(self._tell)

    def _tell(self, *_what: object) -> None:
        for told in self._told:
            told()
        self._bring_back()

    def _bring_back(self) -> None:
        """A window that stands where no screen is any more comes to one that is there."""
        window = self._console
        middle = window.geometry().center()
        lost = not any(screen.geometry().contains(middle) for screen in self._app.screens())
        filling = window.windowState() & (Qt.WindowState.WindowMaximized | _FULL)
        if lost and window.isVisible() and not filling:
            room = window.screen().availableGeometry()
            window.setGeometry(moved_to(window.geometry(), window.geometry(), room))


def _facts(screen: QScreen) -> ScreenFacts:
    place, said = screen.geometry(), traits_of(screen)
    return ScreenFacts(
        name=said.name,
        serial=said.serial,
        x=place.x(),
        y=place.y(),
        width=place.width(),
        height=place.height(),
        maker=said.maker,
        model=said.model,
        scale=screen.devicePixelRatio(),
    )
