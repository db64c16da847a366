"""The class as it will be after the import, beside the table."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCollator,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.roster.notes import Member
from ui.importing.cells import Place
from ui.importing.floating_bar import FloatingBar
from ui.importing.words import say
from ui.theme import Theme
from ui.widgets.avatar import initials, paint_avatar, shape_of
from ui.widgets.button import Button
from ui.widgets.lines import TextBlock
from ui.widgets.paint import centred
from ui.widgets.surface import Surface
from ui.widgets.text import Text

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
WIDTH = 264
SIDE, GAP = 16, 10
ROW_HIGH, AVATAR = 36, 28
NEW_ICON, NEW_GAP = 12, 4


class MembersModel(QAbstractListModel):
    """Everyone by the name on the board, in the order of the alphabet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._members: list[Member] = []
        self._collator = QCollator()

    def show_members(self, members: Sequence[Member]) -> None:
        """Show these."""
        self.beginResetModel()
        self._members = sorted(members, key=lambda m: self._collator.sortKey(m.board))
        self.endResetModel()

    def member(self, index: Index) -> Member:
        """Who stands there."""
        return self._members[index.row()]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._members)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The name; for a screen reader also that it is new."""
        member = self.member(index)
        if role == Qt.ItemDataRole.AccessibleTextRole and member.row is not None:
            return say("{name}, new").format(name=member.board)
        shown = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return member.board if role in shown else None


class _MemberDelegate(QStyledItemDelegate):
    """Avatar, name, and whether it is new."""

    def __init__(self, theme: Theme, model: MembersModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one student."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        member, px = self._model.member(index), self._theme.px
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        place = Place(QRectF(option.rect), rtl)
        spot = QRectF(centred(place.part(px(SIDE), px(AVATAR)), px(AVATAR)))
        letters = initials(member.name.first, member.name.family)
        paint_avatar(painter, self._theme, spot, letters, shape_of(_shape_key(member)))
        name = self._name(member, option.rect.width())
        at = place.part(self._name_at(), name.width)
        name.paint(painter, at, self._theme.colour("text"), place.start())
        if member.row is not None:
            self._paint_new(painter, place)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """36 px, more for a name of several lines."""
        name = self._name(self._model.member(index), option.rect.width())
        px = self._theme.px
        return QSize(px(120), max(px(ROW_HIGH), name.height + px(8)))

    def _name(self, member: Member, width: int) -> TextBlock:
        room = width - self._name_at() - self._theme.px(SIDE)
        if member.row is not None:
            room -= self._new().width + self._theme.px(NEW_ICON + NEW_GAP + GAP)
        font = self._theme.font("body", 500)
        return TextBlock(member.board, font, self._theme.line_height("body"), max(room, 1))

    def _paint_new(self, painter: QPainter, place: Place) -> None:
        px, ok = self._theme.px, self._theme.colour("ok")
        words = self._new()
        x = place.rect.width() - px(SIDE) - words.width
        words.paint(painter, place.part(x, words.width), ok, place.start())
        spot = centred(place.part(x - px(NEW_GAP + NEW_ICON), px(NEW_ICON)), px(NEW_ICON))
        picture = self._theme.icon("plus", px(NEW_ICON), ok)
        painter.drawPixmap(QPointF(spot.topLeft()), picture)

    def _new(self) -> TextBlock:
        font = self._theme.font("caption", 600)
        return TextBlock(say("New"), font, self._theme.line_height("caption"))

    def _name_at(self) -> int:
        return self._theme.px(SIDE + AVATAR + GAP)


def _shape_key(member: Member) -> int:
    """A new student has no id yet, so the name gives the shape."""
    return member.id if member.id is not None else sum(map(ord, member.name.full))


class ImportMembers(Surface):
    """The list with its count, and a way to add one by hand."""

    one_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", ("end",), parent=parent)
        self._theme = theme
        self._title = Text(theme, say("Class after import"), "strong")
        self._count = Text(theme, "", "caption", "text2", tabular=True)
        self._model = MembersModel(self)
        self.list = QListView()
        self._bar = FloatingBar(theme, self.list)
        self.one = Button(theme, say("Add one student"), "user-plus", small=True)
        self.one.clicked.connect(lambda _on: self.one_asked.emit())
        self._head, self._foot = QHBoxLayout(), QHBoxLayout()
        self._bottom = Surface(theme, "surface", ("top",))
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_members(self, members: Sequence[Member]) -> None:
        """Show everyone there will be."""
        self._model.show_members(members)
        new = sum(member.row is not None for member in members)
        text = say("{now} now, {new} new") if new else say("{now} now")
        self._count.setText(text.format(now=len(members) - new, new=new))

    def offer_one(self, offered: bool) -> None:
        """Offer to add one by hand, or not."""
        self._bottom.setVisible(offered)

    def shown(self) -> list[str]:
        """The names in their order."""
        rows = range(self._model.rowCount())
        return [self._model.member(self._model.index(row)).board for row in rows]

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 1, 0)
        rows.setSpacing(0)
        rows.addLayout(self._head)
        rows.addWidget(self.list, 1)
        rows.addWidget(self._bottom)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._count)
        self._bottom.setLayout(self._foot)
        self._foot.addWidget(self.one)
        self._foot.addStretch(1)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_MemberDelegate(self._theme, self._model, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(say("Class after import"))

    def _restyle(self) -> None:
        px = self._theme.px
        self.setFixedWidth(px(WIDTH))
        self._head.setContentsMargins(px(SIDE), px(18), px(SIDE), px(13))
        self._foot.setContentsMargins(px(SIDE), px(12) + 1, px(SIDE), px(12))
        self.list.setPalette(self._theme.palette())
        self.list.doItemsLayout()
