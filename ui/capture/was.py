"""What levels students had before, without asking the store at every key."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.domain.ids import SkillId, StudentId
from app.domain.live import LiveScene
from app.services.observing import ObservingReader
from app.services.standings import Stood

PAUSE_MS = 150


class WasReader(QObject):
    """Knows the lesson's skills. Others are read when the typing pauses; then it calls `heard`."""

    def __init__(
        self, reader: ObservingReader, heard: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._heard = heard
        self._known: dict[tuple[StudentId, SkillId], Stood | None] = {}
        self._wanted: tuple[StudentId, SkillId] | None = None
        self.pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.pause.timeout.connect(self.read_wanted)

    def show_scene(self, scene: LiveScene | None) -> None:
        """Forget what was known, and read the skills of the lesson."""
        self._known.clear()
        if scene is None:
            return
        skills = {station.skill_id for station in scene.stations if station.skill_id is not None}
        for student in scene.students:
            self._known.update({(student.id, skill): None for skill in skills})
        students = [student.id for student in scene.students]
        self._known.update(self._reader.last_levels(students, sorted(skills)))

    def level(self, student: StudentId, skill: SkillId) -> Stood | None:
        """Where the student stands, None when there is none or it is not known yet."""
        key = (student, skill)
        if key not in self._known:
            self._wanted = key
            self.pause.start()
        return self._known.get(key)

    def read_wanted(self) -> None:
        """Read what was asked for last."""
        if self._wanted is None:
            return
        student, skill = self._wanted
        found = self._reader.last_levels([student], [skill])
        self._known[self._wanted] = found.get(self._wanted)
        self._wanted = None
        self._heard()
