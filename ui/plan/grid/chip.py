"""A student in one round of the plan."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.ids import StudentId
from ui.theme import Theme
from ui.widgets.lines import TextBlock
from ui.widgets.paint import frame, mirrored, rtl, start, start_edge
from ui.widgets.pressable import Pressable

HEIGHT = 28
PADDING = 7
ICON = 14
BESIDE = 4
PIN, TEACHER = "push-pin", "chalkboard-teacher"


@dataclass(frozen=True, slots=True)
class Marks:
    """What is said of a placement besides the name.

    `colour` is that of the teacher's station where the student must be, "" where nobody must;
    `pinned` was fixed by hand; `moved` is new in a plan that is only proposed.
    """

    colour: str = ""
    pinned: bool = False
    moved: bool = False


NO_MARKS = Marks()


class PlanChip(Pressable):
    """A name that can be selected, carried with the pointer, or lifted with the keyboard.

    `dragged` and `dropped` carry the pointer's place on the screen; `keyed` hands every key on,
    because the grid knows where the neighbours are; `menu_wanted` says where a menu is asked for.
    """

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    keyed = Signal(QKeyEvent)
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, student: StudentId, number: int, parent: QWidget) -> None:
        self._laid: dict[tuple[int, bool], TextBlock] = {}
        super().__init__(theme, parent, radius=6)
        self.student = student
        self.round = number
        self.column = -1
        self._marks = NO_MARKS
        self._selected = False
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def is_taken(self) -> bool:
        """Whether the student is the one to be moved."""
        return self._selected

    def set_selected(self, selected: bool) -> None:
        """Show that the student is the one to be moved."""
        self._selected = selected
        self.update()

    def show_student(self, name: str, description: str) -> None:
        """Show the name; what is the same as before costs nothing."""
        if name != self.label():
            self.setText(name)
        if description != self.accessibleDescription():
            self.setAccessibleDescription(description)

    @property
    def marks(self) -> Marks:
        """What is said of the placement now."""
        return self._marks

    def set_marks(self, marks: Marks) -> None:
        """Say something else of the placement; the chip may be wider then."""
        if marks != self._marks:
            self._marks = marks
            self.restyle()

    def let_go(self) -> None:
        """The carry was given up: what the pointer still does is no drop."""
        self._dragging, self._pressed_at = False, None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def size_within(self, width: int) -> QSize:
        """The chip no wider than `width`: a long name goes on in a second line."""
        around = 2 * self._padding() + self._icons_width()
        return _size(self.theme, self._block(max(1, width - around)), around, width)

    def sizeHint(self) -> QSize:
        """The name on one line."""
        return self.size_within(1_000_000)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and the name."""
        painter = start(self)
        colour, rect = self.theme.colour, QRectF(self.rect())
        must = self.theme.station(self._marks.colour) if self._marks.colour else None
        fill = "pressed" if self.isDown() else "hover" if self.underMouse() else "surface"
        edge = colour("line_strong") if must is None else must.line
        dashes = (4.0, 2.0) if self._marks.moved else ()
        if self._selected or self._marks.moved:
            edge = colour("ink")
        frame(painter, rect, 6, colour(fill), edge, 2 if self._selected else 1, dashes)
        ink = colour("text") if must is None else must.ink
        self._paint_icons(painter, ink)
        pad = self._padding()
        words = mirrored(self, rect.adjusted(pad + self._icons_width(), 0, -pad, 0))
        align = start_edge(self, Qt.AlignmentFlag.AlignVCenter)
        self._block(words.width() + 1).paint(painter, words, ink, align)
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same deeds for who does not drag."""
        event.accept()
        self.menu_wanted.emit(event.globalPos())

    def event(self, event: QEvent) -> bool:
        """While it is lifted a number is that of a station, and no key of the page."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._selected:
            event.setAccepted(event.text().isdigit())
            return True
        return super().event(event)

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

    def _paint_icons(self, painter: QPainter, ink: QColor) -> None:
        side, left = self.theme.px(ICON), float(self._padding())
        for name in self._icons():
            place = mirrored(self, QRectF(left, (self.height() - side) // 2, side, side))
            style = "fill" if name == PIN else "bold"
            shade = self.theme.colour("text") if name == PIN else ink
            picture = self.theme.icon(name, side, shade, style, rtl=rtl(self))
            painter.drawPixmap(QPointF(round(place.x()), round(place.y())), picture)
            left += side + self.theme.px(BESIDE)

    def _icons(self) -> tuple[str, ...]:
        return icons_of(self._marks)

    def _icons_width(self) -> int:
        return _icons_width(self.theme, self._marks)

    def restyle(self) -> None:
        """Ask the theme again; what was laid out is no longer so."""
        self._laid.clear()
        super().restyle()

    def _block(self, width: float) -> TextBlock:
        key = round(width), self._selected
        if key not in self._laid:
            self._laid[key] = self._lay(key[0])
        return self._laid[key]

    def _lay(self, width: float) -> TextBlock:
        font = self.theme.font("body", 600 if self._selected else 500)
        return TextBlock(self.label(), font, self.theme.line_height("body"), width)

    def _padding(self) -> int:
        return self.theme.px(PADDING)


def icons_of(marks: Marks) -> tuple[str, ...]:
    """The icons before a name."""
    pin = (PIN,) if marks.pinned else ()
    return (*pin, TEACHER) if marks.colour else pin


def chip_size(theme: Theme, name: str, marks: Marks, width: int) -> QSize:
    """The size of a chip no wider than `width`, without the chip."""
    around = 2 * theme.px(PADDING) + _icons_width(theme, marks)
    font, room = theme.font("body", 500), max(1, width - around)
    block = TextBlock(name, font, theme.line_height("body"), room)
    return _size(theme, block, around, width)


def _size(theme: Theme, block: TextBlock, around: int, width: int) -> QSize:
    lines = block.lines * theme.line_height("body")
    return QSize(min(width, block.width + around), max(theme.px(HEIGHT), lines + theme.px(8)))


def _icons_width(theme: Theme, marks: Marks) -> int:
    return len(icons_of(marks)) * (theme.px(ICON) + theme.px(BESIDE))
