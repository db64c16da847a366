"""The lesson in which a note was made, at that minute, and who was where."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.finding import Hit
from app.ports import Clock
from app.services.seen_in import SeenIn
from ui.finding.words import DOT, about_line, lesson_title, said_line, tr
from ui.live.ending.replay import ReplayPane
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.drawer import Drawer
from ui.widgets.text import Text


class LessonView(Drawer):
    """Lies over what was found; Esc leads back there. `student_wanted` gives the note's hit."""

    student_wanted = Signal(object)

    def __init__(self, theme: Theme, clock: Clock, area: QWidget) -> None:
        super().__init__(theme, area)
        self.setAccessibleName(tr("The lesson"))
        self._theme = theme
        self._clock = clock
        self._hit: Hit | None = None
        self.title = Text(theme, "", "heading")
        self.about = Text(theme, "", "body")
        self.replay = ReplayPane(theme, clock)
        self.student = Button(theme, tr("To the student"), "user", small=True)
        self.back = Button(theme, tr("Back to what was found"), "arrow-left", "quiet", small=True)
        self._head = QHBoxLayout()
        self._build()
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_hit(self, hit: Hit, lesson: SeenIn) -> None:
        """The room at the minute the note was made, with the student marked."""
        self._hit = hit
        seen, scene = hit.observation, lesson.scene
        self.title.setText(lesson_title(scene.lesson.subject, self._clock.local(seen.seen_at)))
        told = (hit.student, said_line(hit), about_line(hit, elsewhere=False))
        self.about.setText(DOT.join(part for part in told if part))
        times = lesson.began_at, max(lesson.began_at, lesson.ended_at)
        self.replay.show_lesson(times, scene.stations, lesson.moment, seen.student_id)
        self.replay.go_to(seen.seen_at)
        self.replay.slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        whole = QWidget()
        self.title.setWordWrap(True)
        self.about.setWordWrap(True)
        for button in (self.back, self.student):
            self._head.addWidget(button)
        self._head.addStretch(1)
        self._whole = QVBoxLayout(whole)
        self._whole.addLayout(self._head)
        self._whole.addWidget(self.title)
        self._whole.addWidget(self.about)
        self._whole.addWidget(self.replay, 1)
        self.set_content(whole)
        self.back.clicked.connect(lambda _on: self.close_drawer())
        self.student.clicked.connect(lambda _on: self.student_wanted.emit(self._hit))

    def _restyle(self) -> None:
        px = self._theme.px
        self._whole.setContentsMargins(px(16), px(13), px(12), px(4))
        self._whole.setSpacing(px(8))
        self._head.setSpacing(px(8))
