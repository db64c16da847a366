"""Joins the check on the settings page with the files: reads everything, shows it, puts back."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from app.classroom import Classroom
from app.domain.damage import CheckReport, Flipped
from app.domain.looking import Progress
from app.errors import ClassroomError
from app.services.putting_back import PuttingBack
from ui.bootstrap import OpenProfile
from ui.checking.words import Line, as_text, end_of, how_far, line_of, moments, said_of
from ui.problems import problem
from ui.settings.check_section import Broken, CheckSection
from ui.tasks import Tasks
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.upkeep.checkup import Checkup

TELL_MS = 200
"""How often it is said how far the reading is."""


class Checked(Protocol):
    """What it needs of the desk."""

    @property
    def theme(self) -> Theme: ...
    @property
    def tasks(self) -> Tasks: ...
    @property
    def room(self) -> Classroom: ...
    @property
    def opened(self) -> OpenProfile: ...

    def mend(self) -> None: ...


class CheckLink(QObject):
    """A check that goes on ends when the page is left; what was found stays to be seen."""

    def __init__(self, desk: Checked, checkup: "Checkup", prints: bool) -> None:
        super().__init__()
        self._desk = desk
        self._checkup = checkup
        self._stopped = False
        self._progress = Progress("structure")
        self._report: CheckReport | None = None
        self._lines: list[Line] = []
        self._putting_back = PuttingBack(desk.room, desk.opened.flips)
        self._telling = QTimer(self, interval=TELL_MS)
        self._telling.timeout.connect(self._tell)
        self.section = CheckSection(desk.theme, prints)
        self._connect()
        if (last := checkup.last) is not None:
            self._found(last)

    @property
    def has_news(self) -> bool:
        """Whether the newest look found something that is not whole."""
        return self._report is not None and not self._report.is_whole

    def show(self, report: CheckReport) -> None:
        """Show what a look found; also one that came by itself and found something."""
        when = moments(self._desk.room.clock)
        self._report = report
        self._lines = [line_of(part, when) for part in report.parts]
        seals = report.part("seals")
        flipped = self._putting_back.known(seals.rows) if seals is not None else ()
        broken = [self._broken(one) for one in flipped]
        self.section.show_lines(self._lines, broken, report.is_deep)
        self.section.say(end_of(report))

    def _connect(self) -> None:
        section, spawn = self.section, self._desk.tasks.spawn
        section.check_wanted.connect(lambda: spawn(self._check()))
        section.stop_wanted.connect(self._stop)
        section.left.connect(self._stop)
        section.copy_wanted.connect(self._copy)
        section.print_wanted.connect(self._print)
        section.mend_wanted.connect(self._desk.mend)
        section.mend_row_wanted.connect(self._put_back)
        self._checkup.done.connect(self._found)

    async def _check(self) -> None:
        self._stopped = False
        self._progress = Progress("structure")
        self.section.show_lines((), (), is_deep=False)
        self._tell()
        self._telling.start()
        report = await self._checkup.look(lambda: self._stopped, self._hear)
        if self._checkup.stopped:
            return  # the window has gone
        self._telling.stop()
        self.section.show_end()
        if report is None:
            self.section.say(self.tr("Stopped. Nothing was changed."))

    def _found(self, report: CheckReport) -> None:
        is_news = self._report is not None or not report.is_whole
        if is_news or report.part("settings") is not None:
            self.show(report)

    def _hear(self, progress: Progress) -> None:
        """In the worker: only kept, and told by the timer."""
        self._progress = progress

    def _tell(self) -> None:
        self.section.show_progress(how_far(self._progress))

    def _stop(self) -> None:
        self._stopped = True

    def _broken(self, flipped: Flipped) -> Broken:
        said = said_of(flipped, moments(self._desk.room.clock))
        return Broken(said, None if flipped.before is None else flipped.row)

    def _put_back(self, row: object) -> None:
        report = self._report
        seals = report.part("seals") if report is not None else None
        if report is None or seals is None:
            return
        chosen = next(one for one in seals.rows if one == row)
        try:
            self._putting_back.put_back(chosen)
        except ClassroomError as error:
            self.section.say(problem(error))
            return
        self._checkup.tell(report.without(chosen))
        text = self.tr("It is put back as it was written. You can undo that.")
        self.section.say(text)

    def _text(self) -> str:
        report = self._report
        return as_text(self._lines, end_of(report)) if report is not None else ""

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text())
        self.section.say(self.tr("Copied."))

    def _print(self) -> None:
        from ui.lock.printing import print_text  # not for the start

        print_text(self.section, self._desk.tasks, self._text())
