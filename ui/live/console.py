"""The work area of a lesson: stations, tray, capture line, observe panel."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import StudentId
from ui.live.carry.marks import Target
from ui.live.stations.columns import Columns, columns_fit
from ui.live.tray import Tray
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.paint import fill, put, start
from ui.widgets.surface import Surface

PANEL = 296
STRIP = 44


class Console(QWidget):
    """Gives each part its place. The panel makes way for the stations: it becomes a strip."""

    def __init__(
        self, theme: Theme, panel: QWidget, capture: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        # It fills itself, so that nothing behind it is painted while a card is carried over it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._open = False
        self._collapsed = False
        self._folded = False
        self._bare = False
        self.columns = Columns(theme, self)
        self.tray = Tray(theme, self)
        self.capture = capture
        self.strip = PanelStrip(theme, self)
        self.panel = panel
        capture.setParent(self)
        panel.setParent(self)
        self.strip.toggled.connect(self.open_panel)
        theme.changed.connect(self.arrange)

    @property
    def collapsed(self) -> bool:
        """Whether the panel is a strip now."""
        return self._collapsed

    def open_panel(self, opened: bool) -> None:
        """Show the panel over the stations, or take it away again."""
        self._open = opened
        self.strip.button.setChecked(opened)
        self.arrange()

    def fold(self, folded: bool) -> None:
        """Keep the panel shut where the class may see this screen, until it is opened by hand."""
        if folded != self._folded:
            self._folded = folded
            self.open_panel(opened=False)

    def show_bare(self, bare: bool) -> None:
        """Without panel and capture line: nothing is noted, nothing about anybody is seen."""
        if bare != self._bare:
            self._bare = bare
            self.capture.setVisible(not bare)
            self.arrange()

    def regions(self) -> tuple[QWidget, ...]:
        """Its parts in the order they are read: the room, who looks at it, the line below."""
        return (self.columns, self.tray, self.strip, self.panel, self.capture)

    def target_at(self, spot: QPoint) -> Target | None:
        """Where a card let go at a point of the screen would fall."""
        if self.panel.isVisible() and self.panel.rect().contains(self.panel.mapFromGlobal(spot)):
            return None
        return Target(None) if self.tray.contains(spot) else self.columns.target_at(spot)

    def mark_matches(self, best: StudentId | None, others: frozenset[StudentId]) -> None:
        """Outline the cards that the capture line has found."""
        for student, card in self.columns.cards.items():
            card.set_match("best" if student == best else "other" if student in others else "")

    def arrange(self) -> None:
        """Give every part its place."""
        px, count = self._theme.px, len(self.columns.columns)
        room = self.width() - px(PANEL)
        cramped = count > 0 and not columns_fit(self._theme, room, count)
        self._collapsed = cramped or self._folded
        if self._bare:
            room = self.width()
        elif self._collapsed:
            room = self.width() - self.strip.sizeHint().width()
        line = 0 if self._bare else self.capture.sizeHint().height()
        tray = self.tray.sizeHint().height()
        below = self.height() - line - tray
        put(self.columns, self, QRect(0, 0, room, below))
        put(self.tray, self, QRect(0, below, room, tray))
        put(self.capture, self, QRect(0, below + tray, room, line))
        self._place_panel(room)

    def sizeHint(self) -> QSize:
        """As in a window of 1366 by 768."""
        return QSize(self._theme.px(1294), self._theme.px(692))

    def minimumSizeHint(self) -> QSize:
        """Any size: the parts scroll."""
        return QSize(self._theme.px(320), self._theme.px(160))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay out again."""
        self.arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the canvas."""
        painter = start(self)
        fill(painter, self.rect(), self._theme.colour("canvas"))
        painter.end()

    def _place_panel(self, room: int) -> None:
        if self._bare:
            self.strip.hide()
            self.panel.hide()
            return
        wide = self._theme.px(PANEL)
        self.strip.setVisible(self._collapsed)
        self.panel.setVisible(not self._collapsed or self._open)
        if not self._collapsed:
            put(self.panel, self, QRect(room, 0, wide, self.height()))
            return
        put(self.strip, self, QRect(room, 0, self.width() - room, self.height()))
        left = max(0, room - wide)
        put(self.panel, self, QRect(left, 0, room - left, self.height()))
        self.panel.raise_()


class PanelStrip(Surface):
    """What is left of the panel where it has no room: a button that opens it over the stations."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, lines=("start",), parent=parent)
        self._look = theme
        self.button = Button(theme, icon="eye", kind="quiet", small=True)
        self.button.setCheckable(True)
        self.button.setAccessibleName(tr("Observe"))
        self.button.setToolTip(tr("Observe"))
        self.button.clicked.connect(self.toggled)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._rows.addStretch(1)
        self._space()
        theme.changed.connect(self._space)

    def sizeHint(self) -> QSize:
        """44 px wide at 100 %."""
        return QSize(self._look.px(STRIP), 0)

    def _space(self) -> None:
        self._rows.setContentsMargins(0, self._look.px(10), 0, 0)
