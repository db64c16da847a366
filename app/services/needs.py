"""What students need, for the teacher's eyes alone. A call that changes nothing is no step."""

from app.classroom import Classroom
from app.domain.changes import Change, gone, label, made
from app.domain.classes import Student
from app.domain.ids import NeedId, StudentId
from app.domain.letters import clean
from app.domain.voice import NEEDS, Need
from app.services.known import known
from app.services.roll import called


class NeedService:
    """Reads and writes the needs of one student.

    A step says whose private details it changed, and neither which nor how: its name is read out
    and stands in the list of what can be undone.
    """

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def of(self, student_id: StudentId) -> tuple[Need, ...]:
        """The needs that are written down, in the order of `NEEDS`."""
        found = {need.kind: need for need in self._room.store.find(Need, student_id=student_id)}
        return tuple(found[kind] for kind in NEEDS if kind in found)

    def write(self, student_id: StudentId, kind: str, words: str) -> Need | None:
        """Write a need down, in other words, or (with no words) take it away.

        ValueError for a kind that is none. Raises `errors.NotFound`.
        """
        if kind not in NEEDS:
            raise ValueError(kind)
        student = known(self._room.store, Student, student_id, "student")
        before = next((need for need in self.of(student_id) if need.kind == kind), None)
        words = clean(words)
        if words == (before.words if before else ""):
            return before
        own = before.id if before else NeedId(self._room.ids())
        after = Need(own, student_id, kind, words, self._room.clock.now_ms())
        said = label("needs changed", student=called(self._room.store, student.id))
        self._room.workspace.edit(said, _change(before, after))
        return after if words else None


def _change(before: Need | None, after: Need) -> Change:
    if before is None:
        return made(after)
    return Change(before, after) if after.words else gone(before)
