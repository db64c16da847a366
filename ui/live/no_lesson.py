"""What the live page shows while no lesson is open."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.ids import ClassId, SessionId
from app.domain.voice import Reflection
from app.ports import Clock
from app.workspace import Kinds
from ui.live.words import tr
from ui.theme import Theme

if TYPE_CHECKING:
    from app.domain.lesson_end import LessonEnd
    from app.domain.live import LiveScene
    from app.domain.session import Session
    from ui.live.ending.page import LessonFinished
    from ui.widgets.button import Button
    from ui.widgets.empty import EmptyState


class Endings(Protocol):
    """What is known of lessons that are over."""

    def ended(self, session_id: SessionId) -> "Session | None":
        """The session if it is over; None when it is open or was undone."""
        ...

    def last(self, class_id: ClassId) -> "Session | None":
        """The session of the class that ended last."""
        ...

    def read(self, session: "Session") -> "LessonEnd": ...

    def said(self, session: "Session") -> tuple[Reflection, ...]:
        """What students said of it."""
        ...

    def moment(self, session: "Session") -> "Callable[[int], LiveScene]":
        """The lesson at any time (ms UTC) of it."""
        ...

    def next_day(self, class_id: ClassId) -> date:
        """When the class is taught again."""
        ...


class NoLesson(QStackedWidget):
    """The end of the lesson that was, or that there is none; each is made when it is first seen.

    `make_endings` gives what reads lessons that are over, when the first one is to be shown.
    `full_wanted` leads out of the simple view. The other signals are those of `LessonFinished`.
    """

    plan_wanted = Signal()
    full_wanted = Signal()
    carried = Signal(object, object)
    pdf_wanted = Signal(object)
    paper_wanted = Signal(object)
    student_wanted = Signal(object)
    said = Signal(object, object, int, str)
    door_wanted = Signal(object)

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._class: ClassId | None = None
        self.make_endings: Callable[[], Endings] | None = None
        self._endings: Endings | None = None
        self._finished: LessonFinished | None = None
        self._empty: EmptyState | None = None
        self._last: Button | None = None
        self._full: Button | None = None
        self._bare = False

    @property
    def finished(self) -> "LessonFinished":
        """What the lesson was."""
        if self._finished is None:
            from ui.live.ending.page import LessonFinished  # no lesson is over at the start

            self._finished = LessonFinished(self._theme, self._clock)
            self._finished.carried.connect(self.carried)
            self._finished.left.connect(self._leave)
            self._finished.pdf_wanted.connect(self.pdf_wanted)
            self._finished.paper_wanted.connect(self.paper_wanted)
            self._finished.student_wanted.connect(self.student_wanted)
            self._finished.said.connect(self.said)
            self._finished.door_wanted.connect(self.door_wanted)
            self.addWidget(self._finished)
        return self._finished

    @property
    def empty(self) -> "EmptyState":
        """That there is no lesson, and the way to the last one."""
        if self._empty is None:
            # For the start with a lesson.
            from ui.widgets.button import Button
            from ui.widgets.empty import EmptyState

            self._empty = EmptyState(
                self._theme, "", tr("Plan a lesson"), "play-circle", "calendar-dots"
            )
            self._empty.asked.connect(self.plan_wanted)
            self._last = Button(self._theme, tr("See the last lesson"), kind="quiet")
            self._last.clicked.connect(lambda _on: self.show_last())
            self._full = Button(self._theme, tr("Full view"), "eye", "quiet")
            self._full.clicked.connect(lambda _on: self.full_wanted.emit())
            for button in (self._last, self._full):
                self._empty.add_below(button)
            self.addWidget(self._empty)
        return self._empty

    @property
    def shows_end(self) -> bool:
        """Whether the end of a lesson is shown; it has a header of its own."""
        return self._finished is not None and self.currentWidget() is self._finished

    @property
    def last_button(self) -> "Button":
        """What leads to the end of the last lesson."""
        empty = self.empty
        if self._last is None:
            raise RuntimeError(f"{empty} has no button")
        return self._last

    @property
    def full_button(self) -> "Button":
        """What leads out of the simple view, whose menu goes with the lesson."""
        empty = self.empty
        if self._full is None:
            raise RuntimeError(f"{empty} has no button")
        return self._full

    def show_empty(self, class_id: ClassId) -> None:
        """There is no lesson."""
        self._class = class_id
        endings = self._known()
        last = endings.last(class_id) if endings else None
        none, some = tr("No lesson yet."), tr("No lesson yet. Plan it, or copy the last one.")
        self.empty.set_words(none if last is None else some, tr("Plan a lesson"))
        self.last_button.setVisible(last is not None and not self._bare)
        self.full_button.setVisible(self._bare)
        self.setCurrentWidget(self.empty)

    def show_bare(self, bare: bool) -> None:
        """Nothing about lessons that are over, which tell who was seen and who moved up; or all."""
        changed, self._bare = bare != self._bare, bare
        if changed and self._class is not None:
            self.show_empty(self._class)

    def show_end(self, class_id: ClassId, session_id: SessionId) -> None:
        """The lesson has just ended; or it was undone, and there is none."""
        self._class = class_id
        endings = self._known()
        session = endings.ended(session_id) if endings else None
        if session is None or self._bare:
            self.show_empty(class_id)
        else:
            self._show(session)

    def tell(self, kinds: Kinds) -> None:
        """Something was written: what is said of the lesson that is shown goes with it."""
        if Reflection in kinds and self.shows_end:
            end, endings = self.finished.end, self._known()
            if end is not None and endings is not None:
                self.finished.show_said(endings.said(end.session))

    def show_last(self) -> None:
        """Show the end of the lesson that ended last."""
        endings = self._known()
        session = endings.last(self._class) if endings and self._class is not None else None
        if session is not None:
            self._show(session)

    def _show(self, session: "Session") -> None:
        endings = self._known()
        if endings is not None:
            end = endings.read(session)
            day, moment = endings.next_day(session.class_id), endings.moment(session)
            self.finished.show_end(end, day, moment)
            self.setCurrentWidget(self.finished)

    def _known(self) -> Endings | None:
        if self._endings is None and self.make_endings is not None:
            self._endings = self.make_endings()
        return self._endings

    def _leave(self) -> None:
        if self._class is not None:
            self.show_empty(self._class)
