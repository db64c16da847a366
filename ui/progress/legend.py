"""What the cells of the heat map mean."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.progress.words import tr
from ui.theme import Theme
from ui.widgets.flow import Flow
from ui.widgets.level import paint_level
from ui.widgets.lines import wrapping
from ui.widgets.paint import mirrored, rtl, start
from ui.widgets.write import write

CHIP = 18
GAP = 5
ARROW = 12
STALE_SHOWN = 2


class LegendItem(QWidget):
    """A sign and its word: a level chip, or the two arrows when `level` is None."""

    def __init__(self, theme: Theme, text: str, level: int | None, stale: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._text = text
        self._level = level
        self._stale = stale
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """The sign and the word."""
        wide = self._theme.text_width(self._text, "caption", 500)
        return QSize(self._sign() + self._theme.px(GAP) + round(wide + 1), self._theme.px(20))

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both."""
        theme, painter = self._theme, start(self)
        high = self.height()
        if self._level is None:
            for at, icon in enumerate(("arrow-up", "arrow-down")):
                x = at * theme.px(ARROW + 5)
                place = mirrored(self, QRectF(x, (high - theme.px(ARROW)) // 2, theme.px(ARROW), 0))
                picture = theme.icon(icon, theme.px(ARROW), theme.colour("text2"))
                painter.drawPixmap(QPointF(place.topLeft()), picture)
        else:
            side = theme.px(CHIP)
            chip = mirrored(self, QRectF(0, (high - side) // 2, side, side))
            paint_level(painter, theme, chip, self._level, self._stale)
        x = self._sign() + theme.px(GAP)
        words = mirrored(self, QRectF(x, 0, self.width() - x, high))
        painter.setFont(theme.font("caption", 500))
        painter.setPen(theme.colour("text2"))
        write(painter, words, self._text, rtl(self))
        painter.end()

    def _sign(self) -> int:
        px = self._theme.px
        return px(2 * ARROW + 5) if self._level is None else px(CHIP)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class Legend(QWidget):
    """One item for each level; unless `plain`, for old evidence and a level that changed too."""

    def __init__(self, theme: Theme, plain: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plain = plain
        self._theme = theme
        self._levels: tuple[str, ...] = ()
        self._flow = Flow(theme, 14, 2, self)
        self.setAccessibleName(tr("What the cells mean"))
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred))

    def set_levels(self, levels: Sequence[str]) -> None:
        """Take a framework's words for its levels."""
        if self._levels == tuple(levels):
            return
        self._levels = tuple(levels)
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for level, word in enumerate((tr("No evidence"), *levels)):
            self._flow.addWidget(LegendItem(self._theme, word, level))
        if self._plain:
            return
        stale = min(STALE_SHOWN, len(levels))
        self._flow.addWidget(LegendItem(self._theme, tr("Older than 21 days"), stale, stale=True))
        self._flow.addWidget(LegendItem(self._theme, tr("Changed this month"), None))
