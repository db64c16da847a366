"""What the console shows when the lesson is over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.card import observed_today
from app.domain.live import LiveScene
from app.ports import Clock
from ui.format import clock_time
from ui.live.views import Facts
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.sign import Sign
from ui.widgets.text import Text


class LessonFinished(QWidget):
    """Says that it is over and kept, and where to go from here."""

    plan_wanted = Signal()
    progress_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sign = Sign(theme, "check-circle", 40, "ok", "regular")
        self._title = Text(theme, tr("Lesson finished"), "heading")
        self._about = Text(theme, "", "body", "text2")
        self._seen = Text(theme, "", "body", "text2")
        self.plan = Button(theme, tr("Plan the next lesson"), "calendar-dots", "primary")
        self.progress = Button(theme, tr("See progress"), "chart-bar")
        self._rows = QVBoxLayout(self)
        self._build()
        theme.changed.connect(self._space)

    def show_end(self, scene: LiveScene, facts: Facts, clock: Clock) -> None:
        """Tell about the lesson that has just ended."""
        ended = scene.session.ended_at or clock.now_ms()
        began = scene.reading.spans[0].began_at if scene.reading.spans else ended
        self._about.setText(
            tr(
                "{subject}, {start} to {end}. Where everyone was is kept.",
                subject=scene.lesson.subject,
                start=clock_time(clock.local(began)),
                end=clock_time(clock.local(ended)),
            )
        )
        here = [s.id for s in scene.students if s.id not in scene.seating.out]
        seen = observed_today(here, facts)
        self._seen.setText(
            tr("{seen} of {here} students observed today.", seen=seen, here=len(here))
        )

    def words(self) -> str:
        """What it says about the lesson."""
        return f"{self._about.text()} {self._seen.text()}"

    def _build(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        self.plan.clicked.connect(lambda _on: self.plan_wanted.emit())
        self.progress.clicked.connect(lambda _on: self.progress_wanted.emit())
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.plan)
        buttons.addWidget(self.progress)
        buttons.addStretch(1)
        self._rows.addStretch(2)
        for part in (self._sign, self._title, self._about, self._seen):
            self._rows.addWidget(part, 0, middle)
        self._rows.addSpacing(self._theme.px(8))
        self._rows.addLayout(buttons)
        self._rows.addStretch(3)
        self._space()

    def _space(self) -> None:
        self._rows.setSpacing(self._theme.px(8))
