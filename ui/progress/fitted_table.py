"""A table view that fits the heat map into the room there is."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from app.domain.progress import SkillColumn
from app.ports import Clock
from ui.progress.corner import Corner
from ui.progress.heat_model import HeatModel
from ui.progress.heat_paint import HeatPainter
from ui.progress.layout import HEADER, INSET
from ui.progress.measures import Measures, Room, measure
from ui.progress.name_header import NameHeader
from ui.progress.skill_header import SkillHeader
from ui.theme import Theme
from ui.widgets.scroll import dress_bars


class FittedTable(QTableView):
    """Names beside, headings above, a corner between them; cells as `measures` has them."""

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heat = HeatModel(clock, self)
        self._painter = HeatPainter(theme, self, self._heat)
        self._measures: Measures | None = None
        self._roomy = False
        self._skills = SkillHeader(theme, self._heat, self)
        self._names = NameHeader(theme, self._heat, self)
        self._corner = Corner(theme, self)
        self._set_up()
        self._restyle()
        self._heat.modelReset.connect(self._forget)
        theme.changed.connect(self._restyle)

    @property
    def heat(self) -> HeatModel:
        """What is shown."""
        return self._heat

    @property
    def corner(self) -> Corner:
        """The corner above the names, where the order is chosen."""
        return self._corner

    @property
    def measures(self) -> Measures | None:
        """The sizes in use, None before anything was shown."""
        return self._measures

    def set_roomy(self, roomy: bool) -> None:
        """Rows of 32 px that scroll, instead of rows as low as need be."""
        self._roomy = roomy
        self.fit()

    def set_attention(self, attention: bool) -> None:
        """Let what is secure stand back, so that the rest is seen."""
        if attention != self._painter.attention:
            self._painter.attention = attention
            self.viewport().update()

    def row_rect(self, row: int) -> QRect:
        """A row in the viewport, all columns of it."""
        wide = self._skills.length()
        left = self._skills.offset()
        start = self.viewport().width() - wide + left if self.isRightToLeft() else -left
        return QRect(start, self.rowViewportPosition(row), wide, self.rowHeight(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit columns and rows to the new size."""
        super().resizeEvent(event)
        self.fit()

    def updateGeometries(self) -> None:
        """Keep the corner where the two headings meet."""
        super().updateGeometries()
        wide, high = self._names.width(), self._skills.height()
        left = self.width() - wide if self.isRightToLeft() else 0
        self._corner.setGeometry(left, 0, wide, high)
        self._corner.raise_()

    def changeEvent(self, event: QEvent) -> None:
        """Turn round with the direction of reading."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.fit()

    def _set_up(self) -> None:
        self.setHorizontalHeader(self._skills)
        self.setVerticalHeader(self._names)
        self.setModel(self._heat)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        # Else the style frames the empty square between the two bars.
        self.setCornerWidget(QWidget(self))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def update_row(self, row: int) -> None:
        """Draw one row anew."""
        if row >= 0:
            self.viewport().update(self.row_rect(row).adjusted(0, -2, 0, 2))

    def fit(self) -> None:
        """Work out all sizes from the widget's own size, never from what they change."""
        wide = self._names.wide()
        self._names.setFixedWidth(wide)
        high = self.height() - self._theme.px(HEADER) - INSET
        room = Room(
            width=self.width() - wide,
            height=high,
            firsts=firsts_of(self._heat.columns),
            tall=self._names.tall(wide),
            scale=self._theme.scale,
            roomy=self._roomy,
            choices=self._heat.has_choices,
        )
        measures = measure(room)
        if sum(measures.heights) > high:
            bar = self.verticalScrollBar().sizeHint().width()
            measures = measure(replace(room, width=room.width - bar))
        if measures == self._measures:
            return
        self._measures = measures
        self._skills.set_measures(measures)
        self._names.set_heights(measures.heights, measures.pitch)
        self._painter.measures = measures
        self.viewport().update()

    def _forget(self) -> None:
        """Other rows or columns have lost the sizes that were set."""
        self._measures = None

    def _restyle(self) -> None:
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.colour("canvas"))
        self.setPalette(palette)
        dress_bars(self._theme, self)
        self._forget()
        self.fit()


def firsts_of(columns: Sequence[SkillColumn]) -> tuple[bool, ...]:
    before = [None, *(column.strand_id for column in columns)]
    return tuple(column.strand_id != was for column, was in zip(columns, before, strict=False))
