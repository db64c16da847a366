"""The teacher's desk: one open profile, its window, and what the pages ask for."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QRect, QTimer, Signal

from app.domain.ids import ClassId, LessonId, StudentId
from app.errors import ClassroomError
from app.settings import Settings, SettingsKeeper
from app.workspace import Kinds
from ui.bootstrap import OpenProfile
from ui.keeping import Keeping
from ui.main_window import MainWindow
from ui.pages import Pages
from ui.problems import problem
from ui.tasks import Tasks
from ui.theme import Theme
from ui.wording import sentence

LOOK_AROUND_MS = 2_000


class Desk(QObject):
    """Joins pages, board, toast and undo for one profile.

    `demo_wanted` and `own_wanted` ask for another profile; `closed` comes when the teacher closes
    the window.
    """

    demo_wanted = Signal()
    own_wanted = Signal()
    closed = Signal()

    def __init__(
        self,
        opened: OpenProfile,
        theme: Theme,
        tasks: Tasks,
        keeper: SettingsKeeper,
        is_demo: bool,
    ) -> None:
        super().__init__()
        self.room = opened.classroom
        self.theme = theme
        self.tasks = tasks
        self.is_demo = is_demo
        self.keeping: Keeping | None = None
        self.profile = opened.profile
        self._opened = opened
        self._keeper = keeper
        self.settings = keeper.load()
        self.class_id = self._first_class()
        self.window = MainWindow(theme, self.tr("Rondo"))
        self._pages = Pages(self)
        self._undone_to = self._last_step()
        self._stop_listening = self.room.workspace.subscribe(self._changed)
        self._others = QTimer(self, interval=LOOK_AROUND_MS)
        self._version = opened.data_version()
        self._connect()

    def show(self, board: bool = False) -> None:
        """Put the window where it was, on the page that is wanted first."""
        self._dress()
        self._pages.set_up(self.window)
        self.go("live" if self.class_id is not None else "welcome")
        self._place()
        self._others.start()
        if board:
            self._pages.show_board()

    def keep_with(self, keeping: Keeping) -> None:
        """How backups are saved and opened."""
        self.keeping = keeping

    def stop(self) -> None:
        """Touch the files no more; the window stays as it is."""
        self._others.stop()
        self._stop_listening()
        self._pages.stop()
        self._remember(self._with_place(self.settings))

    def close(self) -> None:
        """Take the windows away without ending the app."""
        self.window.closing.disconnect()
        self._pages.close_board()
        self.window.close()
        self.window.deleteLater()

    def go(self, key: str) -> None:
        """Show a page."""
        self.window.rail.setVisible(self.class_id is not None)
        self.window.go(key, self.class_id)

    def show_class(self, class_id: ClassId) -> None:
        """Make another class the one that everything is about."""
        self.class_id = class_id
        self._remember(replace(self.settings, last_class=class_id))
        self._pages.show_class(class_id)

    def teach(self, lesson_id: LessonId) -> None:
        """Take a lesson into the room and show it."""
        self.room.live.open(lesson_id)
        self.go("live")

    def observe(self, student_id: StudentId) -> None:
        """Show the lesson with a student picked."""
        self.go("live")
        self._pages.pick(student_id)

    def say(self, text: str) -> None:
        """Tell the teacher something that cannot be undone."""
        self.window.toast.show_message(text, None, "warning-circle")

    def choose(self, settings: Settings) -> None:
        """Take the teacher's choices, now and for the next time."""
        self._remember(settings)
        self._dress()

    def undo(self) -> None:
        self._turn(self.room.workspace.undo, self.tr("Taken back: {what}"))

    def redo(self) -> None:
        self._turn(self.room.workspace.redo, self.tr("Done again: {what}"))

    def _turn(self, turn: Callable[[], object], words: str) -> None:
        workspace = self.room.workspace
        what = workspace.next_undo if turn == workspace.undo else workspace.next_redo
        try:
            turn()
        except ClassroomError as error:
            self.say(problem(error))
            return
        if what is not None:
            self.window.toast.show_message(words.format(what=sentence(what)), None)

    def _connect(self) -> None:
        self.window.page_wanted.connect(self.go)
        self.window.undo_wanted.connect(self.undo)
        self.window.redo_wanted.connect(self.redo)
        self.window.closing.connect(self._window_closing)
        self._others.timeout.connect(self._look_around)

    def _window_closing(self) -> None:
        self._pages.close_board()
        self.closed.emit()

    def _changed(self, kinds: Kinds) -> None:
        """After every write: the pages redraw, and what was done can be taken back."""
        self._pages.tell(kinds)
        newest = self._last_step()
        if newest > self._undone_to:
            label = self.room.workspace.next_undo
            if label is not None:
                self.window.toast.show_message(sentence(label), self.undo)
        self._undone_to = newest

    def _last_step(self) -> int:
        step = self.room.store.undoable()
        return step.id if step is not None else 0

    def _look_around(self) -> None:
        """Another program may have written: the command line, for one."""
        version = self._opened.data_version()
        if version != self._version:
            self._version = version
            self._undone_to = self._last_step()
            self._pages.refresh()

    def _first_class(self) -> ClassId | None:
        known = [school_class.id for school_class in self.room.classes()]
        if self.settings.last_class in known:
            return ClassId(self.settings.last_class)
        return known[-1] if known else None

    def _dress(self) -> None:
        self.theme.choose(
            self.settings.scheme, self.settings.text_scale, self.settings.reduced_motion
        )
        self._pages.dress_board(self.settings.board_scheme)

    def _place(self) -> None:
        left, top, width, height = self.settings.window or (0, 0, 1366, 768)
        wanted = QRect(left, top, width, height)
        screen = self.window.screen().availableGeometry()
        on_screen = any(s.geometry().intersects(wanted) for s in self.window.screen().virtualSiblings())
        self.window.setGeometry(wanted if self.settings.window and on_screen else screen)
        if self.settings.maximised or not self.settings.window:
            self.window.showMaximized()
        else:
            self.window.show()

    def _with_place(self, settings: Settings) -> Settings:
        place = self.window.normalGeometry().getRect()
        return replace(settings, window=place, maximised=self.window.isMaximized())

    def _remember(self, settings: Settings) -> None:
        self.settings = settings
        try:
            self._keeper.save(settings)
        except ClassroomError as error:
            self.say(problem(error))
