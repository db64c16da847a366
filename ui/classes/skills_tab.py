"""The framework of the class: a list to type or paste, and its tree."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import ClassId, SkillId
from app.domain.skill_text import OutlineLine, read_outline
from app.services.skills import SkillService
from ui.classes.rows import Rows
from ui.classes.skill_row import SkillRow
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

PREVIEW = 40


class SkillsTab(QWidget):
    """What is typed on one side is shown as a tree below it before anything is kept."""

    refused = Signal(str)

    def __init__(self, theme: Theme, skills: SkillService) -> None:
        super().__init__()
        self._theme = theme
        self._skills = skills
        self._class_id: ClassId | None = None
        self.area = TextArea(theme, self.tr("One skill on each line"))
        self.preview = Text(theme, role="small", colour="text2")
        self.add_button = Button(theme, "", "plus", "primary")
        self.empty = Text(theme, self.tr("No skills yet."), "body", "text2")
        self.rows = Rows[SkillRow](theme, self._new_row)
        self._build()
        self.area.changed.connect(self._show_preview)
        self.add_button.clicked.connect(lambda _on: self._add())

    def show_class(self, class_id: ClassId) -> int:
        """Show the framework of a class; returns how many skills take evidence."""
        if class_id != self._class_id:
            self.area.set_text("")
        self._class_id = class_id
        entries = self._skills.rows(class_id)
        self.rows.sync([entry.skill.id for entry in entries])
        for entry in entries:
            self.rows.row(entry.skill.id).show_entry(entry)
        self.empty.setVisible(not entries)
        self._show_preview()
        return len(self._skills.choices(class_id))

    def _lines(self) -> tuple[OutlineLine, ...]:
        return read_outline(self.area.text())

    def _show_preview(self) -> None:
        lines = self._lines()
        fresh = self._skills.count_new(self._class_id, lines) if self._class_id else 0
        text = "\n".join(map(_shown, lines[:PREVIEW]))
        self.preview.setText(text or self.tr("Indent a line to put it below another."))
        one = self.tr("Add 1 skill") if fresh == 1 else self.tr("Add {count} skills")
        self.add_button.setText(one.format(count=fresh) if fresh else self.tr("Add skills"))
        self.add_button.setEnabled(fresh > 0)
        there = bool(lines) and not fresh
        self.add_button.setToolTip(self.tr("All of these are there already.") if there else "")

    def _add(self) -> None:
        if self._class_id is not None:
            lines = self._lines()
            self.area.set_text("")
            self._skills.add_list(self._class_id, lines)

    def _new_row(self, skill_id: int) -> SkillRow:
        row = SkillRow(self._theme, self._skills, SkillId(skill_id))
        row.statement.refused.connect(self.refused)
        return row

    def _build(self) -> None:
        px = self._theme.px
        typed = QVBoxLayout()
        typed.setSpacing(px(10))
        typed.addWidget(Text(self._theme, self.tr("Type or paste skills"), "strong"))
        typed.addWidget(self.area, 1)
        typed.addWidget(self.add_button)
        typed.addWidget(Text(self._theme, self.tr("How it is understood"), "strong"))
        self.preview.setWordWrap(True)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.area.edit.setTabStopDistance(px(24))
        shown = Scroll(self._theme, self.preview)
        shown.setMinimumHeight(px(20))  # before the button is cut
        typed.addWidget(shown, 1)
        box = Surface(self._theme, "surface", radius=10)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(Scroll(self._theme, self.rows))
        kept = QVBoxLayout()
        kept.setSpacing(px(10))
        kept.addWidget(self.empty)
        kept.addWidget(box, 1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(px(20))
        columns.addLayout(typed, 2)
        columns.addLayout(kept, 3)


def _shown(line: OutlineLine) -> str:
    # Spaces that do not break, so that the indentation is drawn.
    indent = "\u00a0" * 6 * line.depth
    return indent + (f"{line.code}  {line.statement}" if line.code else line.statement)
