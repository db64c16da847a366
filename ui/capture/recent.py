"""What was seen of a student last."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.ids import ObservationId
from app.domain.progress import Sighting
from app.ports import Clock
from ui.capture.seen_words import heading, subject, when
from ui.capture.words import tr
from ui.theme import Theme
from ui.widgets.level import LevelChip
from ui.widgets.paint import frame, start
from ui.widgets.pressable import Pressable
from ui.widgets.sign import Sign
from ui.widgets.text import Text
from ui.widgets.tip import plain_tip

ROW = 42


class RecentRow(Pressable):
    """One observation: its level, what was said, and about what and when; a press opens it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, radius=6)
        self._theme = theme
        self.observation: ObservationId | None = None
        self._chip = LevelChip(theme, 22)
        self._sign = Sign(theme, "note-pencil", 18)
        self.title = Text(theme, role="small")
        self.about = Text(theme, role="caption", colour="text2", weight=400)
        for text in (self.title, self.about):
            text.set_elided(True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.about)
        self._row = QHBoxLayout(self)
        self._marks = QVBoxLayout()
        for mark in (self._chip, self._sign):
            self._marks.addWidget(mark)
        self._marks.addStretch(1)
        self._row.addLayout(self._marks)
        self._row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for part in (self._chip, self._sign, self.title, self.about):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._space()
        theme.changed.connect(self._space)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(self._theme.px(160), self._theme.px(ROW))

    def minimumSizeHint(self) -> QSize:
        """Narrow: its words end in …."""
        return QSize(self._theme.px(80), self._theme.px(ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground under the pointer; the words draw themselves."""
        if not self.isDown() and not self.underMouse():
            return
        painter, px = start(self), self._theme.px
        place = QRectF(self.rect()).adjusted(-px(4), 0, px(4), -px(4))
        frame(painter, place, 6, self._theme.colour("pressed" if self.isDown() else "hover"))
        painter.end()

    def show_sighting(self, seen: Sighting, moment: str) -> None:
        """Show an observation, `moment` is when it was in words."""
        self._chip.setVisible(seen.level is not None)
        self._sign.setVisible(seen.level is None)
        self._chip.show_level(seen.level)
        self._chip.setAccessibleName(tr("Level {level}", level=seen.level or ""))
        self.observation = seen.observation_id
        self.setAccessibleName(tr("Put right: {what}", what=heading(seen)))
        self.title.setText(heading(seen))
        self.title.setToolTip(plain_tip(heading(seen)))
        self.about.setText(subject(seen, moment))
        self.about.setToolTip(plain_tip(subject(seen, moment)))

    def _space(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(0, 0, 0, px(8))
        self._row.setSpacing(px(10))
        # The chip stands in the middle of the first line's letters, not of its box.
        self._marks.setContentsMargins(0, px(2), 0, 0)
        self._sign.setContentsMargins(px(2), px(2), px(2), px(2))
        self.setFixedHeight(px(ROW))


class RecentList(QWidget):
    """The last few observations of one student, newest first; `picked` gives the id of one."""

    picked = Signal(object)

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._seen: tuple[Sighting, ...] = ()
        self._most = 3
        self.rows = [RecentRow(theme, self) for _ in range(3)]
        for row in self.rows:
            row.clicked.connect(lambda _on, row=row: self.picked.emit(row.observation))
        self._empty = Text(
            theme, tr("Nothing noted yet. Click a level to start."), "small", "text2"
        )
        self._empty.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (*self.rows, self._empty):
            column.addWidget(widget)
        self._fill()

    def show_sightings(self, seen: Sequence[Sighting]) -> None:
        """Show these, newest first."""
        self._seen = tuple(seen)
        self._fill()

    def set_most(self, most: int) -> None:
        """How many rows there is room for."""
        if most != self._most:
            self._most = most
            self._fill()

    def _fill(self) -> None:
        now = self._clock.local(self._clock.now_ms())
        shown = self._seen[: self._most]
        # Qt lays out at once what comes into sight, so what goes is taken away before that.
        self._empty.setVisible(not shown)
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(shown))
            if at < len(shown):
                row.show_sighting(shown[at], when(self._clock.local(shown[at].seen_at), now))
