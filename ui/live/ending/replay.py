"""Who was where at any minute of the lesson."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.lesson_end import LessonEnd
from app.domain.live import LiveScene
from app.domain.stations import Station
from app.ports import Clock
from ui.format import clock_time
from ui.live.ending import words
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.lines import TextBlock
from ui.widgets.paint import centred, frame, mirrored, start, start_edge
from ui.widgets.scroll import Scroll
from ui.widgets.slider import Slider
from ui.widgets.text import Text

STEP_MS = 60_000
PAGE = 5
BOX_WIDTH = 168
"""Design px a station needs at least."""

Moment = Callable[[int], LiveScene]


class StationBox(QWidget):
    """A station, and the names of those who were there."""

    def __init__(self, theme: Theme, station: Station, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._station = station
        self._names: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    @property
    def names(self) -> tuple[str, ...]:
        """Who is shown here."""
        return self._names

    def show_names(self, names: tuple[str, ...]) -> None:
        """Show these students."""
        self._names = names
        self.setAccessibleName(
            tr("{station}: {names}", station=self._station.name, names=", ".join(names))
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The head, and a line for each name or more."""
        px = self._theme.px
        high = px(24) + self._head().height + self._block().height
        return QSize(px(BOX_WIDTH), max(px(96), high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks long names elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, head and names."""
        painter = start(self)
        px, paints = self._theme.px, self._theme.station(self._station.colour)
        frame(painter, QRectF(self.rect()), 10, paints.tint, paints.edge)
        tile = mirrored(self, QRectF(px(10), px(8), px(20), px(20)))
        frame(painter, tile, 5, paints.strong)
        place = centred(tile, px(12))
        painter.drawPixmap(place.topLeft(), self._theme.icon(self._station.icon, px(12), paints.on))
        align = start_edge(self, Qt.AlignmentFlag.AlignTop)
        head, names, ink = self._head(), self._block(), self._theme.colour("text")
        at = QRectF(px(36), px(8), self.width() - px(44), head.height)
        head.paint(painter, mirrored(self, at), paints.ink, align)
        below = QRectF(px(12), px(14) + head.height, self.width() - px(20), names.height)
        names.paint(painter, mirrored(self, below), ink, align)
        painter.end()

    def _head(self) -> TextBlock:
        wide = max(self.width(), self._theme.px(BOX_WIDTH)) - self._theme.px(44)
        font, pitch = self._theme.font("strong"), self._theme.line_height("strong")
        return TextBlock(self._station.name, font, pitch, wide)

    def _block(self) -> TextBlock:
        wide = max(self.width(), self._theme.px(BOX_WIDTH)) - self._theme.px(20)
        font, pitch = self._theme.font("body"), self._theme.line_height("body")
        return TextBlock("\n".join(self._names), font, pitch, wide)


class ReplayPane(QWidget):
    """A slider over the lesson, and the room as it was at that minute."""

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._began = 0
        self._moment: Moment | None = None
        self.boxes: list[StationBox] = []
        self.slider = Slider(theme)
        self.says = Text(theme, "", "title", tabular=True)
        self.out = Text(theme, "", "small", "text2")
        self._grid = QGridLayout()
        self._inner = QWidget()
        self._rows = QVBoxLayout(self)
        self._build()
        self._space()
        theme.changed.connect(self._space)

    def show_end(self, end: LessonEnd, moment: Moment) -> None:
        """Show the beginning of a lesson; `moment` gives the lesson at a time (ms UTC)."""
        self._began, self._moment = end.began_at, moment
        for box in self.boxes:
            box.hide()
            box.deleteLater()
        self.boxes = [StationBox(self._theme, station, self._inner) for station in end.stations]
        self._arrange()
        self.slider.setRange(0, max(0, (end.ended_at - end.began_at) // STEP_MS))
        self.slider.setValue(0)
        self._show(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold another number of stations side by side."""
        super().resizeEvent(event)
        self._arrange()

    def _show(self, minute: int) -> None:
        if self._moment is None:
            return
        at = self._began + minute * STEP_MS
        scene = self._moment(at)
        time = clock_time(self._clock.local(at))
        said = words.moment(scene.reading, time)
        self.says.setText(said)
        self.slider.setAccessibleDescription(said)
        for box, station in zip(self.boxes, scene.stations, strict=True):
            box.show_names(tuple(scene.names[s] for s in scene.seating.at[station.id]))
        out = [scene.names[s.id] for s in scene.students if s.id in scene.seating.out]
        self.out.setText(tr("Not in the room: {names}", names=", ".join(out)) if out else "")

    def _arrange(self) -> None:
        gap, wide = self._theme.px(8), self._theme.px(BOX_WIDTH)
        across = max(1, (self._inner.width() + gap) // (wide + gap))
        for number, box in enumerate(self.boxes):
            self._grid.addWidget(box, number // across, number % across)
            box.show()
        for column in range(max(across, self._grid.columnCount())):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def _build(self) -> None:
        self.slider.setPageStep(PAGE)
        self.slider.setAccessibleName(tr("Minute of the lesson"))
        self.slider.valueChanged.connect(self._show)
        self.out.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self.says)
        head.addStretch(1)
        self._rows.addLayout(head)
        self._rows.addWidget(self.slider)
        self._grid.setContentsMargins(0, 0, 0, 0)
        inside = QVBoxLayout(self._inner)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(self._grid)
        inside.addStretch(1)
        self._rows.addWidget(Scroll(self._theme, self._inner), 1)
        self._rows.addWidget(self.out)

    def _space(self) -> None:
        px = self._theme.px
        self._rows.setContentsMargins(px(20), px(12), px(20), px(16))
        self._rows.setSpacing(px(8))
        self._grid.setSpacing(px(8))
