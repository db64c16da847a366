"""Scrolled areas with quiet bars."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QScrollBar, QWidget

from ui.theme import Theme
from ui.widgets.paint import frame, rtl, start

WIDE = 12
INSET = 3
ARROW = 14
"""Px that Fusion keeps at both ends for its buttons."""
SHORTEST = 26
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Bar(QScrollBar):
    """A bar that is only its grip. It paints itself: a style sheet would cost 16 ms at start."""

    def __init__(self, theme: Theme, way: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(way, parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """12 px wide at 100 %."""
        wide, long = self._theme.px(WIDE), self._theme.px(4 * WIDE)
        upright = self.orientation() == Qt.Orientation.Vertical
        return QSize(wide, long) if upright else QSize(long, wide)

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the grip, darker under the pointer; nothing when all is seen."""
        if self.minimum() == self.maximum():
            return
        painter = start(self)
        grip = QRectF(self.grip()).adjusted(*self._inset())
        lit = self.underMouse() or self.isSliderDown()
        round_by = min(grip.width(), grip.height()) / 2
        frame(painter, grip, round_by, self._theme.colour("text2" if lit else "control"))
        painter.end()

    def grip(self) -> QRect:
        """Where Fusion has the grip. To ask it costs 8 ms at start: QStyle has 570 names."""
        upright = self.orientation() == Qt.Orientation.Vertical
        long = self.height() if upright else self.width()
        way, page = max(1, self.maximum() - self.minimum()), self.pageStep()
        room = long - 2 * ARROW
        size = min(max(room * page // (way + page), SHORTEST), room)
        past, free = self.value() - self.minimum(), max(0, room - size)
        at = ARROW + (2 * past * free + way) // (2 * way)
        if upright:
            return QRect(0, at, self.width(), size)
        return QRect(long - at - size if rtl(self) else at, 0, size, self.height())

    def _inset(self) -> tuple[int, int, int, int]:
        aside = self._theme.px(INSET)
        if self.orientation() == Qt.Orientation.Vertical:
            return (aside, 0, -aside, 0)
        return (0, aside, 0, -aside)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def dress_bars(theme: Theme, area: QAbstractScrollArea) -> None:
    """Give an area our bars; they follow the theme by themselves, so a second time does nothing."""
    if not isinstance(area.verticalScrollBar(), Bar):
        area.setVerticalScrollBar(Bar(theme, Qt.Orientation.Vertical))
        area.setHorizontalScrollBar(Bar(theme, Qt.Orientation.Horizontal))


class Scroll(QScrollArea):
    """Scrolls one widget that takes the width there is; no frame, no fill of its own."""

    def __init__(
        self, theme: Theme, widget: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        # A viewport of our own has no fill. Asking for Qt's would cost 12 ms at start, because the
        # binding then loads every class of widgets to find out what it is.
        self.setViewport(QWidget())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if widget is not None:
            self.setWidget(widget)
        dress_bars(theme, self)

    def setWidget(self, widget: QWidget) -> None:
        """Scroll this widget; what lies behind shows through."""
        super().setWidget(widget)
        widget.setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave arrows to the page, where they go from card to card; Qt would scroll."""
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)
