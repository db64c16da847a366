"""What is kept of one student: taking it along, taking them off the list, erasing them."""

from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.erasing import MentionKey, Progress, Receipt
from app.errors import ClassroomError
from app.ports import Clock, Erasure
from app.services.about import AboutService
from app.services.erasing import ErasingService, ErasurePlan
from ui.about.texts import both_texts, suggested_name
from ui.bootstrap import write_texts
from ui.dialogs import Dialogs
from ui.erasing.words import progress_line, receipt_lines, tr, what_goes
from ui.problems import problem
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.announce import Announcer
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.field import Field
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface
from ui.widgets.text import Text

WIDE, HIGH = 620, 640

Job = Callable[[], Coroutine[object, object, None]]


class RecordsDialog(QDialog):
    """Opened over the teacher's window; erasing waits until the name is typed.

    Archiving is offered first: it is one click and can be undone.
    """

    told = Signal(object)

    def __init__(
        self,
        theme: Theme,
        service: ErasingService,
        about: AboutService,
        erasure: Erasure,
        tasks: Tasks,
        dialogs: Dialogs,
        clock: Clock,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self._service = service
        self._about = about
        self._erasure = erasure
        self._tasks = tasks
        self._dialogs = dialogs
        self._clock = clock
        self._plan: ErasurePlan | None = None
        self._receipt: Receipt | None = None
        self.mentions: dict[MentionKey, Check] = {}
        self.private = Check(theme, tr("Private jottings too"))
        self.needs = Check(theme, tr("Needs too"))
        self.take_along = Button(theme, tr("Save everything"), "floppy-disk")
        self.archive = Button(theme, tr("Take off the list instead"), "user-minus", "primary")
        self.unreadable = Check(theme, tr("Delete copies that can’t be cleaned"))
        self.name = Field(theme)
        self.erase = Button(theme, tr("Erase for good"), "warning-circle", "danger")
        self.cancel = Button(theme, tr("Close"), "", "quiet")
        self.save_receipt = Button(theme, tr("Save the receipt"), "floppy-disk")
        self.remark = self._text("", "body")
        self.announce = Announcer(self)
        self._scroll: Scroll | None = None
        self._body = QVBoxLayout()
        self._lay_out()
        self._connect()

    def begin(self, plan: ErasurePlan) -> None:
        """Show what there is of the student, and what may be done."""
        self._plan = plan
        name = plan.students[0].name.full
        title = tr("Records of {name}", name=name)
        self.setWindowTitle(QCoreApplication.translate("Erasing", "Records"))
        self._body.addWidget(self._text(title, "heading"))
        self._section(
            tr("Take along"),
            tr("A page to read and the same as data. Other students are not named in rules."),
            self.private,
            self.needs,
            self.take_along,
        )
        said = tr("One click, and it can be undone. Everything seen of them stays.")
        self._section(tr("Off the list"), said, self.archive)
        self._section(tr("Erase"), self._what_goes(plan), *self._choices(plan))
        self.open()
        self.take_along.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Nothing is stopped in the middle."""
        if self.cancel.isEnabled():
            super().reject()

    def _what_goes(self, plan: ErasurePlan) -> str:
        lines = [
            tr("{goes}: gone from here and from every copy.", goes=what_goes(plan)),
            tr("The class’s counts stay. This can’t be undone."),
        ]
        if plan.mentions:
            lines.append(tr("Texts about others hold the name. Tick those in which it goes:"))
        if plan.alike:
            lines.append(tr("Somebody else has that name: {names}.", names=", ".join(plan.alike)))
        return "\n".join(lines)

    def _choices(self, plan: ErasurePlan) -> list[QWidget]:
        for mention in plan.mentions:
            about = f"{mention.about}: " if mention.about else ""
            self.mentions[mention.key] = Check(self._theme, f"{about}{mention.text}")
        typed = tr("Type {name} to erase", name=plan.students[0].name.full)
        self.name.setPlaceholderText(typed)
        self.name.setAccessibleName(typed)
        return [*self.mentions.values(), self.unreadable, self.name, self.erase]

    def _typed(self, text: str) -> None:
        name = self._plan.students[0].name.full if self._plan else ""
        self.erase.setEnabled(" ".join(text.split()).casefold() == name.casefold())

    def _take_off(self) -> None:
        if self._plan is not None:
            self._service.archive([student.id for student in self._plan.students])
            self.accept()

    async def _save_all(self) -> None:
        if self._plan is None:
            return
        student, ticked = self._plan.students[0].id, (self.private, self.needs)
        found = self._about.everything(student, *(check.isChecked() for check in ticked))
        name = f"{suggested_name(found, self._clock)}.html"
        chosen = await self._dialogs.save_file(tr("Save everything"), name, "HTML (*.html)")
        if chosen is not None:
            self._write(both_texts(found, self._clock, chosen.with_suffix(".html")))

    async def _erase(self) -> None:
        if self._plan is None:
            return
        try:
            receipt = await self._erased(self._plan)
        except ClassroomError as error:
            self._say(problem(error))
        else:
            self._show_receipt(receipt)

    async def _erased(self, plan: ErasurePlan) -> Receipt:
        keys = [key for key, check in self.mentions.items() if check.isChecked()]
        ids = [student.id for student in plan.students]
        self._set_busy(True)
        try:
            request = self._service.request(ids, keys, self.unreadable.isChecked())
            return await self._tasks.off_thread(self._erasure.erase, request, self.told.emit)
        finally:
            self._set_busy(False)

    def _show_receipt(self, receipt: Receipt) -> None:
        self._receipt = receipt
        while (item := self._body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
        self.save_receipt.show()
        self._say("\n".join(receipt_lines(receipt, self._clock)))
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    async def _save_receipt(self) -> None:
        if self._receipt is None:
            return
        chosen = await self._dialogs.save_file(
            tr("Save the receipt"), tr("Receipt") + ".txt", tr("Text") + " (*.txt)"
        )
        if chosen is not None:
            text = "\n".join(receipt_lines(self._receipt, self._clock)) + "\n"
            self._write({chosen.with_suffix(".txt"): text})

    def _write(self, texts: Mapping[Path, str]) -> None:
        try:
            write_texts(texts)
        except OSError as error:
            self._say(problem(error))
        else:
            said = "\n".join(tr("Saved: {path}", path=path) for path in texts)
            if self._receipt is None:
                self._say(said)
            else:
                self.save_receipt.setText(tr("Receipt saved"))
                self.announce(said)

    def _say(self, text: str) -> None:
        """Tell it below, where it is seen at once, and aloud."""
        self.remark.setText(text)
        self.announce(text)
        self._show_remark()

    def _show_remark(self) -> None:
        """Again whenever the words have got more room: they were laid out a moment later."""
        if self._scroll is not None and self.remark.text() and self._receipt is None:
            self._scroll.ensureWidgetVisible(self.remark)

    def _set_busy(self, busy: bool) -> None:
        for button in (self.take_along, self.archive, self.erase, self.cancel):
            button.setEnabled(not busy)
        if not busy:
            self._typed(self.name.text())

    def _hear(self, progress: Progress) -> None:
        self.remark.setText(progress_line(progress))

    def _section(self, title: str, said: str, *controls: QWidget) -> None:
        px = self._theme.px
        box = Surface(self._theme, "surface", radius=12)
        rows = QVBoxLayout(box)
        rows.setContentsMargins(px(16), px(12), px(16), px(14))
        rows.setSpacing(px(10))
        rows.addWidget(self._text(title, "strong"))
        rows.addWidget(self._text(said, "small"))
        for control in controls:
            rows.addWidget(control)
        self._body.addWidget(box)

    def _text(self, text: str, role: str) -> Text:
        made = Text(self._theme, text, role)
        made.setWordWrap(True)
        return made

    def _lay_out(self) -> None:
        px = self._theme.px
        self._body.setSpacing(px(14))
        self.save_receipt.hide()
        self.erase.setEnabled(False)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(20), px(18), px(20), px(12))
        column.addLayout(self._body)
        column.addWidget(self.remark)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(20), px(8), px(20), px(16))
        foot.addWidget(self.save_receipt)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        whole = Surface(self._theme, "canvas")
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll(self._theme, inner)
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda *_: self._show_remark())
        rows.addWidget(self._scroll, 1)
        rows.addLayout(foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(whole)
        self.resize(px(WIDE), min(px(HIGH), 760))

    def _connect(self) -> None:
        self.told.connect(self._hear)
        self.name.textChanged.connect(self._typed)
        self.archive.clicked.connect(lambda _on: self._take_off())
        self.cancel.clicked.connect(lambda _on: self.reject())
        self.take_along.clicked.connect(lambda _on: self._spawn(self._save_all))
        self.erase.clicked.connect(lambda _on: self._spawn(self._erase))
        self.save_receipt.clicked.connect(lambda _on: self._spawn(self._save_receipt))
        for button in (self.take_along, self.archive, self.erase, self.cancel, self.save_receipt):
            button.setAutoDefault(False)

    def _spawn(self, job: Job) -> None:
        self._tasks.spawn(job())
