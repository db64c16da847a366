"""One entry of the framework."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from app.domain.ids import SkillId
from app.domain.skill_tree import SkillRow as Entry
from app.errors import ClassroomError
from app.services.skills import SkillService
from ui.classes.line import Line
from ui.problems import problem
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.surface import Surface
from ui.widgets.text import Text

INDENT = 24


class SkillRow(Surface):
    """Statement and heading to be typed over; retire, and delete while nothing was seen.

    `menu_wanted` gives the skill of the row, for all else that can be done with it.
    """

    menu_wanted = Signal(object)

    def __init__(self, theme: Theme, skills: SkillService, skill_id: SkillId) -> None:
        super().__init__(theme, "", ("bottom",))
        self._skills = skills
        self._id = skill_id
        self._retired = False
        self.code = Text(theme, role="caption", colour="text2")
        self.statement = Line(theme, lambda text: skills.rename(skill_id, text), self.tr("Skill"))
        self.short = Line(
            theme, lambda text: skills.set_short(skill_id, text), self.tr("Short heading")
        )
        self.more_button = Button(theme, "", "dots-three", "quiet", small=True)
        self.retire_button = Button(theme, "", "", "link", small=True)
        self.delete_button = Button(theme, "", "trash", "quiet", small=True)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(theme.px(8))
        self._row.addWidget(self.code)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.addWidget(self.statement, 3)
        self._words.addWidget(self.short, 1)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self.retire_button)
        self._row.addWidget(self.delete_button)
        self._row.addWidget(self.more_button)
        self._restyle()
        theme.changed.connect(self._restyle)
        self.retire_button.clicked.connect(lambda _on: self._retire())
        self.more_button.clicked.connect(lambda _on: self.menu_wanted.emit(self._id))
        self.delete_button.clicked.connect(lambda _on: self._delete())

    def show_entry(self, entry: Entry) -> None:
        """Show what is kept."""
        skill, px = entry.skill, self._theme.px
        self._retired = skill.retired
        self._row.setContentsMargins(px(12 + INDENT * entry.depth), px(5), px(8), px(5))
        self.code.setText(skill.code)
        self.code.setVisible(bool(skill.code))
        self.statement.show_text(skill.statement)
        self.statement.setEnabled(not skill.retired)
        self.short.show_text(skill.short)
        self.short.setVisible(not entry.strand)
        self.retire_button.setVisible(not entry.strand)
        self.retire_button.setText(self.tr("Use again") if skill.retired else self.tr("Retire"))
        named = {
            self.retire_button: self.retire_button.label(),
            self.delete_button: self.tr("Delete"),
            self.more_button: self.tr("Move, and what comes next"),
            self.short: self.tr("Short heading"),
        }
        for control, words in named.items():
            control.setAccessibleName(f"{words}: {skill.statement}")
        self.delete_button.setToolTip(self.tr("Delete"))
        self.more_button.setToolTip(self.tr("Move, and what comes next"))

    def _restyle(self) -> None:
        """Large text needs the whole width for the statement."""
        large = self._theme.scale > 1.3
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._words.setDirection(below if large else beside)
        self._words.setSpacing(self._theme.px(8))

    def _retire(self) -> None:
        if self._retired:
            self._skills.bring_back(self._id)
        else:
            self._skills.retire(self._id)

    def _delete(self) -> None:
        try:
            self._skills.delete(self._id)
        except ClassroomError as error:
            self.statement.refused.emit(problem(error))
