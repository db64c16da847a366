"""One student in the list of who is here."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.ids import StudentId
from app.domain.session import PRESENT
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.avatar import paint_avatar
from ui.widgets.lines import TextBlock, wrapping
from ui.widgets.paint import frame, mirrored, start, start_edge
from ui.widgets.pressable import Pressable

AVATAR = 28
HIGH = 48
TEXT = 46
_SIGNS = {"absent": "user-minus", "late": "clock", "away": "door", PRESENT: "check"}


class RollView(NamedTuple):
    """A student and the word that holds; `says` is empty for who is here."""

    student: StudentId
    name: str
    initials: str
    shape: str
    state: str
    says: str


class RollTile(Pressable):
    """A click says the next word. `steered` hands the arrows on."""

    steered = Signal(object)

    def __init__(self, theme: Theme, view: RollView, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._view = view
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Ignored))
        self.show_view(view)

    @property
    def view(self) -> RollView:
        return self._view

    def show_view(self, view: RollView) -> None:
        """Show the student as is said now."""
        self._view = view
        self.setText(view.name)
        said = view.says or tr("Here")
        self.setAccessibleName(tr("{student}, {reason}", student=view.name, reason=said))
        self.restyle()

    def hasHeightForWidth(self) -> bool:
        """Long names take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """48 px at 100 %, more for a name or a reason of several lines."""
        px = self.theme.px
        words = self._name(width).height + (self._says(width).height if self._view.says else 0)
        return max(px(HIGH), words + px(12))

    def sizeHint(self) -> QSize:
        """As high as the words need."""
        wide = max(self.width(), self.theme.px(160))
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """As narrow as a few letters of a broken name."""
        return QSize(self.theme.px(120), self.theme.px(HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter are a click; arrows and letters are the list's."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        else:
            self.steered.emit(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, avatar, name, and the word with its sign."""
        painter = start(self)
        colour, px, out = self.theme.colour, self.theme.px, bool(self._view.says)
        fill, edge = self.box_paints()
        if out and fill == "surface":
            fill = "sunken"
        frame(painter, QRectF(self.rect()), 8, colour(fill), colour("control" if out else edge))
        side = px(AVATAR)
        face = mirrored(self, QRectF(px(9), (self.height() - side) // 2, side, side))
        paint_avatar(painter, self.theme, face, self._view.initials, self._view.shape)
        self._paint_words(painter, out)
        side = px(16)
        ink = colour("text" if out else "text2")
        picture = self.theme.icon(_SIGNS.get(self._view.state, "door"), side, ink)
        at = QRectF(self.width() - px(10) - side, (self.height() - side) // 2, side, side)
        place = mirrored(self, at)
        painter.drawPixmap(QPointF(round(place.x()), round(place.y())), picture)
        painter.end()

    def _paint_words(self, painter: QPainter, out: bool) -> None:
        name, says = self._name(self.width()), self._says(self.width())
        height = name.height + (says.height if out else 0)
        top = (self.height() - height) / 2
        align = start_edge(self, Qt.AlignmentFlag.AlignTop)
        room = QRectF(self.theme.px(TEXT), top, self._room(self.width()), name.height)
        name.paint(painter, mirrored(self, room), self.theme.colour("text"), align)
        if out:
            room = QRectF(room.x(), top + name.height, room.width(), says.height)
            says.paint(painter, mirrored(self, room), self.theme.colour("text2"), align)

    def _name(self, width: int) -> TextBlock:
        return TextBlock(
            self.label(), self.theme.font("strong"), self.theme.px(17), self._room(width)
        )

    def _says(self, width: int) -> TextBlock:
        pitch = self.theme.line_height("caption")
        return TextBlock(self._view.says, self.theme.font("caption"), pitch, self._room(width))

    def _room(self, width: int) -> int:
        px = self.theme.px
        return max(px(40), width - px(TEXT) - px(16) - px(16))
