"""Which profile is open: the teacher's own, the demo class, or a restored one."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import ClassroomError, DamagedFile
from app.ports import Backups, Clock
from ui.bootstrap import (
    OpenProfile,
    Profile,
    Unreadable,
    backups_of,
    build_demo,
    crash_mark,
    open_profile,
    profile_at,
    report_folder,
    restore_backup,
    settings_keeper,
)
from ui.desk import Desk
from ui.dialogs import Dialogs
from ui.faults import Faults
from ui.options import Options
from ui.tasks import LoopTasks
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.board.screens import Screens
    from ui.keeping import Keeping
    from ui.trouble import TroubleWindow
    from ui.upkeep.crash import CrashWatch
    from ui.widgets.banner import Banners


class Host(QObject):
    """Opens one profile after another, each with a desk of its own.

    `painted` comes once, after the first picture: what is slow to import waits for it.
    `make_screens` and `make_dialogs` are given the window they are for.
    """

    painted = Signal()

    def __init__(
        self,
        app: QApplication,
        theme: Theme,
        clock: Clock,
        options: Options,
        make_screens: "Callable[[QWidget], Screens] | None" = None,
        make_dialogs: Callable[[QWidget], Dialogs] | None = None,
    ) -> None:
        super().__init__()
        self._app = app
        self._make_screens = make_screens or partial(_qt_screens, app)
        self._make_dialogs = make_dialogs or _qt_dialogs
        self._theme = theme
        self._clock = clock
        self._options = options
        self._own: Profile = profile_at(options.profile)
        self._scratch: list[tempfile.TemporaryDirectory[str]] = []
        self._opened: OpenProfile | None = None
        self.desk: Desk | None = None
        self._trouble: TroubleWindow | None = None
        self._faults = Faults(report_folder(self._own), clock, options.debug)
        self._tasks = LoopTasks(self._faults.failed)

    def start(self, own: Profile) -> None:
        """Open what was asked for."""
        self._faults.catch_all()
        self._own = self._scratch_profile() if self._options.temporary else own
        if self._options.demo:
            profile = self._scratch_profile()
            build_demo(profile, self._clock)
            self._open(profile)
        else:
            self._open(self._own)

    def watch(self) -> "CrashWatch":
        """Hear of every failure from now on, and tell of the last end if nobody asked for it."""
        from ui.upkeep.crash import CrashWatch  # not for the start

        mark = crash_mark(self._own)
        return CrashWatch(self._faults, mark, self._clock, self._banners)

    def _banners(self) -> "Banners | None":
        return self.desk.window.banners if self.desk is not None else None

    def close(self) -> None:
        """Close the files and forget what was only to be tried."""
        desk = self._shut()
        if desk is not None:
            desk.close()
        for folder in self._scratch:
            folder.cleanup()
        self._scratch.clear()

    def try_demo(self) -> None:
        """Make the demo class in a throw-away profile and open it."""
        self._tasks.spawn(self._try_demo())

    def leave_demo(self) -> None:
        """Back to the teacher's own profile."""
        self._open(self._own)

    async def _try_demo(self) -> None:
        profile = self._scratch_profile()
        await self._tasks.off_thread(build_demo, profile, self._clock)
        self._open(profile)

    async def restore(self, source: Path) -> None:
        """Take a backup for the teacher's own class; what was there stays beside it."""
        old = self._shut()
        try:
            await self._tasks.off_thread(restore_backup, self._own, self._clock, source)
        finally:
            self._open(self._own, old)

    def _open(self, profile: Profile, old: Desk | None = None) -> None:
        """Open a profile; the desk before it goes when the new one is on the screen."""
        old = old or self._shut()
        try:
            self._opened = open_profile(profile, self._clock)
        except (ClassroomError, OSError) as error:
            self._show_trouble(profile, error)
        else:
            self._show_first(self._opened)
        if old is not None:
            old.close()

    def _show_first(self, opened: OpenProfile) -> None:
        """Show the desk; what damage there is inside a file comes out as it is read."""
        try:
            self._show_desk(opened)
        except Unreadable as error:
            self._shut()
            damage = DamagedFile(opened.database, str(error))
            self._show_trouble(opened.profile, damage)

    def _shut(self) -> Desk | None:
        """Stop using the profile; its desk stays on the screen until another takes its place."""
        old, self.desk = self.desk, None
        if old is not None:
            old.stop()
        if self._opened is not None:
            self._opened.close()
            self._opened = None
        return old

    def _show_desk(self, opened: OpenProfile) -> None:
        keeper = settings_keeper(opened.profile)
        if self._is_scratch(opened.profile):
            own = settings_keeper(self._own).load()
            keeper.save(replace(own, last_class=0, last_page="live", window=()))
        desk = Desk(
            opened,
            self._theme,
            self._tasks,
            keeper,
            self._make_screens,
            self._is_scratch(opened.profile),
            self._make_dialogs,
        )
        self.desk = desk
        self._faults.say = desk.say
        desk.keep_with(lambda: self._keeping(opened.backups, desk.dialogs, desk.say))
        desk.demo_wanted.connect(self.try_demo)
        desk.own_wanted.connect(self.leave_demo)
        desk.closed.connect(self._app.quit)
        desk.window.painted.connect(self.painted)
        desk.show(board=self._options.board)
        self._trouble = None

    def _show_trouble(self, profile: Profile, error: ClassroomError | OSError) -> None:
        # Nothing a start without trouble needs.
        from ui.problems import problem
        from ui.trouble import TroubleWindow

        window = TroubleWindow(self._theme, problem(error), str(profile.folder))
        self._trouble = window
        self._faults.say = window.say
        backups = backups_of(profile, self._clock)
        keeping = self._keeping(backups, self._make_dialogs(window), window.say)
        window.backup_wanted.connect(lambda: self._tasks.spawn(keeping.open()))
        window.demo_wanted.connect(self.try_demo)
        window.closed.connect(self._app.quit)
        window.show()
        QTimer.singleShot(0, self.painted.emit)

    def _keeping(self, backups: Backups, dialogs: Dialogs, say: Callable[[str], None]) -> "Keeping":
        from ui.keeping import Keeping  # not for the start

        return Keeping(backups, dialogs, self._tasks, self._clock, say, self.restore)

    def _is_scratch(self, profile: Profile) -> bool:
        return profile.folder in {Path(folder.name) for folder in self._scratch}

    def _scratch_profile(self) -> Profile:
        folder = tempfile.TemporaryDirectory(prefix="rondo-", ignore_cleanup_errors=True)
        self._scratch.append(folder)
        return profile_at(Path(folder.name))


def _qt_screens(app: QApplication, window: QWidget) -> "Screens":
    from ui.board.screens import QtScreens  # not for the start

    return QtScreens(app, window)


def _qt_dialogs(window: QWidget) -> Dialogs:
    from ui.qt_dialogs import QtDialogs  # not for the start: it brings asyncio, 25 ms

    return QtDialogs(window)
