"""The class's side of a lesson: the board, its miniature, and the screens there are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.board.scene import BoardClock, BoardScene
from app.domain.ids import StudentId
from app.errors import ClassroomError
from app.settings import Settings
from ui.board.look import BoardLook
from ui.board.miniature import BoardMiniature
from ui.desk.pages import Errands
from ui.live.page import LivePage
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.board.screens import Screens
    from ui.lesson.board import BoardLink
    from ui.lesson.board_talk import BoardTalk
    from ui.waking.wakeful import Wakeful

NOTHING = BoardScene(BoardClock("none", 1, 1, 0, 1))
"""What the board shows while no lesson is open."""


class BoardSide(QObject):
    """Of one desk. The board itself is made when it is switched on, or a projector is there."""

    def __init__(self, desk: Errands, make_screens: "Callable[[], Screens]") -> None:
        super().__init__()
        self._desk = desk
        self._make_screens = make_screens
        self._known_screens: Screens | None = None
        self._board: BoardLink | None = None
        self._talk: BoardTalk | None = None
        self._photos: tuple[Sequence[StudentId], Mapping[StudentId, str]] | None = None
        self._page: LivePage | None = None
        self._shown = NOTHING
        self._wakeful: Wakeful | None = None
        self.theme = Theme()
        self._look = BoardLook(self.theme)
        self.dress(desk.settings)
        self.miniature = BoardMiniature(desk.theme, self._look)

    def join(self, page: LivePage) -> None:
        """The page that has the board's switch."""
        self._page = page
        page.top_bar.board.box_wanted.connect(self.open_box)

    @property
    def board(self) -> "BoardLink":
        """The board, made now if it was not yet."""
        if self._board is None:
            if self._page is None:
                raise RuntimeError("join comes first")
            from ui.lesson.board import BoardLink  # not for the start: 20 ms

            link = BoardLink(self._desk, self.screens, self._look, self._page, self.talk)
            self._board = link
            self._board.controller.blank_changed.connect(self._show_black)
            self._board.show_scene(self._shown)
        return self._board

    @property
    def talk(self) -> "BoardTalk":
        """What is heard of the board and said on it, made when it is first asked for."""
        if self._talk is None:
            if self._page is None:
                raise RuntimeError("join comes first")
            # Neither is for the start.
            from app.services.lessons import LessonService
            from ui.lesson.board_talk import BoardTalk

            room, desk = self._desk.room, self._desk
            lessons = LessonService(room)
            self._talk = BoardTalk(
                desk.theme, self._look, self._page, lessons, lambda: desk.settings
            )
        return self._talk

    def open_box(self) -> None:
        """Ask for the message on the board, and say what the last row can read."""
        scene = None if self._page is None else self._page.scene
        if scene is not None:
            layout = self._board.window.layout_shown if self._board else None
            self.talk.open(scene, self._shown, layout)

    @property
    def screens(self) -> "Screens":
        if self._known_screens is None:
            self._known_screens = self._make_screens()
        return self._known_screens

    def look_around(self) -> None:
        """After the first picture: from now on keys and cables may do something."""
        # Neither is for the start.
        from ui.lesson.board_keys import add_board_keys
        from ui.waking.wakeful import Wakeful

        if self._page is not None:
            add_board_keys(self._page.window(), self.panic, self.swap, self.another)
            self._page.handling.keys.black.connect(self.panic)
            buttons = self._page.top_bar.buttons
            buttons.black.connect(self.panic)
            buttons.swap.connect(self.swap)
            buttons.another.connect(self.another)
            buttons.has_third_screen = lambda: len(self.screens.all()) > 2
        self.screens.watch(self._screens_changed)
        self._use_what_is_there()
        self._wakeful = Wakeful(self._desk.room.clock, self._light)
        self._stay_awake()

    def use_projector(self) -> None:
        """While a lesson is open, show it to the class on a second screen, if there is one.

        Never on the teacher's own, nor on one that shows the same; without a second screen the
        board is not even made.
        """
        screens = self.screens.all()
        if self._page is None or self._page.scene is None or len(screens) < 2:
            return
        from ui.board.whereabouts import projector  # not for the start

        if projector(screens, self.screens.teachers(), self._desk.settings.board_screen):
            self.board.set_on(True)

    def panic(self) -> None:
        """Black at once, and back."""
        self.board.controller.panic()

    def swap(self) -> None:
        """Exchange the screens of the two windows."""
        if not self.board.controller.swap():
            self._desk.say(self.tr("There is only one screen, so nothing can be swapped."))

    def another(self) -> None:
        """The board goes to another screen."""
        if not self.board.controller.another():
            self._desk.say(self.tr("There is no third screen for the board to go to."))

    def close(self) -> None:
        """Take the board off its screen."""
        if self._board is not None:
            self._board.set_on(False)

    def dress(self, settings: Settings) -> None:
        """Take the board's own look and clock."""
        self._look.choose_clock(settings.board_clock == "calm")
        self._look.choose_view(settings.board_view == "room")
        self._look.choose_pictures(settings.board_pictures)
        if settings.board_far or self._look.sight is not None:
            from ui.board.sight import sight_of  # not for the start: hardly a class needs it

            self._look.choose_sight(sight_of(settings) if settings.board_far else None)
        if self._board is not None:
            self._board.judge()
        self.theme.choose(scheme=settings.board_scheme, reduced_motion=settings.reduced_motion)

    def show_scene(self, scene: BoardScene | None) -> None:
        """Show another picture; None when no lesson is open."""
        self._shown = scene or NOTHING
        self._look.speak(self._shown.language)
        if self._board is not None:
            self._board.show_scene(self._shown)
        self.miniature.show_scene(scene)
        self._stay_awake()

    def photos(self, students: Sequence[StudentId]) -> Mapping[StudentId, str]:
        """Those whom the class may see, while the board shows pictures; kept until one changes."""
        if not self._desk.settings.board_pictures:
            return {}
        if self._photos is None or self._photos[0] != students:
            from app.services.photos import PhotoService  # not for the start: few classes have any

            room = self._desk.room
            service = PhotoService(room)
            try:
                self._photos = (students, service.shown(students))
            except ClassroomError:  # the disk refuses: names are shown, photos when it answers
                return {}
        return self._photos[1]

    def forget_photos(self) -> None:
        """One of them was changed."""
        self._photos = None

    def show_clock(self, clock: BoardClock) -> None:
        """Show another time."""
        if self._board is not None:
            self._board.show_clock(clock)
        if self._shown is not NOTHING:
            self._shown = replace(self._shown, clock=clock)
            self.miniature.show_scene(self._shown)
            self._stay_awake()

    def stop(self) -> None:
        """Ask nothing of the computer any more."""
        if self._wakeful is not None:
            self._wakeful.stop()
            self._wakeful = None

    def _show_black(self, black: bool) -> None:
        self.miniature.set_blank(black)
        if self._page is not None:
            self._page.top_bar.buttons.board_is_black = black

    def _light(self, lit: bool) -> None:
        self.screens.stay_lit(lit)

    def _stay_awake(self) -> None:
        """Not before the first picture, which must not wait for the screens."""
        if self._wakeful is not None:
            self._wakeful.follow(self._shown.clock)

    def _screens_changed(self) -> None:
        """Until there is a board: a projector that is plugged in makes one."""
        if self._board is None:
            self._use_what_is_there()

    def _use_what_is_there(self) -> None:
        screens = self.screens.all()
        if self._page is not None and len(screens) > 1:
            from ui.board.whereabouts import is_mirrored  # not for the start

            self._page.console.fold(is_mirrored(screens, self.screens.teachers()))
            self.use_projector()
