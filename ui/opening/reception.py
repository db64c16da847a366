"""Where the teacher is taken on whose class cannot be opened, until something else is open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.ports import Clock
from ui.bootstrap import Surroundings, settings_keeper
from ui.dialogs import Dialogs
from ui.place import show_small
from ui.tasks import Tasks
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.lock.start import UnlockGuide
    from ui.opening.guide import Guide, InTheWay
    from ui.opening.updating import HowFar, Updating
    from ui.tasks import Early


class Reception(QObject):
    """Shows one guide at a time and hands on what it is asked for.

    `go` asks to open a profile with a wish, `backup_wanted` for a backup into a profile; `closed`
    comes when the teacher closes its window.
    """

    go = Signal(object, object)
    backup_wanted = Signal(object)
    demo_wanted = Signal()
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        make_dialogs: Callable[[QWidget], Dialogs],
        around: Surroundings,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._look = (theme, tasks, make_dialogs)
        self._around = around
        self._clock = clock
        self.guide: Guide | UnlockGuide | None = None
        self._updating: Updating | None = None

    def tell(self, found: "InTheWay") -> "Guide | UnlockGuide":
        """Tell what is in the way; here too the passphrase is asked for (`PassphraseNeeded`)."""
        from ui.lock.start import guide_to  # not for the start

        self.dismiss()
        self.guide = guide = guide_to(*self._look, self._around, self._clock, found)
        guide.go.connect(self.go)
        guide.backup_wanted.connect(self.backup_wanted)
        guide.demo_wanted.connect(self.demo_wanted)
        guide.window.closed.connect(self.closed)
        show_small(guide.window, settings_keeper(found.profile).load())
        return guide

    def update(self, job: "Early[None]", progress: "HowFar", then: Callable[[], None]) -> None:
        """Show that an older class is brought up to date, and go on when that is over."""
        from ui.opening.updating import Updating  # not for the start: there is seldom one

        self.dismiss()
        self._updating = Updating(self._look[0], job, progress, then)
        self._updating.closed.connect(self.closed)

    def dismiss(self) -> None:
        """Something else is on the screen now."""
        updating, self._updating = self._updating, None
        if updating is not None:
            updating.end()
        guide, self.guide = self.guide, None
        if guide is not None:
            guide.window.hide()
            guide.window.deleteLater()
