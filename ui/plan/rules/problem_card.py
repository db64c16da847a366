"""A rule that does not hold: which, why, and the ways out of it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.plan.rules.view import RuleLine, Way
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.paint import fill, start
from ui.widgets.sign import Sign
from ui.widgets.text import Text
from ui.widgets.tip import plain_tip


class ProblemCard(QWidget):
    """On top of the rules. `chosen` carries the key of a way; the first one has an edge."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, line: RuleLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.line = line
        self._sign = Sign(theme, "warning", 18, "warn", "fill")
        self.title = Text(theme, line.title, "small", weight=600)
        self.text = Text(theme, line.problem, "small")
        self.buttons = [self._button(way, first=at == 0) for at, way in enumerate(line.ways)]
        self._row = QHBoxLayout(self)
        self._words = QVBoxLayout()
        self._ways = Flow(theme, 4, 4)
        self.setAccessibleName(". ".join(filter(None, (line.title, line.problem))))
        self._build()
        self._space()
        theme.changed.connect(self._space)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the warning's paper and the line below it."""
        painter = start(self)
        fill(painter, self.rect(), self._theme.colour("warn_tint"))
        edge = QRectF(0, self.height() - 1, self.width(), 1)
        fill(painter, edge, self._theme.colour("warn_line"))
        painter.end()

    def _button(self, way: Way, first: bool) -> Button:
        kind = "secondary" if first else "quiet"
        button = Button(self._theme, way.text, "", kind, small=True)
        button.setAccessibleDescription(". ".join(filter(None, (self.line.title, way.gives))))
        button.setToolTip(plain_tip(way.gives))
        button.clicked.connect(lambda _on: self.chosen.emit(way.key))
        return button

    def _build(self) -> None:
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words, 1)
        for text in (self.title, self.text):
            text.setWordWrap(True)
            text.setVisible(bool(text.text()))
            self._words.addWidget(text)
        if self.buttons:
            self._words.addSpacing(self._theme.px(8))
        self._words.addLayout(self._ways)
        for button in self.buttons:
            self._ways.addWidget(button)

    def _space(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), px(5), px(16), px(9))
        self._row.setSpacing(px(10))
        self._sign.setContentsMargins(0, px(1), 0, 0)
        self._words.setSpacing(0)
