"""What is on the screen: the desk of the one profile that is open, or what is in the way of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.opening.errors import FileIsOlder, LogIsLeft
from app.errors import ClassroomError, NotRead
from app.ports import Clock
from ui.bootstrap import OpenProfile, Profile, Unreadable, open_profile
from ui.desk.desk import Desk
from ui.faults import Faults
from ui.making import Maker
from ui.opening.entrance import NOTHING_SAID, Elsewhere, Wish
from ui.opening.own import Own
from ui.opening.reception import Reception
from ui.scratch import Scratch
from ui.tasks import Tasks


class Stage(QObject):
    """Opens one profile after another; whatever was open before goes when the next is seen.

    `prepare` is given each desk before it is shown, and `board` says that its board opens at once.
    `painted` comes after the first picture of each, and `elsewhere` when another window has the
    profile open and was raised.
    """

    painted = Signal()
    elsewhere = Signal()

    def __init__(
        self,
        maker: Maker,
        tasks: Tasks,
        faults: Faults,
        own: Own,
        reception: Reception,
        clock: Clock,
        prepare: Callable[[Desk, OpenProfile], None],
    ) -> None:
        super().__init__()
        self._maker = maker
        self._tasks = tasks
        self._faults = faults
        self._own = own
        self._reception = reception
        self._clock = clock
        self._prepare = prepare
        self.scratch = Scratch()
        self.board = False
        self.opened: OpenProfile | None = None
        self.desk: Desk | None = None

    def open(
        self,
        profile: Profile,
        wish: Wish = NOTHING_SAID,
        old: Desk | None = None,
    ) -> None:
        """Open a profile; `old` is a desk that was shut before."""
        old = old or self.shut()
        try:
            self.opened = self._enter(profile, wish)
        except FileIsOlder as error:
            self._bring_up(profile, wish, isinstance(error, LogIsLeft))
        except Elsewhere:
            QTimer.singleShot(0, self.elsewhere.emit)
        except (ClassroomError, OSError) as error:
            self._show_met(profile, error, wish)
        else:
            self._show_first(self.opened)
        if old is not None:
            old.close()

    def tell(
        self, profile: Profile, error: ClassroomError, wish: Wish, old: Desk | None = None
    ) -> None:
        """Show what is in the way of a profile in place of its desk, which was shut."""
        self._show_trouble(profile, error, wish)
        if old is not None:
            old.close()

    def shut(self) -> Desk | None:
        """Stop using the profile; its desk stays on the screen until another takes its place."""
        old, self.desk = self.desk, None
        if old is not None:
            old.stop()
        if self.opened is not None:
            self.opened.close()
            self.opened = None
        return old

    def close(self) -> None:
        """Close everything, and forget what was only to be tried."""
        if (desk := self.shut()) is not None:
            desk.close()
        self._own.leave()
        self.scratch.clear()

    def _enter(self, profile: Profile, wish: Wish) -> OpenProfile:
        if self.scratch.holds(profile):
            return open_profile(profile, self._clock)
        return self._own.enter(wish)

    def _bring_up(self, profile: Profile, wish: Wish, log: bool) -> None:
        """Bring an older file up to date, or read one whose `log` is left.

        What takes a while is shown, and holds no picture up.
        """
        from ui.opening.updating import UNSEEN_S, HowFar  # not for the start: there is seldom one
        from ui.tasks import Early  # not for the start: the same

        progress = HowFar("log" if log else "copy")
        job = Early(lambda: self._own.bring_up(wish.key, progress))

        def go_on() -> None:
            try:
                job.result()
            except (ClassroomError, OSError) as error:
                self._show_met(profile, error, wish)
            else:
                self.open(profile, wish._replace(up=True))

        if job.is_over(within_s=UNSEEN_S):
            go_on()
        else:
            self._reception.update(job, progress, go_on)
            QTimer.singleShot(0, self.painted.emit)

    def _show_first(self, opened: OpenProfile) -> None:
        """Show the desk; what damage there is inside a file comes out as it is read."""
        try:
            self._show_desk(opened)
        except (Unreadable, NotRead) as error:
            self.shut()
            self._show_met(opened.profile, error, Wish(opened.key))

    def _show_met(self, profile: Profile, error: Exception, wish: Wish) -> None:
        """Show what is in the way; damage that was met is told as such."""
        from ui.opening.met import met  # not for the start: nothing is in the way

        self._show_trouble(profile, met(error, profile.database), wish)

    def _show_desk(self, opened: OpenProfile) -> None:
        if self.scratch.holds(opened.profile):
            desk = self._maker.scratch_desk(opened, self._tasks, self._own.profile)
        else:
            desk = self._maker.desk(opened, self._tasks)
        self.desk = desk
        self._faults.say = desk.say
        desk.window.painted.connect(self.painted)
        self._prepare(desk, opened)
        desk.show(self.board)
        self._reception.dismiss()

    def _show_trouble(self, profile: Profile, error: ClassroomError | OSError, wish: Wish) -> None:
        from ui.opening.guide import InTheWay  # not for the start

        guide = self._reception.tell(InTheWay(profile, error, wish))
        self._faults.say = guide.window.say
        QTimer.singleShot(0, self.painted.emit)
