"""The class and lesson of now are offered in a quiet line; a lesson that runs is left alone."""

import random
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from app.domain.changes import Entity
from app.domain.classes import SchoolClass, Student
from app.domain.day_time import write_minute
from app.domain.lessons import Lesson
from app.domain.session import Session
from app.domain.stations import Station
from app.domain.timetable import Period, Slot, SpecialDay, Timetable
from app.errors import NotRead
from app.services.lesson_of_now import LessonOfNow, LessonOfNowService
from app.services.lessons import LessonService
from app.services.timetable import TimetableService
from ui.desk.pages import Errands
from ui.format import minutes
from ui.widgets.banner import Banners, Way

KEY = "now"
MINUTE_MS = 60_000
SOON_MS = 50
HEARD = frozenset[type[Entity]](
    {Timetable, Period, Slot, SpecialDay, Session, Lesson, SchoolClass, Student, Station}
)


class LessonOfNowLink(QObject):
    """Looks at the timetable once a minute and after every write that could change the answer."""

    def __init__(
        self,
        desk: Errands,
        banners: Callable[[], Banners],
        rng: random.Random,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        room = desk.room
        self._desk = desk
        self._banners = banners
        self._rng = rng
        lessons, timetable = LessonService(room), TimetableService(room)
        self._service = LessonOfNowService(room.store, room.clock, lessons, timetable)
        self._shown: tuple[object, ...] | None = None
        self._declined: tuple[object, ...] | None = None
        self.timer = QTimer(self, interval=MINUTE_MS)
        self.timer.timeout.connect(self.look)
        self.later = QTimer(self, singleShot=True, interval=SOON_MS)
        self.later.timeout.connect(self.look)
        self._stop_listening = room.workspace.subscribe(self._hear)

    def begin(self) -> None:
        """The window was just opened: nobody has begun anything, so it shows the class of now."""
        with suppress(NotRead):
            now = self._service.look()
            known = self._desk.class_id
            if now is not None and known is not None and known != now.school_class.id:
                self._desk.show_class(now.school_class.id)
        self.look()
        self.timer.start()

    def stop(self) -> None:
        """Ask nothing of the files any more."""
        self.timer.stop()
        self.later.stop()
        self._stop_listening()

    def look(self) -> None:
        """Offer what is on, or nothing any more."""
        try:
            now = self._service.look()
        except NotRead:
            return
        if now is None or (now.ready and now.shape is None) or _key(now) == self._declined:
            self._take_away()
        else:
            self._offer(now)

    def _hear(self, kinds: frozenset[type[Entity]]) -> None:
        if kinds & HEARD:
            self.later.start()

    def _offer(self, now: LessonOfNow) -> None:
        news = (*_key(now), now.shape.rounds if now.shape else 0)
        aloud, self._shown = news != self._shown, news
        self._banners().show_line(KEY, "info", words(now), self._ways(now), aloud)

    def _take_away(self) -> None:
        if self._shown is not None:
            self._shown = None
            self._banners().take_away(KEY)

    def _ways(self, now: LessonOfNow) -> list[Way]:
        not_now = Way(self.tr("Not now"), lambda: self._decline(now))
        if not now.ready:
            return [Way(self.tr("Show the class"), lambda: self._show(now)), not_now]
        return [
            Way(self.tr("Open the lesson"), lambda: self._open(now)),
            Way(self.tr("See the plan"), lambda: self._plan(now)),
            not_now,
        ]

    def _decline(self, now: LessonOfNow) -> None:
        self._declined = _key(now)
        self._take_away()

    def _open(self, now: LessonOfNow) -> None:
        lesson = self._service.take(now, self._rng)
        self._desk.show_class(now.school_class.id)
        self._desk.teach(lesson.id)
        self.look()

    def _plan(self, now: LessonOfNow) -> None:
        self._service.take(now, self._rng)
        self._show(now)

    def _show(self, now: LessonOfNow) -> None:
        self._desk.show_class(now.school_class.id)
        self._desk.go("plan")


def words(now: LessonOfNow) -> str:
    """What is on until when, and how many rounds fit."""
    time = now.occasion.time
    name = ", ".join(filter(None, (now.school_class.name, now.subject)))
    when = _tr("{lesson}, {begins} to {ends}.")
    said = when.format(lesson=name, begins=write_minute(time.begins), ends=write_minute(time.ends))
    if now.shape is None or not now.ready:
        return said
    rounds, left = now.shape.rounds, now.minutes_left
    one = _tr("1 round of {each} min fits in the {left} min left.")
    several = _tr("{rounds} rounds of {each} min fit in the {left} min left.")
    if left == time.minutes:
        one = _tr("1 round of {each} min fits in the {left} min.")
        several = _tr("{rounds} rounds of {each} min fit in the {left} min.")
    fits = one if rounds == 1 else several
    each = minutes(now.shape.round_seconds)
    return f"{said} {fits.format(rounds=rounds, each=each, left=left)}"


def _key(now: LessonOfNow) -> tuple[object, ...]:
    return now.school_class.id, now.occasion.day, now.occasion.time.begins


def _tr(text: str) -> str:
    return QCoreApplication.translate("LessonOfNowLink", text)
