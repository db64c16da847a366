"""A student in the panel beside the heat map."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.ids import StudentId
from app.domain.progress import ProgressRow
from ui.progress.extra_paint import CLOCK, ExtraPainter
from ui.progress.words import last_seen_words, minutes_words, tr
from ui.theme import Theme
from ui.widgets.avatar import initials, paint_avatar, shape_of
from ui.widgets.lines import TextBlock, wrapping
from ui.widgets.paint import mirrored, rtl, start, start_edge
from ui.widgets.pressable import Pressable

AVATAR = 24
HIGH = 32
FIGURE = {"last seen": 76, "minutes": 84}


class PersonRow(Pressable):
    """Avatar, name, and a figure at the end: "last seen" or "minutes"."""

    def __init__(self, theme: Theme, figure: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._figure = figure
        self._row: ProgressRow | None = None
        self._most = 1
        self._heights: dict[int, int] = {}
        self.setSizePolicy(wrapping())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def student_id(self) -> StudentId | None:
        """Who it is."""
        return None if self._row is None else self._row.student_id

    def show_row(self, row: ProgressRow, most_minutes: int) -> None:
        """Show a student; `most_minutes` is the length of a full bar."""
        said_before = None if self._row is None else (_said(self._row), self._most)
        self._row = row
        if said_before == (_said(row), most_minutes):
            return
        self._most = most_minutes
        if self._figure == "minutes":
            said = tr("{minutes} with you this week", minutes=minutes_words(row.minutes))
        else:
            said = tr("last seen: {days}", days=last_seen_words(row.last_seen_days))
        self.setText(row.name)
        self.setAccessibleName(f"{row.full_name}, {said}")

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self.theme.px(160), self.theme.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """Room for the figure and a short name."""
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """A long name wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the name needs."""
        if width not in self._heights:
            px = self.theme.px
            name = self._name(self._room(width)).height
            self._heights[width] = max(px(HIGH), name + px(8))
        return self._heights[width]

    def restyle(self) -> None:
        """Draw anew; what is around it is laid out again only when this has another height."""
        before = self._heights.get(self.width())
        self._heights = {}
        if before != self.heightForWidth(self.width()):
            self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw avatar, name and figure."""
        if self._row is None:
            return
        painter, px = start(self), self.theme.px
        self.paint_ground(painter)
        side = px(AVATAR)
        spot = mirrored(self, QRectF(0, (self.height() - side) // 2, side, side))
        letters = initials(self._row.full_name)
        paint_avatar(painter, self.theme, spot, letters, shape_of(self._row.student_id))
        name = QRectF(px(AVATAR + 8), 0, self._room(self.width()), self.height() - px(2))
        align = start_edge(self, Qt.AlignmentFlag.AlignVCenter)
        ink = self.theme.colour("text")
        self._name(name.width()).paint(painter, mirrored(self, name), ink, align)
        self._paint_figure(painter, self._row)
        painter.end()

    def _paint_figure(self, painter: QPainter, row: ProgressRow) -> None:
        extra = ExtraPainter(self.theme, rtl(self))
        if self._figure == "minutes":
            wide = self.theme.px(FIGURE[self._figure])
            place = QRectF(self.width() - wide, 0, wide, self.height())
            extra.minutes(painter, mirrored(self, place), row, self._most)
            return
        metrics = QFontMetricsF(self.theme.font("caption", 600, tabular=True))
        words = metrics.horizontalAdvance(last_seen_words(row.last_seen_days))
        wide = round(words + 0.5) + self.theme.px(CLOCK + 3)
        place = QRectF(self.width() - wide, 0, wide, self.height())
        extra.last_seen(painter, mirrored(self, place), row)

    def _room(self, width: int) -> int:
        px = self.theme.px
        return max(1, width - px(AVATAR + 8) - px(FIGURE[self._figure] + 6))

    def _name(self, width: float) -> TextBlock:
        text = self._row.name if self._row else ""
        return TextBlock(text, self.theme.font("small", 500), self.theme.px(18), width)


def _said(row: ProgressRow) -> tuple[object, ...]:
    """All of a row that is shown here."""
    return (row.student_id, row.name, row.full_name, row.last_seen_days, row.minutes)
