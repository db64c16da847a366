"""What the live page shows while no lesson is open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.live import LiveScene
from app.ports import Clock
from ui.live.views import Facts
from ui.live.words import tr
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.live.finished import LessonFinished
    from ui.widgets.empty import EmptyState


class NoLesson(QStackedWidget):
    """The end of the lesson that was, or that there is none; each is made when it is first seen."""

    plan_wanted = Signal()
    progress_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._finished: LessonFinished | None = None
        self._empty: EmptyState | None = None

    @property
    def finished(self) -> "LessonFinished":
        """That the lesson is over and kept."""
        if self._finished is None:
            from ui.live.finished import LessonFinished  # no lesson is over at the start

            self._finished = LessonFinished(self._theme)
            self._finished.plan_wanted.connect(self.plan_wanted)
            self._finished.progress_wanted.connect(self.progress_wanted)
            self.addWidget(self._finished)
        return self._finished

    @property
    def empty(self) -> "EmptyState":
        """That there is no lesson."""
        if self._empty is None:
            from ui.widgets.empty import EmptyState  # for the start with a lesson

            text = tr("No lesson yet. Plan it, or copy the last one.")
            self._empty = EmptyState(
                self._theme, text, tr("Plan a lesson"), "play-circle", "calendar-dots"
            )
            self._empty.asked.connect(self.plan_wanted)
            self.addWidget(self._empty)
        return self._empty

    def show_empty(self) -> None:
        """There is no lesson."""
        self.setCurrentWidget(self.empty)

    def show_end(self, scene: LiveScene, facts: Facts, clock: Clock) -> None:
        """The lesson has just ended."""
        self.finished.show_end(scene, facts, clock)
        self.setCurrentWidget(self.finished)
