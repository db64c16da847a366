"""Turns the teacher's window to the students at the end of a lesson, and back behind the lock."""

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard

from app.classroom import Classroom
from app.domain.ids import StudentId
from app.domain.lesson_end import LessonEnd
from app.errors import AGAIN, ClassroomError, NotSaved
from app.services.voice import VoiceService
from ui.desk.main_window import MainWindow
from ui.door.page import DoorPage
from ui.live.no_lesson import NoLesson
from ui.lock.cover import clear_clipboard, cover
from ui.theme import Theme


class Asked(Protocol):
    """What it needs of the desk."""

    @property
    def room(self) -> Classroom: ...
    @property
    def theme(self) -> Theme: ...

    def go(self, key: str) -> None: ...


class DoorLink(QObject):
    """While the door is open nothing else is in the window; what is said is kept at once.

    The way back is the one of the lock, so with a passphrase no student finds it.
    """

    def __init__(self, desk: Asked, no_lesson: NoLesson, clipboard: QClipboard) -> None:
        super().__init__(no_lesson)
        self._desk = desk
        self._clipboard = clipboard
        self._no_lesson = no_lesson
        no_lesson.door_wanted.connect(self.open)

    def open(self, end: LessonEnd) -> None:
        """Ask those who were there and said nothing yet."""
        window = self._no_lesson.window()
        if not isinstance(window, MainWindow):
            return
        page = DoorPage(self._desk.theme, [(row.student.id, row.name) for row in end.silent])
        page.said.connect(lambda *said: self._keep(page, end, *said))
        page.left.connect(lambda: self._desk.go("lock"))
        clear_clipboard(self._clipboard)  # whoever types may paste
        cover(window, page)
        page.take_keyboard()

    def _keep(self, page: DoorPage, end: LessonEnd, who: StudentId, face: int, words: str) -> None:
        try:
            VoiceService(self._desk.room).reflect(who, face or None, words, end.session.id)
        except ClassroomError as error:
            if not (isinstance(error, NotSaved) and error.kept == AGAIN):
                page.not_kept(who, face, words)
            raise  # the teacher is told why behind the lock
