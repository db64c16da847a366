"""Joins the board with the lesson: its window, its keys, and the switch on the live page."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from app.domain.board.scene import BoardClock, BoardScene
from ui.board.controller import BoardController
from ui.board.look import BoardLook
from ui.board.screens import Screens
from ui.board.window import BoardWindow
from ui.desk.pages import Errands
from ui.lesson.board_keys import CoverKeys
from ui.lesson.board_talk import BoardTalk
from ui.live.page import LivePage

LOOK_MS = 300


class BoardLink(QObject):
    """The board of one desk. It is made after the first picture, or when it is switched on."""

    def __init__(
        self,
        desk: Errands,
        screens: Screens,
        look: BoardLook,
        page: LivePage,
        talk: BoardTalk,
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._screens = screens
        self._page = page
        self._talk = talk
        self.window = BoardWindow(look)
        # Not with the drop itself: what is said of a picture can wait until it is painted.
        self._look_again = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._look_again.timeout.connect(self.judge)
        self.window.fitted.connect(self._look_again.start)
        remembered = desk.settings.board_screen
        self.controller = BoardController(self.window, screens, remembered, self)
        self._waited = False
        self._connect()
        page.console.fold(self.controller.public)
        self._tell()

    def show_scene(self, scene: BoardScene) -> None:
        """Show another picture."""
        self.controller.show_scene(scene)

    def show_clock(self, clock: BoardClock) -> None:
        """Show another time."""
        self.controller.show_clock(clock)

    def set_on(self, on: bool) -> None:
        """Open the board: on the projector, or here when this is the only screen."""
        if on and len(self._screens.all()) == 1:
            self.controller.show_here()
        else:
            self.controller.set_on(on)

    def _connect(self) -> None:
        control, window, page = self.controller, self.window, self._page
        control.status_changed.connect(lambda _: self._follow())
        control.on_changed.connect(lambda _: self._tell())
        control.screen_chosen.connect(self._remember)
        control.public_changed.connect(page.console.fold)
        keys = CoverKeys(page.top_bar.buttons, control.panic, self._swap, self)
        window.key_pressed.connect(keys.press)
        window.key_released.connect(keys.release)
        window.touched_black.connect(control.panic)

    def _swap(self) -> None:
        self.controller.swap()

    def judge(self) -> None:
        """Say beside the miniature when the last row cannot read what is shown now."""
        shown = self.window.layout_shown if self.controller.open else None
        self._page.set_far(self._talk.hint(shown))

    def _follow(self) -> None:
        self._tell()
        if self.controller.public:
            self._desk.class_looks.emit()
        self._page.say(self.controller.status)
        if self.controller.waiting:
            self._desk.say(self._where())
        elif self._waited and self.controller.open:
            self._desk.done(self.tr("The board is back."))
        self._waited = self.controller.waiting

    def _tell(self) -> None:
        self._look_again.start()
        self._page.set_board(self.controller.on, self.controller.status)
        self._page.top_bar.board.set_hint(self._where())

    def _where(self) -> str:
        """The status in a whole sentence, where there is more to say."""
        if self.controller.waiting:
            return self.tr(
                "Projector not found. The board is ready and will open when you plug it in."
            )
        return self.controller.status

    def _remember(self, identities: str) -> None:
        self._desk.choose(replace(self._desk.settings, board_screen=identities))
