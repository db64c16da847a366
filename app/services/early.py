"""Who is done before the others, and where they may go."""

from collections.abc import Sequence

from app.classroom import Classroom
from app.domain.changes import gone, label, made
from app.domain.early import Offer, offer_for
from app.domain.ids import FinishId, StudentId
from app.domain.live import LiveScene
from app.domain.session import Finish


class EarlyService:
    """Marks students as done in this round; each call is one undo step."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def toggle(self, scene: LiveScene, students: Sequence[StudentId]) -> bool:
        """Say that they are done; when all of them are known to be, that none is after all.

        Returns whether they are done now.
        """
        todo = [student for student in students if not scene.finished_early(student)]
        if todo:
            said = label("several finished early", count=str(len(todo)))
            if len(todo) == 1:
                said = label("finished early", student=scene.names[todo[0]])
            self._room.workspace.edit(said, *(made(self._finish(scene, s)) for s in todo))
            return True
        number = scene.reading.round
        kept = [f for f in scene.record.finishes if f.student_id in students and f.round == number]
        said = label("several at work again", count=str(len(students)))
        if len(students) == 1:
            said = label("at work again", student=scene.names[students[0]])
        self._room.workspace.edit(said, *map(gone, kept))
        return False

    def offer(self, scene: LiveScene, student: StudentId) -> Offer:
        """What the student may do next."""
        number = scene.reading.round
        return offer_for(student, scene.stations, scene.seating, scene.rules, number)

    def _finish(self, scene: LiveScene, student: StudentId) -> Finish:
        number, at = scene.reading.round, self._room.clock.now_ms()
        return Finish(FinishId(self._room.ids()), scene.session.id, student, number, at)
