"""Scrolling by itself while a card is held near an edge."""

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from ui.live.stations.column import StationColumn
from ui.live.stations.columns import Columns
from ui.theme import Theme

EVERY_MS = 30
ZONE = 28
STEP = 14


class EdgeScroll(QObject):
    """Scrolls the row of stations sideways and the cards of one station up and down.

    Where a window is too low for that, all stations go up and down together.

    `scrolled` says that something else lies under the pointer now.
    """

    scrolled = Signal()

    def __init__(self, theme: Theme, columns: Columns) -> None:
        super().__init__(columns)
        self._theme = theme
        self._columns = columns
        self._spot = QPoint()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.step)

    def hold_at(self, spot: QPoint) -> None:
        """The pointer is at a point of the screen; scroll for as long as that is near an edge."""
        self._spot = spot
        near = self._sideways() or self._up_or_down() or self._all_up_or_down()
        if near and not self._timer.isActive():
            self._timer.start()
        elif not near:
            self._timer.stop()

    def drag(self, before: QPoint, spot: QPoint) -> None:
        """A finger went from one point of the screen to another: what lies there goes with it."""
        self._spot = before
        column = self._column()
        down = before.y() - spot.y()
        if column is None or not column.scroll_by(down):
            page = self._columns.verticalScrollBar()
            page.setValue(page.value() + down)
        bar = self._columns.horizontalScrollBar()
        step = before.x() - spot.x()
        bar.setValue(bar.value() + (-step if self._columns.isRightToLeft() else step))

    def stop(self) -> None:
        """Scroll no more."""
        self._timer.stop()

    def step(self) -> None:
        """Scroll once."""
        px = self._theme.px(STEP)
        bars = self._columns.horizontalScrollBar(), self._columns.verticalScrollBar()
        before = [bar.value() for bar in bars]
        for bar, side in zip(bars, (self._sideways(), self._all_up_or_down()), strict=True):
            bar.setValue(bar.value() + side * px)
        column, way = self._column(), self._up_or_down()
        moved = column is not None and way != 0 and column.scroll_by(way * px)
        if moved or before != [bar.value() for bar in bars]:
            self.scrolled.emit()
        else:
            self._timer.stop()

    def _sideways(self) -> int:
        view = self._columns.viewport()
        bar = self._columns.horizontalScrollBar()
        if bar.maximum() == 0:
            return 0
        x, zone = view.mapFromGlobal(self._spot).x(), self._theme.px(ZONE)
        way = -1 if x < zone else 1 if x > view.width() - zone else 0
        return -way if self._columns.isRightToLeft() else way

    def _all_up_or_down(self) -> int:
        view = self._columns.viewport()
        if self._columns.verticalScrollBar().maximum() == 0:
            return 0
        y, zone = view.mapFromGlobal(self._spot).y(), self._theme.px(ZONE)
        return -1 if y < zone else 1 if y > view.height() - zone else 0

    def _up_or_down(self) -> int:
        column = self._column()
        if column is None:
            return 0
        area = column.cards_area()
        y, zone = column.mapFromGlobal(self._spot).y(), self._theme.px(ZONE)
        if y < area.top() - zone or y > area.bottom() + zone:
            return 0
        return -1 if y < area.top() + zone else 1 if y > area.bottom() - zone else 0

    def _column(self) -> StationColumn | None:
        for column in self._columns.columns:
            if column.rect().contains(column.mapFromGlobal(self._spot)):
                return column
        return None
