"""Above the heat map: which skills, which students, and what the cells mean."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QWidget

from app.domain.ids import FrameworkId, SkillId
from app.domain.progress import ProgressTable
from ui.progress.choice import (
    EVERYONE,
    NO_TEACHER_TIME,
    NOT_SEEN,
    READY_FOR_ANY,
    STUCK_ON_ANY,
)
from ui.progress.legend import Legend
from ui.progress.words import tr
from ui.theme import Theme
from ui.widgets.dropdown import Dropdown

Scope = tuple[FrameworkId, SkillId | None]
"""A framework, and one of its strands or None for all of them."""


class Toolbar(QWidget):
    """Two choices and the legend; `scope_picked` gives a Scope, `who_picked` a group."""

    scope_picked = Signal(object)
    who_picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scopes: list[tuple[Scope, str]] | None = None
        self.scope = Dropdown(theme, small=True)
        self.scope.setAccessibleName(tr("Which skills"))
        self.who = Dropdown(theme, small=True)
        self.who.setAccessibleName(tr("Which students"))
        self.legend = Legend(theme)
        self.who.set_items(
            [
                (EVERYONE, tr("Everyone")),
                (NOT_SEEN, tr("Not seen for 7 days")),
                (NO_TEACHER_TIME, tr("No teacher time this week")),
                (STUCK_ON_ANY, tr("Stuck on a skill")),
                (READY_FOR_ANY, tr("Ready for a next skill")),
            ]
        )
        self._row = QHBoxLayout(self)
        for part in (self.scope, self.who):
            self._row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self._gap = QSpacerItem(0, 0)
        self._row.addItem(self._gap)
        self._row.addWidget(self.legend, 1, Qt.AlignmentFlag.AlignVCenter)
        self.scope.picked.connect(self.scope_picked)
        self.who.picked.connect(self.who_picked)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_table(
        self, table: ProgressTable, scopes: list[tuple[Scope, str]], scope: Scope | None
    ) -> None:
        """Offer the skills there are, and take the words of the levels."""
        if scopes != self._scopes:
            self._scopes = scopes
            self.scope.set_items(scopes)
            self.scope.setVisible(bool(scopes))
        if scope is not None:
            self.scope.set_current(scope)
        self.legend.set_levels(table.levels)

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(20), px(8), px(4), px(4))
        self._row.setSpacing(px(8))
        self._gap.changeSize(px(7), 0)
        self._row.invalidate()


def scopes_of(table: ProgressTable) -> list[tuple[Scope, str]]:
    """Each framework as a whole, then the strands of the one that is shown."""
    found: list[tuple[Scope, str]] = []
    for framework in table.frameworks:
        found.append(((framework.id, None), tr("{skills}, all skills", skills=framework.name)))
        strands = {
            column.strand_id: column.strand
            for column in table.columns
            if column.framework_id == framework.id and column.strand_id is not None
        }
        found += [((framework.id, strand), name) for strand, name in strands.items()]
    return found
