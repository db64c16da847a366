"""A line to type in."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.paint import frame, mirrored, rtl, start
from ui.widgets.ring import UNCHANGED
from ui.widgets.typing import is_for_window

CLEAR = Qt.GlobalColor.transparent


def box_edge(error: bool, focused: bool, enabled: bool) -> tuple[str, float]:
    """Name of the colour and the width of the edge around something to type in."""
    if error:
        return "danger_line", 2
    if focused:
        return "focus", 2
    return ("control" if enabled else "line_strong"), 1


class Field(QLineEdit):
    """One line of text, 36 px high at 100 %, with an icon in front if wanted.

    Give it an accessible name; after `set_error(True)` say what is wrong beside it.
    """

    def __init__(
        self,
        theme: Theme,
        placeholder: str = "",
        icon: str = "",
        parent: QWidget | None = None,
        small: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._error = False
        self._height = 32 if small else 36
        self.setFrame(False)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_error(self, error: bool) -> None:
        """Mark what was typed as not understood."""
        self._error = error
        self.update()

    def has_error(self) -> bool:
        """Whether it is marked."""
        return self._error

    def setText(self, text: str | None, /) -> None:
        """Put a text in; unless someone is typing, its beginning is what is seen of it."""
        super().setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def clear(self) -> None:
        """Empty it for good: what stood there is done with, and undo does not bring it back."""
        self.setText("")

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window when there is no typing to take back."""
        if is_for_window(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Room for a few words."""
        return QSize(self._theme.px(180), self._theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Room for a number."""
        return QSize(self._theme.px(64), self._theme.px(self._height))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the thicker edge."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the ordinary edge, and a long text from its beginning again."""
        super().focusOutEvent(event)
        if event.reason() not in UNCHANGED:
            self.setCursorPosition(0)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Change sides with the direction of reading."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, then let Qt draw the text."""
        painter = start(self)
        colour = self._theme.colour
        edge, width = box_edge(self._error, self.hasFocus(), self.isEnabled())
        fill = colour("surface" if self.isEnabled() else "sunken")
        frame(painter, QRectF(self.rect()), 8, fill, colour(edge), width)
        if self._icon:
            side = self._theme.px(16)
            at = QRectF(self._theme.px(11), (self.height() - side) // 2, side, side)
            place = mirrored(self, at)
            picture = self._theme.icon(self._icon, side, colour("text2"))
            painter.drawPixmap(QPointF(round(place.x()), round(place.y())), picture)
        painter.end()
        super().paintEvent(event)

    def _restyle(self) -> None:
        px = self._theme.px
        palette = self._theme.palette()
        # The box is ours: Qt shall not fill its own over it.
        palette.setColor(QPalette.ColorRole.Base, CLEAR)
        self.setPalette(palette)
        self.setFont(self._theme.font("body"))
        # Qt keeps 2 px of its own beside the text, and does not mirror these margins.
        before = px(11) + px(16) + px(8) if self._icon else px(11)
        left, right = (px(11), before) if rtl(self) else (before, px(11))
        self.setTextMargins(left - 2, 0, right - 2, 0)
        self.updateGeometry()
        self.update()
