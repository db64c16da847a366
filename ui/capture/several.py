"""The part of the observe panel about several students: one level for each of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import StudentId
from app.domain.live import LiveScene
from app.domain.skills import LEVELS
from app.errors import ClassroomError
from app.services.observe import ObserveService
from ui.capture.level_grid import LevelGrid
from ui.capture.words import counted, tr
from ui.theme import Theme
from ui.widgets.announce import Announcer
from ui.widgets.text import Text

MOST = 8


class SeveralParts(QWidget):
    """Who they are, and the level buttons. `saved` gives the last of the new observations."""

    saved = Signal(object)

    def __init__(
        self, theme: Theme, observe: ObserveService, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._observe = observe
        self._scene: LiveScene | None = None
        self._students: tuple[StudentId, ...] = ()
        self._say = Announcer(self)
        self.title = Text(theme, role="title")
        self.names = Text(theme, role="small", colour="text2")
        self.levels = LevelGrid(theme)
        self.levels.show_levels(LEVELS)
        self.about = Text(
            theme, tr("Each on the skill of their own station."), role="small", colour="text2"
        )
        self.problem = Text(theme, role="small", colour="danger")
        self._column = QVBoxLayout(self)
        for widget in (self.title, self.names, self.levels, self.about, self.problem):
            self._column.addWidget(widget)
        for text in (self.title, self.names, self.about, self.problem):
            text.setWordWrap(True)
        self.levels.pressed.connect(self.give_level)
        theme.changed.connect(self._space)
        self._space()

    def show_students(self, scene: LiveScene, students: tuple[StudentId, ...]) -> None:
        """Name them; what was given to others is not theirs."""
        self._scene = scene
        if students != self._students:
            self._students = students
            self.levels.show_given(None)
            self._show_problem("")
        self.title.setText(counted("%n student", "%n students", len(students)))
        names = [scene.names[student] for student in students]
        shown, rest = ", ".join(names[:MOST]), len(names) - MOST
        more = tr("{names} and {count} more", names=shown, count=rest)
        self.names.setText(more if rest > 0 else shown)

    def give_level(self, level: int) -> None:
        """Save the level for each of them; the error is told where the click was."""
        if self._scene is None:
            return
        try:
            made = self._observe.give_all(self._scene, self._students, level)
        except ClassroomError as error:
            from ui.problems import problem  # nothing has gone wrong at the start

            self._show_problem(problem(error))
            return
        self._show_problem("")
        self.levels.show_given(level)
        self.saved.emit(made[-1])

    def _show_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        if text:
            self._say(text)

    def _space(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, px(12))
        self._column.setSpacing(px(8))
