"""The end of a lesson, joined with what can be done from there."""

import random
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject

from app.classroom import Classroom
from app.domain.ids import ClassId, SessionId, StudentId
from app.domain.lesson_end import LessonEnd
from app.domain.live import LiveScene
from app.domain.replay import as_of
from app.domain.session import Session
from app.domain.voice import Reflection
from app.services.carry_over import CarryOverService, Wishes
from app.services.lesson_end import LessonEndReader
from app.services.lessons import LessonService
from app.services.live import LiveService
from app.services.timetable import TimetableService
from app.services.voice import VoiceService
from ui.live.ending.paper import as_html
from ui.live.no_lesson import NoLesson
from ui.paper.papers import Asked as PaperAsked
from ui.paper.papers import Papers


class Asked(PaperAsked, Protocol):
    """What it needs of the desk."""

    @property
    def room(self) -> Classroom: ...

    def go(self, key: str) -> None: ...


class EndingLink(QObject):
    """Reads lessons that are over, plans the next one from them, and puts them on paper."""

    def __init__(self, desk: Asked, no_lesson: NoLesson) -> None:
        super().__init__(no_lesson)
        self._desk = desk
        room = desk.room
        self._reader = LessonEndReader(room.store, room.evidence, LiveService(room), room.clock)
        lessons = LessonService(room)
        times = TimetableService(room)
        self._carry = CarryOverService(room.store, lessons, times)
        no_lesson.carried.connect(self._carry_over)
        no_lesson.pdf_wanted.connect(self._save_pdf)
        no_lesson.paper_wanted.connect(self._print)
        no_lesson.said.connect(self._say)
        self._papers = Papers(desk, no_lesson)

    def ended(self, session_id: SessionId) -> Session | None:
        """The session if it is over; None when it is open or was undone."""
        found = self._desk.room.store.get(Session, session_id)
        return found if found is not None and found.ended_at is not None else None

    def last(self, class_id: ClassId) -> Session | None:
        """The session of the class that ended last."""
        return self._reader.last(class_id)

    def read(self, session: Session) -> LessonEnd:
        return self._reader.read(session)

    def said(self, session: Session) -> tuple[Reflection, ...]:
        """What students said of it."""
        return self._reader.said(session)

    def moment(self, session: Session) -> Callable[[int], LiveScene]:
        """The lesson at any time (ms UTC) of it; what is kept of it is read once."""
        return partial(as_of, LiveService(self._desk.room).scene_of(session))

    def next_day(self, class_id: ClassId) -> date:
        """When the class is taught again."""
        return self._carry.next_day(class_id)

    def _carry_over(self, end: LessonEnd, wishes: Wishes) -> None:
        self._carry.carry_over(end, wishes, random.Random())
        self._desk.go("plan")

    def _say(self, session: Session, student: StudentId, face: int, words: str) -> None:
        service = VoiceService(self._desk.room)
        service.reflect(student, face or None, words, session.id)

    def _save_pdf(self, end: LessonEnd) -> None:
        name, html = f"{end.class_name} {end.lesson.day}", as_html(end, self._desk.room.clock)
        self._papers.save(self.tr("Save the lesson"), name, html)

    def _print(self, end: LessonEnd) -> None:
        self._papers.put(as_html(end, self._desk.room.clock))
