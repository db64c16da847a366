"""The end of a school year: classes and old jottings are gone through, and nothing goes unasked."""

from collections.abc import Callable, Coroutine

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.erasing import ErasureRequest, Progress, Receipt
from app.errors import ClassroomError
from app.ports import Clock, Erasure
from app.services.retention import ERASE, KEEP, ClassLine, RetentionService, YearPicture
from ui.bootstrap import write_texts
from ui.dialogs import Dialogs
from ui.erasing.words import one_or_more, progress_line, receipt_lines, tr
from ui.problems import problem
from ui.retention.class_choice import ClassChoice
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.dropdown import Dropdown
from ui.widgets.header import PageHeader
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text

WIDEST = 860

Job = Callable[[], Coroutine[object, object, None]]


class YearPage(QWidget):
    """Every class is kept until something else is chosen; `closed` leads back.

    `must_write` raises where nothing can be changed.
    """

    closed = Signal()
    told = Signal(object)

    def __init__(
        self,
        theme: Theme,
        service: RetentionService,
        erasure: Callable[[], Erasure],
        must_write: Callable[[], None],
        tasks: Tasks,
        dialogs: Callable[[], Dialogs],
        clock: Clock,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._service = service
        self._erasure = erasure
        self._must_write = must_write
        self._tasks = tasks
        self._dialogs = dialogs
        self._clock = clock
        self._picture = YearPicture((), ())
        self._receipt: Receipt | None = None
        self._busy = False
        self.lines: list[ClassChoice] = []
        self.more = Dropdown(theme)
        self.jottings = Check(theme, "")
        self.needs = Check(theme, "")
        self.everywhere = Check(theme, tr("Take their names out of texts about others too"))
        self.go_on = Button(theme, tr("Do this"), "", "primary")
        self.save_receipt = Button(theme, tr("Save the receipt"), "floppy-disk")
        self.back = Button(theme, tr("Back to Settings"), "", "quiet")
        self.remark = self._text("", "body")
        self.intro = self._text("", "body")
        self._classes = QVBoxLayout()
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._restyle)
        self._restyle()

    def begin(self) -> None:
        """Look again what there is, unless something is being done."""
        if not self._busy:
            self._receipt = None
            self.remark.setText("")
            self._spawn(self._look)

    async def _look(self) -> None:
        try:
            found = await self._tasks.off_thread(self._service.look, self._erasure())
        except ClassroomError as error:
            self.remark.setText(problem(error))
        else:
            self._show(found)

    def _show(self, picture: YearPicture) -> None:
        self._picture = picture
        for old in self.lines:
            self._classes.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = []
        due = [line for line in picture.classes if line.over]
        self.intro.setText(
            tr("These classes were last used in an earlier school year. Nothing goes unasked.")
            if due
            else tr("No class is left from an earlier school year. You may add one.")
        )
        for line in due:
            self._add(line)
        _offer(
            self.jottings,
            len(picture.jottings),
            "Erase {count} private jotting older than one school year",
            "Erase {count} private jottings older than one school year",
        )
        _offer(
            self.needs,
            len(picture.needs),
            "Erase {count} need of a student, written in an earlier school year",
            "Erase {count} needs of students, written in an earlier school year",
        )
        self.everywhere.setChecked(False)
        self._follow()

    def _add(self, line: ClassLine) -> None:
        made = ClassChoice(self._theme, line)
        made.changed.connect(self._follow)
        self.lines.append(made)
        self._classes.addWidget(made)

    def _add_picked(self, key: object) -> None:
        for line in self._picture.classes:
            if line.use.class_id == key:
                self._add(line)
                self.lines[-1].choice.segment(KEEP).setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow()

    def _follow(self) -> None:
        """What can be done with what is chosen now."""
        shown = {line.class_id for line in self.lines}
        others = [
            (line.use.class_id, line.use.name)
            for line in self._picture.classes
            if line.use.class_id not in shown
        ]
        self.more.set_items([(None, tr("Add a class")), *others])
        self.more.set_current(None)
        self.more.setVisible(bool(others))
        self.everywhere.setVisible(any(line.chosen() == ERASE for line in self.lines))
        ticked = self.jottings.isChecked() or self.needs.isChecked()
        wanted = ticked or any(line.chosen() != KEEP for line in self.lines)
        sure = all(line.is_sure() for line in self.lines)
        self.go_on.setEnabled(wanted and sure and not self._busy)
        self._inner.setEnabled(not self._busy)
        self.back.setEnabled(not self._busy)
        self.save_receipt.setVisible(self._receipt is not None)

    async def _do(self) -> None:
        choices = {line.class_id: line.chosen() for line in self.lines}
        jottings = self._picture.jottings if self.jottings.isChecked() else ()
        needs = self._picture.needs if self.needs.isChecked() else ()
        everywhere = self.everywhere.isChecked()
        self._set_busy(True)
        try:
            self._must_write()
            request = self._service.request(choices, jottings, everywhere, needs)
            self._receipt = await self._erase(request)
            self._service.archive(choices)
        except ClassroomError as error:
            self.remark.setText(problem(error))
        else:
            self._tell_done()
            await self._look()
        finally:
            self._set_busy(False)

    async def _erase(self, request: ErasureRequest | None) -> Receipt | None:
        if request is None:
            return None
        return await self._tasks.off_thread(self._erasure().erase, request, self.told.emit)

    def _tell_done(self) -> None:
        done = tr("Put away. It can be undone.")
        if self._receipt is not None:
            done = "\n".join(receipt_lines(self._receipt, self._clock))
        self.remark.setText(done)

    async def _save_receipt(self) -> None:
        if self._receipt is None:
            return
        name, kind = tr("Receipt") + ".txt", tr("Text") + " (*.txt)"
        chosen = await self._dialogs().save_file(tr("Save the receipt"), name, kind)
        if chosen is not None:
            text = "\n".join(receipt_lines(self._receipt, self._clock)) + "\n"
            try:
                write_texts({chosen.with_suffix(".txt"): text})
            except OSError as error:
                self.remark.setText(problem(error))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._follow()

    def _hear(self, progress: Progress) -> None:
        self.remark.setText(progress_line(progress))

    def _text(self, text: str, role: str) -> Text:
        made = Text(self._theme, text, role)
        made.setWordWrap(True)
        return made

    def _lay_out(self) -> None:
        self.more.setAccessibleName(tr("Add a class"))
        start = Qt.AlignmentFlag.AlignLeading
        said = tr(
            "Put away: off every list, nothing is lost, and it can be undone. Erase: the names of"
            " all its students and every word about them go from here and from every copy, for"
            " good, and the class is put away. Save what you want to keep first."
        )
        self._column.addWidget(self.intro)
        self._column.addWidget(self._text(said, "small"))
        self._column.addLayout(self._classes)
        for part in (self.more, self.jottings, self.needs, self.everywhere, self.go_on):
            self._column.addWidget(part, 0, start)
            part.hide()
        self.go_on.show()
        held = QWidget()
        self._whole = QVBoxLayout(held)
        self._whole.addWidget(self._inner)
        self._whole.addWidget(self.remark)
        self._whole.addWidget(self.save_receipt, 0, start)
        self._whole.addStretch(1)
        header = PageHeader(self._theme, tr("Year’s end"))
        header.add_widget(self.back)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(header)
        outer.addWidget(Scroll(self._theme, held), 1)

    def _connect(self) -> None:
        self.told.connect(self._hear)
        self.more.picked.connect(self._add_picked)
        for check in (self.jottings, self.needs):
            check.toggled.connect(lambda _on: self._follow())
        self.go_on.clicked.connect(lambda _on: self._spawn(self._do))
        self.save_receipt.clicked.connect(lambda _on: self._spawn(self._save_receipt))
        self.back.clicked.connect(lambda _on: self.closed.emit())

    def _restyle(self) -> None:
        px = self._theme.px
        self._whole.setContentsMargins(px(20), px(20), px(20), px(24))
        self._whole.setSpacing(px(16))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(12))
        self._classes.setSpacing(px(12))
        for part in (self._inner, self.remark):
            part.setMaximumWidth(max(WIDEST, px(WIDEST)))

    def _spawn(self, job: Job) -> None:
        self._tasks.spawn(job())


def _offer(check: Check, count: int, one: str, more: str) -> None:
    """Offer to erase so many; nothing is ticked beforehand."""
    check.setText(one_or_more(count, one, more))
    check.setAccessibleName(check.text())
    check.setChecked(False)
    check.setVisible(bool(count))
