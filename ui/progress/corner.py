"""Above the names: what the bars count, and the order of the rows."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.ids import SkillId
from ui.progress.layout import BARS, INSET, TEXT, WORDS
from ui.progress.words import tr
from ui.theme import Theme
from ui.widgets.lines import TextBlock
from ui.widgets.menu import Menu
from ui.widgets.paint import mirrored, rtl, start, start_edge
from ui.widgets.pressable import Pressable
from ui.widgets.write import write

Choice = tuple[str, SkillId | None, str]
"""What to order by, the skill if it is one, and the words for it."""


class OrderButton(Pressable):
    """A word and a caret: opens the ways the rows can be ordered."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, radius=6)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(tr("Student"))
        self.setToolTip(tr("Order the rows"))
        self.setAccessibleName(tr("Order of the rows"))

    def sizeHint(self) -> QSize:
        """The word and the caret."""
        px = self.theme.px
        wide = self.theme.text_width(self.label(), "caption", 600)
        return QSize(px(TEXT) * 2 + round(wide) + px(6 + 14), px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the word and the caret."""
        painter = start(self)
        px, theme = self.theme.px, self.theme
        ink = theme.colour("text" if self.underMouse() else "text2")
        wide = round(theme.text_width(self.label(), "caption", 600)) + 1
        painter.setFont(theme.font("caption", 600))
        painter.setPen(ink)
        words = mirrored(self, QRectF(px(TEXT), 0, wide, self.height()))
        write(painter, words, self.label(), rtl(self))
        caret = QRectF(px(TEXT) + wide + px(5), (self.height() - px(12)) // 2, px(12), px(12))
        spot = mirrored(self, caret).topLeft().toPoint()
        painter.drawPixmap(spot, theme.icon("caret-down", px(12), ink))
        painter.end()


class Corner(QWidget):
    """Says what the bars are, or what a numbered heading stands for."""

    order_wanted = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hint = ""
        self._choices: tuple[Choice, ...] = ()
        self.button = OrderButton(theme, self)
        self.button.clicked.connect(self._open_menu)

    def set_choices(self, choices: Sequence[Choice], chosen: str) -> None:
        """Offer these orders; `chosen` is the word of the one in use."""
        self._choices = tuple(choices)
        self.button.setAccessibleDescription(chosen)

    def set_hint(self, hint: str) -> None:
        """Say this instead of what the bars are; empty for nothing."""
        if hint != self._hint:
            self._hint = hint
            self.update()

    def menu(self) -> Menu:
        """The orders there are, to be popped up."""
        menu = Menu(self._theme, self)
        chosen = self.button.accessibleDescription()
        for by, skill, text in self._choices:
            want = partial(self.order_wanted.emit, by, skill)
            menu.add_choice(text, text == chosen, want)
        return menu

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        px, theme = self._theme.px, self._theme
        painter = start(self)
        painter.fillRect(self.rect(), theme.colour("canvas"))
        text = self._hint or tr("Students per level")
        place = QRectF(INSET + px(TEXT), 0, self.width() - INSET - px(TEXT + 8), px(BARS[1] - 4))
        block = TextBlock(text, theme.font("caption", 500), px(15), place.width())
        side = start_edge(self, Qt.AlignmentFlag.AlignBottom)
        block.paint(painter, mirrored(self, place), theme.colour("text2"), side)
        painter.end()

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Put the button below the words."""
        px, size = self._theme.px, self.button.sizeHint()
        top = px(WORDS) - px(1)
        place = mirrored(self, QRectF(INSET, top, size.width(), size.height()))
        self.button.setGeometry(QRect(place.toRect()))
