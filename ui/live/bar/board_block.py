"""The projected board seen from the console: a miniature, a switch, and where it is shown.

The miniature, or the word beside the switch where there is no room for it, opens the board's box.
"""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.paint import put
from ui.widgets.pressable import Pressable
from ui.widgets.sign import Sign
from ui.widgets.text import Text
from ui.widgets.toggle import Toggle

MINIATURE = (112, 56)


WHOLE, SHORT, BARE = 0, 1, 2


class Opener(Pressable):
    """Lies over the miniature: a click opens what there is to say of the board."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing of its own: the miniature is seen through it."""


class BoardBlock(QWidget):
    """SHORT, it has no miniature and no status line, BARE, only the switch, which says it all."""

    toggled = Signal(bool)
    box_wanted = Signal()

    def __init__(
        self, theme: Theme, miniature: QWidget | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._density = WHOLE
        self._miniature = miniature
        self._label = Text(theme, tr("Board"), "strong", parent=self)
        self._status = Text(theme, "", "caption", "text2", parent=self)
        self.switch = Toggle(theme, self)
        self.switch.setAccessibleName(tr("Board"))
        self.switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the cards
        self.switch.clicked.connect(self.toggled)
        if miniature is not None:
            miniature.setParent(self)
        self.opener = Opener(theme, self, radius=6)
        self.opener.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.opener.setAccessibleName(tr("Board: message, and what the last row can read"))
        self.opener.setToolTip(tr("Message on the board, and what the last row can read"))
        self.opener.clicked.connect(self.box_wanted)
        self._far = Sign(theme, "eye-slash", 14, "warn", parent=self)
        self._far.hide()

    def set_board(self, on: bool, status: str) -> None:
        """Show whether the board is open, and where: "On projector"."""
        self.switch.setChecked(on)
        self._status.setText(status)
        self.set_hint(status)

    def set_hint(self, hint: str) -> None:
        """What a tip and a screen reader say of it: a sentence may be longer than the place."""
        self.switch.setAccessibleDescription(hint)
        self.switch.setToolTip(hint)

    def set_far(self, hint: str) -> None:
        """Show that the last row cannot read all names; nothing when it can."""
        self._far.setVisible(bool(hint))
        for part in (self._far, self.opener):
            part.setToolTip(hint or tr("Message on the board, and what the last row can read"))
        self.opener.setAccessibleDescription(hint)
        self._lay_out()

    def set_density(self, density: int) -> None:
        """Take less room: WHOLE, SHORT or BARE."""
        self._density = density
        self._label.setVisible(density < BARE)
        self._status.setVisible(density == WHOLE)
        self.opener.setVisible(density < BARE)
        if self._miniature is not None:
            self._miniature.setVisible(density == WHOLE)

    def sizeHint(self) -> QSize:
        """Everything side by side."""
        px = self._theme.px
        switch = self._room_for_label() + self.switch.sizeHint().width()
        if self._density != WHOLE:
            return QSize(switch, px(76))
        words = max(switch, self._status.sizeHint().width())
        return QSize(self._room_for_miniature() + words, px(76))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay out again."""
        self._lay_out()

    def _lay_out(self) -> None:
        px, left = self._theme.px, self._room_for_miniature()
        if self._miniature is not None and left:
            self._place(self._miniature, 0, px(10), px(MINIATURE[0]), px(MINIATURE[1]))
        middle = px(28) if self._density == WHOLE else px(38)
        label, switch = self._label.sizeHint(), self.switch.sizeHint()
        self._place(self._label, left, middle - px(10), label.width(), px(20))
        at = left + self._room_for_label()
        self._place(self.switch, at, middle - switch.height() // 2, switch.width(), switch.height())
        self._place(self._status, left, px(44), self.width() - left, px(16))
        if left:
            self._place(self.opener, 0, px(10), px(MINIATURE[0]), px(MINIATURE[1]))
        else:
            self._place(self.opener, left, middle - px(16), label.width(), px(32))
        # Over the corner of the miniature, or where there is none, above the switch.
        side = px(16)
        corner = px(MINIATURE[0] - 4) if left else at
        self._place(self._far, corner, px(4), side, side)
        self._far.raise_()

    def _room_for_label(self) -> int:
        if self._density == BARE:
            return 0
        return self._label.sizeHint().width() + self._theme.px(8)

    def _room_for_miniature(self) -> int:
        if self._miniature is None or self._density != WHOLE:
            return 0
        return self._theme.px(MINIATURE[0] + 12)

    def _place(self, part: QWidget, left: int, top: int, width: int, height: int) -> None:
        put(part, self, QRect(left, top, width, height))
