"""The end of a lesson, joined with what can be done from there."""

import random
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.classroom import Classroom
from app.domain.ids import ClassId, SessionId
from app.domain.lesson_end import LessonEnd
from app.domain.live import LiveScene
from app.domain.replay import as_of
from app.domain.session import Session
from app.services.carry_over import CarryOverService, Wishes
from app.services.lesson_end import LessonEndReader
from app.services.lessons import LessonService
from app.services.timetable import TimetableService
from ui.dialogs import Dialogs
from ui.live.ending.paper import as_html
from ui.live.no_lesson import NoLesson
from ui.tasks import Tasks


class Asked(Protocol):
    """What it needs of the desk."""

    @property
    def room(self) -> Classroom: ...
    @property
    def tasks(self) -> Tasks: ...
    @property
    def dialogs(self) -> Dialogs: ...

    def go(self, key: str) -> None: ...
    def say(self, text: str) -> None: ...


class EndingLink(QObject):
    """Reads lessons that are over, plans the next one from them, and puts them on paper."""

    def __init__(self, desk: Asked, no_lesson: NoLesson) -> None:
        super().__init__(no_lesson)
        self._desk = desk
        room = desk.room
        self._reader = LessonEndReader(room.store, room.evidence, room.live, room.clock)
        lessons = LessonService(room.store, room.workspace, room.ids, room.clock)
        times = TimetableService(room.store, room.workspace, room.ids, room.clock)
        self._carry = CarryOverService(room.store, lessons, times)
        no_lesson.carried.connect(self._carry_over)
        no_lesson.pdf_wanted.connect(lambda end: desk.tasks.spawn(self._save_pdf(end)))
        no_lesson.paper_wanted.connect(self._print)
        self._window: QWidget = no_lesson

    def ended(self, session_id: SessionId) -> Session | None:
        """The session if it is over; None when it is open or was undone."""
        found = self._desk.room.store.get(Session, session_id)
        return found if found is not None and found.ended_at is not None else None

    def last(self, class_id: ClassId) -> Session | None:
        """The session of the class that ended last."""
        return self._reader.last(class_id)

    def read(self, session: Session) -> LessonEnd:
        return self._reader.read(session)

    def moment(self, session: Session) -> Callable[[int], LiveScene]:
        """The lesson at any time (ms UTC) of it; what is kept of it is read once."""
        return partial(as_of, self._desk.room.live.scene_of(session))

    def next_day(self, class_id: ClassId) -> date:
        """When the class is taught again."""
        return self._carry.next_day(class_id)

    def _carry_over(self, end: LessonEnd, wishes: Wishes) -> None:
        self._carry.carry_over(end, wishes, random.Random())
        self._desk.go("plan")

    async def _save_pdf(self, end: LessonEnd) -> None:
        from ui.live.ending.printing import write_pdf  # not for the start

        name = f"{end.class_name} {end.lesson.day}.pdf"
        filters = self.tr("PDF (*.pdf)")
        target = await self._desk.dialogs.save_file(self.tr("Save the lesson"), name, filters)
        if target is None:
            return
        target = target if target.suffix else target.with_suffix(".pdf")
        try:
            html = as_html(end, self._desk.room.clock)
            await self._desk.tasks.off_thread(write_pdf, html, target)
        except OSError as error:
            text = self.tr("Not saved: {why}. The lesson itself is kept. Choose another place.")
            self._desk.say(text.format(why=error.strerror or str(error)))
        else:
            self._desk.say(self.tr("Saved as {file}").format(file=target.name))

    def _print(self, end: LessonEnd) -> None:
        # Neither is for the start.
        from ui.live.ending.printing import print_html
        from ui.paper import has_printer

        if not has_printer():
            self._desk.say(self.tr("No printer was found. Save the lesson as PDF instead."))
            return
        print_html(self._window.window(), as_html(end, self._desk.room.clock))
