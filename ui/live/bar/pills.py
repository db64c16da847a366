"""The rounds of the lesson: done, now, to come."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.live.bar.clock_words import CURRENT, DONE, PillView
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.paint import frame, mirrored, start

WIDE = 84
NARROW = 56
HEIGHT = 44
GAP = 4
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine


class RoundPills(QWidget):
    """Paints a pill for each round; where they do not all fit, the nearest to now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pills: tuple[PillView, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_pills(self, pills: tuple[PillView, ...]) -> None:
        """Show these rounds."""
        if pills == self._pills:
            return
        self._pills = pills
        self.setAccessibleName(", ".join(_spoken(pill) for pill in pills))
        self.setToolTip("\n".join(_spoken(pill) for pill in pills))
        self._restyle()

    def sizeHint(self) -> QSize:
        """All pills side by side."""
        return QSize(self._needed(self._pills), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The one pill that is now, or the first."""
        return QSize(self._needed(self._pills[:1]) and self._wide(), self._theme.px(HEIGHT))

    def fair_width(self) -> int:
        """The pill that is now and the one to come."""
        return self._needed(_nearest_first(self._pills)[:2])

    def shown(self, width: int) -> tuple[PillView, ...]:
        """The pills that fit: the current one, those to come, then those done, latest first."""
        kept: list[PillView] = []
        for pill in _nearest_first(self._pills):
            if self._needed([*kept, pill]) > width:
                break
            kept.append(pill)
        return tuple(sorted(kept, key=lambda pill: pill.number))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pills that fit."""
        painter = start(self)
        x = 0
        for pill in self.shown(self.width()):
            wide = self._width(pill)
            self._paint_pill(painter, pill, mirrored(self, QRectF(x, 0, wide, self.height())))
            x += wide + self._theme.px(GAP)
        painter.end()

    def _paint_pill(self, painter: QPainter, pill: PillView, box: QRectF) -> None:
        px, colour = self._theme.px, self._theme.colour
        ink = colour("on_ink" if pill.state == CURRENT else "text2")
        if pill.state == CURRENT:
            frame(painter, box, 8, colour("ink"))
        elif pill.state == DONE:
            frame(painter, box, 8, colour("sunken"))
        else:
            frame(painter, box, 8, colour("surface"), colour("line_strong"))
        painter.setPen(ink)
        upper = QRectF(box.x(), box.y() + px(3), box.width(), px(20))
        self._paint_number(painter, pill, upper, ink)
        painter.setFont(self._theme.font("caption"))
        painter.drawText(QRectF(box.x(), box.y() + px(23), box.width(), px(16)), _CENTRE, pill.time)

    def _paint_number(self, painter: QPainter, pill: PillView, box: QRectF, ink: QColor) -> None:
        painter.setFont(self._theme.font("strong"))
        if pill.state != DONE:
            painter.drawText(box, _CENTRE, self._words(pill))
            return
        px = self._theme.px
        words, side = self._words(pill), px(14)
        wide = self._theme.text_width(words, "strong")
        left = box.x() + (box.width() - side - px(2) - wide) / 2
        check = self._theme.icon("check", side, ink)
        painter.drawPixmap(QPointF(round(left), round(box.center().y() - side / 2)), check)
        painter.drawText(
            QRectF(left + side + px(2), box.y(), wide + 1, box.height()), _CENTRE, words
        )

    def _words(self, pill: PillView) -> str:
        return tr("Round {round}", round=pill.number) if pill.state == CURRENT else str(pill.number)

    def _needed(self, pills: Sequence[PillView]) -> int:
        gaps = self._theme.px(GAP) * max(0, len(pills) - 1)
        return sum(self._width(pill) for pill in pills) + gaps

    def _width(self, pill: PillView) -> int:
        return self._wide() if pill.state == CURRENT else self._theme.px(NARROW)

    def _wide(self) -> int:
        text = round(self._theme.text_width(tr("Round {round}", round=88), "strong"))
        return max(self._theme.px(WIDE), text + self._theme.px(20))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _nearest_first(pills: Sequence[PillView]) -> list[PillView]:
    now = next((pill.number for pill in pills if pill.state == CURRENT), 0)
    return sorted(pills, key=lambda pill: (pill.number < now, abs(pill.number - now)))


def _spoken(pill: PillView) -> str:
    text = {
        DONE: "Round {round} at {time}, done",
        CURRENT: "Round {round} at {time}, now",
    }.get(pill.state, "Round {round} at {time}")
    return tr(text, round=pill.number, time=pill.time)
