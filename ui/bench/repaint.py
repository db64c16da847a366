"""From one new observation to the repainted progress screen."""

import random
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from app.demo.build import DemoSize
from app.domain.ids import SkillId, StudentId
from app.ports import Clock
from app.services.observe import ObserveService
from ui.bench.figures import Figure, p95
from ui.bench.hand import FRAME_MS, Deed, play
from ui.bench.stopwatch import Painted
from ui.bench.store import built
from ui.bench.windows import in_windows
from ui.desk.desk import Desk
from ui.progress.page import ProgressPage

LOOKS = 40
REST = 6
"""So many turns after a look, the next one is taken."""
SCREEN = DemoSize(60, 40, 365, 3.4)
WHAT = "one new observation to the repainted progress screen of 60 students by 40 skills, p95"


class Repainting:
    """Observes one student after the other while the progress page is seen.

    `times` are milliseconds from the press, with the durable write in them, until it is painted.
    """

    def __init__(self, desk: Desk, looks: int) -> None:
        self._desk = desk
        room = desk.room
        self._observe = ObserveService(room)
        self._painted = Painted(desk.window)
        self._began = 0.0
        self._noted = True
        self.times: list[float] = []
        desk.go("progress")
        play(desk, self._deeds(looks))

    def _deeds(self, looks: int) -> Iterator[Deed]:
        page = self._desk.window.page("progress").widget
        assert isinstance(page, ProgressPage)
        table, rng = page.shown, random.Random(1)
        assert table is not None
        for _ in range(looks):
            row, column = rng.choice(table.rows), rng.choice(table.columns)
            yield partial(self._look, row.student_id, column.skill_id, rng.randint(1, 4))
            for _turn in range(REST):
                yield self._note

    def _look(self, student: StudentId, skill: SkillId, level: int) -> None:
        class_id = self._desk.class_id
        assert class_id is not None
        self._painted.begin()
        self._noted = False
        self._began = time.perf_counter()
        self._observe.record(class_id, student, skill_id=skill, level=level)

    def _note(self) -> None:
        at = self._painted.all_at()
        if not self._noted and at is not None:
            self.times.append((at - self._began) * 1000)
            self._noted = True


def repaint(folder: Path, clock: Clock, runs: int) -> list[Figure]:
    """One figure: with the live console and the board open beside it, as in a lesson."""
    profile = folder / "repaint"
    built(profile, clock, SCREEN).close()
    made: list[Repainting] = []
    looks = max(LOOKS, runs * 10)
    in_windows(profile, clock, None, lambda desk: made.append(Repainting(desk, looks)))
    return [Figure("repaint", WHAT, "ms", p95(made[0].times), FRAME_MS, 33.0, "value")]
