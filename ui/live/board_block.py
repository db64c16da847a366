"""The projected board seen from the console: a miniature, a switch, and where it is shown."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.text import Text
from ui.widgets.toggle import Toggle

MINIATURE = (112, 56)


class BoardBlock(QWidget):
    """Compact, it has no miniature and no status line; the switch says it in its tooltip."""

    toggled = Signal(bool)

    def __init__(
        self, theme: Theme, miniature: QWidget | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._compact = False
        self._miniature = miniature
        self._label = Text(theme, tr("Board"), "strong", parent=self)
        self._status = Text(theme, "", "caption", "text2", parent=self)
        self.switch = Toggle(theme, self)
        self.switch.setAccessibleName(tr("Board"))
        self.switch.clicked.connect(self.toggled)
        if miniature is not None:
            miniature.setParent(self)

    def set_board(self, on: bool, status: str) -> None:
        """Show whether the board is open, and where: "On projector"."""
        self.switch.setChecked(on)
        self._status.setText(status)
        self.switch.setAccessibleDescription(status)
        self.switch.setToolTip(status)

    def set_compact(self, compact: bool) -> None:
        """Take no more room than the switch needs."""
        self._compact = compact
        self._status.setVisible(not compact)
        if self._miniature is not None:
            self._miniature.setVisible(not compact)

    def sizeHint(self) -> QSize:
        """Everything side by side."""
        px = self._theme.px
        switch = self._label.sizeHint().width() + px(8) + self.switch.sizeHint().width()
        if self._compact:
            return QSize(switch, px(76))
        words = max(switch, self._status.sizeHint().width())
        return QSize(self._room_for_miniature() + words, px(76))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay out again."""
        px = self._theme.px
        left = 0 if self._compact else self._room_for_miniature()
        if self._miniature is not None and not self._compact:
            self._place(self._miniature, 0, px(10), px(MINIATURE[0]), px(MINIATURE[1]))
        label = self._label.sizeHint()
        middle = px(38) if self._compact else px(28)
        self._place(self._label, left, middle - px(10), label.width(), px(20))
        switch = self.switch.sizeHint()
        at = left + label.width() + px(8)
        self._place(self.switch, at, middle - switch.height() // 2, switch.width(), switch.height())
        self._place(self._status, left, px(44), self.width() - left, px(16))

    def _room_for_miniature(self) -> int:
        return 0 if self._miniature is None else self._theme.px(MINIATURE[0] + 12)

    def _place(self, part: QWidget, left: int, top: int, width: int, height: int) -> None:
        place = QRect(left, top, width, height)
        part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
