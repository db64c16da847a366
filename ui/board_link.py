"""Joins the board with the lesson: its window, and the switch on the live page."""

from dataclasses import replace

from PySide6.QtCore import QObject

from app.domain.board.scene import BoardClock, BoardScene
from ui.board.controller import BoardController
from ui.board.look import BoardLook
from ui.board.screens import Screens
from ui.board.window import BoardWindow
from ui.live.page import LivePage
from ui.pages import Errands


class BoardLink(QObject):
    """The board of one desk. It is made after the first picture, or when it is switched on."""

    def __init__(self, desk: Errands, screens: Screens, look: BoardLook, page: LivePage) -> None:
        super().__init__(page)
        self._desk = desk
        self._screens = screens
        self._page = page
        self.window = BoardWindow(look)
        remembered = desk.settings.board_screen
        self.controller = BoardController(self.window, screens, remembered, self)
        self.controller.status_changed.connect(lambda _: self._follow())
        self.controller.on_changed.connect(lambda _: self._tell())
        self.controller.screen_chosen.connect(self._remember)
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

    def _follow(self) -> None:
        self._tell()
        self._page.say(self.controller.status)
        if self.controller.waiting:
            self._desk.say(
                self.tr(
                    "Projector not found. The board is ready and will open when you plug it in."
                )
            )

    def _tell(self) -> None:
        self._page.set_board(self.controller.on, self.controller.status)

    def _remember(self, identity: str) -> None:
        self._desk.choose(replace(self._desk.settings, board_screen=identity))
