"""Where things stand inside a row of an import, and how they are drawn."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from app.domain.roster.notes import Cell
from ui.importing.words import RowAction, RowSay
from ui.theme import Theme
from ui.widgets.lines import UNBROKEN, TextBlock
from ui.widgets.paint import centred, frame

SIDE = 8
ICON = 16
ICON_AT = 8
WORDS_AT = 32
WORDS_LEAST = 88
GAP = 8
WAS_GAP = 6
ROW_HIGH = 40
ASK_HIGH = 56
BUTTON_HIGH = 32
BUTTON_SIDE = 11


@dataclass(frozen=True, slots=True)
class Place:
    """A cell's rectangle, and whether it is read from right to left."""

    rect: QRectF
    rtl: bool = False

    def part(self, x: float, width: float) -> QRectF:
        """A strip `x` px after the side where reading starts."""
        left = self.rect.right() - x - width if self.rtl else self.rect.left() + x
        return QRectF(left, self.rect.top(), width, self.rect.height())

    def start(self) -> Qt.AlignmentFlag:
        """The side where reading starts, in the middle from top to bottom."""
        side = Qt.AlignmentFlag.AlignRight if self.rtl else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class CellPainter:
    """Measures and draws cells; knows the theme and nothing of the table."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def name_font(self, struck: bool = False) -> QFont:
        font = self._theme.font("body")
        font.setStrikeOut(struck)
        return font

    def name_height(self, cell: Cell, width: int) -> int:
        """Px the lines of a cell need."""
        room = width - 2 * self._theme.px(SIDE)
        pitch = self._theme.line_height("body")
        wide = self.text_width(cell.text, self.name_font())
        was = self._was_width(cell)
        if wide + was <= room:
            return pitch
        lines = self._block(cell.text, room).lines
        return pitch * (lines + self._block(cell.was, room).lines if was else lines)

    def paint_name(self, painter: QPainter, place: Place, cell: Cell, paint: str) -> None:
        """What a name is now, after what it was."""
        px, colour = self._theme.px, self._theme.colour
        room = place.rect.width() - 2 * px(SIDE)
        was = self._was_width(cell)
        if was and was + self.text_width(cell.text, self.name_font()) > room:
            self._paint_stacked(painter, place, cell, paint)
            return
        x = float(px(SIDE))
        if was:
            old = self._block(cell.was, room, struck=True)
            old.paint(painter, place.part(x, old.width), colour("text2"), place.start())
            x += was
        now = self._block(cell.text, room + px(SIDE) - x)
        now.paint(painter, place.part(x, room + px(SIDE) - x), colour(paint), place.start())

    def paint_struck(self, painter: QPainter, place: Place, text: str) -> None:
        """What is left out, on one line: it is not a name, so it may end in …."""
        room = place.rect.width() - 2 * self._theme.px(SIDE)
        font = self.name_font(struck=True)
        short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        block = self._block(short, room + 1, struck=True)
        at = place.part(self._theme.px(SIDE), room + 1)
        block.paint(painter, at, self._theme.colour("text2"), place.start())

    def paint_run(self, painter: QPainter, place: Place, text: str, before: int) -> None:
        """What runs through several cells, of which this one begins `before` px into it."""
        block = self._block(text, UNBROKEN)
        at = place.part(self._theme.px(SIDE) - before, block.width)
        block.paint(painter, at, self._theme.colour("text2"), place.start())

    def paint_number(self, painter: QPainter, place: Place, text: str) -> None:
        """The number of a row, at the end of its cell."""
        font = self._theme.font("caption", tabular=True)
        block = TextBlock(text, font, self._theme.line_height("caption"))
        x = place.rect.width() - self._theme.px(SIDE) - block.width
        block.paint(painter, place.part(x, block.width), self._theme.colour("text2"), place.start())

    def note_height(
        self, text: str, look: RowSay, buttons: tuple[RowAction, ...], width: int
    ) -> int:
        """Px the lines of a note need beside its buttons, or with its buttons below."""
        lines = self._note(text, look, self._note_room(buttons, width)).height
        return lines + self._below(buttons, width)

    def paint_note(
        self,
        painter: QPainter,
        place: Place,
        text: str,
        look: RowSay,
        buttons: tuple[RowAction, ...],
    ) -> None:
        """Icon and words of a note; the buttons are drawn by themselves."""
        px, colour = self._theme.px, self._theme.colour
        width = round(place.rect.width())
        room, below = self._note_room(buttons, width), self._below(buttons, width)
        words = self._note(text, look, room)
        at = place.part(px(WORDS_AT), room).adjusted(0, 0, 0, -below)
        words.paint(painter, at, colour(look.text_paint), place.start())
        icon = place.part(px(ICON_AT), px(ICON)).adjusted(0, 0, 0, -below)
        spot = centred(icon, px(ICON))
        picture = self._theme.icon(look.icon, px(ICON), colour(look.icon_paint), look.style)
        painter.drawPixmap(QPointF(spot.topLeft()), picture)

    def button_places(
        self, place: Place, buttons: tuple[RowAction, ...]
    ) -> tuple[tuple[RowAction, QRectF], ...]:
        """Where the buttons of a note stand, at its end."""
        px = self._theme.px
        x = place.rect.width() - px(SIDE)
        below = self._below(buttons, round(place.rect.width()))
        found = []
        for action in reversed(buttons):
            size = self.button_size(action)
            x -= size.width()
            strip = place.part(x, size.width())
            low = strip.bottom() - px(SIDE) / 2 - size.height()
            top = low if below else round(strip.center().y() - size.height() / 2)
            found.append((action, QRectF(strip.left(), top, size.width(), size.height())))
            x -= px(GAP)
        return tuple(reversed(found))

    def button_size(self, action: RowAction) -> QSizeF:
        px = self._theme.px
        wide = round(self.text_width(action.text, self._theme.font("small", 600)) + 0.5)
        return QSizeF(wide + 2 * px(BUTTON_SIDE), px(BUTTON_HIGH))

    def paint_button(
        self, painter: QPainter, rect: QRectF, action: RowAction, lit: bool, down: bool
    ) -> None:
        """A button of a row: boxed ones ask, bare ones take back."""
        colour = self._theme.colour
        fill = "pressed" if down else "hover" if lit else "surface" if action.boxed else ""
        edge = colour("control") if action.boxed else None
        frame(painter, rect, 8, colour(fill) if fill else None, edge)
        font = self._theme.font("small", 600)
        block = TextBlock(action.text, font, self._theme.line_height("small"))
        block.paint(
            painter, rect, colour("warn" if action.boxed else "ink"), Qt.AlignmentFlag.AlignCenter
        )

    def paint_blank(self, painter: QPainter, place: Place, text: str, hint: str) -> None:
        """A field that waits for a name, while its row is not the present one."""
        rect = self.field_rect(place)
        colour, px = self._theme.colour, self._theme.px
        frame(painter, rect, 8, colour("surface"), colour("control"))
        block = TextBlock(text or hint, self._theme.font("body"), self._theme.line_height("body"))
        inner = Place(rect, place.rtl)
        at = inner.part(px(BUTTON_SIDE), rect.width() - 2 * px(BUTTON_SIDE))
        block.paint(painter, at, colour("text" if text else "text3"), inner.start())

    def field_rect(self, place: Place) -> QRectF:
        """Where a field stands in its cell."""
        px = self._theme.px
        strip = place.part(px(SIDE), place.rect.width() - 2 * px(SIDE))
        top = round(strip.center().y() - px(BUTTON_HIGH) / 2)
        return QRectF(strip.left(), top, strip.width(), px(BUTTON_HIGH))

    def text_width(self, text: str, font: QFont) -> float:
        return QFontMetricsF(font).horizontalAdvance(text) if text else 0.0

    def _was_width(self, cell: Cell) -> float:
        if not cell.was:
            return 0.0
        return self.text_width(cell.was, self.name_font()) + self._theme.px(WAS_GAP)

    def _paint_stacked(self, painter: QPainter, place: Place, cell: Cell, paint: str) -> None:
        px, colour = self._theme.px, self._theme.colour
        room = place.rect.width() - 2 * px(SIDE)
        old, now = self._block(cell.was, room, struck=True), self._block(cell.text, room)
        strip = place.part(px(SIDE), room)
        top = strip.top() + (strip.height() - old.height - now.height) / 2
        above = QRectF(strip.left(), top, room, old.height)
        old.paint(painter, above, colour("text2"), place.start())
        below = QRectF(strip.left(), top + old.height, room, now.height)
        now.paint(painter, below, colour(paint), place.start())

    def _block(self, text: str, width: float, struck: bool = False) -> TextBlock:
        return TextBlock(text, self.name_font(struck), self._theme.line_height("body"), width)

    def _note(self, text: str, look: RowSay, room: float) -> TextBlock:
        font = self._theme.font("small", look.weight)
        return TextBlock(text, font, self._theme.line_height("small"), room)

    def _note_room(self, buttons: tuple[RowAction, ...], width: int) -> float:
        px = self._theme.px
        whole = max(px(WORDS_LEAST), width - px(WORDS_AT) - px(SIDE))
        return whole if self._below(buttons, width) else whole - self._buttons_width(buttons)

    def _below(self, buttons: tuple[RowAction, ...], width: int) -> int:
        """Px below the words of a note for buttons that have no room beside them; mostly 0."""
        px = self._theme.px
        beside = width - px(WORDS_AT) - px(SIDE) - self._buttons_width(buttons)
        return px(BUTTON_HIGH + SIDE) if buttons and beside < px(WORDS_LEAST) else 0

    def _buttons_width(self, buttons: tuple[RowAction, ...]) -> float:
        return sum(self.button_size(action).width() + self._theme.px(GAP) for action in buttons)
