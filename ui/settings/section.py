"""A titled box of lines on the settings page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.surface import Surface
from ui.widgets.text import Text


class Section(Surface):
    """Lines of words with a control at the end; with large text the control goes below."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, "surface", radius=12)
        self._rows: list[QBoxLayout] = []
        self._column = QVBoxLayout(self)
        self._column.addWidget(Text(theme, title, "title"))
        self.setAccessibleName(title)
        self._restyle()
        theme.changed.connect(self._restyle)

    def add_line(self, title: str, said: str, *controls: QWidget) -> None:
        """A line: what it is about, what it means, and what sets it."""
        words = QVBoxLayout()
        words.setSpacing(0)
        for text, role, colour in ((title, "strong", "text"), (said, "small", "text2")):
            if text:
                line = Text(self._theme, text, role, colour)
                line.setWordWrap(True)
                words.addWidget(line)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.addLayout(words, 1)
        for control in controls:
            row.addWidget(control)
        self._rows.append(row)
        self._column.addLayout(row)
        self._restyle()

    def add_widget(self, widget: QWidget) -> None:
        """Something of the width of the box."""
        self._column.addWidget(widget)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(20), px(16), px(20), px(18))
        self._column.setSpacing(px(16))
        large = self._theme.scale > 1.3
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        for row in self._rows:
            row.setDirection(below if large else beside)
            row.setSpacing(px(12))
            self._align(row, large)

    def _align(self, row: QBoxLayout, below: bool) -> None:
        """Below the words a control keeps its own width, or the row would be cut to it."""
        side = Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag(0)
        for at in range(row.count()):
            item = row.itemAt(at)
            if item is not None and (control := item.widget()) is not None:
                row.setAlignment(control, side)
