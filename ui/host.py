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
    Key,
    OpenProfile,
    Profile,
    Surroundings,
    Unreadable,
    backups_of,
    build_demo,
    crash_mark,
    open_profile,
    profile_at,
    report_folder,
    safe_of,
    settings_keeper,
)
from ui.desk import Desk
from ui.dialogs import Dialogs
from ui.faults import Faults
from ui.making import qt_dialogs, qt_screens, restored, tell_reading
from ui.opening.entrance import NOTHING_SAID, Elsewhere, Entrance, Wish
from ui.options import Options
from ui.tasks import LoopTasks
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.board.screens import Screens
    from ui.keeping import Keeping
    from ui.lock.start import UnlockGuide
    from ui.opening.guide import Guide
    from ui.opening.watchman import Watchman
    from ui.upkeep.crash import CrashWatch
    from ui.widgets.banner import Banners


class Host(QObject):
    """Opens one profile after another, each with a desk of its own.

    `painted` comes once, after the first picture: what is slow to import waits for it. `asked`
    carries what a second copy of the app was started with.
    `make_screens` and `make_dialogs` are given the window they are for.
    """

    painted = Signal()
    asked = Signal(object)

    def __init__(
        self,
        app: QApplication,
        theme: Theme,
        clock: Clock,
        options: Options,
        make_screens: "Callable[[QWidget], Screens] | None" = None,
        make_dialogs: Callable[[QWidget], Dialogs] | None = None,
        around: Surroundings | None = None,
    ) -> None:
        super().__init__()
        self._around = around or Surroundings()
        self._entrance = Entrance(clock, self._around, {"board": options.board})
        self._watchman: Watchman | None = None
        self._app = app
        self._make_screens = make_screens or partial(qt_screens, app)
        self._make_dialogs = make_dialogs or qt_dialogs
        self._theme = theme
        self._clock = clock
        self._options = options
        self._own: Profile = profile_at(options.profile)
        self._scratch: list[tempfile.TemporaryDirectory[str]] = []
        self._opened: OpenProfile | None = None
        self.desk: Desk | None = None
        self._guide: Guide | UnlockGuide | None = None
        self._faults = Faults(report_folder(self._own), clock, options.debug)
        self._tasks = LoopTasks(self._faults.failed)

    def start(self, own: Profile) -> None:
        """Open what was asked for."""
        self._faults.catch_all()
        self.painted.connect(self._watch)
        self.asked.connect(self._show_again)
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

        return CrashWatch(self._faults, crash_mark(self._own), self._clock, self._banners)

    def _banners(self) -> "Banners | None":
        return self.desk.window.banners if self.desk else None

    def close(self) -> None:
        """Close the files and forget what was only to be tried."""
        if (desk := self._shut()) is not None:
            desk.close()
        self._leave_own()
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
        key = self._opened.key if self._opened else None
        await self.rekeyed(partial(restored, self._own, self._clock, source, key))

    async def rekeyed(self, work: "Callable[[], Key | None]") -> None:
        """Close the class, change its file in a worker, and open it with the key that gives."""
        key = self._opened.key if self._opened is not None else None
        old = self._shut()
        if old is not None:
            await old.care.rest()
        try:
            key = await self._tasks.off_thread(work)
        finally:
            self._open(self._own, old, Wish(key))

    def _open(self, profile: Profile, old: Desk | None = None, wish: Wish = NOTHING_SAID) -> None:
        """Open a profile; the desk before it goes when the new one is on the screen."""
        old = old or self._shut()
        try:
            self._opened = self._enter(profile, wish)
        except Elsewhere:
            QTimer.singleShot(0, self._app.quit)
        except (ClassroomError, OSError) as error:
            self._show_trouble(profile, error, wish)
        else:
            self._show_first(self._opened)
        if old is not None:
            old.close()

    def _enter(self, profile: Profile, wish: Wish) -> OpenProfile:
        if self._is_scratch(profile):
            return open_profile(profile, self._clock)
        return self._entrance.enter(profile, wish)

    def _open_own(self, profile: Profile, wish: Wish) -> None:
        """Open what is the teacher's own profile from now on."""
        self._choose_own(profile)
        self._open(profile, wish=wish)

    def _choose_own(self, profile: Profile) -> None:
        if profile != self._own:
            self._leave_own()
            self._own = profile

    def _leave_own(self) -> None:
        watchman, self._watchman = self._watchman, None
        if watchman is not None:
            watchman.stop()
        self._entrance.leave()

    def _watch(self) -> None:
        """After the first picture: hear of other copies of the app, and of copies of the class."""
        if self._watchman is None and self._entrance.is_ours:
            from ui.opening.watchman import Watchman  # not for the start

            self._watchman = Watchman(self._own)
            self._watchman.came.connect(self.asked)
            self._watchman.tell_copies(self.desk, self._entrance.copies())

    def _show_again(self, request: dict[str, object]) -> None:
        """A second copy of the app was started: show what is there, and do what it was asked."""
        from ui.opening.watchman import bring_forward  # not for the start

        if shown := self.desk or self._guide:
            bring_forward(shown.window)
        if self.desk is not None and request.get("board") is True:
            self.desk.live.set_board(True)

    def _show_first(self, opened: OpenProfile) -> None:
        """Show the desk; what damage there is inside a file comes out as it is read."""
        try:
            self._show_desk(opened)
        except Unreadable as error:
            self._shut()
            damage = DamagedFile(opened.database, str(error))
            self._show_trouble(opened.profile, damage, Wish(opened.key))

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
        if opened.reading is not None:
            from ui.opening.reading import HeldSettings  # not for the start

            keeper = HeldSettings(keeper)
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
        desk.closed.connect(partial(desk.care.leave, self._app.quit))
        desk.window.painted.connect(self.painted)
        desk.window.painted.connect(partial(self._secure, desk, opened))
        if opened.reading is not None:
            tell_reading(desk, opened, self._around, partial(self._open, opened.profile, None))
        desk.show(board=self._options.board)
        self._drop_guide()

    def _show_trouble(self, profile: Profile, error: ClassroomError | OSError, wish: Wish) -> None:
        """Tell what is in the way; here too the passphrase is asked for (`PassphraseNeeded`)."""
        from ui.lock.start import guide_to  # not for the start
        from ui.opening.guide import InTheWay  # not for the start

        self._drop_guide()
        found = InTheWay(profile, error, wish)
        look = (self._theme, self._tasks, self._make_dialogs)
        self._guide = guide = guide_to(*look, self._around, self._clock, found)
        self._faults.say = guide.window.say
        guide.go.connect(self._open_own)
        guide.backup_wanted.connect(self._take_backup)
        guide.demo_wanted.connect(self.try_demo)
        guide.window.closed.connect(self._app.quit)
        guide.window.show()
        QTimer.singleShot(0, self.painted.emit)

    def _secure(self, desk: Desk, opened: OpenProfile) -> None:
        from ui.lock.locksmith import Locksmith  # not for the start

        desk.secure = Locksmith(desk, self._app, safe_of(opened.profile, self._clock), self)

    def _take_backup(self, profile: Profile) -> None:
        """Open a backup into a profile that cannot be opened, or into a new one."""
        guide = self._guide
        if guide is None:
            return
        self._choose_own(profile)
        backups = backups_of(profile, self._clock)
        self._tasks.spawn(self._keeping(backups, guide.dialogs, guide.window.say).open())

    def _drop_guide(self) -> None:
        guide, self._guide = self._guide, None
        if guide is not None:
            guide.window.hide()
            guide.window.deleteLater()

    def _keeping(self, backups: Backups, dialogs: Dialogs, say: Callable[[str], None]) -> "Keeping":
        from ui.keeping import Keeping  # not for the start

        return Keeping(backups, dialogs, self._tasks, self._clock, say, self.restore)

    def _is_scratch(self, profile: Profile) -> bool:
        return profile.folder in {Path(folder.name) for folder in self._scratch}

    def _scratch_profile(self) -> Profile:
        folder = tempfile.TemporaryDirectory(prefix="rondo-", ignore_cleanup_errors=True)
        self._scratch.append(folder)
        return profile_at(Path(folder.name))
