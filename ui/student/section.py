"""The heading of a part of the drawer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.text import Text


class SectionHead(QWidget):
    """A title, and a remark or controls at the other side."""

    def __init__(self, theme: Theme, title: str, remark: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._remark = Text(theme, remark, "caption", "text2")
        self._row = QHBoxLayout(self)
        self._row.addWidget(Text(theme, title, "small", "text2", weight=600))
        self._row.addStretch(1)
        self._row.addWidget(self._remark, 0, Qt.AlignmentFlag.AlignVCenter)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_remark(self, remark: str) -> None:
        """Change the remark."""
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))

    def add_widget(self, widget: QWidget) -> None:
        """Put a control after the remark."""
        self._row.addWidget(widget)

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(4), 0, px(4), 0)
        self._row.setSpacing(px(4))
