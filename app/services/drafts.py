"""Lines that are kept now and made observations later. Each call is one undo step."""

from app.classroom import Classroom
from app.domain.capture.reading import Captured
from app.domain.changes import gone, label, made
from app.domain.classes import Student
from app.domain.ids import ClassId, DraftId, ObservationId, SessionId
from app.domain.letters import clean
from app.domain.observations import Draft, Observation
from app.errors import NothingSeen, StaleChange
from app.services.known import known
from app.services.observe import ObserveService, one_line


class DraftService:
    """Keeps drafts of a class, oldest first."""

    def __init__(self, room: Classroom, observe: ObserveService) -> None:
        self._room = room
        self._observe = observe

    def waiting(self, class_id: ClassId) -> tuple[Draft, ...]:
        """Those that are not written down yet."""
        found = self._room.store.find(Draft, class_id=class_id)
        return tuple(sorted(found, key=lambda draft: (draft.seen_at, draft.id)))

    def days_old(self, draft: Draft) -> int:
        """How many days ago it was typed, by the calendar."""
        now, then = (
            self._room.clock.local(self._room.clock.now_ms()),
            self._room.clock.local(draft.seen_at),
        )
        return (now.date() - then.date()).days

    def keep(self, class_id: ClassId, text: str, session_id: SessionId | None) -> Draft:
        """Keep a line for later. Raises `errors.NothingSeen` when it is empty."""
        line = clean(text)
        if not line:
            raise NothingSeen
        draft = Draft(
            DraftId(self._room.ids()), class_id, line, self._room.clock.now_ms(), session_id
        )
        self._room.workspace.edit(label("draft kept"), made(draft))
        return draft

    def write_down(self, draft: Draft, said: Captured, private: bool = False) -> Observation:
        """Make it an observation of the time it was typed; where the student was is not known.

        Raises as `ObserveService.record` does, and `errors.StaleChange` when the draft is gone.
        """
        seen = Observation(
            id=ObservationId(self._room.ids()),
            class_id=draft.class_id,
            student_id=said.student_id,
            seen_at=draft.seen_at,
            skill_id=said.skill_id,
            level=said.level,
            tag_ids=said.tag_ids,
            note=one_line(said.note),
            session_id=draft.session_id,
            adult=self._observe.adult,
            private=private,
        )
        self._observe.check(seen)
        student = known(self._room.store, Student, said.student_id, "student").name.first
        told = label("draft written down", student=student)
        self._room.workspace.edit(told, gone(self._kept(draft)), made(seen))
        return seen

    def throw_away(self, draft: Draft) -> None:
        """Keep it no more."""
        self._room.workspace.edit(label("draft thrown away"), gone(self._kept(draft)))

    def _kept(self, draft: Draft) -> Draft:
        found = self._room.store.get(Draft, draft.id)
        if found is None:
            raise StaleChange
        return found
