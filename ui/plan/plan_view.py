"""The plan in its room: what it is worth, its stations, and its rounds."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.in_time import fitted, whole_seconds
from app.domain.lesson_picture import LessonPicture
from app.domain.lessons import Lesson
from ui.plan import plan_words as words
from ui.plan.grid.chip import Marks
from ui.plan.grid.edges import PlanEdges
from ui.plan.grid.grid import PlanGrid
from ui.plan.grid.heads import PlanHeads
from ui.plan.grid.marks import Placed
from ui.plan.planning_line import PlanningLine
from ui.plan.quality_line import QualityLine
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.note import Note
from ui.widgets.scroll import Scroll

SHORT = 520
"""In a lower view (design px) less is said above the rounds."""


class PlanView(QWidget):
    """Facts, what is wrong with the time, heads, and the grid that scrolls below them.

    `fit_wanted` carries the lesson made as short as its period.
    """

    fit_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.quality = QualityLine(theme)
        self.planning = PlanningLine(theme, self.quality)
        self.note = Note(theme)
        self.fit_button = Button(theme, "", "clock", small=True)
        self._shorter: Lesson | None = None
        self.heads = PlanHeads(theme)
        self.grid = PlanGrid(theme)
        self._scroll = Scroll(theme, self.grid)
        self.edges = PlanEdges(theme, self._scroll, self.grid)
        self._column = QVBoxLayout(self)
        self._top = QVBoxLayout()
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_picture(self, picture: LessonPicture, marks: Mapping[Placed, Marks]) -> None:
        """Draw stations and rounds."""
        self.heads.show_stations(picture.stations, picture.skills)
        self.grid.show_picture(picture, marks)

    def show_length(self, lesson: Lesson, left: int | None) -> None:
        """Say when the rounds need more than the `left` minutes of the period (None: no period)."""
        shorter = None if left is None else fitted(lesson, left, lesson.rounds)
        fits = left is None or whole_seconds(lesson) <= left * 60
        self._shorter = None if fits else shorter
        self.fit_button.setVisible(self._shorter is not None)
        if self._shorter is not None:
            self.fit_button.setText(words.use_rounds(self._shorter.rounds))
        self.note.set_note("", "" if fits or left is None else words.too_long(lesson, left))
        self.note.setVisible(not fits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height the rounds come first."""
        super().resizeEvent(event)
        self._spare()

    def _spare(self) -> None:
        short = self.height() < self._theme.px(SHORT)
        self.quality.set_short(short)
        self.heads.set_short(short)

    def _shift_heads(self, value: int) -> None:
        # From right to left the bar counts from the other end.
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        bar = self._scroll.horizontalScrollBar()
        self.heads.set_shift(bar.maximum() - value if rtl else value)

    def _build(self) -> None:
        self.note.hide()
        self.note.add_action(self.fit_button)
        for part in (self.quality, self.note):
            self._top.addWidget(part)
        self.fit_button.clicked.connect(lambda _on: self.fit_wanted.emit(self._shorter))
        self._column.addLayout(self._top)
        self._column.addWidget(self.heads)
        self._column.addWidget(self._scroll, 1)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setCornerWidget(QWidget())
        self._scroll.horizontalScrollBar().valueChanged.connect(self._shift_heads)

    def _restyle(self) -> None:
        px = self._theme.px
        self._top.setContentsMargins(px(20), px(12), px(16), 0)
        self._top.setSpacing(px(8))
        self._column.setContentsMargins(0, 0, 0, px(12))
        self._column.setSpacing(px(12))
        self._spare()
