"""The frameworks of the class: a list to type or paste, and the tree of one of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import ClassId, FrameworkId, SkillId
from app.domain.letters import folded
from app.domain.skill_text import OutlineLine, read_outline
from app.domain.skill_tree import SkillRow as Entry
from app.errors import ClassroomError
from app.services.frameworks import FrameworkService
from ui.classes.rows import Rows
from ui.classes.skills.framework_bar import FrameworkBar
from ui.classes.skills.framework_panel import FrameworkPanel
from ui.classes.skills.framework_reading import FrameworkReading
from ui.classes.skills.skill_menu import skill_menu
from ui.classes.skills.skill_row import SkillRow
from ui.problems import problem
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

PREVIEW = 40
MOST_ROWS = 120
"""Of a framework of thousands so many entries are shown; the others are found by a word."""


class SkillsTab(QWidget):
    """What is typed on one side is shown as a tree below it before anything is kept."""

    refused = Signal(str)

    def __init__(self, theme: Theme, frameworks: FrameworkService) -> None:
        super().__init__()
        self._theme = theme
        self._skills = frameworks.skills
        self._frameworks = frameworks
        self._class_id: ClassId | None = None
        self._framework_id: FrameworkId | None = None
        self._entries: tuple[Entry, ...] = ()
        self.panel: FrameworkPanel | None = None
        self._reading: FrameworkReading | None = None
        self.area = TextArea(theme, self.tr("One skill on each line"))
        self.preview = Text(theme, role="small", colour="text2")
        self.add_button = Button(theme, "", "plus", "primary")
        self.bar = FrameworkBar(theme, frameworks)
        self.search = Field(theme, self.tr("Find a skill or a code"), "magnifying-glass")
        self.empty = Text(theme, self.tr("No skills yet."), "body", "text2")
        self.rows = Rows[SkillRow](theme, self._new_row)
        self._build()
        self.area.changed.connect(self._show_preview)
        self.add_button.clicked.connect(lambda _on: self._add())
        self.search.textChanged.connect(lambda _text: self._show_rows())
        self.bar.picked.connect(self._pick)
        self.bar.refused.connect(self.refused)
        self.bar.form_opened.connect(lambda _open: self._show_rows())
        self.bar.file.hide()  # until there is somebody who reads them

    def show_class(self, class_id: ClassId) -> int:
        """Show the frameworks of a class; returns how many of its skills take evidence."""
        if class_id != self._class_id:
            self.area.set_text("")
            self.search.clear()
            self._framework_id = None
        self._class_id = class_id
        self._framework_id = self.bar.show_frameworks(class_id, self._framework_id)
        self._entries = self._skills.rows(class_id, self._framework_id)
        self._show_rows()
        self._show_preview()
        return len(self._skills.choices(class_id))

    def read_with(self, reading: FrameworkReading) -> None:
        """Take frameworks from files from now on; the panel stands in the place of the tree."""
        panel = FrameworkPanel(self._theme, reading)
        self._kept.addWidget(panel, 1)
        self.bar.file.show()
        self._reading = reading
        self.bar.file_wanted.connect(self._choose_file)
        panel.opened.connect(self._make_room)
        reading.begun.connect(self._await)
        reading.taken.connect(self._show_taken)
        reading.refused.connect(self.refused)
        self.panel = panel

    def _choose_file(self) -> None:
        if self._class_id is not None and self._reading is not None:
            self._reading.choose(self._class_id)

    def _make_room(self, opened: bool) -> None:
        for part in (self.bar, self.search, self.empty, self._box, self._form):
            part.setVisible(not opened)
        if not opened:
            self._show_rows()

    def _await(self, framework_id: FrameworkId) -> None:
        """Show this one as soon as there is something to show: thousands are read but once."""
        self._framework_id = framework_id
        self.search.clear()

    def _show_taken(self, framework_id: FrameworkId) -> None:
        if not any(entry.skill.framework_id == framework_id for entry in self._entries[:1]):
            self._pick(framework_id)

    def _pick(self, framework_id: FrameworkId) -> None:
        self._framework_id = framework_id
        self.search.clear()
        if self._class_id is not None:
            self.show_class(self._class_id)

    def _show_rows(self) -> None:
        found = _found(self._entries, self.search.text())
        shown = found[:MOST_ROWS]
        self.rows.sync([entry.skill.id for entry in shown])
        for entry in shown:
            self.rows.row(entry.skill.id).show_entry(entry)
        form = self.bar.how.isChecked()
        self._form.setVisible(form)
        self._box.setHidden(form)
        self.search.setVisible(len(self._entries) > MOST_ROWS // 4 and not form)
        self.empty.setText(self._said(len(found)))
        self.empty.setVisible(bool(self.empty.text()) and not form)

    def _said(self, found: int) -> str:
        if not self._entries:
            return self.tr("No skills yet.")
        if not found:
            return self.tr("No skill has these words.")
        if found > MOST_ROWS:
            said = self.tr("{shown} of {found} are shown. Type a word to find the others.")
            return said.format(shown=MOST_ROWS, found=found)
        return ""

    def _lines(self) -> tuple[OutlineLine, ...]:
        return read_outline(self.area.text())

    def _show_preview(self) -> None:
        lines = self._lines()
        fresh = 0
        if self._class_id and lines:
            fresh = self._skills.count_new(self._class_id, lines, self._framework_id)
        text = "\n".join(map(_shown, lines[:PREVIEW]))
        self.preview.setText(text or self.tr("Indent a line to put it below another."))
        one = self.tr("Add 1 skill") if fresh == 1 else self.tr("Add {count} skills")
        self.add_button.setText(one.format(count=fresh) if fresh else self.tr("Add skills"))
        self.add_button.setEnabled(fresh > 0)
        there = bool(lines) and not fresh
        self.add_button.setToolTip(self.tr("All of these are there already.") if there else "")

    def _add(self) -> None:
        if self._class_id is not None:
            lines, typed = self._lines(), self.area.text()
            self.area.set_text("")
            try:
                self._skills.add_list(self._class_id, lines, self._framework_id)
            except ClassroomError as error:
                self.area.set_text(typed)
                self.refused.emit(problem(error))

    def _new_row(self, skill_id: int) -> SkillRow:
        row = SkillRow(self._theme, self._skills, SkillId(skill_id))
        row.statement.refused.connect(self.refused)
        row.menu_wanted.connect(self._open_menu)
        return row

    def _open_menu(self, skill_id: SkillId) -> None:
        entry = next((e for e in self._entries if e.skill.id == skill_id), None)
        if entry is None:
            return
        leaves = [e.skill for e in self._entries if not e.strand and not e.skill.retired]
        stations = self._frameworks.stations.stations(self._class_id) if self._class_id else ()
        menu = skill_menu(self._theme, self, entry, leaves, self._frameworks, self._run, stations)
        button = self.rows.row(skill_id).more_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        menu.aboutToHide.connect(menu.deleteLater)

    def _run(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except ClassroomError as error:
            self.refused.emit(problem(error))

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
        self._box = box = Surface(self._theme, "surface", radius=10)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(Scroll(self._theme, self.rows))
        self.empty.setWordWrap(True)
        self.search.setClearButtonEnabled(True)
        self._kept = kept = QVBoxLayout()
        kept.setSpacing(px(10))
        for part in (self.bar, self.search, self.empty):
            kept.addWidget(part)
        kept.addWidget(box, 1)
        self._form = Scroll(self._theme, self.bar.form)
        kept.addWidget(self._form, 1)
        page, whole = QWidget(), QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(self._theme, page))  # large letters may need more than there is
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(px(20))
        columns.addLayout(typed, 2)
        columns.addLayout(kept, 3)


def _found(entries: Sequence[Entry], text: str) -> Sequence[Entry]:
    """Entries that have every word of the text in their statement or code."""
    words = folded(text).split()
    if not words:
        return entries
    return [
        entry
        for entry in entries
        if all(word in folded(f"{entry.skill.code} {entry.skill.statement}") for word in words)
    ]


def _shown(line: OutlineLine) -> str:
    # Spaces that do not break, so that the indentation is drawn.
    indent = "\u00a0" * 6 * line.depth
    return indent + (f"{line.code}  {line.statement}" if line.code else line.statement)
