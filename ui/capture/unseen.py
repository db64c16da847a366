"""Who was not seen lately, longest first; a click looks at that student."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QMoveEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.unseen import Unseen
from ui.capture.text_link import TextLink
from ui.capture.words import counted, tr
from ui.theme import Theme
from ui.widgets.avatar import initials, paint_avatar, shape_of
from ui.widgets.lines import TextBlock
from ui.widgets.paint import mirrored, start
from ui.widgets.pressable import WordLine

ROW = 32
_AVATAR = 24
_TEXT = 32
_ICON = 14


class UnseenRow(WordLine):
    """One student and for how long; long names break into lines."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, radius=6)
        self._letters = ""
        self._shape = ""
        self._days = ""

    def show_student(self, unseen: Unseen) -> None:
        """Name the student."""
        self._letters = initials(unseen.first, unseen.family)
        self._shape = shape_of(unseen.id)
        self._days = tr("not yet") if unseen.days is None else _days(unseen.days)
        self.setText(unseen.name)
        if unseen.days is None:
            said = tr("{name}, not seen yet", name=unseen.name)
        else:
            said = tr("{name}, not seen for {days}", name=unseen.name, days=self._days)
        self.setAccessibleName(said)

    def sizeHint(self) -> QSize:
        """One line; more where the name needs them."""
        lines = self._name(self.width()).height
        return QSize(self.width(), max(self.theme.px(ROW), lines + self.theme.px(12)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw avatar, name and days."""
        painter = start(self)
        colour, px = self.theme.colour, self.theme.px
        self.paint_ground(painter)
        top = (self.height() - px(_AVATAR)) / 2
        face = mirrored(self, QRectF(0, top, px(_AVATAR), px(_AVATAR)))
        paint_avatar(painter, self.theme, face, self._letters, self._shape)
        name, days = self._name(self.width()), self._remark()
        at = QRectF(px(_TEXT), (self.height() - name.height) / 2, name.width, name.height)
        name.paint(painter, mirrored(self, at), colour("text"))
        left = self.width() - days.width
        at = QRectF(left, (self.height() - days.height) / 2, days.width, days.height)
        days.paint(painter, mirrored(self, at), colour("warn"))
        side = px(_ICON)
        icon = QRectF(left - px(4) - side, (self.height() - side) // 2, side, side)
        picture = self.theme.icon("clock-counter-clockwise", side, colour("warn"))
        place = mirrored(self, icon)
        painter.drawPixmap(QPointF(round(place.x()), round(place.y())), picture)
        painter.end()

    def _name(self, width: int) -> TextBlock:
        px = self.theme.px
        room = width - px(_TEXT) - self._remark().width - px(_ICON) - px(12)
        pitch = self.theme.line_height("body")
        return TextBlock(self.label(), self.theme.font("body", 500), pitch, max(room, px(60)))

    def _remark(self) -> TextBlock:
        font = self.theme.font("caption", 500, tabular=True)
        return TextBlock(self._days, font, self.theme.line_height("caption"))


class UnseenList(QWidget):
    """As many rows as there is room for; `more` is the link to the rest, `cut` says it is there."""

    student_wanted = Signal(object)
    moved = Signal()
    cut = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._unseen: tuple[Unseen, ...] = ()
        self._most = 4
        self._all = False
        self.rows: list[UnseenRow] = []
        self.more = TextLink(theme)
        self.more.clicked.connect(self._open)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.more.hide()

    def show_unseen(self, unseen: Sequence[Unseen]) -> None:
        """Show these, longest first."""
        if tuple(unseen) != self._unseen:
            self._unseen = tuple(unseen)
            self._fill()

    def fit(self, height: int) -> None:
        """Show as many as `height` px hold, at least three."""
        most = max(3, height // self._theme.px(ROW))
        if most != self._most:
            self._most = most
            self._fill()

    def moveEvent(self, event: QMoveEvent) -> None:
        """What is above has grown or shrunk: another number of rows may fit."""
        super().moveEvent(event)
        self.moved.emit()

    def _open(self) -> None:
        self._all = True
        self._fill()

    def _fill(self) -> None:
        fits = self._all or len(self._unseen) <= self._most
        shown = self._unseen if fits else self._unseen[: self._most]
        while len(self.rows) < len(shown):
            self._add_row()
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(shown))
            if at < len(shown):
                row.show_student(shown[at])
        hidden = len(self._unseen) - len(shown)
        self.more.setText(counted("and %n more", "and %n more", hidden))
        self.more.setVisible(hidden > 0)
        self.cut.emit(hidden > 0)

    def _add_row(self) -> None:
        at = len(self.rows)
        row = UnseenRow(self._theme, self)
        row.clicked.connect(lambda: self.student_wanted.emit(self._unseen[at].id))
        self.rows.append(row)
        self._column.insertWidget(at, row)


def _days(days: int) -> str:
    return counted("%n day", "%n days", days)
