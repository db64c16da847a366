"""Erasing students: what would go, what is asked for, and the receipt as data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.classroom import Classroom
from app.domain.classes import Goal, SchoolClass, Student
from app.domain.erasing import REMOVED, ErasureRequest, Mention, MentionKey, Receipt
from app.domain.ids import ClassId, NeedId, ObservationId, StepId, StudentId
from app.domain.observations import Observation
from app.errors import Ambiguous, NotesWaiting, NotFound
from app.services.classes import ClassService
from app.services.known import known


@dataclass(frozen=True, slots=True)
class ErasurePlan:
    """Who would go and what with them; `alike` are others with a name like theirs.

    It counts as the receipt does: `observations` are those that say something in words, of which
    nothing but the words goes; `texts` are texts about others, however often the name is in one.
    """

    students: tuple[Student, ...]
    school_class: SchoolClass
    observations: int
    jottings: int
    goals: int
    mentions: tuple[Mention, ...]
    alike: tuple[str, ...]

    @property
    def texts(self) -> int:
        """How many texts about others hold the name."""
        return len({mention.key for mention in self.mentions})


class ErasingService:
    """Plans an erasing and asks for it; the work itself is the port's, and may take a while.

    `held` says how many notes wait to be written: while there are any, nobody can be erased.
    """

    def __init__(self, room: Classroom, held: Callable[[], int]) -> None:
        self._room = room
        self._held = held

    def find(self, class_id: ClassId, name: str) -> Student:
        """The student of that name, also one who was put away.

        Raises `errors.NotFound` or `errors.Ambiguous`.
        """
        wanted = " ".join(name.split()).casefold()
        every = [s for s in self._room.store.find(Student, class_id=class_id) if s.name.first]
        full = [s for s in every if s.name.full.casefold() == wanted]
        found = full or [s for s in every if s.name.first.casefold() == wanted]
        if not found:
            raise NotFound("student", name)
        if len(found) > 1:
            raise Ambiguous("student", name, tuple(s.name.full for s in found))
        return found[0]

    def plan(self, students: Sequence[StudentId], mentions: Sequence[Mention] = ()) -> ErasurePlan:
        """What is known of them. Raises `errors.NotFound`."""
        found = tuple(known(self._room.store, Student, own, "student") for own in students)
        ids = tuple(student.id for student in found)
        seen = self._room.store.find(Observation, student_id=ids)
        return ErasurePlan(
            students=found,
            school_class=known(self._room.store, SchoolClass, found[0].class_id, "class"),
            observations=sum(1 for one in seen if one.note or one.tag_ids),
            jottings=sum(1 for one in seen if one.private),
            goals=len(self._room.store.find(Goal, student_id=ids)),
            mentions=tuple(mentions),
            alike=self._alike(found),
        )

    def archive(self, students: Sequence[StudentId]) -> None:
        """Take them off the list instead: one step, which can be undone."""
        ClassService(self._room).take_off(students)

    def request(
        self,
        students: Sequence[StudentId],
        mentions: Sequence[MentionKey] | None = (),
        delete_unreadable: bool = False,
        observations: Sequence[ObservationId] = (),
        needs: Sequence[NeedId] = (),
    ) -> ErasureRequest:
        """What to hand to the port. Raises `errors.NotesWaiting`."""
        if waiting := self._held():
            raise NotesWaiting(waiting)
        return ErasureRequest(
            id=StepId(self._room.ids()),
            at=self._room.clock.now_ms(),
            students=tuple(students),
            observations=tuple(observations),
            needs=tuple(needs),
            mentions=None if mentions is None else tuple(mentions),
            delete_unreadable=delete_unreadable,
        )

    def _alike(self, erased: Sequence[Student]) -> tuple[str, ...]:
        firsts = {student.name.first.casefold() for student in erased}
        own = {student.id for student in erased}
        return tuple(
            student.name.full
            for student in self._room.store.find(Student)
            if student.id not in own and student.name.first.casefold() in firsts
        )


def as_data(receipt: Receipt) -> dict[str, object]:
    """The receipt as JSON keeps it; times in ms UTC."""
    return {
        "began_at": receipt.began_at,
        "ended_at": receipt.ended_at,
        "students": receipt.students,
        "removed": {what: receipt.removed.get(what, 0) for what in REMOVED},
        "mentions_left": receipt.mentions_left,
        "rewritten": list(receipt.rewritten),
        "clean": list(receipt.clean),
        "deleted": list(receipt.deleted),
        "left_out": [
            {"where": left.where, "reason": left.reason, "marked": left.marked}
            for left in receipt.left
        ],
    }
