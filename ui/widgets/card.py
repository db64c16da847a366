"""The student card of the console."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.board.text import pieces
from ui.theme import Theme
from ui.widgets.avatar import paint_avatar
from ui.widgets.card_view import CardView
from ui.widgets.card_words import hint, remarks, spoken
from ui.widgets.level import paint_level
from ui.widgets.lines import TextBlock, wrapping
from ui.widgets.marks import META_PITCH, paint_marks
from ui.widgets.paint import FINE_DASH, frame, mirrored, start, start_edge
from ui.widgets.pressable import Pressable
from ui.widgets.spoken import speak_of_ours
from ui.widgets.tip import plain_tip

NAME_PITCH = 17
META_GAP = 1


class _Setting(NamedTuple):
    """A way to set the name: beside the avatar or in its place too, and in which type."""

    avatar: bool
    role: str


_SETTINGS = tuple(
    _Setting(beside, role) for beside in (True, False) for role in ("strong", "caption")
)
_LAST = _Setting(avatar=False, role="strong")


class StudentCard(Pressable):
    """One student of the console. It paints itself and takes focus; gestures are its owner's.

    Pointer and key events pass through to the parent, except hover. `clicked` comes from a screen
    reader's press or from `click()`.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._view = CardView(0, "", "")
        self._match = ""
        self._dragging = False
        self._name: TextBlock | None = None
        self._name_width = -1
        self._whole_name = -1.0
        self._beside = (0.0, 0)
        self.setCheckable(True)
        speak_of_ours()
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed))

    @property
    def view(self) -> CardView:
        """What is shown."""
        return self._view

    def show_card(self, view: CardView) -> None:
        """Show a student; nothing is repainted when nothing differs."""
        if view == self._view:
            return
        self._view = view
        self.setAccessibleName(spoken(view))
        self.setToolTip(plain_tip(hint(view)))
        self.restyle()

    def set_selected(self, selected: bool) -> None:
        """Mark the card as the one the panel shows."""
        if selected == self.isChecked():
            return
        self.setChecked(selected)
        if QAccessible.isActive():
            now = QAccessible.Event
            said = now.SelectionAdd if selected else now.SelectionRemove
            QAccessible.updateAccessibility(QAccessibleEvent(self, said))

    def set_match(self, match: str) -> None:
        """Mark it as found by the capture line: "best", "other" or "" for not."""
        self._match = match
        self.update()

    def set_dragging(self, dragging: bool) -> None:
        """Show it as lifted."""
        if dragging != self._dragging:
            self._dragging = dragging
            self.update()

    def hasHeightForWidth(self) -> bool:
        """A narrow card breaks the name and grows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """52 px at 100 %, more when the name needs more lines.

        A word that is too long for a line is set smaller, then in the avatar's place too; only
        one that is longer still is broken.
        """
        px = self.theme.px
        if self._name_fits(width):
            return px(52)
        return max(px(52), self._block(width).height + px(16))

    def sizeHint(self) -> QSize:
        """Wide enough for the name on one line."""
        wide = round(self._name_on_one_line() + 1) + self._room_before() + self._room_after()
        return QSize(max(self.theme.px(160), wide), self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """As narrow as a few letters of a broken name."""
        least = self._room_before() + self._room_after() + self.theme.px(48)
        return QSize(least, self.theme.px(52))

    def restyle(self) -> None:
        """Forget the broken name and ask the theme again."""
        self._name_width = -1
        self._whole_name = -1.0
        self._beside = (0.0, 0)
        super().restyle()

    def nextCheckState(self) -> None:
        """Selection is the owner's: a press does not toggle it."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Left to the owner."""
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Left to the owner."""
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Left to the owner."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left to the owner."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Left to the owner."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        painter = start(self)
        self.paint_card(painter)
        painter.end()

    def state(self) -> tuple[object, ...]:
        """All that the picture depends on: while it is equal, so is the picture."""
        theme, marks = self.theme, (self._match, self._dragging, self.isChecked())
        hands = (self.isDown(), self.underMouse(), self.layoutDirection())
        return (self._view, self.size().toTuple(), theme.scheme, theme.scale, *marks, *hands)

    def paint_card(self, painter: QPainter) -> None:
        """Draw box, avatar, name, marks and level."""
        self._paint_box(painter)
        px, view = self.theme.px, self._view
        if self._setting(self.width()).avatar:
            side = px(28)
            avatar = QRectF(px(9), (self.height() - side) // 2, side, side)
            place = mirrored(self, avatar)
            paint_avatar(painter, self.theme, place, view.initials, view.shape)
        if view.levelled:
            side = px(24)
            chip = QRectF(self.width() - px(9) - side, (self.height() - side) // 2, side, side)
            paint_level(painter, self.theme, mirrored(self, chip), view.level, view.stale)
        self._paint_words(painter)

    def _paint_box(self, painter: QPainter) -> None:
        colour = self.theme.colour
        box = QRectF(self.rect())
        if self._dragging:
            frame(painter, box, 8, colour("ink"))
            frame(painter, box.adjusted(2, 2, -2, -4), 6, colour("surface"))
            return
        edge, width, dashes = self._edge()
        frame(painter, box, 8, colour(self._fill()), colour(edge), width, dashes)

    def _fill(self) -> str:
        if self.isDown():
            return "pressed"
        return "hover" if self.underMouse() else "surface"

    def _edge(self) -> tuple[str, float, tuple[float, ...]]:
        """Name of the colour, width and dashes of the edge."""
        if self.isChecked() or self._match == "best":
            return ("ink", 2, ())
        if self._match == "other":
            return ("ink", 1, FINE_DASH)
        return ("line_strong", 1, ())

    def _paint_words(self, painter: QPainter) -> None:
        px = self.theme.px
        name = self._block(self.width())
        marks = remarks(self._view) if name.lines == 1 else []
        height = name.height + (px(META_GAP) + px(META_PITCH) if marks else 0)
        before = self._room_before(self._setting(self.width()).avatar)
        wide = self.width() - before - self._room_after()
        top = round((self.height() - height) / 2)
        words = QRectF(before, top, wide, name.height)
        align = start_edge(self, Qt.AlignmentFlag.AlignTop)
        name.paint(painter, mirrored(self, words), self.theme.colour("text"), align)
        if marks:
            top += name.height + px(META_GAP)
            paint_marks(
                painter, self.theme, self, marks, QRectF(words.x(), top, wide, px(META_PITCH))
            )

    def _name_fits(self, width: int) -> bool:
        """Whether one line is enough. Layouts ask often, and this sets no type to answer."""
        scale, beside = self._beside
        if scale != self.theme.scale:
            beside = self._room_before() + self._room_after()
            self._beside = (self.theme.scale, beside)
        return self._name_on_one_line() <= width - beside

    def _name_on_one_line(self) -> float:
        if self._whole_name < 0:
            self._whole_name = self.theme.text_width(self._view.name, "strong")
        return self._whole_name

    def _block(self, width: int) -> TextBlock:
        if self._name is None or self._name_width != width:
            setting = self._setting(width)
            room = width - self._room_before(setting.avatar) - self._room_after()
            font, pitch = self.theme.font(setting.role, 600), self.theme.px(NAME_PITCH)
            self._name = TextBlock(self._view.name, font, pitch, room)
            self._name_width = width
        return self._name

    def _setting(self, width: int) -> "_Setting":
        """The first in which no word of the name is broken."""
        if self._name_fits(width):
            return _SETTINGS[0]
        for setting in _SETTINGS:
            room = width - self._room_before(setting.avatar) - self._room_after()
            words = pieces(self._view.name)
            if all(self.theme.text_width(word, setting.role, 600) <= room for word in words):
                return setting
        return _LAST

    def _room_before(self, avatar: bool = True) -> int:
        px = self.theme.px
        return px(9) + (px(28) + px(8) if avatar else 0)

    def _room_after(self) -> int:
        px = self.theme.px
        return px(9) + (px(24) + px(6) if self._view.levelled else 0)
