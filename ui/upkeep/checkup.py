"""Looking for damage: once a day while nobody waits, and whenever some is met in the lesson."""

from collections.abc import Callable
from threading import Event
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.backups import Stop
from app.domain.damage import CheckReport
from app.domain.looking import Tell, unheard
from ui.tasks import Tasks, taking_turns
from ui.upkeep.words import tr
from ui.widgets.banner import Banners, Way

KEY = "damage"
FIRST_MS = 2 * 60 * 1000
"""By then the window is used or looked at, and everything else of the start is over."""
AGAIN_MS = 5 * 60 * 1000
PATIENCE = 12
"""So often a lesson that runs is let go first; then it is looked all the same, beside it."""
BREATH_S = 0.002
"""A pause between two pieces of work, so that the window has its time."""

_pause = Event().wait


class Looking(Protocol):
    """Reads the class file from end to end, or everything."""

    def __call__(self, stop: Stop, tell: Tell, everything: bool = True) -> CheckReport | None:
        """None when it was stopped. For a worker."""
        ...


class Checkup(QObject):
    """`done` carries the report of each look that was not stopped, also of those others wanted.

    `is_busy` says whether a lesson runs, `is_due` whether there was no look today. `last` is the
    newest report.
    """

    done = Signal(object)

    def __init__(
        self,
        look: Looking,
        tasks: Tasks,
        is_busy: Callable[[], bool],
        is_due: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tasks = tasks
        self._is_busy = is_busy
        self._is_due = is_due
        self._waited = 0
        self._turn = taking_turns()
        self._stopped = False
        self.last: CheckReport | None = None
        self.timer = QTimer(self, singleShot=True, interval=FIRST_MS)
        self.timer.timeout.connect(self._due)
        self.timer.start()

    @property
    def stopped(self) -> bool:
        """Whether the file is touched no more."""
        return self._stopped

    def stop(self) -> None:
        """Touch the file no more; a look that goes on is given up."""
        self._stopped = True
        self.timer.stop()

    async def look(
        self, stop: Stop, tell: Tell = unheard, everything: bool = True
    ) -> CheckReport | None:
        """Look now, in a worker; None when it was stopped."""
        async with self._turn:
            report = await self._tasks.off_thread(
                self._look, lambda: self._breathe() or stop(), tell, everything
            )
        if report is not None and not self._stopped:
            self.tell(report)
        return report

    def tell(self, report: CheckReport) -> None:
        """This is how things stand now."""
        self.last = report
        self.done.emit(report)

    async def rest(self) -> None:
        """Give up what goes on and come back when its files are closed."""
        self.stop()
        async with self._turn:
            return

    def _due(self) -> None:
        if not self._is_due():
            return
        if self._is_busy() and self._waited < PATIENCE:
            self._waited += 1
            self.timer.start(AGAIN_MS)
            return
        self._tasks.spawn(self._look_alone())

    async def _look_alone(self) -> None:
        await self.look(lambda: False, everything=False)

    def _breathe(self) -> bool:
        _pause(BREATH_S)
        return self._stopped


def tell_met(banners: Banners, mend: Callable[[], None]) -> None:
    """Say above the page that something did not read, and what is safe."""
    text = tr(
        "A part of your class file is damaged. The lesson goes on, your backups are as they were,"
        " and notes that cannot be written are held. Mend it at a quiet time."
    )
    banners.show_line(KEY, "danger", text, [Way(tr("Mend…"), mend)])


def tell_found(
    report: CheckReport, banners: Banners, mend: Callable[[], None], show: Callable[[], None]
) -> None:
    """Say above the page what a look found, if it was anything."""
    seals = report.part("seals")
    if report.is_deep:
        tell_met(banners, mend)
    elif seals is not None and seals.rows:
        one = "One thing in your class file has changed by itself, as by a fault of the disk."
        more = "{count} things in your class file have changed by themselves, as by a fault of the"
        more += " disk."
        text = tr(one if len(seals.rows) == 1 else more).format(count=len(seals.rows))
        rest = tr("Everything else is whole, and the backups are as they were.")
        banners.show_line(KEY, "warn", f"{text} {rest}", [Way(tr("Look at it"), show)])
    else:
        banners.take_away(KEY)
