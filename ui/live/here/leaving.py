"""Tells the teacher who is about to leave the room, and calls it off."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.ids import StudentId
from app.domain.live import LiveScene
from app.domain.outings import Outing, current_or_next, leaving
from app.ports import Clock
from ui.live.tray import Tray
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.announce import Announcer

if TYPE_CHECKING:
    from app.services.pull_outs import PullOutService
    from ui.live.here.leaving_cue import LeavingCue


class Leaving(QObject):
    """Shows the cue from three minutes before until they leave; the board never hears of it.

    Those who leave at one time for one reason are named, and called off, together.
    """

    def __init__(
        self,
        theme: Theme,
        tray: Tray,
        pull_outs: "Callable[[], PullOutService]",
        clock: Clock,
        say: Announcer,
    ) -> None:
        super().__init__(tray)
        self._theme = theme
        self._tray = tray
        self._pull_outs = pull_outs
        self._clock = clock
        self._say = say
        self._scene: LiveScene | None = None
        self._told: tuple[Outing, ...] = ()
        self.cue: LeavingCue | None = None

    def show_scene(self, scene: LiveScene | None) -> None:
        """Take a new scene."""
        self._scene = scene
        self.tick()

    def tick(self) -> None:
        """Look at the clock again: the minutes that are left have changed."""
        group = self._next()
        if self.cue is None and not group:
            return
        cue = self.cue or self._made()
        cue.setVisible(bool(group))
        if group and self._scene is not None:
            from ui.live.here.words import leaves  # nobody leaves at the start

            cue.say(leaves(self._scene, group, self._clock.now_ms()))
            if group != self._told:
                self._say(cue.words.text())
        self._told = group

    def call_off(self, students: Sequence[StudentId]) -> None:
        """These students stay in the room today; or those of the cue, when none of them leaves."""
        if self._scene is None:
            return
        now, outings = self._clock.now_ms(), self._scene.record.outings
        mine = [current_or_next(outings, student, now) for student in students]
        wanted = [outing for outing in mine if outing is not None and not outing.cancelled]
        if not self._pull_outs().cancel(wanted or self._told):
            self._say(tr("Nobody who is selected leaves the room today."))

    def _next(self) -> tuple[Outing, ...]:
        """Those who leave first, of one time and one reason."""
        scene = self._scene
        if scene is None:
            return ()
        here = {student.id for student in scene.students} - scene.seating.out.keys()
        soon = leaving(scene.record.outings, self._clock.now_ms(), here)
        return tuple(outing for outing in soon if _alike(outing, soon[0]))

    def _made(self) -> "LeavingCue":
        from ui.live.here.leaving_cue import LeavingCue  # nobody leaves at the start

        self.cue = LeavingCue(self._theme)
        self.cue.called_off.connect(lambda: self.call_off(()))
        self._tray.add_end(self.cue)
        return self.cue


def _alike(one: Outing, other: Outing) -> bool:
    key = (one.begins_at, one.pull_out.reason)
    return key == (other.begins_at, other.pull_out.reason)
