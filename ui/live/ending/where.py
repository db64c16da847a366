"""Where everyone was: a line for each student, in as many columns as there is room for."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.lesson_end import LessonEnd
from app.domain.stations import Station
from ui.live.ending import words
from ui.live.ending.line import EndHead, EndLine, least_width
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.flow import Flow
from ui.widgets.paint import centred, frame, rtl, start
from ui.widgets.scroll import WIDE, Scroll
from ui.widgets.text import Text

GAP = 28
MOST_COLUMNS = 3


class StationTile(QWidget):
    """A station's sign, as the lines have it. Decoration: its name is beside it."""

    def __init__(self, theme: Theme, station: Station, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._station = station
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """20 px square at 100 %."""
        side = self._theme.px(20)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = start(self)
        paints = self._theme.station(self._station.colour)
        frame(painter, QRectF(self.rect()), 5, paints.strong)
        side = self._theme.px(12)
        place = centred(QRectF(self.rect()), side)
        painter.drawPixmap(place.topLeft(), self._theme.icon(self._station.icon, side, paints.on))
        painter.end()


class Lines(QWidget):
    """The lines in columns, read down one and then down the next."""

    student_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heads: list[EndHead] = []
        self.lines: list[EndLine] = []
        self._rounds = 0
        self._columns = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(0)
        theme.changed.connect(self._arrange_anew)

    def show_end(self, end: LessonEnd) -> None:
        """Show the lines of this lesson."""
        for old in (*self.lines, *self._heads):
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rounds = end.rounds
        self.lines = [EndLine(self._theme, row, end.stations, self) for row in end.rows]
        for line, row in zip(self.lines, end.rows, strict=True):
            line.clicked.connect(partial(self.student_wanted.emit, row.student.id))
        self._heads = [EndHead(self._theme, self) for _ in range(MOST_COLUMNS)]
        for head in self._heads:
            head.show_rounds(end.rounds)
        self._arrange_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold another number of columns."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange_anew(self) -> None:
        self._columns = 0
        self._arrange()

    def _arrange(self) -> None:
        gap = self._theme.px(GAP)
        each = least_width(self._theme, self._rounds)
        fits = max(1, min(MOST_COLUMNS, (self.width() + gap) // (each + gap)))
        columns = max(1, min(fits, len(self.lines)))
        if columns == self._columns:
            return
        self._columns = columns
        self._grid.setHorizontalSpacing(gap)
        down = -(-len(self.lines) // columns)
        for number, head in enumerate(self._heads):
            head.setVisible(number < columns)
            if number < columns:
                self._grid.addWidget(head, 0, number)
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
        for number, line in enumerate(self.lines):
            self._grid.addWidget(line, 1 + number % max(1, down), number // max(1, down))
            line.show()
        self._grid.setRowStretch(1 + len(self.lines), 1)


class WherePane(QWidget):
    """The lines with their title, and below what the signs mean."""

    student_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = Text(theme, tr("Where everyone was"), "title")
        self._here = Text(theme, "", "small", "text2")
        self.lines = Lines(theme)
        self.lines.student_wanted.connect(self.student_wanted)
        self._legend = QWidget()
        self._signs = Flow(theme, 12, 6)
        self._legend.setLayout(self._signs)
        self._head = QHBoxLayout()
        self._rows = QVBoxLayout(self)
        self._build()
        self._space()
        theme.changed.connect(self._space)

    def show_end(self, end: LessonEnd) -> None:
        """Show this lesson."""
        self._here.setText(words.here(end))
        self.lines.show_end(end)
        self._show_signs(end.stations)

    def changeEvent(self, event: QEvent) -> None:
        """From right to left the bar is at the other side."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._space()

    def _show_signs(self, stations: Sequence[Station]) -> None:
        while (item := self._signs.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for station in stations:
            sign = QWidget()
            row = QHBoxLayout(sign)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(self._theme.px(6))
            row.addWidget(StationTile(self._theme, station))
            row.addWidget(Text(self._theme, station.name, "caption"))
            self._signs.addWidget(sign)

    def _build(self) -> None:
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self._here, 0, Qt.AlignmentFlag.AlignVCenter)
        self._rows.addLayout(self._head)
        scroll = Scroll(self._theme, self.lines)
        # Its place is kept free, so that a line more or less moves nothing.
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._rows.addWidget(scroll, 1)
        self._rows.addWidget(self._legend)

    def _space(self) -> None:
        px = self._theme.px
        bar = px(WIDE)
        sides = (px(20) - bar, px(20)) if rtl(self) else (px(20), px(20) - bar)
        self._rows.setContentsMargins(sides[0], px(12), sides[1], px(16))
        self._rows.setSpacing(px(8))
        self._head.setContentsMargins(bar if rtl(self) else 0, 0, 0 if rtl(self) else bar, 0)
