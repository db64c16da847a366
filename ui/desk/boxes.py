"""Boxes over a page that more than one page opens."""

from PySide6.QtWidgets import QWidget

from app.domain.ids import ObservationId, StudentId
from app.domain.observations import Observation
from app.domain.stations import Station
from app.services.about import AboutService
from app.services.amending import AmendService
from app.services.attaching import AttachService
from app.services.classes import ClassService
from app.services.erasing import ErasingService
from app.services.observe import ObserveService
from app.services.photos import PhotoService
from ui.amend.box import AmendBox
from ui.clips.strip import ClipStrip
from ui.desk.pages import Errands
from ui.erasing.dialog import RecordsDialog
from ui.photos.box import PhotoBox


def show_photo(desk: Errands, over: QWidget, student: int) -> None:
    """A student's photo: to choose, to show, to take away."""
    room = desk.room
    classes = ClassService(room)
    own = classes.student(StudentId(student))
    photos = PhotoService(room)
    box = PhotoBox(desk.theme, own, photos, desk.tasks, desk.dialogs, over.window())
    box.finished.connect(box.deleteLater)
    box.open()


def show_observation(desk: Errands, over: QWidget, own: int) -> None:
    """One observation: to put right, to split, to take away."""
    room = desk.room
    seen = room.store.get(Observation, ObservationId(own))
    if seen is None:
        return
    observe = ObserveService(room)
    service = AmendService(room, observe, desk.opened.histories)
    place = room.store.get(Station, seen.station_id) if seen.station_id is not None else None
    attach = AttachService(room)
    clips = ClipStrip(desk.theme, attach, seen.id, desk.tasks, lambda: desk.dialogs)
    box = AmendBox(desk.theme, service, room.clock, seen.id, place, clips, over.window())
    box.finished.connect(box.deleteLater)
    box.open()


def show_records(desk: Errands, over: QWidget, student: int) -> None:
    """What is kept of a student: to take along, to put away, or to erase."""
    opened, room = desk.opened, desk.room
    service = ErasingService(room, desk.care.notes.count)
    about = AboutService(room.store, room.clock, opened.histories)
    dialog = RecordsDialog(
        desk.theme, service, about, opened.erasure, desk.tasks, desk.dialogs, room.clock, over
    )
    own, erasure = StudentId(student), opened.erasure

    async def begin() -> None:
        found = await desk.tasks.off_thread(erasure.mentions, [own])
        dialog.begin(service.plan([own], found))

    desk.tasks.spawn(begin())
