"""The board's switch: on the projector if there is one, on the teacher's screen only if asked."""

from PySide6.QtCore import QObject, Signal

from app.domain.board.scene import BoardClock, BoardScene
from ui.board.screens import Screens
from ui.board.whereabouts import Place, Whereabouts, is_mirrored
from ui.board.window import BoardWindow


class BoardController(QObject):
    """Opens, closes, blanks and moves the board, and says in words where it is.

    `status_changed` carries those words, `on_changed` the switch, `screen_chosen` the projectors
    to remember for the next time, `public_changed` whether the class sees the teacher's screen.
    """

    status_changed = Signal(str)
    on_changed = Signal(bool)
    blank_changed = Signal(bool)
    screen_chosen = Signal(str)
    public_changed = Signal(bool)

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
        self._where = Whereabouts(remembered)
        self._remembered = remembered
        self._on = False
        self._asked = False
        self._shown = Place()
        self._public = False
        self._before_black: tuple[bool, bool] | None = None
        self._status = self._words()
        window.leave_wanted.connect(self.leave)
        window.closed.connect(self._switch_off)
        window.too_small_changed.connect(lambda _small: self._tell())
        screens.watch(self._settle)
        self._settle()

    @property
    def on(self) -> bool:
        """Whether the board is switched on, shown or waiting for its projector."""
        return self._on

    @property
    def open(self) -> bool:
        """Whether the board can be seen."""
        return self._shown.board is not None

    @property
    def waiting(self) -> bool:
        """Whether it is switched on and there is no projector to show it on."""
        return self._on and self._shown.board is None

    @property
    def covers(self) -> bool:
        """Whether it lies over the teacher's window."""
        return self._shown.covers

    @property
    def public(self) -> bool:
        """Whether the class may see the teacher's screen: it is mirrored, or the board was here."""
        return self._public

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
        """Open the board on the projector, or as soon as there is one; or close it.

        Where the projector shows what the teacher's screen shows, it covers that.
        """
        self._switch(on, asked=False)

    def show_here(self) -> None:
        """Cover the teacher's own screen with the board until Esc or B, or a projector comes."""
        self._switch(on=True, asked=True)

    def leave(self) -> None:
        """Give the teacher her screen back, if the board covers it."""
        if self._shown.covers:
            self._switch_off()

    def set_blank(self, blank: bool) -> None:
        """Black at once, or the board again."""
        if blank != self._window.blank:
            self._window.set_blank(blank)
            self.blank_changed.emit(blank)
        self._tell()

    def panic(self) -> None:
        """Black at once, also where no board was; once more, and all is as it was."""
        if self.blank:
            before, self._before_black = self._before_black, None
            self.set_blank(False)
            if before is not None:
                self._switch(*before)
            return
        self._before_black = None if self.open else (self._on, self._asked)
        self.set_blank(True)
        if not self.open:
            self._switch(on=True, asked=True)

    def swap(self) -> bool:
        """Exchange the screens of the two windows; False where there is only one screen."""
        goal = self._where.swap(self._screens.all(), self._screens.teachers())
        if goal is None:
            return False
        self._screens.hide(self._window)  # it comes back when the teacher's window has made room
        self._shown = Place()
        self._screens.send_teachers(goal)
        self._settle()
        return True

    def another(self) -> bool:
        """Show the board on another screen; False where there are not three."""
        goal = self._where.another(self._screens.all(), self._screens.teachers())
        if goal is not None:
            self._settle()
        return goal is not None

    def _switch(self, on: bool, asked: bool) -> None:
        before, self._on, self._asked = self._on, on, asked
        if not on:
            self._before_black = None
        self._settle()
        if not on:
            self.set_blank(False)
        if before != on:
            self.on_changed.emit(on)

    def _switch_off(self) -> None:
        self.set_on(False)

    def _settle(self) -> None:
        """Bring the windows to where they belong now."""
        screens, teachers = self._screens.all(), self._screens.teachers()
        place = self._where.settle(screens, teachers, self._on, self._asked)
        if (place.board, place.covers) != (self._shown.board, self._shown.covers):
            self._move(place)
        self._shown = place
        self._notice_public(is_mirrored(screens, teachers))
        self._remember()
        self._tell()
        if place.teachers is not None:
            self._screens.send_teachers(place.teachers)

    def _move(self, place: Place) -> None:
        self._screens.hide(self._window)
        if place.board is None:
            return
        if not place.covers:
            self._asked = False
        self._window.set_keyboard(place.covers)
        self._screens.show(self._window, place.board)

    def _notice_public(self, mirrored: bool) -> None:
        """Public from the time the board was here until there is a projector of its own."""
        apart = self._shown.board is not None and not self._shown.covers
        public = mirrored or self._shown.covers or (self._public and not apart)
        if public != self._public:
            self._public = public
            self.public_changed.emit(public)

    def _remember(self) -> None:
        if self._where.remembered != self._remembered:
            self._remembered = self._where.remembered
            self.screen_chosen.emit(self._remembered)

    def _tell(self) -> None:
        words = self._words()
        if words != self._status:
            self._status = words
            self.status_changed.emit(words)

    def _words(self) -> str:
        if not self._on:
            return self.tr("Off")
        if self._shown.board is None:
            return self.tr("No projector")
        if self._window.blank:
            return self.tr("Black until F12")
        if self._shown.covers:
            return self.tr("On this screen until Esc or B")
        if self._window.too_small:
            return self.tr("On projector · names are small")
        return self.tr("On projector")
