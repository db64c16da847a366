"""The page that takes a class list in: choose, match and check, done."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from app.domain.ids import ClassId
from app.domain.roster.table import RosterReader
from app.services.roster import RosterService
from app.workspace import Kinds
from ui.dialogs import Dialogs
from ui.importing.bar import ImportBar
from ui.importing.check import ImportCheck
from ui.importing.choose import ImportChoose
from ui.importing.done import ImportDone
from ui.importing.drop import DropPage
from ui.importing.header import ImportHeader
from ui.importing.members import ImportMembers
from ui.importing.menus import ImportMenus
from ui.importing.quiet_link import QuietLink
from ui.importing.steps import ImportSteps
from ui.importing.words import say, source_text
from ui.importing.work import ImportWork, ReadBytes
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.paint import start

CHOOSE, CHECK, DONE = range(3)
NARROW = 800


class ImportPage(DropPage):
    """Nothing is stored before *Add*; `added` tells how many students joined the class.

    `read_bytes` reads a file the teacher chose; it may raise OSError.
    """

    added = Signal(int)
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        roster: RosterService,
        reader: RosterReader,
        tasks: Tasks,
        dialogs: Dialogs,
        read_bytes: ReadBytes,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tasks = tasks
        self._dialogs = dialogs
        self.work = ImportWork(roster, reader, tasks, read_bytes, self)
        self.header = ImportHeader(theme)
        self.members = ImportMembers(theme)
        self.steps = ImportSteps(theme, (say("Choose list"), say("Match and check"), say("Done")))
        self.source = QuietLink(theme)
        self.choose, self.check = ImportChoose(theme), ImportCheck(theme)
        self.done = ImportDone(theme)
        self.bar = ImportBar(theme)
        self.menus = ImportMenus(theme, self.work, self._add_one, self)
        self._stack, self._top = QStackedLayout(), QHBoxLayout()
        self._middle = QVBoxLayout()
        self._build()
        self._connect()
        self._restyle()
        theme.changed.connect(self._restyle)

    def open_class(self, class_id: ClassId | None) -> None:
        """Begin with an empty first step; None begins a new class. Raises `errors.NotFound`."""
        self.work.open_class(class_id)
        self.header.show_class(self.work.class_name)
        self.header.class_name.setText(say("My class"))
        self.choose.show_text("")
        self._show_members()
        self._go(CHOOSE)

    def paste(self, text: str) -> None:
        """Read a text as if it had been pasted here."""
        self.choose.show_text(text)
        self.work.read_text(text)

    def open_file(self, path: Path) -> None:
        """Read a file as if it had been chosen here."""
        self.work.read_file(path)

    def on_changed(self, kinds: Kinds) -> None:
        """What is in the class changed, here or elsewhere."""
        self.work.on_changed(kinds)

    def step(self) -> int:
        """Which step this is: 0 choose, 1 check, 2 done."""
        return self.steps.step()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where letters are large, the rows need the room of the list beside them."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = start(self)
        painter.fillRect(self.rect(), self._theme.colour("canvas"))
        painter.end()

    def _build(self) -> None:
        outer, below, right = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        for layout in (outer, below, right):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        outer.addWidget(self.header)
        outer.addLayout(below, 1)
        below.addWidget(self.members)
        below.addLayout(right, 1)
        right.addLayout(self._middle, 1)
        right.addWidget(self.bar)
        self._middle.addLayout(self._top)
        self._middle.addLayout(self._stack, 1)
        self._top.addWidget(self.steps)
        self._top.addStretch(1)
        self._top.addWidget(self.source)
        for page in (self.choose, self.check, self.done):
            self._stack.addWidget(page)
        self.source.setToolTip(say("Change how the list was read"))

    def _connect(self) -> None:
        work, table, heads = self.work, self.check.card.table, self.check.card.heads
        work.begun.connect(self._begun)
        work.changed.connect(self._show_draft)
        work.undone.connect(self._undone)
        work.refused.connect(self._refused)
        work.joined.connect(self._joined)
        table.acted.connect(work.decide)
        table.typed.connect(work.type_name)
        table.entered.connect(self._name_entered)
        heads.mapped.connect(work.use_column)
        heads.more_asked.connect(lambda: self.menus.open_columns(heads.more, self.check))
        self.check.rearranged.connect(self._order_focus)
        self.check.menu_asked.connect(self._open_row_menu)
        self.check.known.clicked.connect(lambda _on: work.skip_known())
        self.check.reading.picked.connect(work.read_again)
        self.hovered.connect(self.choose.set_dropping)
        self.file_dropped.connect(self.open_file)
        self.text_dropped.connect(self.paste)
        self.choose.pasted.connect(work.read_text)
        self.choose.file_asked.connect(self._choose_file)
        self.source.clicked.connect(lambda _on: self.menus.open_source(self.source))
        self.header.again_asked.connect(self._paste_again)
        self.header.file_asked.connect(self._choose_file)
        self.header.closed.connect(self.closed)
        self.members.one_asked.connect(self._add_one)
        self.bar.next_asked.connect(self.check.next_problem)
        self.bar.add_asked.connect(self._add)
        self.done.back_asked.connect(self._back_to_rows)
        self.done.closed.connect(self.closed)
        self._shortcut(QKeySequence(Qt.Key.Key_F8), self.bar.next)
        self._shortcut(QKeySequence("Ctrl+Return"), self.bar.add)

    def _shortcut(self, keys: QKeySequence, button: Button) -> None:
        shortcut = QShortcut(keys, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(button.click)

    def _add(self) -> None:
        self.check.card.table.hand_over()
        self.work.join(self.header.class_name.text())

    def _begun(self) -> None:
        if self.work.class_id is None:
            self.header.class_name.setText(self.work.suggested_name())
        self._show_draft()
        self._go(CHECK)
        if self.work.draft.counts.needs:
            self.check.next_problem()
        else:
            self.bar.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_draft(self) -> None:
        draft = self.work.draft
        self.check.show_problem("")
        self.check.show_draft(draft, self._called())
        self.source.setText(source_text(draft))
        self.bar.show_counts(draft.counts)
        self._show_members()

    def _show_members(self) -> None:
        self.members.show_members(self.work.draft.members)

    def _refused(self, text: str) -> None:
        if self.step() == DONE:
            self._go(CHOOSE)
        page = self.check if self.step() == CHECK else self.choose
        page.show_problem(text)

    def _joined(self, count: int) -> None:
        open_rows = [row for row in self.work.draft.rows if row.note.need is not None]
        self.header.show_class(self.work.class_name)
        self.done.show_result(count, self.work.class_name, open_rows)
        self._show_members()
        self._go(DONE)
        self.done.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.added.emit(count)

    def _go(self, step: int) -> None:
        self.steps.set_step(step)
        self._stack.setCurrentIndex(step)
        for at, page in enumerate((self.choose, self.check, self.done)):
            # A page that is not shown shall not make the window larger than the screen.
            policy = QSizePolicy.Policy.Preferred if at == step else QSizePolicy.Policy.Ignored
            page.setSizePolicy(policy, policy)
        self.choose.show_problem("")
        checking = step == CHECK
        self.source.setVisible(checking)
        self.bar.setVisible(checking)
        self.header.offer_sources(checking)
        self.members.offer_one(step != DONE)
        if step == CHOOSE:
            self.choose.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _undone(self) -> None:
        self.header.show_class(self.work.class_name)
        self._show_draft()
        if self.step() == DONE:
            self._go(CHECK)

    def _paste_again(self) -> None:
        self._go(CHOOSE)
        self.choose.area.edit.selectAll()

    def _back_to_rows(self) -> None:
        self._show_draft()
        self._go(CHECK)
        self.check.next_problem()

    def _add_one(self) -> None:
        key = self.work.add_one()
        self._go(CHECK)
        self.check.card.table.go_to(key)

    def _name_entered(self) -> None:
        if self.work.draft.counts.needs:
            self.check.next_problem()
        else:
            self.bar.add.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_row_menu(self, key: int, where: QPoint) -> None:
        self.menus.open_row(key, where, self.check)

    def _order_focus(self) -> None:
        """Tab goes as one reads; headings and filters are made anew and would come last."""
        order = [self.source, *self.check.controls(), self.bar.next, self.bar.add]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _choose_file(self) -> None:
        self._tasks.spawn(self._ask_file())

    async def _ask_file(self) -> None:
        kinds = say("Class lists (*.csv *.tsv *.txt);;All files (*)")
        path = await self._dialogs.open_file(say("Choose a class list"), kinds)
        if path is not None:
            await self.work.load_file(path)

    def _called(self) -> str:
        return self.work.class_name or say("the class")

    def _fit(self) -> None:
        narrow = self.width() < self._theme.px(NARROW)
        self.members.setVisible(not narrow)
        self.header.set_narrow(narrow)

    def _restyle(self) -> None:
        self._fit()
        px = self._theme.px
        self._middle.setContentsMargins(px(20), px(14), px(20), 0)
        self._middle.setSpacing(px(10))
