"""A student in one round of the plan."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.ids import StudentId
from ui.theme import Theme
from ui.widgets.lines import TextBlock
from ui.widgets.paint import frame, start, start_edge
from ui.widgets.pressable import Pressable

HEIGHT = 28
PADDING = 7


class PlanChip(Pressable):
    """A name that can be selected, carried with the pointer, or lifted with the keyboard.

    `dragged` and `dropped` carry the pointer's place on the screen; `keyed` hands every key on,
    because the grid knows where the neighbours are.
    """

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    keyed = Signal(QKeyEvent)

    def __init__(self, theme: Theme, student: StudentId, number: int, parent: QWidget) -> None:
        super().__init__(theme, parent, radius=6)
        self.student = student
        self.round = number
        self.column = -1
        self._selected = False
        self._ghost = False
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def set_selected(self, selected: bool) -> None:
        """Show that the student is the one to be moved."""
        self._selected = selected
        self.update()

    def set_ghost(self, ghost: bool) -> None:
        """Show only the place while the name is carried."""
        self._ghost = ghost
        self.update()

    def size_within(self, width: int) -> QSize:
        """The chip no wider than `width`: a long name goes on in a second line."""
        most = max(1, width - 2 * self._padding())
        block = self._block(most)
        lines = block.lines * self.theme.line_height("body")
        return QSize(
            min(width, block.width + 2 * self._padding()),
            max(self.theme.px(HEIGHT), lines + self.theme.px(8)),
        )

    def sizeHint(self) -> QSize:
        """The name on one line."""
        return self.size_within(1_000_000)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and the name."""
        painter = start(self)
        colour, rect = self.theme.colour, QRectF(self.rect())
        if self._ghost:
            frame(painter, rect, 6, None, colour("control"), 1, (3, 3))
            painter.end()
            return
        fill = "pressed" if self.isDown() else "hover" if self.underMouse() else "surface"
        edge = "ink" if self._selected else "line_strong"
        frame(painter, rect, 6, colour(fill), colour(edge), 2 if self._selected else 1)
        pad = self._padding()
        inner = rect.adjusted(pad, 0, -pad, 0)
        align = start_edge(self, Qt.AlignmentFlag.AlignVCenter)
        self._block(inner.width() + 1).paint(painter, inner, colour("text"), align)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a carry might begin."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin or go on carrying."""
        at = event.globalPosition().toPoint()
        if self._pressed_at is not None and not self._dragging:
            far = (at - self._pressed_at).manhattanLength()
            self._dragging = far >= QApplication.startDragDistance()
        if self._dragging:
            self.setDown(False)
            self.dragged.emit(at)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop, or click."""
        dragging, self._dragging, self._pressed_at = self._dragging, False, None
        if dragging:
            self.setDown(False)
            self.dropped.emit(event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the grid answer first."""
        event.ignore()
        self.keyed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Redraw when the direction of reading changes."""
        super().changeEvent(event)
        self.update()

    def _block(self, width: float) -> TextBlock:
        font = self.theme.font("body", 600 if self._selected else 500)
        return TextBlock(self.label(), font, self.theme.line_height("body"), width)

    def _padding(self) -> int:
        return self.theme.px(PADDING)
