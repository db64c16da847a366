"""A student's photo: kept, shown with consent, taken away. Each call is one undo step."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.classroom import Classroom
from app.domain.changes import Change, gone, label, made
from app.domain.ids import PhotoId, StudentId
from app.domain.photos import Photo
from app.services.roll import called


class PhotoService:
    """At most one photo per student."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def photo(self, student_id: StudentId) -> Photo | None:
        """What is kept, None when there is none."""
        found = [one for one in self._room.store.find(Photo, student_id=student_id) if one.image]
        return found[-1] if found else None

    def shown(self, students: Sequence[StudentId]) -> Mapping[StudentId, str]:
        """The pictures that others may see."""
        found = self._room.store.find(Photo, student_id=tuple(students), consent=True)
        return {one.student_id: one.image for one in found if one.image}

    def keep(self, student_id: StudentId, image: str) -> Photo:
        """Keep a picture; whether others may see it stays as it was. `errors.NotFound`."""
        before = self.photo(student_id)
        if before is None:
            after = Photo(PhotoId(self._room.ids()), student_id, image)
            self._write("photo kept", after, made(after))
        else:
            after = replace(before, image=image)
            self._write("photo kept", after, Change(before, after))
        return after

    def allow(self, photo: Photo, consent: bool) -> Photo:
        """Let others see it, or no longer."""
        after = replace(photo, consent=consent)
        self._write("photo shown" if consent else "photo hidden", after, Change(photo, after))
        return after

    def take_away(self, photo: Photo) -> None:
        """Keep it no more."""
        self._write("photo removed", photo, gone(photo))

    def _write(self, verb: str, photo: Photo, change: Change) -> None:
        student = called(self._room.store, photo.student_id)
        self._room.workspace.edit(label(verb, student=student), change)
