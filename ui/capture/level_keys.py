"""The level of a capture line: small levels to click until one is typed, then what it was."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.capture.words import tr
from ui.theme import Theme
from ui.widgets.flow import Flow
from ui.widgets.level import LevelChip, paint_level
from ui.widgets.paint import start
from ui.widgets.pressable import Pressable
from ui.widgets.text import Text
from ui.widgets.tip import plain_tip

SIDE = 32


class LevelKey(Pressable):
    """One level to click."""

    def __init__(self, theme: Theme, level: int, word: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.level = level
        name = tr("{level} {word}", level=level, word=word)
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Large enough to hit."""
        side = self.theme.px(SIDE)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the level; the place it can be hit in shows when it is pointed at."""
        painter = start(self)
        self.paint_ground(painter)
        around = (self.width() - self.theme.px(26)) / 2
        place = QRectF(self.rect()).adjusted(around, around, -around, -around)
        paint_level(painter, self.theme, place, self.level)
        painter.end()


class LevelKeys(QWidget):
    """One key a level; `pressed` names it."""

    pressed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words: tuple[str, ...] = ()
        self.keys: list[LevelKey] = []
        self._flow = Flow(theme, 0, 0, self)

    def show_levels(self, words: Sequence[str]) -> None:
        """Offer these levels."""
        if tuple(words) == self._words:
            return
        self._words = tuple(words)
        for key in self.keys:
            self._flow.removeWidget(key)
            key.deleteLater()
        self.keys = [self._key(level, word) for level, word in enumerate(words, start=1)]

    def _key(self, level: int, word: str) -> LevelKey:
        key = LevelKey(self._theme, level, word, self)
        key.clicked.connect(lambda: self.pressed.emit(level))
        self._flow.addWidget(key)
        key.show()
        return key


class WasLine(QWidget):
    """What the level was, and when: "was 2 on Tue"."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._before = Text(theme, role="small", colour="text2")
        self._chip = LevelChip(theme, 20)
        self._after = Text(theme, role="small", colour="text2")
        self._row = QHBoxLayout(self)
        for part in (self._before, self._chip, self._after):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._space()
        theme.changed.connect(self._space)

    def show_level(self, level: int, day: str) -> None:
        """Show a level and its day in words."""
        said = tr("was {level} {day}", level="\n", day=day)
        before, _, after = said.partition("\n")
        self._before.setText(before.strip())
        self._after.setText(after.strip())
        self._chip.show_level(level)
        self._chip.setAccessibleName(str(level))
        self.setAccessibleName(tr("was {level} {day}", level=level, day=day))

    def _space(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(9), 0, 0, 0)
        self._row.setSpacing(px(8))
        self.setFixedHeight(px(SIDE))
