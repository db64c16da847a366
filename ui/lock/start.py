"""Takes the teacher on when it is the passphrase that is in the way of her class."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import NotABackup, PassphraseNeeded
from app.ports import Clock
from ui.bootstrap import Key, Profile, Surroundings, safe_of
from ui.dialogs import Dialogs
from ui.lock.unlock_window import UnlockWindow
from ui.tasks import Tasks
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.opening.guide import Guide, InTheWay


def is_locked(profile: Profile, error: Exception, clock: Clock) -> bool:
    """Whether the class file is encrypted; if its key file is lost, a backup may know the key."""
    if isinstance(error, PassphraseNeeded):
        return True
    return isinstance(error, NotABackup) and safe_of(profile, clock).is_set()


class UnlockGuide(QObject):
    """Asks for the passphrase. It is used as `ui.opening.guide.Guide` is."""

    go = Signal(object, object)
    backup_wanted = Signal(object)
    demo_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        make_dialogs: Callable[[QWidget], Dialogs],
        clock: Clock,
        found: "InTheWay",
    ) -> None:
        super().__init__()
        safe = safe_of(found.profile, clock)
        self._found = found
        self.key: Key | None = None
        self.window = UnlockWindow(theme, tasks, safe.open, safe.seconds_left)
        self.dialogs = make_dialogs(self.window)
        self.window.opened.connect(self._opened)
        self.window.demo_wanted.connect(self.demo_wanted)
        self.window.backup_wanted.connect(lambda: self.backup_wanted.emit(found.profile))

    def _opened(self, key: Key) -> None:
        self.go.emit(self._found.profile, self._found.wish._replace(key=key))


def guide_to(
    theme: Theme,
    tasks: Tasks,
    make_dialogs: Callable[[QWidget], Dialogs],
    around: Surroundings,
    clock: Clock,
    found: "InTheWay",
) -> "Guide | UnlockGuide":
    """Who takes her on: it asks for the passphrase, or tells what is in the way."""
    if is_locked(found.profile, found.error, clock):
        return UnlockGuide(theme, tasks, make_dialogs, clock, found)
    from ui.opening.guide import Guide  # not for the start of a locked class

    return Guide(theme, tasks, make_dialogs, around, clock, found)
