"""The part of the observe panel about several students: a level and tags, without who differs."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import StudentId, TagId
from app.domain.live import LiveScene
from app.domain.observations import Observation
from app.domain.observing import TagOffer
from app.domain.skills import LEVELS
from app.errors import ClassroomError
from app.services.together import Together
from ui.capture.level_grid import LevelGrid
from ui.capture.tag_row import TagRow
from ui.capture.words import counted, tr
from ui.theme import Theme
from ui.widgets.announce import Announcer
from ui.widgets.flow import Flow
from ui.widgets.tag import TagChip
from ui.widgets.text import Text


class SeveralParts(QWidget):
    """Who they are, level buttons and tags. `saved` gives the last of the observations.

    Each name is ticked; who is unticked is left out, also after the level was given.
    """

    saved = Signal(object)

    def __init__(self, theme: Theme, together: Together, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._together = together
        self._shown: tuple[tuple[StudentId, str], ...] = ()
        self._say = Announcer(self)
        self.title = Text(theme, role="title")
        self.levels = LevelGrid(theme)
        self.levels.show_levels(LEVELS)
        self.tags = TagRow(theme)
        self.about = Text(
            theme,
            tr("Each at their own station. Untick who differs."),
            role="small",
            colour="text2",
        )
        self._names = QWidget()
        self._flow = Flow(theme, 6, 6, self._names)
        self.names: dict[StudentId, TagChip] = {}
        self.problem = Text(theme, role="small", colour="danger")
        self._column = QVBoxLayout(self)
        parts = (self.title, self.levels, self.tags, self.about, self._names, self.problem)
        for widget in parts:
            self._column.addWidget(widget)
        for text in (self.title, self.about, self.problem):
            text.setWordWrap(True)
        self.levels.pressed.connect(self.give_level)
        self.tags.toggled.connect(self._toggle_tag)
        theme.changed.connect(self._space)
        self._space()

    def show_students(
        self, scene: LiveScene, students: tuple[StudentId, ...], tags: Sequence[TagOffer]
    ) -> None:
        """Name them; what was given to others is not theirs."""
        self._together.turn_to(scene, students)
        self.tags.show_tags(tags)
        named = tuple((student, scene.names[student]) for student in students)
        if named != self._shown:
            self._shown = named
            self._name(named)
            self._show_problem("")
        self._show_made()

    def give_level(self, level: int) -> None:
        """Save the level for each who is ticked; the error is told where the click was."""
        self._write(lambda: self._together.give_level(level))

    def _toggle_tag(self, tag: TagId) -> None:
        self._write(lambda: self._together.toggle_tag(tag))

    def _turn(self, student: StudentId, ticked: bool) -> None:
        def deed() -> tuple[Observation, ...]:
            turn = self._together.take_in if ticked else self._together.leave_out
            turn(student)
            return ()

        self._write(deed)

    def _write(self, deed: Callable[[], tuple[Observation, ...]]) -> None:
        try:
            made = deed()
        except ClassroomError as error:
            from ui.problems import problem  # nothing has gone wrong at the start

            self._show_problem(problem(error))
            self._show_made()
            return
        self._show_problem("")
        self._show_made()
        if made:
            self.saved.emit(made[-1])

    def _show_made(self) -> None:
        """What all who are ticked have been given by now, and who is ticked."""
        made, ticked = self._together.made, self._together.ticked
        seen = [made[student] for student in ticked if student in made]
        levels = {one.level for one in seen}
        self.levels.show_given(levels.pop() if len(levels) == 1 else None)
        tags = set[int].intersection(*(set(one.tag_ids) for one in seen)) if seen else set[int]()
        self.tags.show_given(tags)
        for student, chip in self.names.items():
            chip.setChecked(student in ticked)
        self.title.setText(counted("%n student", "%n students", len(ticked)))

    def _name(self, named: Sequence[tuple[StudentId, str]]) -> None:
        for chip in self.names.values():
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self.names = {}
        for student, name in named:
            chip = TagChip(self._theme, name, self._names)
            chip.clicked.connect(lambda on, student=student: self._turn(student, on))
            self.names[student] = chip
            self._flow.addWidget(chip)
            chip.show()

    def _show_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        if text:
            self._say(text)

    def _space(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, px(12))
        self._column.setSpacing(px(8))
