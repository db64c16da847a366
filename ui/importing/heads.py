"""What stands above the table of an import: headings, and what each column is used for."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.roster.draft import RosterDraft
from ui.importing.columns import Plan, ShownColumn
from ui.importing.quiet_link import QuietLink
from ui.importing.table import ImportTable
from ui.importing.words import USES, heading_of, left_out_text, say, use_word
from ui.theme import Theme
from ui.widgets.dropdown import Dropdown
from ui.widgets.paint import start
from ui.widgets.text import Text
from ui.widgets.tip import plain_tip

HIGH = 65
INSET = 4
LABEL_AT, LABEL_TOP, LABEL_HIGH = 10, 6, 16
BOX_TOP, BOX_HIGH = 26, 32
SIDE = 8


class ImportHeads(QWidget):
    """Moves with the columns of its table. `mapped` tells (place in the list, use)."""

    mapped = Signal(int, object)
    more_asked = Signal()

    def __init__(self, theme: Theme, table: ImportTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._table = table
        self._plan = Plan((), (), 0, 0)
        self._heads: list[tuple[QWidget, ...]] = []
        self._row = Text(theme, say("Row"), "caption", "text2", self)
        self._about = Text(theme, "", "caption", "text2", self)
        self._about.setWordWrap(True)
        self.more = QuietLink(theme, parent=self)
        self.more.clicked.connect(lambda _on: self.more_asked.emit())
        table.horizontalScrollBar().valueChanged.connect(self.place)
        table.horizontalHeader().geometriesChanged.connect(self.place)
        theme.changed.connect(self.place)

    def show_plan(self, draft: RosterDraft, plan: Plan) -> None:
        """Make the heads of these columns anew."""
        focused = self._focused()
        self._plan = plan
        for parts in self._heads:
            for widget in parts:
                widget.hide()
                widget.deleteLater()
        self._heads = [self._head(draft, column) for column in plan.columns]
        self._about.setText(left_out_text(draft.left_out_kinds))
        count = len(plan.hidden)
        words = say("1 more column") if count == 1 else say("{count} more columns")
        self.more.setText(words.format(count=count))
        self.more.setVisible(bool(count))
        self.place()
        if focused is not None and focused < len(self._heads):
            self._heads[focused][-1].setFocus()

    def dropdowns(self) -> Sequence[Dropdown]:
        """The choices, in the order of the columns."""
        return [p for parts in self._heads for p in parts if isinstance(p, Dropdown)]

    def place(self) -> None:
        """Stand above the columns."""
        px = self._theme.px
        self.setFixedHeight(px(HIGH))
        number = self._section(0)
        self._row.setGeometry(number.adjusted(0, 0, 0, -1))
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(end)
        self._row.setContentsMargins(*self._sides(0, px(SIDE)))
        for at, parts in enumerate(self._heads, 1):
            self._place_head(self._section(at), parts)
        self._place_about(self._section(len(self._heads) + 1))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and lower line."""
        painter = start(self)
        painter.fillRect(self.rect(), self._theme.colour("canvas"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))
        painter.end()

    def _head(self, draft: RosterDraft, column: ShownColumn) -> tuple[QWidget, ...]:
        if column.at is None:
            name = Text(self._theme, use_word(column.use), "small", "text2", self, weight=600)
            name.show()
            return (name,)
        own = draft.columns[column.at]
        label = Text(self._theme, own.heading, "caption", "text2", self)
        label.set_elided(elided=True)
        label.setToolTip(plain_tip(own.heading))
        box = Dropdown(self._theme, small=True, parent=self)
        box.set_items([(use, use_word(use)) for use in USES])
        box.set_current(column.use)
        box.set_quiet(not column.is_name)
        box.setAccessibleName(say("{column} is used for").format(column=heading_of(own)))
        box.picked.connect(lambda use, at=own.index: self.mapped.emit(at, use))
        label.show()
        box.show()
        return label, box

    def _focused(self) -> int | None:
        return next((i for i, parts in enumerate(self._heads) if parts[-1].hasFocus()), None)

    def _section(self, at: int) -> QRect:
        left = self._table.columnViewportPosition(at) + self._table.viewport().x()
        return QRect(left, 0, self._table.columnWidth(at), self._theme.px(HIGH))

    def _place_head(self, section: QRect, parts: tuple[QWidget, ...]) -> None:
        px = self._theme.px
        box = QRect(
            section.left() + px(INSET),
            px(BOX_TOP),
            section.width() - 2 * px(INSET),
            px(BOX_HIGH),
        )
        if len(parts) == 1:
            parts[0].setGeometry(box.adjusted(px(INSET), 0, -px(INSET), 0))
            return
        parts[0].setGeometry(
            box.left() + px(LABEL_AT - INSET),
            px(LABEL_TOP),
            box.width() - 2 * px(LABEL_AT - INSET),
            px(LABEL_HIGH),
        )
        parts[1].setGeometry(box)

    def _place_about(self, section: QRect) -> None:
        px = self._theme.px
        room = section.adjusted(px(SIDE), px(SIDE), -px(SIDE), -px(SIDE))
        lower = 0 if self.more.isHidden() else self.more.sizeHint().height()
        self._about.setGeometry(room.adjusted(0, 0, 0, -lower))
        size = self.more.sizeHint()
        left = room.right() - size.width() if self._is_rtl() else room.left()
        self.more.setGeometry(left, room.bottom() - size.height() + 1, *size.toTuple())

    def _sides(self, before: int, after: int) -> tuple[int, int, int, int]:
        return (after, 0, before, 0) if self._is_rtl() else (before, 0, after, 0)

    def _is_rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft
