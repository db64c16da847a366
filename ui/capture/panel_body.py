"""The parts of the observe panel, one below the other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ports import Clock
from app.services.observe import ObserveService
from ui.capture.panel_head import SavedLine
from ui.capture.text_link import TextLink
from ui.capture.unseen import UnseenList
from ui.capture.words import tr
from ui.theme import Theme
from ui.widgets.paint import rtl
from ui.widgets.surface import Rule
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.capture.any_tags import AnyTags
    from ui.capture.observer_line import ObserverLine
    from ui.capture.several import SeveralParts
    from ui.capture.student_parts import StudentParts

ROOMY = 900
"""Px high from which on who is next stands below a student too."""


class PanelBody(QWidget):
    """The whole panel: student parts or a hint, then who was not seen lately.

    The student parts are made for the first student; `student_made` gives them. Those about
    several students likewise.
    """

    student_made = Signal(object)
    several_made = Signal(object)
    tags_made = Signal(object)
    tags_wanted = Signal()
    observer_turned = Signal()

    def __init__(
        self,
        theme: Theme,
        clock: Clock,
        observe: ObserveService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._observe = observe
        self._student: StudentParts | None = None
        self._several: SeveralParts | None = None
        self._tags: AnyTags | None = None
        self._drafts: QWidget | None = None
        self._next: QWidget | None = None
        self._observer: ObserverLine | None = None
        self._bar = 0
        self._room = 0
        self.saved = SavedLine(theme)
        self.hint = Text(theme, tr("Pick a student, then a level."), "body", "text2")
        self.tag_link = TextLink(theme, tr("Or a tag, and then a student or a station"), self)
        self.tag_link.clicked.connect(lambda _on: self.tags_wanted.emit())
        self.unseen = UnseenList(theme)
        # Not at once: the layout that moves it cannot be changed while it is at work.
        self.unseen.moved.connect(self._fit_unseen, Qt.ConnectionType.QueuedConnection)
        self.none_unseen = Text(theme, "", "small", "text2")
        for text in (self.hint, self.none_unseen):
            text.setWordWrap(True)
        self._rule = Rule(theme)
        self._head = QWidget()
        heads = QHBoxLayout(self._head)
        heads.setContentsMargins(0, 0, 0, 0)
        heads.addWidget(Text(theme, tr("Not seen lately"), "small", "text2", weight=600))
        heads.addStretch(1)
        self.span = Text(theme, tr("7 days or more"), "caption", "text2")
        heads.addWidget(self.span)
        heads.addWidget(self.unseen.more)
        self.unseen.cut.connect(self.span.setHidden)  # one thing at a time beside the heading
        self._column = QVBoxLayout(self)
        self._lay()
        theme.changed.connect(self._lay)

    @property
    def student(self) -> "StudentParts":
        """The parts about one student, made now if they were not yet."""
        if self._student is None:
            from ui.capture.student_parts import StudentParts  # at the start nobody is picked

            self._student = StudentParts(self._theme, self._clock, self)
            self._student.hide()
            self._lay()
            self.student_made.emit(self._student)
        return self._student

    @property
    def has_student(self) -> bool:
        """Whether there was a student yet."""
        return self._student is not None

    @property
    def several(self) -> "SeveralParts":
        """The parts about several students, made now if they were not yet."""
        if self._several is None:
            # Neither is for the start: nobody is picked then.
            from app.services.together import Together
            from ui.capture.several import SeveralParts

            self._several = SeveralParts(self._theme, Together(self._observe), self)
            self._several.hide()
            self._lay()
            self.several_made.emit(self._several)
        return self._several

    def show_several(self, several: bool) -> None:
        """Whether there are several students to show, in the place of one."""
        if several or self._several is not None:
            self.several.setVisible(several)
        if several:
            self.hint.hide()
        self._fit_next()

    @property
    def any_tags(self) -> "AnyTags":
        """The tags for anybody, made now if they were not yet."""
        if self._tags is None:
            from ui.capture.any_tags import AnyTags  # nobody asks for them at the start

            self._tags = AnyTags(self._theme, self)
            self._lay()
            self.tags_made.emit(self._tags)
        return self._tags

    def show_any_tags(self, shown: bool) -> None:
        """Whether tags are offered while nobody is looked at, and the way to them."""
        if self._tags is not None:
            self._tags.setVisible(shown)
        self.tag_link.setVisible(shown and self._tags is None)

    @property
    def observer_line(self) -> "ObserverLine | None":
        """Which of several adults observes; None while there was no choice yet."""
        return self._observer

    def show_observer(self, name: str) -> None:
        """Say who observes, in a line made for the first one; "" says nothing."""
        if self._observer is None and name:
            from ui.capture.observer_line import ObserverLine  # not for the start

            self._observer = ObserverLine(self._theme, self)
            self._observer.turned.connect(self.observer_turned)
            self._lay()
        if self._observer is not None:
            self._observer.show_observer(name)

    def set_drafts(self, widget: QWidget) -> None:
        """Take in what waits to be written down; it says itself whether there is anything."""
        self._drafts = widget
        widget.setParent(self)
        self._lay()

    def set_next(self, widget: QWidget) -> None:
        """Take in who is next; it is shown while nobody is looked at, or where there is room."""
        self._next = widget
        widget.setParent(self)
        self._lay()
        self._fit_next()

    def show_parts(self, student: bool, unseen: bool, begun: bool) -> None:
        """Whether there is a student to show, anybody to name as not seen, anybody seen at all."""
        if student or self.has_student:
            self.student.setVisible(student)
        self.hint.setVisible(not student)
        self.unseen.setVisible(unseen)
        everyone, nobody = tr("Everyone here was seen this week."), tr("Nobody was observed yet.")
        self.none_unseen.setText(everyone if begun else nobody)
        self.none_unseen.setVisible(not unseen)
        self._fit_next()

    def set_bar(self, width: int) -> None:
        """Make room for a scroll bar of that width in the margin."""
        if width != self._bar:
            self._bar = width
            self._space()

    def fit(self, height: int) -> None:
        """Show as much as fits into `height` px: two recent ones or three, and who was not seen."""
        self._room = height
        if self._student is not None:
            self._student.recent.set_most(3 if height >= self._theme.px(680) else 2)
        self._fit_next()
        self._fit_unseen()

    def changeEvent(self, event: QEvent) -> None:
        """The margins change sides with the direction of reading."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._space()

    def _fit_unseen(self) -> None:
        self.unseen.fit(self._room - self.unseen.y() - self._theme.px(4))

    def _fit_next(self) -> None:
        if self._next is not None:
            tall = self._room >= self._theme.px(ROOMY)
            self._next.setVisible(self.hint.isVisibleTo(self) or tall)

    def _lay(self) -> None:
        px, column = self._theme.px, self._column
        while column.count():
            column.takeAt(0)
        column.setSpacing(0)
        student = [] if self._student is None else [(self._student, 0)]
        several = [] if self._several is None else [(self._several, 0)]
        observer = [] if self._observer is None else [(self._observer, 3)]
        drafts = [] if self._drafts is None else [(self._drafts, 0)]
        tags = [] if self._tags is None else [(self._tags, 0)]
        following = [] if self._next is None else [(self._next, 0)]
        parts: list[tuple[QWidget, int]] = [
            (self.saved, 3),
            *observer,
            *student,
            *several,
            (self.hint, 0),
            (self.tag_link, 4),
            *tags,
            *drafts,
            *following,
            (self._rule, 7),
            (self._head, 1),
            (self.unseen, 0),
            (self.none_unseen, 0),
        ]
        for widget, gap in parts:
            column.addWidget(widget)
            column.addSpacing(px(gap))
            widget.raise_()  # a screen reader takes them in this order
        column.addStretch(1)
        self.hint.setContentsMargins(0, 0, 0, px(12))
        self._head.setFixedHeight(self._theme.line_height("small"))
        self._space()

    def _space(self) -> None:
        px = self._theme.px
        start, end = px(17), max(px(4), px(16) - self._bar)
        left, right = (end, start) if rtl(self) else (start, end)
        self._column.setContentsMargins(left, px(7), right, px(4))
