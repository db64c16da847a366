"""Who was where at any minute of the lesson."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.ids import StudentId
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
from ui.widgets.scroll import WIDE, Scroll
from ui.widgets.slider import Slider
from ui.widgets.text import Text

STEP_MS = 60_000
PAGE = 5
MARK = "●"
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
        self._marked = ""
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    @property
    def names(self) -> tuple[str, ...]:
        """Who is shown here."""
        return self._names

    @property
    def holds_marked(self) -> bool:
        """Whether the one student who is looked for is shown here."""
        return bool(self._marked)

    def show_names(self, names: tuple[str, ...], marked: str = "") -> None:
        """Show these students; `marked` is the one among them who is looked for."""
        self._names, self._marked = names, marked if marked in names else ""
        told = tr("{name} was here", name=self._marked) if self._marked else ""
        self.setAccessibleDescription(told)
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
        edge, width = (paints.line, 2) if self._marked else (paints.edge, 1)
        frame(painter, QRectF(self.rect()), 10, paints.tint, edge, width)
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
        told = (f"{MARK} {name}" if name == self._marked else name for name in self._names)
        return TextBlock("\n".join(told), font, pitch, wide)


class ReplayPane(QWidget):
    """A slider over the lesson, and the room as it was at that minute."""

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._began = 0
        self._moment: Moment | None = None
        self._student: StudentId | None = None
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
        self.show_lesson((end.began_at, end.ended_at), end.stations, moment)

    def show_lesson(
        self,
        times: tuple[int, int],
        stations: Sequence[Station],
        moment: Moment,
        student: StudentId | None = None,
    ) -> None:
        """Show the beginning of a lesson that began and ended at these times; mark a student."""
        self._began, ended = times
        self._moment, self._student = moment, student
        for box in self.boxes:
            box.hide()
            box.deleteLater()
        self.boxes = [StationBox(self._theme, station, self._inner) for station in stations]
        self._arrange()
        self.slider.setRange(0, max(0, (ended - self._began) // STEP_MS))
        self.slider.setValue(0)
        self._show(0)

    def go_to(self, at: int) -> None:
        """Show the room at a time (ms UTC)."""
        self.slider.setValue((at - self._began) // STEP_MS)
        self._show_at(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold another number of stations side by side."""
        super().resizeEvent(event)
        self._arrange()

    def _show(self, minute: int) -> None:
        self._show_at(self._began + minute * STEP_MS)

    def _show_at(self, at: int) -> None:
        if self._moment is None:
            return
        scene = self._moment(at)
        time = clock_time(self._clock.local(at))
        said = words.moment(scene.reading, time)
        self.says.setText(said)
        self.slider.setAccessibleDescription(said)
        marked = scene.names.get(self._student, "") if self._student is not None else ""
        for box, station in zip(self.boxes, scene.stations, strict=True):
            names = tuple(scene.names[s] for s in scene.seating.at[station.id])
            box.show_names(names, marked)
        out = [scene.names[s.id] for s in scene.students if s.id in scene.seating.out]
        self.out.setText(tr("Not in the room: {names}", names=", ".join(out)) if out else "")

    def _arrange(self) -> None:
        """The pane's own width counts: what it scrolls gets its new one only afterwards."""
        px = self._theme.px
        gap, wide, room = px(8), px(BOX_WIDTH), self.width() - 2 * px(20) - px(WIDE)
        across = max(1, (room + gap) // (wide + gap))
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
