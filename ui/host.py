"""The app from its first window to its last, whatever is open in between."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.ports import Clock
from ui.bootstrap import (
    OpenProfile,
    Profile,
    Surroundings,
    build_demo,
    crash_mark,
    profile_at,
    report_folder,
    safe_of,
)
from ui.desk.desk import Desk
from ui.dialogs import Dialogs
from ui.faults import Faults
from ui.making import Maker
from ui.opening.entrance import Wish
from ui.opening.own import Own
from ui.opening.reception import Reception
from ui.options import Options
from ui.stage import Stage
from ui.tasks import LoopTasks
from ui.theme import Theme
from ui.widgets.spoken import speak_of_ours

if TYPE_CHECKING:
    from app.ports import Speaker
    from ui.backups.keepings import Keepings
    from ui.board.screens import Screens
    from ui.exchange import Exchange
    from ui.upkeep.crash import CrashWatch
    from ui.widgets.banner import Banners


class Host(QObject):
    """Puts the parts together that open the teacher's class, and joins each desk with them.

    `painted` comes after the first picture: what is slow to import waits for it. `asked` carries
    what a second copy of the app was started with.
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
        speak_of_ours()
        self._app = app
        self._theme = theme
        self._clock = clock
        self._options = options
        self._around = around or Surroundings()
        own = profile_at(options.profile)
        self._faults = Faults(report_folder(own), clock, options.debug)
        self._tasks = LoopTasks(self._faults.failed)
        maker = self._maker = Maker(app, theme, make_screens, make_dialogs)
        self._own = Own(own, clock, self._around, {"board": options.board})
        self._reception = Reception(theme, self._tasks, maker.dialogs, self._around, clock)
        parts = (maker, self._tasks, self._faults, self._own, self._reception, clock)
        self._stage = Stage(*parts, self._prepare)
        self._stage.board = options.board
        self._to_another: Exchange | None = None
        self._connect()

    @property
    def _exchange(self) -> "Exchange":
        """Whatever ends one desk for another, made when it is first asked for."""
        if self._to_another is None:
            from ui.exchange import Exchange  # not for the start

            self._to_another = Exchange(self._stage, self._own, self._tasks, self._clock)
        return self._to_another

    @property
    def _keeper(self) -> "Keepings":
        from ui.backups.keepings import Keepings  # not for the start

        reopen = self._exchange.restore
        return Keepings(self._theme, self._tasks, self._clock, self._own, reopen)

    @property
    def desk(self) -> Desk | None:
        """What is open; None while something is in the way of it."""
        return self._stage.desk

    def hear_with(self, make_speaker: "Callable[[], Speaker]") -> None:
        """Sounds are heard with this, which is made when it is first needed."""
        self._maker.make_speaker = make_speaker

    def start(self, own: Profile) -> None:
        """Open what was asked for."""
        self._faults.catch_all()
        self.painted.connect(lambda: self._own.watch(self.desk, self.asked.emit))
        self.asked.connect(self._show_again)
        scratch = self._stage.scratch
        self._own.choose(scratch.new() if self._options.temporary else own)
        if self._options.demo:
            profile = scratch.new()
            build_demo(profile, self._clock)
            self._stage.open(profile)
        else:
            self._stage.open(self._own.profile)

    def watch(self) -> "CrashWatch":
        """Hear of every failure from now on, and tell of the last end if nobody asked for it."""
        from ui.upkeep.crash import CrashWatch  # not for the start

        mark = crash_mark(self._own.profile)
        return CrashWatch(self._faults, mark, self._clock, self._banners)

    def leave(self) -> None:
        """Close what is shown as the teacher would; what is closing already ends at once."""
        if self.desk is not None and self.desk.window.isVisible():
            self.desk.window.close()
        else:
            self._app.quit()

    def close(self) -> None:
        """Close the files and forget what was only to be tried."""
        self._stage.close()

    def _connect(self) -> None:
        stage, reception = self._stage, self._reception
        stage.painted.connect(self.painted)
        stage.elsewhere.connect(self._app.quit)
        reception.go.connect(self._open_own)
        reception.backup_wanted.connect(self._take_backup)
        reception.demo_wanted.connect(self._try_demo)
        reception.closed.connect(self._app.quit)

    def _open_own(self, profile: Profile, wish: Wish) -> None:
        """Open what is the teacher's own profile from now on."""
        self._own.choose(profile)
        self._stage.open(profile, wish)

    def _prepare(self, desk: Desk, opened: OpenProfile) -> None:
        """Join a desk with what it may ask for, before it is shown."""
        desk.keep_with(lambda: self._keeper.of_desk(desk, opened))
        desk.demo_wanted.connect(self._try_demo)
        desk.own_wanted.connect(self._leave_demo)
        desk.mend_wanted.connect(lambda: self._exchange.mend(opened))
        desk.closed.connect(partial(desk.care.leave, self._app.quit))
        desk.window.painted.connect(partial(self._secure, desk, opened))
        if opened.reading is not None:
            from ui.opening.reading import show_reading  # not for the start

            reopen = partial(self._stage.open, opened.profile)
            show_reading(desk, opened.reading, self._around.host, reopen)

    def _try_demo(self) -> None:
        self._exchange.try_demo()

    def _leave_demo(self) -> None:
        self._exchange.leave_demo()

    def _secure(self, desk: Desk, opened: OpenProfile) -> None:
        from ui.lock.locksmith import Locksmith  # not for the start

        desk.secure = Locksmith(
            desk, self._app, safe_of(opened.profile, self._clock), self._exchange
        )

    def _take_backup(self, profile: Profile) -> None:
        """Open a backup into a profile that cannot be opened, or into a new one."""
        if self._reception.guide is not None:
            self._own.choose(profile)
            self._tasks.spawn(self._keeper.of_guide(self._reception.guide).open())

    def _show_again(self, request: dict[str, object]) -> None:
        """A second copy of the app was started: show what is there, and do what it was asked."""
        from ui.opening.watchman import bring_forward  # not for the start

        if shown := self.desk or self._reception.guide:
            bring_forward(shown.window)
        if self.desk is not None and request.get("board") is True:
            self.desk.live.set_board(True)

    def _banners(self) -> "Banners | None":
        return self.desk.window.banners if self.desk else None
