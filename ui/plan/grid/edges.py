"""The rounds scroll by themselves while a name is held near an edge of what is seen."""

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QScrollBar

from ui.plan.grid.grid import PlanGrid
from ui.theme import Theme

EVERY_MS = 30
ZONE = 32
STEP = 14


class PlanEdges(QObject):
    """Scrolls sideways and up and down, for as long as the pointer stays there."""

    def __init__(self, theme: Theme, area: QScrollArea, grid: PlanGrid) -> None:
        super().__init__(area)
        self._theme = theme
        self._area = area
        self._grid = grid
        self._spot: QPoint | None = None
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.step)
        grid.carried.connect(self._hold)

    def _hold(self, spot: QPoint | None) -> None:
        """The pointer is at a point of the screen with a name; None: it has none any more."""
        self._spot = spot
        near = any(self._ways())
        if near and not self._timer.isActive():
            self._timer.start()
        elif not near:
            self._timer.stop()

    def step(self) -> None:
        """Scroll once; the name stays under the pointer."""
        across, down = self._ways()
        bars = self._area.horizontalScrollBar(), self._area.verticalScrollBar()
        before = [bar.value() for bar in bars]
        for bar, way in zip(bars, (across, down), strict=True):
            bar.setValue(bar.value() + way * self._theme.px(STEP))
        if before == [bar.value() for bar in bars]:
            self._timer.stop()
        elif self._spot is not None:
            self._grid.hand.drag_on(self._spot)

    def _ways(self) -> tuple[int, int]:
        """Which way each bar is to go: -1, 0 or 1; the bar counts from where reading starts."""
        if self._spot is None:
            return 0, 0
        view = self._area.viewport()
        at = view.mapFromGlobal(self._spot)
        across = _way(self._area.horizontalScrollBar(), at.x(), view.width(), self._zone())
        down = _way(self._area.verticalScrollBar(), at.y(), view.height(), self._zone())
        return (-across if self._area.isRightToLeft() else across), down

    def _zone(self) -> int:
        return self._theme.px(ZONE)


def _way(bar: QScrollBar, at: int, size: int, zone: int) -> int:
    if bar.maximum() == bar.minimum():
        return 0
    return -1 if at < zone else 1 if at > size - zone else 0
