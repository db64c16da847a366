"""What a school day leaves behind in memory."""

import gc
import os
import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from app.demo.build import DemoSize
from app.domain.ids import ClassId
from app.domain.live import LiveScene
from app.ports import Clock
from app.services.lessons import LessonService
from app.services.live import LiveService
from ui.bench.cables import Cables
from ui.bench.figures import Figure
from ui.bench.hand import Deed, play
from ui.bench.processes import pss
from ui.bench.store import built
from ui.bench.windows import in_windows
from ui.desk.desk import Desk

LESSONS = 6
MOVES = 2_000
OBSERVATIONS = 800
SCREEN_CHANGES = 40
REST = 40
"""So many steps after a lesson until everything has come to rest."""
ORDINARY = DemoSize(28, 12, 30, 1.0)


class SchoolDay:
    """Teaches lesson after lesson through the pages; `megabytes` is the memory after each."""

    def __init__(self, desk: Desk, cables: Cables) -> None:
        self._desk = desk
        self._page = desk.live.page
        self._cables = cables
        self._chance = random.Random(1)
        self.megabytes: list[float] = []
        play(desk, self._day())

    def _day(self) -> Iterator[Deed]:
        for number in range(LESSONS):
            if number:
                yield self._begin
            yield from self._lesson(MOVES // LESSONS + (number < MOVES % LESSONS), number)
            yield self._end
            for _step in range(REST):
                yield self._rest
            yield self._note

    def _lesson(self, moves: int, number: int) -> Iterator[Deed]:
        looks = OBSERVATIONS // LESSONS + (number < OBSERVATIONS % LESSONS)
        cables = SCREEN_CHANGES // LESSONS + (number < SCREEN_CHANGES % LESSONS)
        deeds: list[Deed] = [self._move] * moves + [self._look] * looks
        deeds += [self._cables.change] * cables
        self._chance.shuffle(deeds)
        yield from deeds

    def _scene(self) -> LiveScene:
        if self._page.scene is None:
            raise RuntimeError("there is no lesson")
        return self._page.scene

    def _move(self) -> None:
        """Somebody goes anywhere."""
        scene = self._scene()
        student = self._chance.choice([s.id for s in scene.students])
        self._page.deeds.move((student,), self._chance.choice(scene.stations).id)

    def _look(self) -> None:
        """Somebody at a station is given a level."""
        seated = [s for there in self._scene().seating.at.values() for s in there]
        self._page.select(self._chance.choice(seated))
        self._desk.live.panel.press_level(self._chance.randint(1, 4))

    def _begin(self) -> None:
        """A plan is made, taken into the room and started."""
        desk, room = self._desk, self._desk.room
        desk.go("plan")
        lessons = LessonService(room)
        lesson = lessons.create(ClassId(desk.class_id or 0), self._chance)
        desk.teach(lesson.id)
        LiveService(room).start(self._scene().session)

    def _end(self) -> None:
        LiveService(self._desk.room).end(self._scene().session)

    def _rest(self) -> None:
        """Let what was thrown away go."""

    def _note(self) -> None:
        gc.collect()
        self.megabytes.append(pss(os.getpid()))


def school_day(folder: Path, clock: Clock, runs: int) -> list[Figure]:
    """Memory after six lessons over memory after the first."""
    del runs
    profile = folder / "day"
    built(profile, clock, ORDINARY).close()
    cables = Cables()
    made: list[SchoolDay] = []
    work = partial(_teach, made, cables)
    in_windows(profile, clock, None, work, lambda _window: cables)
    after = made[0].megabytes
    what = f"memory after {LESSONS} lessons, {MOVES} moves, {OBSERVATIONS} observations and "
    what += f"{SCREEN_CHANGES} screen changes, over memory after the first lesson"
    return [Figure("day", what, "MB", after[-1], after[0], 1.1)]


def _teach(made: list[SchoolDay], cables: Cables, desk: Desk) -> None:
    made.append(SchoolDay(desk, cables))
