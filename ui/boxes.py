"""Boxes over a page that more than one page opens."""

from PySide6.QtWidgets import QWidget

from app.domain.ids import StudentId
from app.services.about import AboutService
from app.services.classes import ClassService
from app.services.erasing import ErasingService
from app.services.photos import PhotoService
from ui.erasing.dialog import RecordsDialog
from ui.pages import Errands
from ui.photos.box import PhotoBox


def show_photo(desk: Errands, over: QWidget, student: int) -> None:
    """A student's photo: to choose, to show, to take away."""
    room = desk.room
    classes = ClassService(room.store, room.workspace, room.ids, room.clock)
    own = classes.student(StudentId(student))
    photos = PhotoService(room.store, room.workspace, room.ids)
    box = PhotoBox(desk.theme, own, photos, desk.tasks, desk.dialogs, over.window())
    box.finished.connect(box.deleteLater)
    box.open()


def show_records(desk: Errands, over: QWidget, student: int) -> None:
    """What is kept of a student: to take along, to put away, or to erase."""
    opened, room = desk.opened, desk.room
    service = ErasingService(
        room.store, room.workspace, room.ids, room.clock, desk.care.notes.count
    )
    about = AboutService(room.store, room.clock, opened.histories)
    dialog = RecordsDialog(
        desk.theme, service, about, opened.erasure, desk.tasks, desk.dialogs, room.clock, over
    )
    own, erasure = StudentId(student), opened.erasure

    async def begin() -> None:
        found = await desk.tasks.off_thread(erasure.mentions, [own])
        dialog.begin(service.plan([own], found))

    desk.tasks.spawn(begin())
