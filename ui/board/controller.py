"""The board's switch: on the projector if there is one, on the teacher's screen only if asked."""

from PySide6.QtCore import QObject, Signal

from app.domain.board.scene import BoardClock, BoardScene
from ui.board.screens import ScreenFacts, Screens, projector
from ui.board.window import BoardWindow


class BoardController(QObject):
    """Opens, closes and blanks the board, and says in words where it is.

    `status_changed` carries those words, `on_changed` the switch, `screen_chosen` the identity of
    the projector to remember for the next time.
    """

    status_changed = Signal(str)
    on_changed = Signal(bool)
    screen_chosen = Signal(str)

    def __init__(
        self,
        window: BoardWindow,
        screens: Screens,
        remembered: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._screens = screens
        self._remembered = remembered
        self._on = False
        self._here = False
        self._shown: ScreenFacts | None = None
        self._status = self._words()
        window.leave_wanted.connect(self._leave)
        window.closed.connect(self._switch_off)
        window.too_small_changed.connect(lambda _small: self._tell())
        screens.watch(self._settle)

    @property
    def on(self) -> bool:
        """Whether the board is switched on, shown or waiting for its projector."""
        return self._on

    @property
    def open(self) -> bool:
        """Whether the board can be seen."""
        return self._shown is not None

    @property
    def waiting(self) -> bool:
        """Whether it is switched on and there is no projector to show it on."""
        return self._on and self._shown is None

    @property
    def blank(self) -> bool:
        return self._window.blank

    @property
    def status(self) -> str:
        """Where the board is, for the teacher."""
        return self._status

    def show_scene(self, scene: BoardScene) -> None:
        """Show another picture, now or as soon as the board is open."""
        self._window.show_scene(scene)

    def show_clock(self, clock: BoardClock) -> None:
        """Show another time on the same picture."""
        self._window.show_clock(clock)

    def set_on(self, on: bool) -> None:
        """Open the board on the projector, or as soon as there is one; or close it."""
        self._switch(on, here=False)

    def show_here(self) -> None:
        """Cover the teacher's own screen with the board until Esc or B, or a projector comes."""
        self._switch(on=True, here=True)

    def set_blank(self, blank: bool) -> None:
        """Black at once, or the board again."""
        self._window.set_blank(blank)
        self._tell()

    def _switch(self, on: bool, here: bool) -> None:
        before, self._on, self._here = self._on, on, here
        self._settle()
        if before != on:
            self.on_changed.emit(on)

    def _leave(self) -> None:
        if self._here:
            self._switch_off()

    def _switch_off(self) -> None:
        self.set_on(False)

    def _settle(self) -> None:
        """Bring the window to where it belongs now."""
        wanted = self._wanted()
        if wanted != self._shown:
            self._shown = wanted
            self._move(wanted)
        self._tell()

    def _wanted(self) -> ScreenFacts | None:
        if not self._on:
            return None
        teachers = self._screens.teachers()
        found = projector(self._screens.all(), teachers, self._remembered)
        if found is not None:
            self._here = False
        return found or (teachers if self._here else None)

    def _move(self, screen: ScreenFacts | None) -> None:
        self._window.hide()
        if screen is None:
            return
        self._window.set_keyboard(self._here)
        self._screens.show(self._window, screen)
        if not self._here and screen.identity != self._remembered:
            self._remembered = screen.identity
            self.screen_chosen.emit(screen.identity)

    def _tell(self) -> None:
        words = self._words()
        if words != self._status:
            self._status = words
            self.status_changed.emit(words)

    def _words(self) -> str:
        if not self._on:
            return self.tr("Off")
        if self._shown is None:
            return self.tr("No projector")
        if self._window.blank:
            return self.tr("Black")
        if self._here:
            return self.tr("On this screen until Esc or B")
        if self._window.too_small:
            return self.tr("On projector · names are small")
        return self.tr("On projector")
