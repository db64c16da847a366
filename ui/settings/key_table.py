"""All keys and what they do."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.live.key_lines import KEYS
from ui.theme import Theme
from ui.widgets.flow import Flow
from ui.widgets.keycap import Keycap
from ui.widgets.text import Text


class KeyTable(QWidget):
    """The keys of the lesson, and those that work everywhere."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        grid, px = QGridLayout(self), theme.px
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(20))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(1, 1)
        for line in KEYS:
            row = grid.rowCount()
            if line.heading:
                head = Text(theme, _live(line.heading), "small", "text2", weight=600)
                head.setContentsMargins(0, px(8) if row > 1 else 0, 0, 0)
                grid.addWidget(head, row, 0, 1, 2)
                row += 1
            caps = QWidget()
            Flow(theme, 4, 4, caps).addWidget(Keycap(theme, _live(line.keys)))
            text = Text(theme, _live(line.does), "small")
            text.setWordWrap(True)
            grid.addWidget(caps, row, 0)
            grid.addWidget(text, row, 1)


def _live(text: str) -> str:
    return QCoreApplication.translate("Live", text)
