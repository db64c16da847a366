"""An icon by itself."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.paint import centred, rtl, start


class Sign(QWidget):
    """An icon that decorates: the words beside it say the same. `size` in design px."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        size: int = 16,
        colour: str = "text2",
        style: str = "bold",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._size = size
        self._colour = colour
        self._style = style
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_icon(self, icon: str, style: str = "bold") -> None:
        """Change the icon."""
        self._icon, self._style = icon, style
        self.update()

    def set_colour(self, colour: str) -> None:
        """Change the colour by its meaning."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """A square, and the margins."""
        side = self._theme.px(self._size)
        around = self.contentsMargins()
        return QSize(side + around.left() + around.right(), side + around.top() + around.bottom())

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the middle."""
        painter = start(self)
        side = self._theme.px(self._size)
        ink = self._theme.colour(self._colour)
        picture = self._theme.icon(self._icon, side, ink, self._style, rtl=rtl(self))
        place = centred(QRectF(self.contentsRect()), side)
        painter.drawPixmap(place.topLeft(), picture)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
