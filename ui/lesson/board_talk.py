"""What the teacher hears of the board and says on it: the message, and who can read the names."""

from collections.abc import Callable

from app.domain.board.legible import Advice, Sight, advise, seen
from app.domain.board.scene import BoardScene
from app.domain.live import LiveScene
from app.services.lessons import LessonService
from app.settings import Settings
from ui.board.bodies import Bodies
from ui.board.layout import BoardLayout, lay_out
from ui.board.look import BoardLook
from ui.board.sight import sight_of
from ui.live.board_box import BoardBox
from ui.live.board_words import help_lines, hint, sight_line
from ui.live.page import LivePage
from ui.theme import Theme

PICTURE = (1920, 1080)
"""What is assumed of a projector that is not there; all sizes are shares of the picture."""


class BoardTalk:
    """Speaks of the board on the live page. Made when the board is first shown or asked about."""

    def __init__(
        self,
        theme: Theme,
        look: BoardLook,
        page: LivePage,
        lessons: LessonService,
        settings: Callable[[], Settings],
    ) -> None:
        self._theme = theme
        self._look = look
        self._page = page
        self._lessons = lessons
        self._settings = settings
        self._bodies = Bodies(look.lettering)
        self.box: BoardBox | None = None

    def hint(self, layout: BoardLayout | None) -> str:
        """A few words when the last row cannot read all names that are shown."""
        sight = sight_of(self._settings())
        if sight is None or layout is None:
            return ""
        scene = layout.scene
        _, unread = seen(scene.stations, layout.fit, sight, self._bodies.of)
        return hint(len(unread), _count(scene)) if unread else ""

    def open(self, scene: LiveScene, shown: BoardScene, layout: BoardLayout | None) -> None:
        """Ask for the message, and say what the last row can read."""
        settings = self._settings()
        sight, advice = sight_of(settings), self._advice(shown, layout)
        box = BoardBox(
            self._theme,
            scene.lesson.message,
            sight_line(advice, sight, _count(shown)),
            help_lines(advice, sight, settings.board_far),
            self._page.window(),
        )
        box.said.connect(lambda text: self._lessons.say(scene.lesson.id, text))
        box.finished.connect(box.deleteLater)
        self.box = box
        box.open()

    def _advice(self, shown: BoardScene, layout: BoardLayout | None) -> Advice:
        known = layout or lay_out(self._look, shown, *PICTURE)
        sight = sight_of(self._settings()) or Sight(0.0, self._settings().image_cm / 100)
        return advise(shown.stations, known.fit, self._look.lettering, sight, self._bodies.of)


def _count(scene: BoardScene) -> int:
    return sum(len(station.names) for station in scene.stations)
