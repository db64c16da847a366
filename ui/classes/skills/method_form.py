"""How a framework counts: the method with its figures, and the words of its levels."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.skills import (
    DECAYING,
    FEWEST_LEVELS,
    MOST_LEVELS,
    N_TIMES,
    Framework,
    How,
)
from app.errors import ClassroomError
from app.services.frameworks import FrameworkService
from ui.classes.skills.level_line import LevelLine
from ui.classes.skills.method_words import explained, methods, tr
from ui.problems import problem
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.flow import Flow
from ui.widgets.stepper import Stepper
from ui.widgets.surface import Surface
from ui.widgets.text import Text

MOST_TIMES = 10


class MethodForm(Surface):
    """Every change holds at once, and is one step to undo; `refused` says why one does not."""

    refused = Signal(str)

    def __init__(self, theme: Theme, frameworks: FrameworkService) -> None:
        super().__init__(theme, radius=10, edge="line")
        self._theme = theme
        self._frameworks = frameworks
        self._framework: Framework | None = None
        self.method = Dropdown(theme)
        self.method.set_items(methods())
        self.method.setAccessibleName(tr("How observations add up to a level"))
        self.percent = Stepper(theme, 1, 99)
        self.percent.set_step(5)
        self.percent.set_suffix(" %")
        self.percent.set_name(tr("How much the newest observation counts"))
        self.times = Stepper(theme, 1, MOST_TIMES)
        self.times.set_name(tr("How often a level is to be reached"))
        self.explanation = Text(theme, role="small", colour="text2")
        self.explanation.setWordWrap(True)
        self.levels: list[LevelLine] = []
        self.more = Button(theme, tr("Add a level"), "plus", "quiet", small=True)
        self.fewer = Button(theme, tr("Take the highest away"), "minus", "quiet", small=True)
        self._words = QWidget()
        self._flow = Flow(theme, 8, 8, self._words)
        self._build()
        self._restyle()
        self.setEnabled(False)  # until there is one to be told about
        theme.changed.connect(self._restyle)

    def show_framework(self, framework: Framework) -> None:
        """Show how this one counts."""
        self._framework = framework
        self.setEnabled(True)
        how = framework.how
        self.method.set_current(how.method)
        self.percent.set_value(how.newest_percent)
        self.percent.setVisible(how.method == DECAYING)
        self.times.set_value(how.times)
        self.times.setVisible(how.method == N_TIMES)
        self.explanation.setText(explained(how))
        words = framework.levels
        while len(self.levels) < len(words):
            self._add_line()
        for line in self.levels:
            there = line.level <= len(words)
            line.setVisible(there)
            if there:
                line.show_word(words[line.level - 1])
        self.more.setEnabled(len(words) < MOST_LEVELS)
        self.fewer.setEnabled(len(words) > FEWEST_LEVELS)

    def _set_how(self) -> None:
        if self._framework is not None:
            method = str(self.method.current())
            how = How(method, self.percent.value(), self.times.value())
            self._frameworks.set_how(self._framework.id, how)

    def _rename(self, level: int, word: str) -> None:
        """Raises as `FrameworkService.set_levels` does."""
        if self._framework is not None:
            words = list(self._framework.levels)
            words[level - 1] = word
            self._frameworks.set_levels(self._framework.id, words)

    def _add_level(self) -> None:
        if self._framework is not None:
            words = self._framework.levels
            fresh = tr("Level {number}", number=len(words) + 1)
            self._frameworks.set_levels(self._framework.id, (*words, fresh))

    def _drop_level(self) -> None:
        if self._framework is None:
            return
        try:
            self._frameworks.set_levels(self._framework.id, self._framework.levels[:-1])
        except ClassroomError as error:
            self.refused.emit(problem(error))

    def _add_line(self) -> None:
        level = len(self.levels) + 1
        line = LevelLine(self._theme, level, lambda word: self._rename(level, word))
        line.word.refused.connect(self.refused)
        self.levels.append(line)
        self._flow.addWidget(line)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._row, self._feet = QHBoxLayout(), QHBoxLayout()
        self._row.addWidget(self.method)
        self._row.addWidget(self.percent)
        self._row.addWidget(self.times)
        self._row.addStretch(1)
        for button in (self.more, self.fewer):
            self._feet.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self._feet.addStretch(1)
        self._column.addWidget(Text(self._theme, tr("A level comes from"), "strong"))
        self._column.addLayout(self._row)
        self._column.addWidget(self.explanation)
        self._column.addWidget(Text(self._theme, tr("What the levels are called"), "strong"))
        self._column.addWidget(self._words)
        self._column.addLayout(self._feet)
        self.method.picked.connect(lambda _key: self._set_how())
        self.percent.changed.connect(lambda _value: self._set_how())
        self.times.changed.connect(lambda _value: self._set_how())
        self.more.clicked.connect(lambda _on: self._add_level())
        self.fewer.clicked.connect(lambda _on: self._drop_level())

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(12), px(16), px(12))
        self._column.setSpacing(px(8))
        self._row.setSpacing(px(8))
        self._feet.setSpacing(px(4))
