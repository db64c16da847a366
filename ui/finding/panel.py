"""Finding notes: type words, choose what else must be so, press the one that is meant."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.finding import Found, Hit, NoteQuery
from app.ports import Clock
from ui.finding.filters import FilterRow
from ui.finding.hit_line import HitLine
from ui.finding.words import result_line, tr
from ui.theme import Theme
from ui.widgets.announce import Announcer
from ui.widgets.button import Button
from ui.widgets.drawer import Drawer
from ui.widgets.field import Field
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text

SHOWN = 60
RING = 4
"""Px around the notes for the ring of the one that has the keyboard."""
SPOKEN_MS = 600
"""How long nobody types before the number of notes is said aloud."""


class FindPanel(Drawer):
    """Lies over the page. `asked` is what is looked for now, `picked` the note that is meant.

    `lesson_wanted` is a note whose lesson is to be seen.

    From the field Down leads into the notes, Enter takes the first; Up leads back; Esc closes.
    `waits` says that the index lacks notes.
    """

    asked = Signal(object)
    picked = Signal(object)
    lesson_wanted = Signal(object)

    def __init__(self, theme: Theme, clock: Clock, area: QWidget) -> None:
        super().__init__(theme, area)
        self.setAccessibleName(tr("Find notes"))
        self._theme = theme
        self._clock = clock
        self.field = Field(theme, tr("Words of a note, in any order"), "magnifying-glass")
        self.filters = FilterRow(theme, self._now)
        self.result = Text(theme, "", "small", "text2")
        self.lines: list[HitLine] = []
        self.waits = False
        self.say = Announcer(self.field)
        self._close = Button(theme, icon="x", kind="quiet", small=True)
        self._speak = QTimer(self, singleShot=True, interval=SPOKEN_MS)
        self._lay_out()
        self.field.textEdited.connect(lambda _text: self.ask())
        self.filters.changed.connect(self.ask)
        self._close.clicked.connect(lambda _on: self.close_drawer())
        self._speak.timeout.connect(lambda: self.say(self.result.text()))

    @property
    def query(self) -> NoteQuery:
        """What is looked for."""
        return self.filters.query(self.field.text())

    def ask(self) -> None:
        """Look for what stands there now."""
        self.asked.emit(self.query)

    def show_found(self, found: Found, hits: Sequence[Hit]) -> None:
        """Show notes, newest first."""
        now, elsewhere = self._now(), self.query.class_id is None
        while len(self.lines) < len(hits):
            self._add_line()
        for at, line in enumerate(self.lines):
            line.setVisible(at < len(hits))
            if at < len(hits):
                moment = self._clock.local(hits[at].observation.seen_at)
                line.show_hit(hits[at], moment, now, elsewhere)
        self.waits = found.broken or found.waiting > 0
        self._tell(result_line(found))
        if not self._holds_keyboard():
            self._scroll.verticalScrollBar().setValue(0)

    def show_problem(self, text: str) -> None:
        """Say why nothing can be read."""
        for line in self.lines:
            line.hide()
        self._tell(text)

    def take_keyboard(self) -> None:
        """Type over what was looked for before."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the field into the notes."""
        there = self._shown()
        if event.key() == Qt.Key.Key_Down and there:
            self._go_to(there[0])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and there:
            there[0].click()
        else:
            super().keyPressEvent(event)

    def _tell(self, text: str) -> None:
        self.result.setText(text)
        self._speak.start()

    def _step(self, line: HitLine, way: int) -> None:
        there = self._shown()
        to = there.index(line) + way
        if to < 0:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif to < len(there):
            self._go_to(there[to])

    def _go_to(self, line: HitLine) -> None:
        line.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(line, 0, self._theme.px(8))

    def _shown(self) -> list[HitLine]:
        return [line for line in self.lines if line.isVisibleTo(self)]

    def _holds_keyboard(self) -> bool:
        return any(line.hasFocus() for line in self.lines)

    def _add_line(self) -> None:
        line = HitLine(self._theme, self._list)
        line.clicked.connect(lambda _on: self.picked.emit(line.hit))
        line.lesson_wanted.connect(lambda: self.lesson_wanted.emit(line.hit))
        line.stepped.connect(lambda way: self._step(line, way))
        self._rows_of_hits.insertWidget(len(self.lines), line)
        self.lines.append(line)

    def _now(self) -> datetime:
        return self._clock.local(self._clock.now_ms())

    def _lay_out(self) -> None:
        theme = self._theme
        self._close.setAccessibleName(tr("Close"))
        self.result.setWordWrap(True)
        self._list = QWidget()
        self._rows_of_hits = QVBoxLayout(self._list)
        self._rows_of_hits.addStretch(1)
        self._scroll = Scroll(theme, self._list)
        whole = QWidget()
        head = QHBoxLayout()
        head.addWidget(Text(theme, tr("Find notes"), "heading"), 1)
        head.addWidget(self._close)
        self._head, self._whole = head, QVBoxLayout(whole)
        self._whole.addLayout(head)
        for widget in (self.field, self.filters, self.result):
            self._whole.addWidget(widget)
        self._whole.addWidget(self._scroll, 1)
        self.set_content(whole)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self._theme.px
        self._whole.setContentsMargins(px(16), px(13), px(12), px(4))
        self._whole.setSpacing(px(10))
        self._rows_of_hits.setContentsMargins(px(RING), px(RING), px(RING), px(RING))
        self._rows_of_hits.setSpacing(px(2))
