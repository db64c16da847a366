"""What the live page shows when the lesson is over."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.lesson_end import LessonEnd
from app.domain.voice import Reflection
from app.ports import Clock
from ui.live.ending import words
from ui.live.ending.carrying import CarryPane
from ui.live.ending.line import least_width
from ui.live.ending.replay import Moment, ReplayPane
from ui.live.ending.seen import SeenPane
from ui.live.ending.where import WherePane
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.header import PageHeader
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface

SEEN_WIDTH = 362
CARRY_WIDTH = 336
WHERE_HEIGHT = 360
SEEN_HEIGHT = 240
CARRY_HEIGHT = 380
"""Design px: panes side by side have these widths, one below the other these heights."""

MOST = 16_777_215
"""Qt's own word for no limit."""


class LessonFinished(QWidget):
    """The lesson in three panes: where everyone was, who was seen, what is carried over.

    `carried` comes with the `LessonEnd` and the wishes; `pdf_wanted` and `paper_wanted` with the
    `LessonEnd`; `left` when the teacher is done with it. `said` comes with the session, a student,
    a face (0 for none) and a sentence; `door_wanted`, with the `LessonEnd`, lets them say it.
    """

    carried = Signal(object, object)
    left = Signal()
    pdf_wanted = Signal(object)
    paper_wanted = Signal(object)
    student_wanted = Signal(object)
    said = Signal(object, object, int, str)
    door_wanted = Signal(object)

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._end: LessonEnd | None = None
        self.header = PageHeader(theme, tr("Lesson finished"), stacked=True)
        self.pdf = Button(theme, tr("Save as PDF"), "file-pdf")
        self.paper = Button(theme, tr("Print"), "printer")
        self.again = Button(theme, tr("Replay"), "clock-counter-clockwise")
        self.again.setCheckable(True)
        self.where = WherePane(theme)
        self.replay = ReplayPane(theme, clock)
        self._left = QStackedWidget()
        self.seen = SeenPane(theme)
        self.carry = CarryPane(theme)
        self._middle = Surface(theme, "", ("start",))
        self._inner = QWidget()
        self._panes = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inner)
        self._build()
        self._space()
        theme.changed.connect(self._space)

    @property
    def end(self) -> LessonEnd | None:
        """The lesson that is shown."""
        return self._end

    def show_end(self, end: LessonEnd, day: date, moment: Moment) -> None:
        """Show a lesson that is over; the class is taught again on `day`.

        `moment` gives the lesson at a time (ms UTC).
        """
        self._end = end
        self._space()
        self.header.set_title(tr("Lesson finished"), words.subtitle(end, self._clock))
        self.where.show_end(end)
        self.replay.show_end(end, moment)
        self.again.setChecked(False)
        self.again.setEnabled(end.rounds > 0)
        self.seen.show_end(end)
        self.carry.show_end(end, day)

    def show_said(self, said: tuple[Reflection, ...]) -> None:
        """Students have said something of the lesson that is shown, or it was taken back."""
        if self._end is not None:
            self._end = replace(self._end, said=said)
            self.seen.said.show_end(self._end)

    def regions(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes round."""
        return (self.header, self._left, self._middle, self.carry)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the panes have no room side by side they stand one below the other."""
        super().resizeEvent(event)
        self._space()

    def _build(self) -> None:
        for button in (self.again, self.pdf, self.paper):
            self.header.add_widget(button)
        inside = QVBoxLayout(self._middle)
        inside.setContentsMargins(1, 0, 0, 0)
        inside.addWidget(self.seen)
        self._panes.setContentsMargins(0, 0, 0, 0)
        self._panes.setSpacing(0)
        for pane in (self.where, self.replay):
            self._left.addWidget(pane)
        self._panes.addWidget(self._left, 1)
        self._panes.addWidget(self._middle)
        self._panes.addWidget(self.carry)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addWidget(Scroll(self._theme, self._inner), 1)
        self.again.toggled.connect(lambda on: self._left.setCurrentIndex(int(on)))
        self.where.student_wanted.connect(self.student_wanted)
        self.seen.student_wanted.connect(self.student_wanted)
        self.seen.said.said.connect(self._say)
        self.seen.said.door_wanted.connect(lambda: self.door_wanted.emit(self._end))
        self.carry.carried.connect(lambda wishes: self.carried.emit(self._end, wishes))
        self.carry.left.connect(self.left)
        self.pdf.clicked.connect(lambda _on: self.pdf_wanted.emit(self._end))
        self.paper.clicked.connect(lambda _on: self.paper_wanted.emit(self._end))

    def _say(self, student: object, face: int, words: str) -> None:
        if self._end is not None:
            self.said.emit(self._end.session, student, face, words)

    def _space(self) -> None:
        px = self._theme.px
        rounds = self._end.rounds if self._end else 0
        needed = least_width(self._theme, rounds) + px(2 * 20 + SEEN_WIDTH + CARRY_WIDTH)
        stacked = self.width() < needed
        way = QBoxLayout.Direction
        self._panes.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        for pane, wide, high in (
            (self._left, 0, WHERE_HEIGHT),
            (self._middle, SEEN_WIDTH, SEEN_HEIGHT),
            (self.carry, CARRY_WIDTH, CARRY_HEIGHT),
        ):
            fixed = px(wide) if wide and not stacked else 0
            pane.setMinimumSize(fixed, px(high) if stacked else 0)
            pane.setMaximumWidth(fixed or MOST)
