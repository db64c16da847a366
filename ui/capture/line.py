"""The line below the stations that opens the capture palette."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.capture.words import tr
from ui.theme import Theme
from ui.widgets.keycap import Keycap
from ui.widgets.lines import TextBlock
from ui.widgets.paint import frame, mirrored, start
from ui.widgets.pressable import Pressable
from ui.widgets.surface import Surface

BAR = 52
FIELD = 36
SIDE = 16
ABOVE = 9


class CaptureField(Pressable):
    """Looks like a field, and is a button: typing begins in the palette above it."""

    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._key = Keycap(theme, "/", self)
        self._observer = ""
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Capture line"))
        self.show_observer("")
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_observer(self, name: str) -> None:
        """Say who of several adults observes; "" says nothing."""
        self._observer = tr("{adult} observes", adult=name) if name else ""
        said = tr("Type a name, a level, a skill or a note. Press / from anywhere.")
        self.setAccessibleDescription(f"{self._observer}. {said}" if name else said)
        self.update()

    def sizeHint(self) -> QSize:
        """36 px high at 100 %."""
        return QSize(self.width(), self.theme.px(FIELD))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter opens the palette with that letter in it."""
        text = event.text()
        if text.strip() and text.isprintable() and text != "/":
            self.typed.emit(text)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or text == "/":
            self.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the key at the end."""
        super().resizeEvent(event)
        self._place_key()

    def changeEvent(self, event: QEvent) -> None:
        """The key changes sides with the direction of reading."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place_key()

    def restyle(self) -> None:
        """Ask the theme again."""
        super().restyle()
        self._place_key()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, pencil, example and the key that opens it."""
        painter = start(self)
        fill, edge = self.box_paints()
        frame(painter, QRectF(self.rect()), 8, self.theme.colour(fill), self.theme.colour(edge))
        px = self.theme.px
        side = px(17)
        place = mirrored(self, QRectF(px(12), (self.height() - side) // 2, side, side))
        picture = self.theme.icon("pencil-simple-line", side, self.theme.colour("text"))
        painter.drawPixmap(place.topLeft().toPoint(), picture)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        px, x = self.theme.px, float(self.theme.px(37))
        room = self._hint_start() if self._key.isVisible() else self.width()
        for block, ink, gap in self._example(room - px(12) - x):
            self._paint(painter, block, x, ink)
            x += block.width + px(gap)
        if self._key.isVisible():
            before, after = self._hint()
            self._paint(painter, before, self._hint_start(), "text2")
            self._paint(painter, after, self.width() - px(12) - after.width, "text2")

    def _paint(self, painter: QPainter, block: TextBlock, x: float, ink: str) -> None:
        top = (self.height() - block.height) / 2
        place = mirrored(self, QRectF(x, top, block.width, block.height))
        block.paint(painter, place, self.theme.colour(ink))

    def _example(self, room: float) -> list[tuple[TextBlock, str, int]]:
        """What stands in the field, with ink and gap: the example is whole or not there."""
        who = [(self._block(self._observer, "body"), "text2", 16)] if self._observer else []
        parts = [
            *who,
            (self._block(tr("Type a name…"), "body"), "text3", 8),
            (self._block(tr("for example:"), "body"), "text3", 4),
            (self._block(tr("may 3 fra explains own strategy"), "body"), "text2", 0),
        ]
        needed = sum(block.width + self.theme.px(gap) for block, _ink, gap in parts)
        return parts if needed <= room else parts[: 1 + len(who)]

    def _hint(self) -> tuple[TextBlock, TextBlock]:
        before, _, after = tr("Press {key} from anywhere", key="\n").partition("\n")
        return self._block(before.strip(), "caption"), self._block(after.strip(), "caption")

    def _hint_start(self) -> int:
        before, after = self._hint()
        px = self.theme.px
        around = before.width + after.width + self._key.sizeHint().width() + 2 * px(8)
        return self.width() - px(12) - around

    def _block(self, text: str, role: str) -> TextBlock:
        return TextBlock(text, self.theme.font(role), self.theme.line_height(role))

    def _place_key(self) -> None:
        before, _ = self._hint()
        size, px = self._key.sizeHint(), self.theme.px
        # The example matters more than the key where there is no room for both.
        self._key.setVisible(self._hint_start() > px(360))
        x = self._hint_start() + before.width + px(8)
        place = QRectF(x, (self.height() - size.height()) // 2, size.width(), size.height())
        self._key.setGeometry(mirrored(self, place).toRect())


class CaptureLine(Surface):
    """The bar with the field; `opened` comes with what was typed already."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, lines=("top",), parent=parent)
        self._look = theme
        self.field = CaptureField(theme, self)
        self.field.clicked.connect(lambda _: self.opened.emit(""))
        self.field.typed.connect(self.opened)
        theme.changed.connect(self._place)

    def show_observer(self, name: str) -> None:
        """Say who of several adults observes; "" says nothing."""
        self.field.show_observer(name)

    def sizeHint(self) -> QSize:
        """52 px high at 100 %."""
        return QSize(self._look.px(400), self._look.px(BAR))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field as wide as the bar."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        px = self._look.px
        self.field.setGeometry(px(SIDE), px(ABOVE), self.width() - 2 * px(SIDE), px(FIELD))
        self.updateGeometry()
