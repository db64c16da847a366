"""The progress page: every student on every skill, and one student's drawer over it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.classes import Rule
from app.domain.ids import ClassId, StudentId
from app.domain.progress import ProgressTable
from app.domain.voice import Need, Reflection
from app.ports import Clock
from app.services.goals import GoalService
from app.services.owed import PAST
from app.services.progress import ProgressService
from app.workspace import Kinds
from ui.paper.papers import printing_menu
from ui.progress.choice import EVERYONE
from ui.progress.choosing import Choosing
from ui.progress.fitting import fits_beside_panel
from ui.progress.missing import missing_words
from ui.progress.parts import ROOMY, Parts
from ui.progress.picked import picked
from ui.progress.toolbar import Scope, scopes_of
from ui.progress.words import class_line, tr
from ui.student.drawer import StudentDrawer
from ui.theme import Theme

MINUTE_MS = 60_000


class ProgressPage(QWidget):
    """Reads a class's progress and shows it; what is shown of it is the teacher's choice.

    `observe_wanted` gives a StudentId; `class_wanted` what to set up: "students" or "skills".
    `paper_wanted` and `pdf_wanted` ask for what is `shown` on one page; `group_wanted` gives who
    is `Picked` for the next lesson.
    """

    observe_wanted = Signal(object)
    class_wanted = Signal(str)
    paper_wanted = Signal()
    pdf_wanted = Signal()
    group_wanted = Signal(object)

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
        self.shown: ProgressTable | None = None
        self._scope: Scope | None = None
        self._beside: bool | None = None
        self._empty_asks = ""
        self.parts = Parts(theme, clock, self)
        self.choosing = Choosing(theme, self.parts, self)
        self.header, self.search, self.density = (
            self.parts.header,
            self.parts.search,
            self.parts.density,
        )
        self.toolbar, self.heat, self.panel = self.parts.toolbar, self.parts.heat, self.parts.panel
        self.remark, self.empty = self.parts.remark, self.parts.empty
        self.drawer = StudentDrawer(theme, progress, goals, clock, self)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._connect()
        self._restyle()

    @property
    def class_id(self) -> ClassId | None:
        """The class that is shown."""
        return self._class_id

    def show_class(self, class_id: ClassId) -> None:
        """Show a class; another one begins with all its students and skills."""
        self._progress.forget(PAST)  # lessons may have been taught since it was seen last
        if class_id != self._class_id:
            self._class_id, self._scope, self._beside, self._table = class_id, None, None, None
            self.heat.picking.clear()
            self.drawer.close_drawer()
            self.choosing.begin()
        self._load()

    def on_changed(self, kinds: Kinds) -> None:
        """Ask again and draw what differs. Rules between students show nowhere here.

        What students say of themselves and what they need stands in the drawer alone.
        """
        self._progress.forget(kinds)
        if self._class_id is None or kinds == {Rule}:
            return
        if kinds - {Reflection, Need}:
            self._load()
        self.drawer.reload()

    def open_student(self, student: StudentId, by_keyboard: bool = False) -> None:
        """Open a student's drawer, or turn the open one to that student."""
        self.drawer.show_student(student, self._scope[0] if self._scope else None)
        self.drawer.open_from(self.heat)
        self.heat.set_open(student)
        self.parts.cover(True)
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

    def _connect(self) -> None:
        self.choosing.changed.connect(self._show)
        self.search.returnPressed.connect(self._enter_rows)
        self.density.picked.connect(lambda key: self.heat.set_roomy(key == ROOMY))
        self.parts.beside.clicked.connect(self._turn_beside)
        self.parts.printing.clicked.connect(self._open_printing)
        self.toolbar.scope_picked.connect(self._pick_scope)
        self.heat.student_wanted.connect(self.open_student)
        self.heat.skill_wanted.connect(self.drawer.show_skill)
        self.heat.picking.changed.connect(self._show_picked)
        self.parts.picks.cleared.connect(self.heat.picking.clear)
        self.parts.picks.planned.connect(self._plan_picked)
        self.panel.wanted.connect(self.open_student)
        self.empty.asked.connect(self._answer_empty)
        self.drawer.observe_wanted.connect(self.observe_wanted)
        self.drawer.step_wanted.connect(self._step)
        self.drawer.closed.connect(lambda: self.heat.set_open(None))
        self.drawer.closed.connect(lambda: self.parts.cover(False))
        self._minute.timeout.connect(self._load)
        self._theme.changed.connect(self._restyle)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _load(self) -> None:
        """Read what the last write touched; everything when that is not known."""
        if self._class_id is None:
            return
        again = self._progress.again(self._table) if self._table is not None else None
        self._table = again or self._whole(self._class_id)
        self.header.set_title(tr("Progress"), class_line(self._table))
        self.toolbar.show_table(self._table, scopes_of(self._table), self._scope)
        self.panel.show_table(self._table)
        self._show()

    def _whole(self, class_id: ClassId) -> ProgressTable:
        table = self._progress.table(class_id, self._scope[0] if self._scope else None)
        if self._scope is not None and self._scope not in dict(scopes_of(table)):
            self._scope = None
            table = self._progress.table(class_id)
        if self._scope is None and table.frameworks:
            self._scope = (table.frameworks[0].id, None)
            if len(table.frameworks) > 1:
                table = self._progress.table(class_id, table.frameworks[0].id)
        return table

    def _show(self) -> None:
        """Draw the chosen part of what was read last."""
        if self._table is None:
            return
        whole = self._table
        self.shown = self.choosing.shown(whole, self._scope[1] if self._scope else None)
        self.heat.show_table(self.shown, _most_minutes(whole), self.choosing.chosen.order)
        self._say_what_is_missing(whole, self.shown)
        self._show_picked()
        self._place_panel()
        self._tell_neighbours()

    def _show_picked(self) -> None:
        if self._table is not None:
            self.parts.picks.show_picked(picked(self._table, self.heat.heat.picks))

    def _plan_picked(self) -> None:
        if self._table is not None:
            self.group_wanted.emit(picked(self._table, self.heat.heat.picks))

    def _say_what_is_missing(self, whole: ProgressTable, shown: ProgressTable) -> None:
        text, button, self._empty_asks = missing_words(whole, shown)
        if text:
            self.parts.show_empty(text, button)
        else:
            self.parts.show_heat()
        blank = not any(cell.seen_at for row in shown.rows for cell in row.cells)
        count = len(whole.columns)
        self.remark.setText(tr("All {count} skills, no evidence yet.", count=count))
        self.remark.setVisible(blank and bool(shown.rows) and count > 0)

    def _answer_empty(self) -> None:
        if self._empty_asks == EVERYONE:
            self.choosing.show_everyone()
        else:
            self.class_wanted.emit(self._empty_asks)

    def _pick_scope(self, scope: Scope) -> None:
        self._scope = scope
        self._load()

    def _turn_beside(self, on: bool) -> None:
        self._beside = on
        self._place_panel()

    def _open_printing(self) -> None:
        menu = printing_menu(self._theme, self, self.paper_wanted.emit, self.pdf_wanted.emit)
        menu.popup(self.parts.printing.mapToGlobal(self.parts.printing.rect().bottomLeft()))

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

    def _place_panel(self) -> None:
        """Where it would leave too little room for the skills, it comes when asked for."""
        shown = self.heat.heat
        fits = fits_beside_panel(self._theme, self.width(), shown.columns, shown.has_choices)
        is_there = fits if self._beside is None else self._beside
        self.panel.setVisible(is_there)
        self.parts.beside.setChecked(is_there)

    def _restyle(self) -> None:
        self.parts.restyle()
        self._place_panel()


def _most_minutes(table: ProgressTable) -> int:
    return max((row.minutes for row in table.rows), default=0)
