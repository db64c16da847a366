"""What was seen of the student, newest first."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import ObservationId
from app.domain.progress import StudentPicture, Timeline
from app.ports import Clock
from ui.student.event_line import EventLine
from ui.student.flipped_notes import FlippedNotes
from ui.student.section import SectionHead
from ui.student.sighting_line import SightingLine
from ui.student.words import counted, tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.text import Text


class TimelinePart(QWidget):
    """Observations, all or of one skill. Jottings stay hidden until they are asked for.

    Lessons, absences and goals come among them when everything is asked for. `picked` gives the
    id of an observation that was pressed.
    """

    more_wanted = Signal()
    private_wanted = Signal()
    all_wanted = Signal()
    picked = Signal(object)

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__()
        self._theme = theme
        self._clock = clock
        self.head = SectionHead(theme, tr("Observations"))
        self.everything = Button(theme, tr("Show all skills"), kind="link", small=True)
        self.head.add_widget(self.everything)
        self.others = Button(theme, tr("With lessons and goals"), kind="link", small=True)
        self.others.setCheckable(True)
        self.head.add_widget(self.others)
        self._timeline: Timeline | None = None
        self._now: datetime | None = None
        self._levels: tuple[str, ...] = ()
        self._only = Text(theme, "", "small", "ink_text")
        self._only.setWordWrap(True)
        self._nothing = Text(theme, tr("Nothing noted yet."), "body", "text2")
        self._nothing.setWordWrap(True)
        self.flipped = FlippedNotes(theme)
        self.lines: list[SightingLine] = []
        self.events: list[EventLine] = []
        self.more = Button(theme, tr("Show older"), kind="link", small=True)
        self.private = Button(theme, "", "eye", "link", small=True)
        self._list = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_timeline(self, timeline: Timeline, picture: StudentPicture, skill: str) -> None:
        """Show observations; `skill` names the one they are about, empty for all."""
        self.head.set_remark("" if skill or timeline.others else tr("All skills"))
        self.everything.setVisible(bool(skill))
        self.others.setVisible(bool(timeline.others))
        self._only.setText(skill)
        self._only.setVisible(bool(skill))
        while len(self.lines) < len(timeline.sightings):
            self._add_line()
        now = self._clock.local(picture.now)
        self._timeline, self._now, self._levels = timeline, now, picture.levels
        last = len(timeline.sightings) - 1
        for at, line in enumerate(self.lines):
            line.setVisible(at <= last)
            if at <= last:
                seen = timeline.sightings[at]
                moment = self._clock.local(seen.seen_at)
                line.show_sighting(seen, picture.levels, moment, now, at == last)
        self._show_others()
        self._nothing.setVisible(not timeline.sightings)
        self.more.setVisible(timeline.more)
        words = counted("Show 1 private note", "Show %n private notes", timeline.private)
        self.private.setText(words)
        self.private.setVisible(timeline.private > 0)

    def _show_others(self) -> None:
        """Put what else happened among the observations, or take it out."""
        timeline, now = self._timeline, self._now
        if timeline is None or now is None:
            return
        others = timeline.others if self.others.isChecked() else ()
        while len(self.events) < len(others):
            self.events.append(EventLine(self._theme, self))
        count = len(timeline.sightings)
        seen = zip((s.seen_at for s in timeline.sightings), self.lines[:count], strict=True)
        rows: list[tuple[int, QWidget]] = [(at, line) for at, line in seen]
        rows += zip((event.at for event in others), self.events, strict=False)
        rows.sort(key=lambda row: -row[0])
        for at, event in enumerate(self.events):
            event.setVisible(at < len(others))
            if at < len(others):
                is_last = rows[-1][1] is event
                moment = self._clock.local(others[at].at)
                event.show_event(others[at], moment, now, is_last, self._levels)
        for place, (_, widget) in enumerate(rows):
            if (item := self._list.itemAt(place)) is None or item.widget() is not widget:
                self._list.removeWidget(widget)
                self._list.insertWidget(place, widget)

    def _add_line(self) -> None:
        line = SightingLine(self._theme, self)
        line.clicked.connect(lambda _on: self.picked.emit(line.observation))
        self.lines.append(line)
        self._list.addWidget(line)

    def line_of(self, seen: ObservationId) -> SightingLine | None:
        """The line of one observation, None while it is not shown."""
        shown = (line for line in self.lines if line.isVisibleTo(self))
        return next((line for line in shown if line.observation == seen), None)

    def has_more(self) -> bool:
        """Whether there are older ones, or ones that are private."""
        return self.more.isVisibleTo(self)

    def _build(self) -> None:
        self._column.addWidget(self.head)
        self._column.addWidget(self._only)
        self._column.addWidget(self._nothing)
        self._column.addWidget(self.flipped)
        self._column.addLayout(self._list)
        for button in (self.more, self.private):
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self.more.clicked.connect(lambda _on: self.more_wanted.emit())
        self.private.clicked.connect(lambda _on: self.private_wanted.emit())
        self.others.toggled.connect(lambda _on: self._show_others())
        self.everything.clicked.connect(lambda _on: self.all_wanted.emit())

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        self.head.setMinimumHeight(px(32))
        self._list.setSpacing(0)
        for words in (self._only, self._nothing):
            words.setContentsMargins(px(4), 0, px(4), 0)
