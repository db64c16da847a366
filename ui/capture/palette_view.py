"""How the capture palette looks: four columns, the line, the keys. It decides nothing."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.capture.hint_bar import HintBar
from ui.capture.level_keys import LevelKeys, WasLine
from ui.capture.line_input import LineInput
from ui.capture.palette_column import PaletteColumn
from ui.capture.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.paint import frame, mirrored, rtl, start
from ui.widgets.sign import Sign

WIDTH = 982
EDGE = 2
RADIUS = 12
SHARES = (260, 152, 270, 296)
COLUMN = 162


class PaletteView(QWidget):
    """The parts of the palette, for who fills them; `relaid`: its height may be another."""

    relaid = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(tr("Capture line"))
        self.student = PaletteColumn(theme, "user", tr("Student"))
        self.level = PaletteColumn(theme, "hash", tr("Level"))
        self.skill = PaletteColumn(theme, "target", tr("Skill"))
        self.note = PaletteColumn(theme, "note-pencil", tr("Note"))
        self.keys = LevelKeys(theme)
        self.was = WasLine(theme)
        for below in (self.was, self.keys):
            self.level.add_below(below)
        self.input = LineInput(theme)
        self.input.setAccessibleName(tr("Type a name, a level, a skill or a note"))
        self.save = Button(theme, tr("Save"), "key-return", "primary")
        self.save.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hints = HintBar(theme)
        self._columns = QHBoxLayout()
        self.columns = (self.student, self.level, self.skill, self.note)
        for column, share in zip(self.columns, SHARES, strict=True):
            self._columns.addWidget(column, share)
        self._entry = QHBoxLayout()
        self._entry.addWidget(Sign(theme, "pencil-simple-line", 18, "text"))
        self._entry.addWidget(self.input, 1)
        self._entry.addWidget(self.save)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self._columns)
        self._rows.addLayout(self._entry)
        self._rows.addWidget(self.hints)
        self._space()
        theme.changed.connect(self._space)

    def sizeHint(self) -> QSize:
        """As wide as designed; as high as its parts."""
        return QSize(self.theme.px(WIDTH), self._rows.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """A part has grown or shrunk."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.relaid.emit()
        return done

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the lines between the parts, and the foot."""
        painter = start(self)
        colour, box = self.theme.colour, QRectF(self.rect())
        frame(painter, box, RADIUS, colour("surface"))
        self._paint_foot(painter, box)
        line, above = colour("line"), QRectF(self._columns.geometry())
        for column in self.columns[1:]:
            edge = column.geometry().right() if rtl(self) else column.geometry().left() - 1
            painter.fillRect(QRectF(edge, EDGE, 1, above.bottom() - EDGE), line)
        painter.fillRect(QRectF(0, above.bottom(), self.width(), 1), line)
        painter.fillRect(QRectF(0, self.hints.y() - 1, self.width(), 1), line)
        frame(painter, box, RADIUS, None, colour("ink"), EDGE)
        painter.end()

    def _paint_foot(self, painter: QPainter, box: QRectF) -> None:
        path = QPainterPath()
        path.addRoundedRect(box, RADIUS, RADIUS)
        painter.save()
        painter.setClipPath(path)
        foot = QRectF(0, self.hints.y(), self.width(), self.height() - self.hints.y())
        painter.fillRect(mirrored(self, foot), self.theme.colour("canvas"))
        painter.restore()

    def _space(self) -> None:
        px = self.theme.px
        for column in self.columns:
            column.setMinimumHeight(px(COLUMN))
        self._rows.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._rows.setSpacing(0)
        self._columns.setSpacing(0)
        self._entry.setContentsMargins(px(15), px(8), px(8), px(8))
        self._entry.setSpacing(px(10))
        self.updateGeometry()
