"""The foot of the palette: what the keys do, and what just happened."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.capture.words import tr
from ui.theme import Theme
from ui.widgets.keycap import Keycap
from ui.widgets.lines import TextBlock
from ui.widgets.paint import mirrored, start
from ui.widgets.pressable import Pressable
from ui.widgets.text import Text

HEIGHT = 36


class KeyHint(Pressable):
    """A key and what it does; a click does the same."""

    def __init__(self, theme: Theme, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, radius=6)
        self._key = Keycap(theme, key, self)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setText(text)
        self.setAccessibleName(tr("{key}: {does}", key=key, does=text))

    def sizeHint(self) -> QSize:
        """The key, the words and a little room around them."""
        px = self.theme.px
        return QSize(self._start() + self._words().width + px(5), px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words; the key draws itself."""
        painter = start(self)
        self.paint_ground(painter)
        words = self._words()
        top = (self.height() - words.height) / 2
        place = mirrored(self, QRectF(self._start(), top, words.width, words.height))
        words.paint(painter, place, self.theme.colour("text2"))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the key at the start."""
        super().resizeEvent(event)
        self._place_key()

    def changeEvent(self, event: QEvent) -> None:
        """The start may be at the other side."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place_key()

    def _place_key(self) -> None:
        size = self._key.sizeHint()
        top = (self.height() - size.height()) // 2
        place = QRectF(self.theme.px(5), top, size.width(), size.height())
        self._key.setGeometry(mirrored(self, place).toRect())

    def _start(self) -> int:
        return self.theme.px(5) + self._key.sizeHint().width() + self.theme.px(7)

    def _words(self) -> TextBlock:
        pitch = self.theme.line_height("caption")
        return TextBlock(self.label(), self.theme.font("caption"), pitch)


class HintBar(QWidget):
    """Signals for those who click: what each key would do."""

    turn_wanted = Signal()
    save_wanted = Signal()
    private_wanted = Signal()
    later_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.turn = KeyHint(theme, tr("Tab"), tr("next match"))
        self.save = KeyHint(theme, tr("Enter"), tr("save, stay here"))
        self.private = KeyHint(theme, tr("Ctrl Enter"), tr("for you alone"))
        self.later = KeyHint(theme, tr("Ctrl D"), tr("later"))
        self.leave = KeyHint(theme, tr("Esc"), tr("close"))
        self.message = Text(theme, role="caption", colour="text2")
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._advises = True
        self._said: tuple[str, str] | None = None
        self._row = QHBoxLayout(self)
        for hint in (self.turn, self.save, self.private, self.later, self.leave):
            self._row.addWidget(hint)
        self._row.addWidget(self.message, 1)
        self.turn.clicked.connect(lambda _: self.turn_wanted.emit())
        self.save.clicked.connect(lambda _: self.save_wanted.emit())
        self.private.clicked.connect(lambda _: self.private_wanted.emit())
        self.later.clicked.connect(lambda _: self.later_wanted.emit())
        self.leave.clicked.connect(lambda _: self.leave_wanted.emit())
        self.say("")
        self._space()
        theme.changed.connect(self._space)

    def say(self, text: str, colour: str = "text2") -> None:
        """Say something at the end of the bar; "" is the usual advice, as with every key."""
        if self._said == (text, colour):
            return
        self._said = (text, colour)
        self._advises = not text
        self.message.setText(text or tr("Words in any order. Start of a word is enough."))
        self.message.set_colour(colour)
        self._make_way()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In large letters the keys leave less room."""
        super().resizeEvent(event)
        self._make_way()

    def _make_way(self) -> None:
        """Nothing is cut: advice goes first, then the hints that are missed least.

        Whatever else is said stays, and hints make way for it.
        """
        every = [self.save, self.leave, self.turn, self.private, self.later]
        said, shown = not self._advises or self._has_room(every), list(every)
        while shown and not (self._has_room(shown) if said else self._spare(shown) >= 0):
            shown.pop()
        for hint in every:
            hint.setVisible(hint in shown)
        self.message.setVisible(said)

    def _has_room(self, shown: list[KeyHint]) -> bool:
        """Whether what is said fits beside these hints."""
        spare = self._spare(shown) - self._row.spacing()
        return spare > 0 and self.message.heightForWidth(spare) <= self.height()

    def _spare(self, shown: list[KeyHint]) -> int:
        used = sum(hint.sizeHint().width() + self._row.spacing() for hint in shown)
        around = self._row.contentsMargins()
        return self.width() - around.left() - around.right() - used + self._row.spacing()

    def _space(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(9), 0, px(14), 0)
        self._row.setSpacing(px(6))
        self.setFixedHeight(px(HEIGHT))
        self._make_way()
