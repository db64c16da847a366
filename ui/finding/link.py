"""Joins the panel that finds notes with the class file and the pages."""

from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.classroom import Classroom
from app.domain.finding import Found, Hit, NoteQuery
from app.domain.ids import ClassId, ObservationId, StudentId
from app.domain.observations import Observation
from app.domain.voice import Reflection
from app.errors import ClassroomError
from app.ports.finding import Finder
from app.services.finding import FindingReader
from app.services.seen_in import seen_in
from app.workspace import Kinds
from ui.finding.lesson_view import LessonView
from ui.finding.panel import SHOWN, FindPanel
from ui.finding.words import tr
from ui.problems import problem
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.focus import focused

CATCH_UP_MS = 20
"""Between two pieces of what the index lacks, while the panel is open and somebody waits."""


class Indexed(Protocol):
    """An open profile with its index of notes."""

    @property
    def finder(self) -> Finder: ...

    def index_some(self) -> bool: ...
    def index_anew(self) -> None: ...


class Asked(Protocol):
    """What it needs of the desk."""

    @property
    def room(self) -> Classroom: ...
    @property
    def theme(self) -> Theme: ...
    @property
    def tasks(self) -> Tasks: ...
    @property
    def class_id(self) -> ClassId | None: ...

    def show_class(self, class_id: ClassId) -> None: ...
    def show_seen(self, student_id: StudentId, seen: ObservationId) -> None: ...


class FindLink(QObject):
    """Answers every key with what is found by then; what is asked meanwhile waits for its turn.

    So a slow disk never makes a line of questions nobody waits for any more.
    """

    def __init__(self, desk: Asked, opened: Indexed, area: QWidget) -> None:
        super().__init__(area)
        self._desk = desk
        self._opened = opened
        self._area = area
        self._reader = FindingReader(desk.room.store, desk.room.evidence)
        self._finder: Finder | None = None
        self._wanted: NoteQuery | None = None
        self._runs = False
        self._stopped = False
        self.rest = QTimer(self, singleShot=True, interval=CATCH_UP_MS)
        self.rest.timeout.connect(self._catch_up)
        self.panel = FindPanel(desk.theme, desk.room.clock, area)
        self.panel.asked.connect(self._ask)
        self.panel.picked.connect(self._lead)
        self.panel.lesson_wanted.connect(self._show_lesson)
        self.panel.closed.connect(self._rest)
        self._lesson: LessonView | None = None
        self._hear_no_more = desk.room.workspace.subscribe(self.tell)

    def open(self, origin: QWidget | None) -> None:
        """Show the panel over the page, with what was looked for before."""
        self.panel.open_from(origin)
        self.panel.take_keyboard()
        if self._desk.class_id is not None:
            self._desk.tasks.spawn(self._offer(self._desk.class_id))
        self._catch_up()

    def tell(self, kinds: Kinds) -> None:
        """Something was written."""
        if self.panel.is_open() and kinds & {Observation, Reflection}:
            self.panel.ask()

    def stop(self) -> None:
        """Touch the files no more."""
        self._stopped = True
        self._hear_no_more()
        self._rest()

    def _rest(self) -> None:
        """Nobody looks for anything: the file is held no longer."""
        self.rest.stop()
        self._wanted = None  # or the answer to it would open the file again
        if self._finder is not None:
            self._finder.close()
            self._finder = None

    @property
    def holds_file(self) -> bool:
        """Whether the file is open for who looks for something."""
        return self._finder is not None

    def _asked(self) -> Finder:
        """One whose connection stays open while somebody looks for something."""
        if self._finder is not None:
            return self._finder
        finder = self._opened.finder
        if finder.in_worker:
            self._finder = finder  # else it asks on the connection of now, soon perhaps another
        return finder

    async def _offer(self, class_id: ClassId) -> None:
        finder = self._asked()
        try:
            if finder.in_worker:
                skills = await self._desk.tasks.off_thread(finder.skills, class_id)
            else:
                skills = finder.skills(class_id)
            if not self._stopped:
                self.panel.filters.offer(class_id, self._reader.filters(class_id, skills))
                self.panel.ask()
        except ClassroomError as error:
            self.panel.show_problem(problem(error))

    def _ask(self, query: NoteQuery) -> None:
        self._wanted = query
        if not self._runs and not self._stopped:
            self._runs = True
            self._desk.tasks.spawn(self._answer())

    async def _answer(self) -> None:
        try:
            while self._wanted is not None:
                query, self._wanted = self._wanted, None
                found = await self._find(query)
                if self._is_last():
                    self._show(found)
        except ClassroomError as error:
            self.panel.show_problem(problem(error))
        finally:
            self._runs = False

    def _is_last(self) -> bool:
        """Whether nothing was asked meanwhile."""
        return self._wanted is None and not self._stopped

    async def _find(self, query: NoteQuery) -> Found:
        finder = self._asked()
        if finder.in_worker:
            return await self._desk.tasks.off_thread(finder.find, query, SHOWN)
        return finder.find(query, SHOWN)

    def _show(self, found: Found) -> None:
        hits = (*self._reader.hits(found.observations), *self._reader.said(found.said))
        newest = sorted(hits, key=lambda hit: hit.observation.seen_at, reverse=True)
        self.panel.show_found(found, newest)
        if found.broken:
            self._opened.index_anew()
        if found.broken or found.waiting:
            self.rest.start()

    def _catch_up(self) -> None:
        """A piece of what the index lacks; nobody is told of a disk that refuses just now."""
        try:
            more = self._opened.index_some()
        except ClassroomError:
            return
        if more:
            self.rest.start()
        elif self.panel.is_open() and self.panel.waits:
            self.panel.ask()

    @property
    def lesson(self) -> LessonView:
        """The lesson a note was made in; made when the first one is looked at."""
        if self._lesson is None:
            desk = self._desk
            self._lesson = LessonView(desk.theme, desk.room.clock, self._area)
            self._lesson.student_wanted.connect(self._lead)
        return self._lesson

    def _show_lesson(self, hit: Hit) -> None:
        """The room at the minute it was seen, over what was found."""
        try:
            lesson = seen_in(self._desk.room, hit.observation)
        except ClassroomError as error:
            self.panel.show_problem(problem(error))
            return
        if lesson is None:
            self.panel.say(tr("That lesson was taken back."))
            return
        view = self.lesson
        view.open_from(focused(self.panel))
        view.show_hit(hit, lesson)

    def _lead(self, hit: Hit) -> None:
        """To the student, with this note in sight."""
        seen = hit.observation
        if self._lesson is not None:
            self._lesson.close_drawer()
        self.panel.close_drawer()
        if seen.class_id != self._desk.class_id:
            self._desk.show_class(seen.class_id)
        self._desk.show_seen(seen.student_id, seen.id)
