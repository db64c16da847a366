"""The list of keys under "?"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.live.key_lines import KEYS
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.keycap import Keycap
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface
from ui.widgets.text import Text


class KeyList(Surface):
    """Lies over the console and stops nothing; Esc or "?" closes it."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, radius=12, edge="control", parent=parent)
        self._look = theme
        self._close = Button(theme, icon="x", kind="quiet", small=True)
        self._rows = QVBoxLayout(self)
        self._grid = QGridLayout()
        self._build()
        self.hide()
        theme.changed.connect(self._space)

    def open_over(self, area: QWidget) -> None:
        """Show it in the middle of an area."""
        hint, room = self.sizeHint(), area.size()
        edge = self._look.px(24)
        wide = min(hint.width() + edge, room.width() - edge)
        high = min(hint.height(), room.height() - edge)
        self.setGeometry((room.width() - wide) // 2, (room.height() - high) // 2, wide, high)
        self.show()
        self.raise_()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_list(self) -> None:
        """Go."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc or the key that opened it closes it; every other key goes on to the page."""
        if event.key() == Qt.Key.Key_Escape or event.text() == "?":
            self.close_list()
        else:
            event.ignore()

    def _build(self) -> None:
        self._close.setAccessibleName(tr("Close"))
        self._close.clicked.connect(self.close_list)
        self.setAccessibleName(tr("Keys"))
        top = QHBoxLayout()
        top.addWidget(Text(self._look, tr("Keys"), "title"))
        top.addStretch(1)
        top.addWidget(self._close)
        inside = QWidget()
        inside.setLayout(self._grid)
        for line in KEYS:
            row = self._grid.rowCount()
            if line.heading:
                head = Text(self._look, tr(line.heading), "small", "text2", weight=600)
                head.setContentsMargins(0, self._look.px(8) if row > 1 else 0, 0, 0)
                self._grid.addWidget(head, row, 0, 1, 2)
                row += 1
            caps = QHBoxLayout()
            for key in line.keys.split(" , "):
                caps.addWidget(Keycap(self._look, tr(key)))
            caps.addStretch(1)
            self._grid.addLayout(caps, row, 0)
            self._grid.addWidget(Text(self._look, tr(line.does), "small"), row, 1)
        self._grid.setColumnStretch(1, 1)
        self._rows.addLayout(top)
        self._rows.addWidget(_as_high_as_needed(Scroll(self._look, inside), inside), 1)
        self._space()

    def _space(self) -> None:
        px = self._look.px
        self._rows.setContentsMargins(px(20), px(16), px(12), px(16))
        self._rows.setSpacing(px(8))
        self._grid.setContentsMargins(0, 0, px(8), 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(6))


def _as_high_as_needed(scroll: Scroll, inside: QWidget) -> Scroll:
    scroll.setSizeAdjustPolicy(Scroll.SizeAdjustPolicy.AdjustToContents)
    inside.adjustSize()
    return scroll
