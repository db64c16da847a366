"""A student who is not at a station."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.ids import StudentId
from ui.live.tray_views import ChipView
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.avatar import paint_avatar
from ui.widgets.lines import TextBlock
from ui.widgets.paint import FINE_DASH, frame, mirrored, start, start_edge
from ui.widgets.pressable import Pressable
from ui.widgets.tip import plain_tip

AVATAR = 28
NAME = 40


class TrayChip(Pressable):
    """Name and reason in a broken edge; a click opens what can be done."""

    def __init__(self, theme: Theme, view: ChipView, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._view = view
        self._ghosted = False
        self.show_chip(view)

    @property
    def student(self) -> StudentId:
        return self._view.student

    @property
    def view(self) -> ChipView:
        return self._view

    def show_chip(self, view: ChipView) -> None:
        """Show the student as he or she is now."""
        self._view = view
        self.setText(view.name)
        self.setAccessibleName(tr("{student}, {reason}", student=view.name, reason=view.reason))
        self.setToolTip(plain_tip(f"{view.name}\n{view.reason}"))
        self.restyle()

    def set_ghost(self, ghosted: bool) -> None:
        """Show only the outline while the student is carried."""
        if ghosted != self._ghosted:
            self._ghosted = ghosted
            self.update()

    def sizeHint(self) -> QSize:
        """36 px high at 100 %, as wide as its words."""
        px = self.theme.px
        words = self._name().width + px(8) + self._reason().width
        return QSize(px(NAME) + words + px(11), px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw edge, avatar, name and reason."""
        painter = start(self)
        colour, px = self.theme.colour, self.theme.px
        fill, edge = self.box_paints()
        shown = None if self._ghosted else colour(fill)
        frame(painter, QRectF(self.rect()), 8, shown, colour(edge), 1, FINE_DASH)
        if not self._ghosted:
            side = px(AVATAR)
            place = QRectF(px(5), (self.height() - side) // 2, side, side)
            letters, shape = self._view.initials, self._view.shape
            paint_avatar(painter, self.theme, mirrored(self, place), letters, shape)
        align = start_edge(self, Qt.AlignmentFlag.AlignVCenter)
        name, reason = self._name(), self._reason()
        words = QRectF(px(NAME), -1, name.width + 1, self.height())
        ink = colour("text2" if self._ghosted else "text")
        name.paint(painter, mirrored(self, words), ink, align)
        words = QRectF(words.right() + px(7), -1, reason.width + 1, self.height())
        reason.paint(painter, mirrored(self, words), colour("text2"), align)
        painter.end()

    def _name(self) -> TextBlock:
        return TextBlock(self._view.name, self.theme.font("small", 600), self.theme.px(18))

    def _reason(self) -> TextBlock:
        return TextBlock(self._view.reason, self.theme.font("small", 500), self.theme.px(18))
