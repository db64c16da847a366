"""Joins the live page with the observe panel, the capture line and the board."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.classroom import Classroom
from app.domain.board.scene import BoardScene
from app.domain.clock import Reading
from app.domain.ids import ObservationId, StudentId
from app.domain.live import LiveScene
from app.domain.photos import Photo
from app.services.board_scene import board_clock, board_scene
from app.services.cards import CardService
from app.services.live import LiveService
from app.services.moves import MoveService
from app.services.observe import ObserveService
from app.services.unseen import UnseenReader
from app.settings import Settings
from app.workspace import Kinds
from ui.board.miniature import BoardMiniature
from ui.capture.line import CaptureLine
from ui.capture.panel import ObservePanel
from ui.desk.main_window import PageEntry
from ui.desk.pages import Errands
from ui.lesson.adults import AdultsLink
from ui.lesson.board_side import BoardSide
from ui.lesson.capture import CaptureLink
from ui.lesson.change_later import ChangeLater
from ui.lesson.here import HereLink
from ui.live.page import LivePage

if TYPE_CHECKING:
    from app.services.observing import ObservingReader
    from app.services.timeline import TimelineReader
    from ui.board.screens import Screens
    from ui.capture.any_tags import AnyTags
    from ui.capture.student_parts import StudentParts
    from ui.lesson.board import BoardLink
    from ui.lesson.clips import ClipsLink
    from ui.lesson.drafts import DraftsLink
    from ui.lesson.ending import EndingLink
    from ui.lesson.tags import TagsLink
    from ui.live.lost_time.ways import LostTime


class LiveLink(QObject):
    """Everything that follows the lesson: what one part says, the others hear here."""

    def __init__(self, desk: Errands, make_screens: "Callable[[], Screens]") -> None:
        super().__init__()
        self._desk = desk
        self._reader: ObservingReader | None = None
        room, theme = desk.room, desk.theme
        observe = ObserveService(room)
        self._observe = observe
        self.tags: TagsLink | None = None
        self.drafts: DraftsLink | None = None
        self.clips: ClipsLink | None = None
        self.panel = ObservePanel(
            theme,
            observe,
            UnseenReader(room.evidence, room.clock),
            self._read,
            self._timeline,
            room.clock,
        )
        self.side = BoardSide(desk, make_screens)
        line = CaptureLine(theme)
        self.page = LivePage(
            theme,
            LiveService(room),
            MoveService(room),
            CardService(room.store, room.evidence, room.clock),
            room.clock,
            self.panel,
            line,
            self.side.miniature,
        )
        self.side.join(self.page)
        self.page.set_simple(desk.settings.simple_view)
        self.here = HereLink(desk, self.page, self.panel)
        self.capture = CaptureLink(desk, observe, self._read, line, self.page)
        self.adults = AdultsLink(desk, self.page, self.panel, line, observe)
        self._student: StudentId | None = None
        self.lost_time: LostTime | None = None
        self.changes = ChangeLater(desk, self.page)
        self._connect()

    @property
    def board(self) -> "BoardLink":
        """The board, made now if it was not yet."""
        return self.side.board

    @property
    def miniature(self) -> BoardMiniature:
        """The board as a stamp on the console."""
        return self.side.miniature

    def entry(self) -> PageEntry:
        """The page for the window. The page itself hears of every change through `tell`."""
        return PageEntry(self.page, self._show, lambda _kinds: None)

    def _show(self) -> None:
        if self._desk.class_id is not None:
            self.page.show_class(self._desk.class_id)

    def tell(self, kinds: Kinds) -> None:
        """Something was written: the lesson goes on elsewhere too, so the board follows always."""
        if Photo in kinds:
            self.side.forget_photos()
            self.side.show_scene(self._for_the_class(self.page.scene))
        try:
            self.page.on_changed(kinds)
        finally:
            try:
                self.panel.on_changed(kinds)
            finally:
                self.here.tell(kinds)
                self.changes.tell(kinds)
                self.capture.tell(kinds)
                if self.drafts is not None:
                    self.drafts.tell(kinds)
                self.adults.tell(kinds)

    def stop(self) -> None:
        """Ask nothing of the files any more."""
        self.page.clockwork.watch(None)
        self.side.stop()
        self.here.stop()
        self.capture.stop()
        self.changes.stop()

    def set_board(self, on: bool) -> None:
        """Open the board, or close it."""
        self.board.set_on(on)

    def use_projector(self) -> None:
        """While a lesson is open, show it to the class on a second screen, if there is one."""
        self.side.use_projector()

    def _turn_simple(self) -> None:
        """On to the simple view, or back."""
        settings = self._desk.settings
        self._desk.choose(replace(settings, simple_view=not settings.simple_view))
        self.page.set_simple(self._desk.settings.simple_view)
        self._desk.go("live")

    def ask_lost_time(self) -> None:
        """Show the ways on after an interruption."""
        # Neither is for the start.
        from app.services.lost_time import LostTimeService
        from ui.live.lost_time.ways import LostTime

        scene, room = self.page.scene, self._desk.room
        if scene is not None:
            next_day = partial(_next_day, room)
            service = LostTimeService(room, next_day)
            window = self.page.window()
            self.lost_time = LostTime(
                self._desk.theme, window, LiveService(room), service, room.clock
            )
            self.lost_time.open(scene)

    def _read_endings(self) -> "EndingLink":
        from ui.lesson.door import DoorLink  # nobody stands at the door at the start
        from ui.lesson.ending import EndingLink  # no lesson is over at the start

        DoorLink(self._desk, self.page.no_lesson, QApplication.clipboard())
        return EndingLink(self._desk, self.page.no_lesson)

    def close_board(self) -> None:
        """Take the board off its screen."""
        self.side.close()

    def dress_board(self, settings: Settings) -> None:
        """Take the board's own look and clock, and photos if they are to be shown now."""
        self.side.dress(settings)
        self.side.show_scene(self._for_the_class(self.page.scene))

    def _connect(self) -> None:
        page, desk = self.page, self._desk
        page.no_lesson.make_endings = self._read_endings
        page.scene_changed.connect(self._show_scene)
        page.ticked.connect(self._tick)
        page.selected.connect(self._select)
        page.level_pressed.connect(self.panel.press_level)
        page.flag_pressed.connect(self._toggle_flag)
        page.tag_key_pressed.connect(self.panel.focus_tags)
        self.panel.body.tags_made.connect(self._join_tags)
        self.panel.body.student_made.connect(self._join_clips)
        page.board_toggled.connect(self.set_board)
        page.plan_wanted.connect(lambda: desk.go("plan"))
        page.student_wanted.connect(desk.show_student)
        page.top_bar.buttons.time_lost.connect(self.ask_lost_time)
        page.top_bar.buttons.simple.connect(self._turn_simple)
        self.panel.undo_wanted.connect(desk.undo)
        self.capture.saved.connect(self.panel.mark_saved)
        self.capture.matched.connect(self._look_at)
        self.panel.student_wanted.connect(page.select)
        self.panel.seen_wanted.connect(self._put_right)
        self.panel.saved.connect(lambda _: page.take_keys_back())
        page.set_board(False, self.tr("Off"))

    def _show_scene(self, scene: LiveScene | None) -> None:
        self.side.show_scene(self._for_the_class(scene))
        self._look_at(None)  # last, as it reads: the disk may refuse

    def _for_the_class(self, scene: LiveScene | None) -> BoardScene | None:
        if scene is None:
            return None
        return board_scene(scene, self.side.photos(tuple(one.id for one in scene.students)))

    def _tick(self, reading: Reading) -> None:
        self.side.show_clock(board_clock(reading))

    def _read(self) -> "ObservingReader":
        """One for panel and capture line: it keeps the skills it has read."""
        if self._reader is None:
            from app.services.observing import ObservingReader  # at the start nobody is picked

            room = self._desk.room
            self._reader = ObservingReader(room.store, room.evidence, room.clock)
        return self._reader

    def _timeline(self) -> "TimelineReader":
        from app.services.timeline import TimelineReader  # at the start nobody is picked

        return TimelineReader(self._desk.room.store, self._desk.room.evidence)

    def _select(self, student: StudentId | None) -> None:
        self._student = student
        self._look_at(None)

    def _look_at(self, student: StudentId | None) -> None:
        """While someone is named in the capture line, the panel shows that student."""
        scene, selection = self.page.scene, self.page.selection
        if student is None and selection.several and scene is not None:
            self.panel.show_several(scene, selection.students)
        else:
            self.panel.show_student(scene, student or self._student)

    def begin_drafts(self) -> None:
        """After the first picture: show what waits to be written down."""
        from ui.lesson.drafts import DraftsLink  # not for the start

        if self.drafts is None:
            self.drafts = DraftsLink(self._desk, self._observe, self.panel, self.capture)
            self.page.scene_changed.connect(self.drafts.show_scene)

    def _join_clips(self, parts: "StudentParts") -> None:
        from ui.lesson.clips import ClipsLink  # at the start nobody is picked

        self.clips = ClipsLink(self._desk, self._observe, self.panel, parts, self.page)

    def _join_tags(self, tags: "AnyTags") -> None:
        from ui.lesson.tags import TagsLink  # at the start no tag is taken

        self.tags = TagsLink(self._desk.theme, self._observe, self.panel, tags, self.page)

    def _put_right(self, seen: ObservationId) -> None:
        from ui.desk.boxes import show_observation  # not for the start

        show_observation(self._desk, self.page, seen)

    def _toggle_flag(self, students: tuple[StudentId, ...]) -> None:
        from app.services.flags import FlagService  # at the start no key is pressed

        flags = FlagService(self._desk.room)
        flags.toggle_flags(students, self.tr("Check in"))


def _next_day(room: Classroom, scene: LiveScene) -> str:
    """When the class is taught again, as ISO text."""
    # None of them is for the start.
    from app.services.carry_over import CarryOverService
    from app.services.lessons import LessonService
    from app.services.timetable import TimetableService

    service = CarryOverService(room.store, LessonService(room), TimetableService(room))
    return service.next_day(scene.school_class.id).isoformat()
