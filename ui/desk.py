"""The teacher's desk: one open profile, its window, and what the pages ask for."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.classroom import Classroom
from app.domain.classes import SchoolClass
from app.domain.ids import ClassId, LessonId, StudentId
from app.errors import ClassroomError, NotRead
from app.settings import Settings, SettingsKeeper
from app.workspace import Kinds
from ui.bootstrap import EVERYTHING, OpenProfile
from ui.dialogs import Dialogs
from ui.history import History
from ui.live_link import LiveLink
from ui.main_window import MainWindow
from ui.pages import PAGES, put_on_rail
from ui.place import show_in_place, with_place
from ui.tasks import Tasks
from ui.theme import Theme
from ui.upkeep.care import Care

if TYPE_CHECKING:
    from ui.away import Away
    from ui.board.screens import Screens
    from ui.keeping import Keeping
    from ui.lock.locksmith import Locksmith

LOOK_AROUND_MS = 2_000
LIVE_FOOT = 52 + 48
"""Design px of the capture line and the tray, where someone may be typing."""


class Desk(QObject):
    """Joins pages, board, toast and undo for one profile.

    `demo_wanted` and `own_wanted` ask for another profile; `closed` comes with the window's end.
    """

    demo_wanted = Signal()
    own_wanted = Signal()
    lock_wanted = Signal()
    closed = Signal()
    student_wanted = Signal(object)

    def __init__(
        self,
        opened: OpenProfile,
        theme: Theme,
        tasks: Tasks,
        keeper: SettingsKeeper,
        make_screens: "Callable[[QWidget], Screens]",
        is_demo: bool,
        make_dialogs: Callable[[QWidget], Dialogs],
    ) -> None:
        super().__init__()
        self.room: Classroom = opened.classroom
        self.theme = theme
        self.tasks = tasks
        self.is_demo = is_demo
        self.folder = str(opened.profile.folder)
        self.settings = keeper.load()
        self._make_keeping: Callable[[], Keeping] | None = None
        self.opened = opened
        self._keeper = keeper
        self._version = opened.data_version()
        self.class_id = self._first_class()
        self._list: str | Path = ""
        self._away: Away | None = None
        self.window = MainWindow(theme, self.tr("Rondo"))
        self.history = History(self.room, self.window, self._tell_problem)
        self.make_dialogs = make_dialogs
        self.secure: Locksmith | None = None
        self._dress()
        self.live: LiveLink = LiveLink(self, partial(make_screens, self.window))
        self.care = Care(self, opened, lambda: self._tell(EVERYTHING))
        self._stop_listening = self.room.workspace.subscribe(self._changed)
        self._others = QTimer(self, interval=LOOK_AROUND_MS)
        self._set_up()

    def show(self, board: bool = False) -> None:
        """Put the window where it was, on the page that is wanted first."""
        self._go_where_it_was()
        show_in_place(self.window, self.settings)
        self._others.start()
        self.window.painted.connect(self._watch_over)
        if board:
            self.live.set_board(True)
        else:
            self.window.painted.connect(self.live.use_projector)

    def stop(self) -> None:
        """Touch the files no more; the window stays as it is."""
        self._others.stop()
        for part in (self._away, self.secure):
            if part is not None:
                part.stop()
        self._stop_listening()
        self.care.stop()
        self.live.stop()
        self._remember(with_place(self.window, self.window.current, self.settings))

    def close(self) -> None:
        """Take the windows away without ending the app."""
        self.window.closing.disconnect()
        self.live.close_board()
        self.window.close()
        self.window.deleteLater()

    def _watch_over(self) -> None:
        """From the first picture on: did the lesson go on without anybody?"""
        # Neither is for the start.
        from app.services.gaps import GapService
        from ui.away import Away

        room, pulse = self.room, self.opened.pulse
        gaps = GapService(room.store, room.workspace, room.ids)
        page, banners = self.live.page, lambda: self.window.banners
        ask = self.live.ask_lost_time
        self._away = Away(room.live, gaps, room.clock, pulse, page, banners, ask)

    def _go_where_it_was(self) -> None:
        """The page that was left; the lesson is there too, for the board."""
        pages = ["welcome"] if self.class_id is None else ["live", self.settings.last_page]
        for key in dict.fromkeys(pages):
            self.go(key)

    @property
    def dialogs(self) -> Dialogs:
        """Questions over this window."""
        return self.make_dialogs(self.window)

    @property
    def keeping(self) -> "Keeping":
        """How backups are saved and opened."""
        if self._make_keeping is None:
            raise RuntimeError("keep_with comes first")
        return self._make_keeping()

    def keep_with(self, make: "Callable[[], Keeping]") -> None:
        self._make_keeping = make

    def go(self, key: str) -> None:
        """Show a page; "own" is the way back from the demo, "lock" locks the window."""
        if key in {"own", "lock"}:
            (self.own_wanted if key == "own" else self.lock_wanted).emit()
            return
        self.window.rail.setVisible(self.class_id is not None)
        self.window.go(key)
        self.window.keep_clear(LIVE_FOOT if key == "live" else 0)

    def show_class(self, class_id: ClassId) -> None:
        """Make another class the one that everything is about."""
        self.class_id = class_id
        self._remember(replace(self.settings, last_class=class_id))
        self.live.page.show_class(class_id)
        self.window.rail.show()
        if self.window.current != "import":
            self.go(self.window.current)

    def teach(self, lesson_id: LessonId) -> None:
        """Take a lesson into the room and show it, on the projector too if there is one."""
        self.room.live.open(lesson_id)
        self.go("live")
        self.live.use_projector()

    def observe(self, student_id: StudentId) -> None:
        """Show the lesson with a student picked."""
        self.go("live")
        self.live.page.select(student_id)

    def show_student(self, student_id: StudentId) -> None:
        """Show the progress page with one student's drawer open."""
        self.go("progress")
        self.student_wanted.emit(student_id)

    def say(self, text: str) -> None:
        """Tell the teacher something that cannot be undone."""
        self.window.toast.show_message(text, None, "warning-circle")

    def choose(self, settings: Settings) -> None:
        """Take the teacher's choices, now and for the next time."""
        if not self._remember(settings):
            self.say(self.tr("The disk refused: this holds only until Rondo is closed."))
        self._dress()
        self.live.dress_board(settings)

    def try_demo(self) -> None:
        self.demo_wanted.emit()

    def import_list(self, what: str | Path = "") -> None:
        """Show the page that takes a class list, with a text or a file if there is one."""
        self._list = what
        self.go("import")

    def take_list(self) -> str | Path:
        """What the import page is to read; it is given once."""
        given, self._list = self._list, ""
        return given

    def choose_list_file(self) -> None:
        self.tasks.spawn(self._choose_list_file())

    async def _choose_list_file(self) -> None:
        filters = self.tr("Class lists (*.csv *.txt *.tsv);;All files (*)")
        chosen = await self.dialogs.open_file(self.tr("Choose a class list"), filters)
        if chosen is not None:
            self.import_list(chosen)

    def save_backup(self) -> None:
        self.tasks.spawn(self.keeping.save())

    def open_backup(self) -> None:
        self.tasks.spawn(self.keeping.open())

    def undo(self) -> None:
        self.history.undo()

    def _set_up(self) -> None:
        put_on_rail(self.window, self.is_demo)
        self.window.add_page("live", self.live.entry)
        for key, make in PAGES.items():
            self.window.add_page(key, partial(make, self))
        self.window.page_wanted.connect(self.go)
        self.window.undo_wanted.connect(self.history.undo)
        self.window.redo_wanted.connect(self.history.redo)
        self.window.closing.connect(self._window_closing)
        self._others.timeout.connect(self._look_around)

    def _window_closing(self) -> None:
        self.live.close_board()
        self.closed.emit()

    def _changed(self, kinds: Kinds) -> None:
        """After every write: the pages redraw, and what was done can be taken back."""
        try:
            if SchoolClass in kinds and self.class_id not in self._classes():
                self._leave_class()
            else:
                self._tell(kinds)
            self.history.offer()
        except NotRead as error:  # what was written is written: only the picture is from before
            self._tell_problem(error)

    def _tell(self, kinds: Kinds) -> None:
        """The lesson always hears, for the board's sake; other pages when they are seen."""
        self.live.tell(kinds)
        if self.window.current != "live":
            self.window.tell(kinds)

    def _look_around(self) -> None:
        """Another program may have written: the command line, for one."""
        with suppress(NotRead):
            version = self.opened.data_version()
            if version != self._version:
                self._version = version
                self.history.catch_up()
                self._tell(EVERYTHING)

    def _leave_class(self) -> None:
        """The class is gone, by undo or put away: on to another, or back to the first screen."""
        self.class_id = self._first_class()
        if self.class_id is None:
            self.go("welcome")
        else:
            self.show_class(self.class_id)

    def _classes(self) -> list[ClassId]:
        return [school_class.id for school_class in self.room.classes()]

    def _first_class(self) -> ClassId | None:
        known = self._classes()
        if self.settings.last_class in known:
            return ClassId(self.settings.last_class)
        return known[-1] if known else None

    def _dress(self) -> None:
        chosen = self.settings
        self.theme.choose(chosen.scheme, chosen.text_scale, chosen.reduced_motion)

    def _remember(self, settings: Settings) -> bool:
        """Use these settings from now on; returns whether they are kept for the next time."""
        self.settings = settings
        try:
            self._keeper.save(settings)
        except ClassroomError:
            return False
        return True

    def _tell_problem(self, error: ClassroomError) -> None:
        from ui.problems import problem  # nothing has gone wrong at the start

        self.say(problem(error))
