"""One student who might come to the teacher's table next."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain.ids import StudentId
from ui.theme import Theme
from ui.widgets.avatar import paint_avatar
from ui.widgets.button import Button
from ui.widgets.lines import TextBlock, wrapping
from ui.widgets.paint import mirrored, start, start_edge
from ui.widgets.pressable import Pressable

AVATAR = 24
TEXT = 32
LOWEST = 40
END = 36


class NextView(NamedTuple):
    """A name and why. `warning` is what speaks against it at the table, empty for nothing."""

    student: StudentId
    name: str
    initials: str
    shape: str
    why: str
    warning: str
    move: str
    """What the button does, in words."""


class NextName(Pressable):
    """Name and reason; a click looks at the student."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, radius=6)
        self._view = NextView(StudentId(0), "", "", "", "", "", "")
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred))

    @property
    def view(self) -> NextView:
        return self._view

    def show_view(self, view: NextView) -> None:
        """Name another student, or another reason."""
        if view != self._view:
            self._view = view
            self.setText(view.name)
            parts = (view.name, view.why, view.warning)
            self.setAccessibleName(", ".join(part for part in parts if part))
            self.restyle()

    def hasHeightForWidth(self) -> bool:
        """Names and reasons may need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Name, reason and warning one below the other."""
        blocks = self._blocks(width)
        needed = sum(block.height for block, _ in blocks)
        return max(self.theme.px(LOWEST), needed + self.theme.px(4))

    def sizeHint(self) -> QSize:
        """As high as the words need at this width."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """As narrow as a few letters."""
        return QSize(self.theme.px(100), self.theme.px(LOWEST))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw avatar, name and reason."""
        painter = start(self)
        colour, px = self.theme.colour, self.theme.px
        self.paint_ground(painter)
        side = px(AVATAR)
        face = mirrored(self, QRectF(0, (self.height() - side) // 2, side, side))
        paint_avatar(painter, self.theme, face, self._view.initials, self._view.shape)
        blocks = self._blocks(self.width())
        top = (self.height() - sum(block.height for block, _ in blocks)) / 2
        align = start_edge(self, Qt.AlignmentFlag.AlignTop)
        for block, ink in blocks:
            room = QRectF(px(TEXT), top, self._room(self.width()), block.height)
            block.paint(painter, mirrored(self, room), colour(ink), align)
            top += block.height
        painter.end()

    def _blocks(self, width: int) -> list[tuple[TextBlock, str]]:
        theme, room = self.theme, self._room(width)
        texts = (
            (self._view.name, "body", "text"),
            (self._view.why, "caption", "text2"),
            (self._view.warning, "caption", "warn"),
        )
        return [
            (TextBlock(text, theme.font(role, 500), theme.line_height(role), room), ink)
            for text, role, ink in texts
            if text
        ]

    def _room(self, width: int) -> int:
        return max(self.theme.px(60), width - self.theme.px(TEXT))


class NextRow(QWidget):
    """The name, and a button that brings the student to the table."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = NextName(theme, self)
        self.button = Button(theme, icon="chalkboard-teacher", kind="quiet", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self.name, 1)
        row.addWidget(self.button)

    def show_view(self, view: NextView) -> None:
        """Show a student."""
        self.name.show_view(view)
        self.button.setAccessibleName(view.move)
        says = f"{view.move}. {view.warning}" if view.warning else view.move
        self.button.setToolTip(says)
