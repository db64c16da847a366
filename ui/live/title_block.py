"""Which class and lesson this is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.lines import TextBlock
from ui.widgets.paint import mirrored, start, start_edge
from ui.widgets.tip import plain_tip


class TitleBlock(QWidget):
    """The name of the class, below it subject and day."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = ""
        self._about = ""
        theme.changed.connect(self._restyle)

    def show_title(self, name: str, about: str) -> None:
        """Show another class or lesson."""
        if (name, about) != (self._name, self._about):
            self._name, self._about = name, about
            self.setAccessibleName(f"{name}, {about}")
            self.setToolTip(plain_tip(f"{name}\n{about}"))
            self._restyle()

    def sizeHint(self) -> QSize:
        """Both lines whole."""
        name = QFontMetricsF(self._name_font()).horizontalAdvance(self._name)
        about = self._theme.text_width(self._about, "caption")
        return QSize(round(max(name, about) + 1), self._theme.px(76))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the two lines; a long one ends in …, the tooltip has it whole."""
        painter = start(self)
        px, colour = self._theme.px, self._theme.colour
        self._line(self._name, self._name_font(), 24).paint(
            painter, self._box(px(16), px(24)), colour("text"), self._align()
        )
        about = self._line(self._about, self._theme.font("caption"), 20)
        about.paint(painter, self._box(px(40), px(20)), colour("text2"), self._align())
        painter.end()

    def _line(self, text: str, font: QFont, pitch: int) -> TextBlock:
        room = self.width() - self._theme.px(8) + 1
        short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        return TextBlock(short, font, self._theme.px(pitch))

    def _box(self, top: int, height: int) -> QRectF:
        return mirrored(self, QRectF(0, top, self.width(), height))

    def _align(self) -> Qt.AlignmentFlag:
        return start_edge(self, Qt.AlignmentFlag.AlignVCenter)

    def _name_font(self) -> QFont:
        return self._theme.sized_font(self._theme.px(18), 600)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
