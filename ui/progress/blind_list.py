"""In the panel: the skills on which students were not seen although they were there."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.attention import overlooked
from app.domain.ids import SkillId
from app.domain.progress import ProgressTable
from ui.progress.choice import BY_SKILL
from ui.progress.filters import BLIND, Filter
from ui.progress.words import counted, tr
from ui.theme import Theme
from ui.widgets.lines import TextBlock, wrapping
from ui.widgets.paint import mirrored, rtl, start, start_edge
from ui.widgets.pressable import Pressable
from ui.widgets.text import Text
from ui.widgets.write import write

MOST = 5
HIGH = 32


class BlindRow(Pressable):
    """A skill and how many students; pressed, it asks to see them alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.skill_id: SkillId | None = None
        self._figure = ""
        self.setSizePolicy(wrapping())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_skill(self, skill: SkillId, statement: str, count: int) -> None:
        """Show a skill."""
        figure = counted("%n student", "%n students", count)
        if (skill, statement, figure) == (self.skill_id, self.label(), self._figure):
            return
        self.skill_id, self._figure = skill, figure
        self.setText(statement)
        self.setAccessibleName(
            tr(
                "{skill}, {students} here but not seen on it",
                skill=statement,
                students=self._figure,
            )
        )

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self.theme.px(160), self.theme.px(HIGH))

    def hasHeightForWidth(self) -> bool:
        """A long statement wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the statement needs."""
        return max(self.theme.px(HIGH), self._words(width).height + self.theme.px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw statement and figure."""
        painter, theme = start(self), self.theme
        self.paint_ground(painter)
        place = mirrored(self, QRectF(0, 0, self._room(self.width()), self.height() - theme.px(2)))
        side = start_edge(self, Qt.AlignmentFlag.AlignVCenter)
        self._words(self.width()).paint(painter, place, theme.colour("text"), side)
        wide = self._figure_width()
        painter.setFont(theme.font("caption", 600, tabular=True))
        painter.setPen(theme.colour("warn"))
        figure = mirrored(self, QRectF(self.width() - wide, 0, wide, self.height()))
        write(painter, figure, self._figure, rtl(self), at_end=True)
        painter.end()

    def _figure_width(self) -> int:
        metrics = QFontMetricsF(self.theme.font("caption", 600, tabular=True))
        return round(metrics.horizontalAdvance(self._figure) + 1)

    def _room(self, width: int) -> int:
        return max(1, width - self._figure_width() - self.theme.px(8))

    def _words(self, width: int) -> TextBlock:
        font = self.theme.font("small", 500)
        return TextBlock(self.label(), font, self.theme.px(18), self._room(width))


class BlindList(QWidget):
    """The skills with the most blind spots; `wanted` gives the filter that shows who they are."""

    wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[BlindRow] = []
        self._nothing = Text(theme, tr("Nobody was overlooked."), "small", "text2")
        self._nothing.setWordWrap(True)
        remark = Text(theme, tr("Here, and not seen on it for 21 days"), "caption", "text2")
        remark.setWordWrap(True)
        self._list = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addWidget(Text(theme, tr("Blind spots"), "strong"))
        self._column.addWidget(remark)
        self._column.addWidget(self._nothing)
        self._column.addLayout(self._list)
        self.setAccessibleName(tr("Blind spots"))
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def rows(self) -> list[BlindRow]:
        """The rows that are shown."""
        return [row for row in self._rows if not row.isHidden()]

    def show_table(self, table: ProgressTable) -> None:
        """Show a class; without any evidence everything would be one, so nothing is."""
        seen = any(cell.seen_at for row in table.rows for cell in row.cells)
        found = overlooked(table)[:MOST] if seen else []
        while len(self._rows) < len(found):
            self._add()
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(found))
            if at < len(found):
                column, count = table.columns[found[at][0]], found[at][1]
                row.show_skill(column.skill_id, column.statement, count)
        self.setVisible(seen)
        self._nothing.setVisible(not found)

    def _add(self) -> None:
        row = BlindRow(self._theme, self)
        row.clicked.connect(lambda: self.wanted.emit(Filter(BY_SKILL, BLIND, row.skill_id)))
        self._rows.append(row)
        self._list.addWidget(row)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(4))
        self._list.setSpacing(0)
