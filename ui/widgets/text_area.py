"""Several lines to type or paste in."""

import math

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.field import CLEAR, box_edge
from ui.widgets.paint import frame, start
from ui.widgets.scroll import dress_bars
from ui.widgets.typing import is_for_window


class TextArea(QWidget):
    """Plain text of several lines in the box of a field; `edit` is the editor inside.

    `left` comes when the keyboard goes elsewhere.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._error = False
        self._lines = (0, 0)
        self.edit = QPlainTextEdit(self)
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(placeholder)
        self.edit.setTabChangesFocus(True)
        self.edit.textChanged.connect(self.changed)
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self.edit)
        self._restyle()
        theme.changed.connect(self._restyle)

    def text(self) -> str:
        """What is in it."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Put a text in it."""
        self.edit.setPlainText(text)

    def grow(self, fewest: int, most: int) -> None:
        """Be as high as its words from now on, between so many lines."""
        self._lines = (fewest, most)
        self.edit.textChanged.connect(self._fit)
        self._fit()

    def set_error(self, error: bool) -> None:
        """Mark what was typed as not understood."""
        self._error = error
        self.update()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Redraw the edge with the focus; leave undo to the window when nothing was typed."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        if event.type() == QEvent.Type.Resize and self._lines[1]:
            QTimer.singleShot(0, self, self._fit)  # the editor breaks its lines after this
        document = self.edit.document()
        if is_for_window(event, document.isUndoAvailable(), document.isRedoAvailable()):
            event.ignore()
            return True
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box."""
        painter = start(self)
        colour = self._theme.colour
        edge, width = box_edge(self._error, self.edit.hasFocus(), self.isEnabled())
        frame(painter, QRectF(self.rect()), 8, colour("surface"), colour(edge), width)
        painter.end()

    def _fit(self) -> None:
        """Its lines break anew when it is wider, so it asks again with every width."""
        fewest, most = self._lines
        if most:
            document = self.edit.document()
            shown = min(max(document.lineCount(), fewest), most)
            around = 2 * (self._theme.px(6) + document.documentMargin() + 1)
            # A fallback font may lift a line a px above what the metrics say.
            line = math.ceil(QFontMetricsF(self.edit.font()).lineSpacing()) + 1
            self.setFixedHeight(round(shown * line + around))

    def _restyle(self) -> None:
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.Base, CLEAR)
        self.edit.setPalette(palette)
        self.edit.setFont(self._theme.font("body"))
        side, above = self._theme.px(9), self._theme.px(6)
        self._rows.setContentsMargins(side, above, side, above)
        dress_bars(self._theme, self.edit)
        self._fit()
        self.update()
