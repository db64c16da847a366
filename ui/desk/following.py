"""Redrawing after every write, whoever wrote."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from app.domain.classes import SchoolClass
from app.errors import ClassroomError, NotRead
from app.workspace import Kinds
from ui.bootstrap import EVERYTHING, OpenProfile
from ui.desk.going import Going
from ui.desk.history import History
from ui.desk.main_window import MainWindow
from ui.lesson.live import LiveLink

LOOK_AROUND_MS = 2_000


class Following(QObject):
    """Hears of what is written here at once, and looks now and then for what others wrote.

    `tell_problem` says what could not be read.
    """

    def __init__(
        self,
        opened: OpenProfile,
        window: MainWindow,
        going: Going,
        live: LiveLink,
        history: History,
        tell_problem: Callable[[ClassroomError], None],
    ) -> None:
        super().__init__(window)
        self._opened = opened
        self._window = window
        self._going = going
        self._live = live
        self._history = history
        self._tell_problem = tell_problem
        self._version = opened.data_version()
        self._stop_listening = opened.classroom.workspace.subscribe(self._changed)
        self._others = QTimer(self, interval=LOOK_AROUND_MS)
        self._others.timeout.connect(self._look_around)

    def look_for_others(self) -> None:
        """Another program may write from now on: the command line, for one."""
        self._others.start()

    def stop(self) -> None:
        """Hear of nothing any more."""
        self._others.stop()
        self._stop_listening()

    @property
    def is_up_to_date(self) -> bool:
        """Whether the pages were drawn after all that others wrote. Raises `errors.NotRead`."""
        return self._opened.data_version() == self._version

    def redraw(self) -> None:
        """Show on every page what is in the file."""
        self._tell(EVERYTHING)

    def _changed(self, kinds: Kinds) -> None:
        """After every write: the pages redraw, and what was done can be taken back."""
        try:
            kinds = self._with_others(kinds)
            if SchoolClass in kinds and self._going.has_lost_class():
                self._going.leave_class()
            else:
                self._tell(kinds)
            self._history.offer()
        except NotRead as error:  # what was written is written: only the picture is from before
            self._tell_problem(error)

    def _with_others(self, kinds: Kinds) -> Kinds:
        """Our own step beside this connection looks as if another program had written.

        With it all is drawn anew at once, else it would be done a second time.
        """
        if not self._opened.wrote_apart:
            return kinds
        self._opened.wrote_apart = False
        self._version = self._opened.data_version()
        return EVERYTHING

    def _tell(self, kinds: Kinds) -> None:
        """The lesson always hears, for the board's sake; other pages when they are seen."""
        self._live.tell(kinds)
        if self._window.current != "live":
            self._window.tell(kinds)

    def _look_around(self) -> None:
        with suppress(NotRead):
            version = self._opened.data_version()
            if version != self._version:
                self._version = version
                self._history.catch_up()
                self._tell(EVERYTHING)
