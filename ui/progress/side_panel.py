"""Beside the heat map: who was not seen lately, and who had how much of the teacher's time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.progress import ProgressRow, ProgressTable
from ui.progress.blind_list import BlindList
from ui.progress.person_row import PersonRow
from ui.progress.suggested import SuggestedGroups
from ui.progress.words import tr
from ui.theme import Theme
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface
from ui.widgets.text import Text

WIDTH = 272


class PeopleList(QWidget):
    """A heading, a remark beside it, and students below; `wanted` gives the one clicked."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, title: str, remark: str, figure: str) -> None:
        super().__init__()
        self._theme = theme
        self._figure = figure
        self._rows: list[PersonRow] = []
        self._nobody = Text(theme, "", "small", "text2")
        self._nobody.setWordWrap(True)
        self._head = QHBoxLayout()
        self._head.addWidget(Text(theme, title, "strong"))
        self._head.addStretch(1)
        self._head.addWidget(Text(theme, remark, "caption", "text2"))
        self._list = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._nobody)
        self._column.addLayout(self._list)
        self.setAccessibleName(title)
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def rows(self) -> list[PersonRow]:
        """The rows that are shown."""
        return [row for row in self._rows if not row.isHidden()]

    def show_rows(self, rows: Sequence[ProgressRow], most_minutes: int, nobody: str) -> None:
        """Show these students, or what to say when there are none."""
        while len(self._rows) < len(rows):
            self._add()
        for at, shown in enumerate(self._rows):
            if at < len(rows):
                shown.show_row(rows[at], most_minutes)
            shown.setVisible(at < len(rows))
        self._nobody.setText(nobody)
        self._nobody.setVisible(not rows)

    def add_below(self, widget: QWidget) -> None:
        """Put something after the students."""
        self._column.addWidget(widget)

    def _add(self) -> None:
        row = PersonRow(self._theme, self._figure, self)
        row.clicked.connect(lambda: self.wanted.emit(row.student_id))
        self._rows.append(row)
        self._list.addWidget(row)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(4))
        self._list.setSpacing(0)


class SidePanel(Surface):
    """The panel at the side where reading ends.

    `wanted` gives a student, `filter_wanted` what of a skill to show alone.
    """

    wanted = Signal(object)
    filter_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, lines=("start",), parent=parent)
        self._theme = theme
        self.unseen = PeopleList(theme, tr("Not seen lately"), tr("7 days or more"), "last seen")
        self.time = PeopleList(theme, tr("With you this week"), tr("least first"), "minutes")
        self.away = Text(theme, "", "small", "text2")
        self.away.setWordWrap(True)
        self.blind = BlindList(theme)
        self.suggested = SuggestedGroups(theme)
        self._body = QWidget()
        self._rows = QVBoxLayout(self._body)
        self.unseen.add_below(self.away)
        for part in (self.suggested, self.unseen, self.blind, self.time):
            self._rows.addWidget(part)
        for people in (self.unseen, self.time):
            people.wanted.connect(self.wanted)
        self.blind.wanted.connect(self.filter_wanted)
        self._rows.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 0, 1, 0)
        around.addWidget(Scroll(theme, self._body))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_table(self, table: ProgressTable) -> None:
        """Show the whole class: who was not seen lately, what was overlooked, who had time.

        Those not seen stand longest ago first; who was away is named below them.
        """
        most = max((row.minutes for row in table.rows), default=0)
        unseen = [row for row in table.rows if row.not_seen_lately]
        unseen.sort(key=lambda row: -_days(row))
        if all(row.last_seen_days is None for row in table.rows):
            self.unseen.show_rows((), most, tr("Nothing noted yet."))
        else:
            everyone = tr("Everyone who was here was seen in the last 7 days.")
            self.unseen.show_rows(unseen, most, everyone)
        away = [row.name for row in table.rows if row.was_away]
        self.away.setText(tr("Away, so not seen: {names}", names=", ".join(away)))
        self.away.setVisible(bool(away))
        self.blind.show_table(table)
        self.suggested.show_table(table)
        time = sorted(table.rows, key=lambda row: row.minutes)
        self.time.show_rows(time, most, "")

    def _restyle(self) -> None:
        px = self._theme.px
        self._rows.setContentsMargins(px(16), px(14), px(14), px(14))
        self._rows.setSpacing(px(20))
        self.setFixedWidth(px(WIDTH))


def _days(row: ProgressRow) -> int:
    return 1_000_000 if row.last_seen_days is None else row.last_seen_days
