"""Whether the class file is sound: told when damage is met, and looked at once a day."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.errors import ClassroomError
from ui.bootstrap import OpenProfile

if TYPE_CHECKING:
    from app.domain.damage import CheckReport
    from ui.upkeep.cared import Cared
    from ui.upkeep.checkup import Checkup


class Soundness(QObject):
    """Hears of damage from the first read on; `begin` lets it look by itself.

    `index_anew` is for an index of notes that is not right, of which nobody need be told.
    """

    def __init__(
        self,
        desk: "Cared",
        opened: OpenProfile,
        index_anew: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._opened = opened
        self._index_anew = index_anew
        self.checkup: Checkup | None = None
        self._met = QTimer(self, singleShot=True, interval=0)
        self._met.timeout.connect(self._tell_met)
        opened.hear_damage(self._met.start)

    def begin(self) -> None:
        """Look once a day, while no lesson runs."""
        from ui.upkeep.checkup import Checkup  # not for the start

        desk = self._desk
        self.checkup = Checkup(
            self._opened.check,
            desk.tasks,
            lambda: (scene := desk.live.page.scene) is not None and scene.reading.running,
            lambda: desk.settings.checked != self._today(),
            self,
        )
        self.checkup.done.connect(self._tell_found)

    def stop(self) -> None:
        """Touch the file no more."""
        self._met.stop()
        if self.checkup is not None:
            self.checkup.stop()

    async def _count_anew(self) -> None:
        """Figures that are not right are counted again, and shown by who looks for what changed."""
        with suppress(ClassroomError):  # the next look finds them again
            if self._opened.writes_apart:
                await self._desk.tasks.off_thread(self._opened.count_anew)
            else:
                self._opened.count_anew()

    async def rest(self) -> None:
        """Come back when nothing is looked at any more."""
        if self.checkup is not None:
            await self.checkup.rest()

    def _today(self) -> str:
        clock = self._desk.room.clock
        return clock.local(clock.now_ms()).date().isoformat()

    def _tell_met(self) -> None:
        """Something did not read or could not be written, wherever that was."""
        from ui.upkeep.checkup import tell_met  # nothing is damaged at the start

        tell_met(self._desk.window.banners, self._desk.mend)

    def _tell_found(self, report: "CheckReport") -> None:
        """A look is over; one that found nothing is enough for today."""
        from ui.upkeep.checkup import tell_found  # not for the start

        if not report.could_look:
            return
        finding = report.part("finding")
        if finding is not None and finding.whole is False:
            self._index_anew()
        tallies = report.part("tallies")
        if tallies is not None and tallies.whole is False:
            self._desk.tasks.spawn(self._count_anew())
        desk = self._desk
        desk.choose(replace(desk.settings, checked=self._today()))
        tell_found(report, desk.window.banners, desk.mend, lambda: desk.go("settings"))
