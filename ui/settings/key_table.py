"""All keys and what they do."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.live.key_lines import KEYS
from ui.theme import Theme
from ui.widgets.flow import Flow
from ui.widgets.keycap import Keycap
from ui.widgets.text import Text

_EVERYWHERE = (("Ctrl Z", "Undo"), ("Ctrl Shift Z", "Redo"))


class KeyTable(QWidget):
    """The keys of the lesson, and those that work everywhere."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(20))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        known = [(line.keys, line.does) for line in KEYS]
        for row, (keys, does) in enumerate([*known, *(e for e in _EVERYWHERE if e not in known)]):
            caps = QWidget()
            flow = Flow(theme, 4, 4, caps)
            flow.addWidget(Keycap(theme, QCoreApplication.translate("Live", keys)))
            text = Text(theme, QCoreApplication.translate("Live", does), "small")
            text.setWordWrap(True)
            grid.addWidget(caps, row, 0)
            grid.addWidget(text, row, 1)
