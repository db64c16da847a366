"""A box drawn on the empty part of the console, which selects the cards it touches."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.ids import StudentId
from ui.live.stations.columns import Columns
from ui.theme import Theme
from ui.widgets.paint import FINE_DASH, frame, start

_ADDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Band(QObject):
    """Hears what no card and no button has taken of the pointer.

    `grown` gives the students in the box while it is drawn, `drawn` when it is done, each with
    whether they come to those selected before. `clicked` is a press and release at a point of the
    screen, without a box.
    """

    grown = Signal(object, bool)
    drawn = Signal(object, bool)
    clicked = Signal(QPoint)

    def __init__(self, theme: Theme, columns: Columns) -> None:
        super().__init__(columns)
        self._theme = theme
        self._columns = columns
        self._view = columns.viewport()
        self._began: QPoint | None = None
        self._adds = False
        self._box: BandBox | None = None
        self._inside: tuple[StudentId, ...] = ()
        self._view.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the pointer from press to release."""
        if not isinstance(event, QMouseEvent):
            return False
        kind, spot = event.type(), event.globalPosition().toPoint()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._began = self._view.mapFromGlobal(spot)
            self._adds = bool(event.modifiers() & _ADDS)
            return True
        if self._began is None:
            return False
        if kind == QEvent.Type.MouseMove:
            self._draw_to(self._view.mapFromGlobal(spot))
        elif kind == QEvent.Type.MouseButtonRelease:
            self._release(spot)
        return True

    def give_up(self) -> None:
        """Esc: nothing more is selected than before."""
        if self._box is not None:
            self._close()
            self.drawn.emit((), True)
        self._began = None

    @property
    def open(self) -> bool:
        """Whether a box is being drawn."""
        return self._box is not None

    def _draw_to(self, spot: QPoint) -> None:
        began = self._began
        far = began is not None and (spot - began).manhattanLength()
        if began is None or (self._box is None and far < QApplication.startDragDistance()):
            return
        if self._box is None:
            self._box = BandBox(self._theme, self._view)
            self._box.show()
        area = QRect(began, spot).normalized()
        self._box.setGeometry(area)
        self._box.raise_()
        inside = self._columns.cards_in(area)
        if inside != self._inside:
            self._inside = inside
            self.grown.emit(inside, self._adds)

    def _release(self, spot: QPoint) -> None:
        self._began = None
        if self._box is None:
            self.clicked.emit(spot)
            return
        inside = self._inside
        self._close()
        self.drawn.emit(inside, self._adds)

    def _close(self) -> None:
        if self._box is not None:
            self._box.hide()
            self._box.deleteLater()
        self._box, self._inside = None, ()


class BandBox(QWidget):
    """A broken line, with nothing in it that would hide a name."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter = start(self)
        frame(painter, QRectF(self.rect()), 4, None, self._theme.colour("ink"), 2, FINE_DASH)
        painter.end()
