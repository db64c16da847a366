"""What all buttons that paint themselves share."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.paint import frame
from ui.widgets.ring import Ring

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Pressable(QAbstractButton):
    """A button with the theme, the focus ring and hover; its look is the subclass's."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        radius: float = 8,
        ring: str = "focus",
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.ring = Ring(theme, self, radius, ring)
        self._radius = radius
        self._label = ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)

    def setText(self, text: str) -> None:
        """Show a text as it is: an & in a name is an &, not a shortcut."""
        self._label = text
        super().setText(text.replace("&", "&&"))
        self.restyle()

    def label(self) -> str:
        """The text as it was given."""
        return self._label

    def restyle(self) -> None:
        """Ask the theme again."""
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """As the size hint: words are never cut."""
        return self.sizeHint()

    def box_paints(self) -> tuple[str, str]:
        """Names of the fill and edge of an ordinary box in the present state."""
        if not self.isEnabled():
            return "sunken", "line_strong"
        if self.isDown():
            return "pressed", "control"
        return ("hover" if self.underMouse() else "surface"), "control"

    def paint_ground(self, painter: QPainter) -> None:
        """Fill the whole of it while it is pointed at or pressed; else what lies behind shows."""
        if self.isDown() or self.underMouse():
            fill = self.theme.colour("pressed" if self.isDown() else "hover")
            frame(painter, QRectF(self.rect()), self._radius, fill)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as the space bar does."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring for the keyboard."""
        super().focusInEvent(event)
        self.ring.focus_in(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.ring.focus_out(event)


class WordLine(Pressable):
    """As wide as there is room for, and as high as its words need at that width."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, radius: float = 8, ring: str = "focus"
    ) -> None:
        super().__init__(theme, parent, radius, ring)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the words elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
