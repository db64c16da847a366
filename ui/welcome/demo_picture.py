"""A small picture of the board, as the demo class shows it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.lines import TextBlock
from ui.widgets.paint import centred, frame, mirrored, rtl, start, start_edge

WIDTH = 240
HEIGHT = 135
MINUTES = 12
LEFT = 9
TIME = "8:41"
STATIONS = (
    ("blue", "chalkboard-teacher", ("Amara", "Daniyar", "Fatima", "Maya L.", "Yusuf")),
    ("orange", "puzzle-piece", ("Anneliese-Marie", "Ben", "Leila", "Maya P.", "Nikolai")),
    ("green", "device-tablet", ("Chidi", "Elif", "Isla", "Jun", "Oluwaseun", "Priya")),
    ("purple", "pencil-ruler", ("Grace", "Hana", "Mateo", "محمد", "王梓涵")),
    ("sky", "palette", ("Finn", "Kofi", "Lucía", "Zuzanna")),
)


class DemoPicture(QWidget):
    """240 by 135 px at 100 %. A picture: what it shows is said beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("A small picture of the board"))
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """The picture at the chosen text size."""
        return QSize(self._theme.px(WIDTH), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = start(self)
        colour = self._theme.colour
        frame(painter, QRectF(self.rect()), 8, colour("canvas"), colour("line_strong"))
        self._write(painter, self.tr("Round 2 of 4"), self._box(10, 6, 130, 17), 11, 700)
        clock = self._box(150, 6, 79, 22)
        end = Qt.AlignmentFlag.AlignLeft if rtl(self) else Qt.AlignmentFlag.AlignRight
        font = self._theme.sized_font(self._theme.px(18), 700, tabular=True)
        TextBlock(TIME, font, round(clock.height())).paint(painter, clock, colour("text"), end)
        self._paint_minutes(painter)
        for place, (paint, icon, names) in enumerate(STATIONS):
            self._paint_station(painter, 10 + 45 * place, paint, icon, names)
        painter.end()

    def _paint_minutes(self, painter: QPainter) -> None:
        each = (WIDTH - 20 - 2 * (MINUTES - 1)) / MINUTES
        for minute in range(MINUTES):
            block = self._box(10 + (each + 2) * minute, 28, each, 4)
            name = "ink" if minute < LEFT else "line_strong"
            frame(painter, block, 1, self._theme.colour(name))

    def _paint_station(
        self, painter: QPainter, left: float, paint: str, icon: str, names: tuple[str, ...]
    ) -> None:
        paints = self._theme.station(paint)
        box = self._box(left, 37, 40, 89)
        frame(painter, box, 3, self._theme.colour("surface"))
        head = QRectF(box.left(), box.top(), box.width(), self._theme.px(17))
        frame(painter, head, 2, paints.strong)
        frame(painter, box, 3, None, paints.line, 1.5)
        side = self._theme.px(10)
        picture = self._theme.icon(icon, side, paints.on, rtl=rtl(self))
        painter.drawPixmap(centred(head, side), picture)
        top = 53.0
        for name in names:
            lines = self._write(painter, name, self._box(left + 4, top, 36, 11.4), 6.5, 600)
            top += 11.4 * lines

    def _write(self, painter: QPainter, text: str, box: QRectF, size: float, weight: int) -> int:
        font = self._theme.sized_font(size * self._theme.scale, weight)
        font.setPixelSize(max(1, round(size * self._theme.scale)))
        block = TextBlock(text, font, round(box.height()), box.width())
        align = start_edge(self, Qt.AlignmentFlag.AlignTop)
        block.paint(painter, box, self._theme.colour("text"), align)
        return block.lines

    def _box(self, left: float, top: float, width: float, height: float) -> QRectF:
        """A place in design px, at the chosen text size and direction."""
        by = self._theme.scale
        return mirrored(self, QRectF(left * by, top * by, width * by, height * by))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
