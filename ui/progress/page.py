"""The progress page: every student on every skill, and one student's drawer over it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.domain.classes import Rule
from app.domain.ids import ClassId, SkillId, StudentId
from app.domain.progress import ProgressTable
from app.ports import Clock
from app.services.goals import GoalService
from app.services.owed import PAST
from app.services.progress import ProgressService
from app.workspace import Kinds
from ui.progress.choice import EVERYONE, Order, next_order, rows_shown, strand_only
from ui.progress.heat_map import HeatMap
from ui.progress.side_panel import SidePanel
from ui.progress.toolbar import Scope, Toolbar, scopes_of
from ui.progress.words import class_line, order_choices, tr
from ui.student.drawer import StudentDrawer
from ui.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.header import PageHeader
from ui.widgets.segmented import Segmented
from ui.widgets.surface import Surface
from ui.widgets.text import Text

PANEL_FROM = 1000
"""In a narrower page (design px) the panel gives its room to the heat map."""
FIND_WIDTH = 200
MINUTE_MS = 60_000
COMPACT, ROOMY = "compact", "roomy"
STUDENTS, SKILLS = "students", "skills"


class ProgressPage(QWidget):
    """Reads a class's progress and shows it; what is shown of it is the teacher's choice.

    `observe_wanted` gives a StudentId; `class_wanted` what to set up: "students" or "skills".
    """

    observe_wanted = Signal(object)
    class_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        progress: ProgressService,
        goals: GoalService,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._progress = progress
        self._class_id: ClassId | None = None
        self._table: ProgressTable | None = None
        self._scope: Scope | None = None
        self._order = Order()
        self.header = PageHeader(theme, tr("Progress"))
        self.search = Field(theme, tr("Find a learner"), "magnifying-glass")
        self.density = Segmented(theme)
        self.toolbar = Toolbar(theme)
        self.heat = HeatMap(theme, clock)
        self.panel = SidePanel(theme)
        self.remark = Text(theme, "", "body", "text2")
        self.empty = EmptyState(theme, "")
        self._empty_asks = ""
        self._lay_out()
        self.drawer = StudentDrawer(theme, progress, goals, clock, self)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._connect()
        self._restyle()

    def show_class(self, class_id: ClassId) -> None:
        """Show a class; another one begins with all its students and skills."""
        self._progress.forget(PAST)  # lessons may have been taught since it was seen last
        if class_id != self._class_id:
            self._class_id, self._scope, self._order = class_id, None, Order()
            self.drawer.close_drawer()
            self.search.clear()
            self.toolbar.who.set_current(EVERYONE)
        self._load()

    def on_changed(self, kinds: Kinds) -> None:
        """Ask again and draw what differs. Rules between students show nowhere here."""
        self._progress.forget(kinds)
        if self._class_id is not None and kinds != {Rule}:
            self._load()
            self.drawer.reload()

    def open_student(self, student: StudentId, by_keyboard: bool = False) -> None:
        """Open a student's drawer, or turn the open one to that student."""
        self.drawer.show_student(student, self._scope[0] if self._scope else None)
        self.drawer.open_from(self.heat)
        self.heat.set_open(student)
        self._cover(True)
        self._tell_neighbours()
        if by_keyboard:
            self.drawer.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Minutes and days go on while the page is seen."""
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._minute.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little room the panel goes."""
        super().resizeEvent(event)
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the drawer, wherever the keyboard is."""
        if event.key() == Qt.Key.Key_Escape and self.drawer.is_open():
            self.drawer.close_drawer()
        else:
            super().keyPressEvent(event)

    def _cover(self, covered: bool) -> None:
        """Nothing leads into what lies under the drawer, neither Tab nor a screen reader."""
        for part in (self.search, self.density, self.panel):
            part.setEnabled(not covered)

    def _lay_out(self) -> None:
        self.search.setClearButtonEnabled(True)
        self.density.set_items([(COMPACT, tr("Compact"), None, ""), (ROOMY, tr("Roomy"), None, "")])
        self.header.add_widget(self.search)
        self.header.add_widget(self.density)
        self._left = Surface(self._theme, "canvas")
        self._column = QVBoxLayout(self._left)
        self._column.setSpacing(0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._around = QVBoxLayout()
        self._around.addWidget(self.remark)
        self._around.addWidget(self.heat, 1)
        self._full = QWidget()
        self._full.setLayout(self._around)
        self._stack = QStackedLayout()
        self._column.addWidget(self.toolbar)
        # Before anything is in it: a stack shows its first part, and must know where.
        self._column.addLayout(self._stack, 1)
        self._stack.addWidget(self._full)
        self._stack.addWidget(self.empty)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._left, 1)
        body.addWidget(self.panel)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addLayout(body, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._show())
        self.search.returnPressed.connect(self._enter_rows)
        self.density.picked.connect(lambda key: self.heat.set_roomy(key == ROOMY))
        self.toolbar.scope_picked.connect(self._pick_scope)
        self.toolbar.who_picked.connect(lambda _who: self._show())
        self.heat.student_wanted.connect(self.open_student)
        self.heat.order_wanted.connect(self._turn_order)
        self.heat.corner.order_wanted.connect(self._set_order)
        self.panel.wanted.connect(self.open_student)
        self.empty.asked.connect(self._answer_empty)
        self.drawer.observe_wanted.connect(self.observe_wanted)
        self.drawer.step_wanted.connect(self._step)
        self.drawer.closed.connect(lambda: self.heat.set_open(None))
        self.drawer.closed.connect(lambda: self._cover(False))
        self._minute.timeout.connect(self._load)
        self._theme.changed.connect(self._restyle)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _load(self) -> None:
        if self._class_id is None:
            return
        table = self._progress.table(self._class_id, self._scope[0] if self._scope else None)
        if self._scope is not None and self._scope not in dict(scopes_of(table)):
            self._scope = None
            table = self._progress.table(self._class_id)
        if self._scope is None and table.frameworks:
            self._scope = (table.frameworks[0].id, None)
            if len(table.frameworks) > 1:
                table = self._progress.table(self._class_id, table.frameworks[0].id)
        self._table = table
        self.header.set_title(tr("Progress"), class_line(table))
        self.toolbar.show_table(table, scopes_of(table))
        if self._scope is not None:
            self.toolbar.scope.set_current(self._scope)
        self.panel.show_table(table, _most_minutes(table))
        self._show()

    def _show(self) -> None:
        """Draw the chosen part of what was read last."""
        if self._table is None:
            return
        strand = self._scope[1] if self._scope else None
        narrowed = strand_only(self._table, strand)
        who = str(self.toolbar.who.current())
        shown = rows_shown(narrowed, who, self.search.text(), self._order)
        self.heat.show_table(shown, _most_minutes(self._table), self._order)
        choices = order_choices(narrowed)
        chosen = [text for by, skill, text in choices if (by, skill) == self._order.key]
        self.heat.corner.set_choices(choices, "".join(chosen))
        self._say_what_is_missing(self._table, shown)
        self._tell_neighbours()

    def _say_what_is_missing(self, table: ProgressTable, shown: ProgressTable) -> None:
        if not table.rows:
            text = tr("No students yet. Paste your class list.")
            self._show_empty(text, tr("Paste class list"), STUDENTS)
        elif not table.columns:
            text = tr("No skills yet. Type or paste the skills you teach.")
            self._show_empty(text, tr("Add skills"), SKILLS)
        elif not shown.rows:
            self._show_empty(tr("Nobody fits."), tr("Show everyone"), EVERYONE)
        else:
            self._stack.setCurrentWidget(self._full)
        blank = not any(cell.level for row in shown.rows for cell in row.cells)
        count = len(shown.columns)
        self.remark.setText(tr("All {count} skills, no evidence yet.", count=count))
        self.remark.setVisible(blank and bool(shown.rows) and count > 0)

    def _show_empty(self, text: str, button: str, asks: str) -> None:
        self._empty_asks = asks
        self.empty.set_words(text, button)
        self._stack.setCurrentWidget(self.empty)

    def _answer_empty(self) -> None:
        if self._empty_asks != EVERYONE:
            self.class_wanted.emit(self._empty_asks)
            return
        self.toolbar.who.set_current(EVERYONE)
        self.search.clear()
        self._show()

    def _pick_scope(self, scope: Scope) -> None:
        self._scope = scope
        self._load()

    def _turn_order(self, by: str, skill: object) -> None:
        self._order = next_order(self._order, by, _skill(skill))
        self._show()

    def _set_order(self, by: str, skill: object) -> None:
        self._order = Order(by, _skill(skill))
        self._show()

    def _enter_rows(self) -> None:
        """Enter after searching goes to the first student found."""
        if self.heat.heat.rows:
            self.heat.go_to(self.heat.heat.rows[0].student_id)
            self.heat.setFocus(Qt.FocusReason.TabFocusReason)

    def _step(self, step: int) -> None:
        student = self.drawer.student_id
        beside = None if student is None else self.heat.student_beside(student, step)
        if beside is not None:
            self.heat.go_to(beside)
            self.open_student(beside)

    def _tell_neighbours(self) -> None:
        student = self.drawer.student_id
        if student is not None:
            before = self.heat.student_beside(student, -1) is not None
            self.drawer.set_neighbours(before, self.heat.student_beside(student, 1) is not None)

    def _restyle(self) -> None:
        px = self._theme.px
        self.panel.setVisible(self.width() >= px(PANEL_FROM))
        self.search.setMaximumWidth(px(FIND_WIDTH))
        self.remark.setContentsMargins(px(6), px(6), 0, px(6))
        self._around.setContentsMargins(px(14), 0, px(10), px(4))
        self._around.setSpacing(0)


def _most_minutes(table: ProgressTable) -> int:
    return max((row.minutes for row in table.rows), default=0)


def _skill(skill: object) -> SkillId | None:
    return SkillId(skill) if isinstance(skill, int) else None
