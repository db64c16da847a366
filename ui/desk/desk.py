"""The teacher's desk: one open profile, its window, and what the pages ask for."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.classroom import Classroom
from app.domain.ids import ClassId, LessonId, ObservationId, StudentId
from app.errors import ClassroomError
from app.services.live import LiveService
from app.settings import Settings, SettingsKeeper
from ui.bootstrap import OpenProfile
from ui.desk.choices import Choices
from ui.desk.following import Following
from ui.desk.going import Going
from ui.desk.history import History
from ui.desk.lists import Lists
from ui.desk.main_window import MainWindow
from ui.desk.pages import PAGES, put_on_rail
from ui.dialogs import Dialogs
from ui.lesson.live import LiveLink
from ui.lesson.watch import Watch
from ui.place import show_in_place, with_place
from ui.tasks import DeskTasks, Tasks
from ui.theme import Theme
from ui.upkeep.care import Care
from ui.widgets.focus import focused

if TYPE_CHECKING:
    from ui.backups.keeping import Keeping
    from ui.board.screens import Screens
    from ui.finding.link import FindLink
    from ui.lock.locksmith import Locksmith
    from ui.sound.sound import Sound


_ONCE = Qt.ConnectionType.SingleShotConnection


class Desk(QObject):
    """Joins pages, board, toast and undo for one profile.

    `demo_wanted` and `own_wanted` ask for another profile, `mend_wanted` for this one to be mended;
    `closed` comes with the window's end, `stopping` before the files are let go, `class_looks`
    when the board comes or goes where the class sees this window too.
    """

    demo_wanted = Signal()
    own_wanted = Signal()
    lock_wanted = Signal()
    mend_wanted = Signal()
    closed = Signal()
    stopping = Signal()
    class_looks = Signal()
    student_wanted = Signal(object)
    seen_wanted = Signal(object)

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
        self.opened = opened
        self.room: Classroom = opened.classroom
        self.theme = theme
        self.tasks = DeskTasks(tasks)
        self.is_demo = is_demo
        self.folder = str(opened.profile.folder)
        self.make_dialogs = make_dialogs
        self.secure: Locksmith | None = None
        self._make_keeping: Callable[[], Keeping] | None = None
        self._finding: FindLink | None = None
        self._choices = Choices(keeper, theme)
        self.window = MainWindow(theme, self.tr("Rondo"))
        self.lists = Lists(self.tasks, lambda: self.dialogs, lambda: self.go("import"))
        turn = opened.turn_apart if opened.writes_apart else None
        self.history = History(self.room, self.window, self._tell_problem, tasks, turn)
        self._choices.dress()
        self.live: LiveLink = LiveLink(self, partial(make_screens, self.window))
        lock = self.lock_wanted.emit
        elsewhere = {"own": self.own_wanted.emit, "lock": lock, "find": self.find}
        elsewhere["capture"] = self.capture
        self._going = Going(
            self.room, self.window, self._choices, self.live.page.show_class, elsewhere
        )
        self.live.page.scene_changed.connect(lambda scene: self._going.teaching(scene is not None))
        self._following = Following(
            opened, self.window, self._going, self.live, self.history, self._tell_problem
        )
        self.watch = Watch(self)
        self.care = Care(self, opened, self._following.redraw)
        self._set_up()

    def show(self, board: bool = False) -> None:
        """Put the window where it was, on the page that is wanted first."""
        self._going.go_where_it_was()
        show_in_place(self.window, self.settings)
        self._following.look_for_others()
        self.window.painted.connect(self.care.begin)
        self.window.painted.connect(self.watch.begin)
        self.window.painted.connect(self.live.side.look_around)
        self.window.painted.connect(self.live.here.begin)
        self.window.painted.connect(self.live.adults.begin)
        self.window.painted.connect(self.live.begin_drafts)
        if board:
            self.live.set_board(True)

    def stop(self) -> None:
        """Touch the files no more; the window stays as it is."""
        self.stopping.emit()
        self.tasks.stop()
        parts = (self.watch, self.secure, self._following, self.care, self.live, self._finding)
        for part in parts:
            if part is not None:
                part.stop()
        last = replace(self.settings, last_class=self.class_id or self.settings.last_class)
        self._choices.remember(with_place(self.window, self.window.current, last))

    def close(self) -> None:
        """Take the windows away without ending the app."""
        self.window.closing.disconnect()
        self.live.close_board()
        self.window.close()
        self.window.deleteLater()

    @property
    def settings(self) -> Settings:
        """What the teacher has chosen."""
        return self._choices.now

    @property
    def class_id(self) -> ClassId | None:
        """The class that everything is about; None where there is none yet."""
        return self._going.class_id

    @property
    def sound(self) -> "Sound | None":
        """What is heard of the lesson; None before the first picture."""
        return self.watch.sound

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
        self._going.go(key)

    def show_class(self, class_id: ClassId) -> None:
        """Make another class the one that everything is about."""
        self._going.show_class(class_id)

    def teach(self, lesson_id: LessonId) -> None:
        """Take a lesson into the room and show it, on the projector too if there is one."""
        LiveService(self.room).open(lesson_id)
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

    def show_seen(self, student_id: StudentId, seen: ObservationId) -> None:
        """Show a student's drawer with one of the observations in sight."""
        self.show_student(student_id)
        self.seen_wanted.emit(seen)

    def capture(self) -> None:
        """Take a line of words, from any page; afterwards that page is shown again."""
        if self.class_id is None or self.settings.simple_view:
            return
        before = self.window.current
        self.go("live")
        self.live.capture.open()
        if before != "live":
            palette = self.live.capture.palette
            palette.closed.connect(partial(self.go, before), _ONCE)

    def find(self) -> None:
        """Open the panel that finds notes; a stand-in has none."""
        if self.class_id is None or self.settings.simple_view:
            return
        if self._finding is None:
            from ui.finding.link import FindLink  # not for the start

            self._finding = FindLink(self, self.opened, self.window.stack)
        self._finding.open(focused(self.window))

    def say(self, text: str, icon: str = "warning-circle") -> None:
        """Tell the teacher what cannot be undone from there; by its icon it is a warning."""
        self.window.toast.show_message(text, None, icon)

    def done(self, text: str) -> None:
        """Tell her that it is done."""
        self.say(text, "check")

    def choose(self, settings: Settings) -> None:
        """Take the teacher's choices, now and for the next time."""
        if not self._choices.remember(settings):
            self.say(self.tr("The disk refused: this holds only until Rondo is closed."))
        self._choices.dress()
        self.live.dress_board(settings)

    def try_demo(self) -> None:
        self.demo_wanted.emit()

    def save_backup(self) -> None:
        self.tasks.spawn(self.keeping.save())

    def open_backup(self) -> None:
        self.tasks.spawn(self.keeping.open())

    def mend(self) -> None:
        """The class file is damaged: take the teacher to where that is mended."""
        self.mend_wanted.emit()

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
        # The toast may cover empty cells, but neither a warning of a station nor what is picked.
        self.live.capture.opened.connect(lambda on: self.window.hold_toast(on, "palette"))
        self.live.page.carry.changed.connect(self._hold_for_carry)

    def _hold_for_carry(self) -> None:
        self.window.hold_toast(self.live.page.carry.lifted is not None, "carry")

    def _window_closing(self) -> None:
        self.live.close_board()
        self.closed.emit()

    def _tell_problem(self, error: ClassroomError) -> None:
        from ui.problems import problem  # nothing has gone wrong at the start

        self.say(problem(error))
