"""Trying again what the disk refused, and saying how much there is of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.domain.backoff import pause_ms
from app.domain.changes import Step
from app.errors import ClassroomError
from app.services.holding import Holding, Tried
from ui.upkeep.words import then, tr, why
from ui.widgets.banner import Banners, Way
from ui.wording import sentence

KEY = "held"
SHORT_MS = 400
"""While an action waits for its moment it is tried at least this often."""


class Told(Protocol):
    """Shows a line of text for a while."""

    def __call__(self, text: str) -> None: ...


class HoldingLink(QObject):
    """`stale` says that something was refused: what is on the screen may not be in the file.

    `written` says that something was written after all, `stranded` that a note has no place here.
    """

    stale = Signal()
    written = Signal()
    stranded = Signal()

    def __init__(
        self,
        holding: Holding,
        banners: Callable[[], Banners],
        say: Told,
        done: Told,
        open_file: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__()
        self._holding = holding
        self._banners = banners
        self._say = say
        self._done = done
        self._open_file = open_file or _show
        self._tries = 0
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.try_again)
        self._redraw = QTimer(self, singleShot=True, interval=0)
        self._redraw.timeout.connect(self.stale)

    @property
    def holding(self) -> Holding:
        return self._holding

    @property
    def redrawing(self) -> bool:
        """Whether `stale` is about to be said."""
        return self._redraw.isActive()

    def load(self) -> None:
        """Take up what was held when the window was last closed, and say what becomes of it."""
        if not self._holding.load():
            return
        written = len(self.try_again().written)
        if written:
            one = "1 note that was held is saved now."
            more = "{count} notes that were held are saved now."
            self._done(tr(one if written == 1 else more).format(count=written))

    def refuse(self, step: Step, error: ClassroomError) -> ClassroomError:
        """A step was not written: hold it or not, and show the truth of the file again."""
        told = self._holding.refuse(step, error)
        self._redraw.start()
        self._tries = 0
        self._show_held()
        self._wait()
        return told

    def try_again(self) -> Tried:
        """Write what can be written now; the rest later. What came of it is said."""
        tried = self._holding.try_again()
        self._tries = 0 if tried.written else self._tries + 1
        for step in tried.failed:
            self._tell_failed(step)
        self._tell_lost(tried)
        if tried.failed or tried.lost:
            self._redraw.start()
        if tried.written:
            self.written.emit()
        self._show_held()
        self._wait()
        return tried

    def may_close(self) -> bool:
        """Try once more; False when closing now would lose what is held."""
        if self._holding.busy:
            self.try_again()
        return not self._holding.in_memory_only

    def stop(self) -> None:
        """Touch the file no more."""
        self.timer.stop()
        self._redraw.stop()

    def _wait(self) -> None:
        if not self._holding.busy:
            self.timer.stop()
            return
        pause = pause_ms(self._tries)
        self.timer.start(min(pause, SHORT_MS) if self._holding.waiting else pause)

    def _tell_failed(self, step: Step) -> None:
        reason = self._holding.reason
        failed = tr("Not saved: {why}. Taken back: {what}. {then}")
        what = sentence(step.label)
        self._say(failed.format(why=why(reason), what=what, then=then(reason)))

    def _tell_lost(self, tried: Tried) -> None:
        """What an adult saw stays; anything else can be done again."""
        gone = [step for step in tried.lost if step not in self._holding.stranded]
        if gone:
            lost = "Not saved: {what}. What it is about is no longer there."
            self._say(tr(lost).format(what=sentence(gone[-1].label)))
        if len(gone) < len(tried.lost):
            self.stranded.emit()

    def _show_held(self) -> None:
        count = self._holding.held
        if not count:
            self._banners().take_away(KEY)
            return
        one, more = "1 note is not saved yet: {why}.", "{count} notes are not saved yet: {why}."
        told = tr(one if count == 1 else more).format(count=count, why=why(self._holding.reason))
        ways = [Way(tr("Try again"), self.try_again)]
        if self._holding.place:
            told += " " + tr("Kept until then in {place}").format(place=self._holding.place)
            ways.append(Way(tr("Show the file"), self._show_place))
        else:
            told += " " + tr("Kept until then in Rondo’s memory alone: keep Rondo open.")
        self._banners().show_line(KEY, "warn", told, ways)

    def _show_place(self) -> None:
        self._open_file(self._holding.place)


def _show(place: str) -> None:
    """The folder, in the computer's own window: to open the file itself is the teacher's wish."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(place).parent)))
