"""Scrolled areas with quiet bars."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QWidget

from ui.theme import Theme

_BAR = """
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: {wide}px; }}
QScrollBar:horizontal {{ height: {wide}px; }}
QScrollBar::handle {{ background: {grip}; border-radius: {round}px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: {least}px; }}
QScrollBar::handle:horizontal {{ min-width: {least}px; }}
QScrollBar::handle:hover {{ background: {lit}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def dress_bars(theme: Theme, area: QAbstractScrollArea) -> None:
    """Give an area's bars the theme's look now; call again when the theme changes."""
    wide = theme.px(12)
    style = _BAR.format(
        wide=wide,
        round=(wide - 6) // 2,
        least=theme.px(32),
        grip=theme.colour("control").name(),
        lit=theme.colour("text2").name(),
    )
    area.verticalScrollBar().setStyleSheet(style)
    area.horizontalScrollBar().setStyleSheet(style)


class Scroll(QScrollArea):
    """Scrolls one widget that takes the width there is; no frame, no fill of its own."""

    def __init__(
        self, theme: Theme, widget: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if widget is not None:
            self.setWidget(widget)
        self.viewport().setAutoFillBackground(False)
        self._restyle()
        theme.changed.connect(self._restyle)

    def setWidget(self, widget: QWidget) -> None:
        """Scroll this widget; what lies behind shows through."""
        super().setWidget(widget)
        widget.setAutoFillBackground(False)

    def _restyle(self) -> None:
        dress_bars(self._theme, self)
