"""Pictures and files of an observation. Each call is one undo step."""

from collections.abc import Sequence
from dataclasses import replace

from app.classroom import Classroom
from app.domain.changes import Change, Label, gone, label, made
from app.domain.classes import Student
from app.domain.ids import ObservationId, StudentId
from app.domain.observations import MOST, Attachment, Clip, Observation
from app.errors import NothingSeen, PhotoRefused, StaleChange
from app.services.known import known
from app.services.observe import attached_to, attachment_of
from app.services.roll import called


class AttachService:
    """Adds and takes off, and knows whose pictures may be handed on."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def of(self, own: ObservationId) -> tuple[Attachment, ...]:
        """What is kept with an observation; nothing of what was erased."""
        return tuple(
            one for one in self._room.store.find(Attachment, observation_id=own) if one.content
        )

    def attach(self, own: ObservationId, clips: Sequence[Clip]) -> tuple[Attachment, ...]:
        """Add them. Raises `errors.StaleChange` when it is gone, and `PhotoRefused`."""
        seen = self._room.store.get(Observation, own)
        if seen is None:
            raise StaleChange
        if len(attached_to(self._room.store, seen)) + len(clips) > MOST:
            raise PhotoRefused("many")
        added = tuple(attachment_of(self._room.ids, seen, clip) for clip in clips)
        self._room.workspace.edit(self._said("attached", seen.student_id), *map(made, added))
        return added

    def take_off(self, attachment: Attachment) -> None:
        """Keep it no more. `NothingSeen` where it is all that the observation says."""
        seen = self._room.store.get(Observation, attachment.observation_id)
        is_last = seen is not None and len(attached_to(self._room.store, seen)) == 1
        if seen and is_last and seen.level is None and not seen.tag_ids and not seen.note:
            raise NothingSeen
        said = self._said("attachment removed", attachment.student_id)
        self._room.workspace.edit(said, gone(attachment))

    def may_hand_on(self, student: StudentId) -> bool:
        """Whether pictures and files of the student may leave with others."""
        return known(self._room.store, Student, student, "student").pictures

    def allow(self, student: StudentId, allowed: bool) -> None:
        """Say whether they may: the family consents, or does no longer."""
        before = known(self._room.store, Student, student, "student")
        verb = "pictures allowed" if allowed else "pictures kept here"
        self._room.workspace.edit(
            self._said(verb, student), Change(before, replace(before, pictures=allowed))
        )

    def _said(self, verb: str, student: StudentId) -> Label:
        return label(verb, student=called(self._room.store, student))
