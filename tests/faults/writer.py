"""A process that writes as a busy teacher does, and says what it was told is saved.

`python -m tests.faults.writer PROFILE SEED [COUNT]` opens the profile through the same door as the
app, does one random thing after another until it is killed (or has done COUNT), and writes a line
for each step once the store has returned from it: `STEP DIGEST`, flushed at once.
"""

import random
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from app.classroom import Classroom, furnish
from app.domain.changes import Step
from app.domain.classes import Student
from app.domain.names import PersonName
from app.domain.observations import Observation
from app.domain.session import ABSENT, PRESENT
from app.domain.skills import Skill, Tag
from app.errors import ClassroomError, NothingToRedo, NothingToUndo
from app.ports import Store
from app.services.classes import ClassService
from app.services.live import LiveService
from app.services.moves import MoveService
from app.services.observe import ObserveService
from ui.bootstrap import open_profile, profile_at
from ui.clock import SystemClock

NOTES = ("explains own strategy", "needs the number line", "Łucja helped her", "", "算得很快")


def digest(step: Step) -> int:
    """A number that differs when anything in the step does."""
    return crc32(repr((step.id, step.label, step.changes, step.reverses)).encode())


class Telling:
    """The real store; each step is told as soon as the store has returned from it."""

    def __init__(self, store: Store, tell: Callable[[str], object]) -> None:
        self._store = store
        self._tell = tell

    def record(self, step: Step) -> None:
        self._store.record(step)
        self._tell(f"{step.id} {digest(step)}")

    def __getattr__(self, name: str):
        return getattr(self._store, name)


class Writer:
    """Does what teachers do, in no order, through the services that the windows use."""

    def __init__(self, room: Classroom, seed: int) -> None:
        self.room = room
        self._chance = random.Random(seed)
        self._observing = ObserveService(room)
        self._classes, self._live = ClassService(room), LiveService(room)
        self._moves = MoveService(room)
        self._class = room.classes()[-1]
        self._skills = [s.id for s in room.store.find(Skill) if s.parent_id is not None]
        self._tags = [tag.id for tag in room.store.find(Tag)]
        self._deeds: list[tuple[int, Callable[[], object]]] = [
            (8, self._observe),
            (4, self._amend),
            (1, self._delete),
            (5, self._move),
            (2, self._mark),
            (1, self._join),
            (1, self._clock),
            (4, self._undo),
            (3, self._redo),
        ]

    def deeds(self) -> Iterator[Callable[[], object]]:
        """Without end; the same for the same seed and class."""
        weights = [weight for weight, _deed in self._deeds]
        while True:
            yield self._chance.choices(self._deeds, weights)[0][1]

    def do(self, deed: Callable[[], object]) -> None:
        """One thing; what cannot be done now is not done."""
        with suppress(ClassroomError):
            deed()

    def _students(self) -> tuple[Student, ...]:
        return self.room.store.find(Student, class_id=self._class.id, archived=False)

    def _observe(self) -> None:
        self._observing.record(
            self._class.id,
            self._chance.choice(self._students()).id,
            skill_id=self._chance.choice(self._skills),
            level=self._chance.randint(1, 4),
            tag_ids=self._chance.sample(self._tags, self._chance.randint(0, 2)),
            note=self._chance.choice(NOTES),
            scene=self._live.scene(self._class.id),
        )

    def _newest(self) -> Observation:
        return self._chance.choice(self.room.evidence.recent(self._class.id, 12))

    def _amend(self) -> None:
        note = self._chance.choice(NOTES) or "seen again"
        self._observing.amend(self._newest(), level=self._chance.randint(1, 4), note=note)

    def _delete(self) -> None:
        self._observing.delete(self._newest())

    def _move(self) -> None:
        scene = self._live.scene(self._class.id)
        if scene is not None:
            student = self._chance.choice(scene.students).id
            self._moves.move(scene, student, self._chance.choice(scene.stations))

    def _mark(self) -> None:
        scene = self._live.scene(self._class.id)
        if scene is not None:
            student = self._chance.choice(scene.students).id
            self._moves.mark(scene, student, self._chance.choice((ABSENT, PRESENT)), "dentist")

    def _join(self) -> None:
        students = self._students()
        if len(students) > 25:
            self._classes.take_off([self._chance.choice(students).id])
        else:
            given = self._chance.choice(("Zoë", "Óscar", "Ali", "子轩"))
            self._classes.add_student(self._class.id, PersonName("", given, "Neu"))

    def _clock(self) -> None:
        live = self._live
        session = live.current(self._class.id)
        if session is not None:
            self._chance.choice((live.pause, live.resume, live.start))(session)

    def _undo(self) -> None:
        with suppress(NothingToUndo):
            for _step in range(self._chance.randint(1, 6)):
                self.room.workspace.undo()

    def _redo(self) -> None:
        with suppress(NothingToRedo):
            for _step in range(self._chance.randint(1, 6)):
                self.room.workspace.redo()


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(profile: Path, seed: int, count: int) -> None:
    """Write until killed, or so many steps."""
    clock = SystemClock()
    opened = open_profile(profile_at(profile), clock)
    own = opened.classroom
    room = furnish(Telling(own.store, say), own.evidence, clock, own.ids)
    say("ready 0")
    writer = Writer(room, seed)
    for number, deed in enumerate(writer.deeds()):
        if number == count:
            break
        writer.do(deed)
    opened.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else -1)
