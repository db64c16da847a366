"""From a key in the capture line to its suggestions painted."""

import random
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtTest import QTest

from app.demo.build import DemoSize
from app.domain.changes import label, made
from app.domain.ids import SkillId
from app.domain.skills import Framework, Skill
from app.ports import Clock
from ui.bench.figures import Figure, p95
from ui.bench.hand import FRAME_MS, Deed, play
from ui.bench.stopwatch import Painted
from ui.bench.store import built
from ui.bench.windows import in_windows
from ui.bootstrap import OpenProfile
from ui.desk.desk import Desk

SKILLS = 10_000
REST = 3
"""So many turns after a key, the next one is pressed: as fast as anybody types."""
LINES = (
    "may 3 frac explains own strategy",
    "2 amara needed a prompt to start",
    "order decimals nik 4",
    "ben multiply two digit 3 used a number line",
    "leila draws the bar then adds 2 word problems",
)
_VERBS = ("add", "subtract", "multiply", "divide", "compare", "order", "round", "draw", "explain")
_THINGS = ("fractions", "decimals", "angles", "two-digit numbers", "word problems", "tables")
_WAYS = ("mentally", "on a number line", "with counters", "to a partner", "in two steps", "in tens")


class Typing:
    """Types lines into the palette, key by key. `times` are in milliseconds."""

    def __init__(self, desk: Desk, rounds: int) -> None:
        self._desk = desk
        self._painted = Painted(desk.window)
        self._pressed = 0.0
        self._noted = True
        self.times: list[float] = []
        play(desk, self._deeds(rounds))

    def _deeds(self, rounds: int) -> Iterator[Deed]:
        yield self._desk.capture
        yield self._rest
        for line in LINES * rounds:
            for letter in line:
                yield partial(self._type, letter)
                for _turn in range(REST):
                    yield self._note
            yield self._desk.live.capture.palette.open  # an empty line again
            yield self._rest
        yield self._desk.live.capture.palette.leave

    def _type(self, letter: str) -> None:
        self._painted.begin()
        self._noted = False
        self._pressed = time.perf_counter()
        QTest.keyClicks(self._desk.live.capture.palette.input, letter)

    def _note(self) -> None:
        at = self._painted.all_at()
        if not self._noted and at is not None:
            self.times.append((at - self._pressed) * 1000)
            self._noted = True

    def _rest(self) -> None:
        """Let what was opened settle."""


def typing(folder: Path, clock: Clock, runs: int) -> list[Figure]:
    """With the lesson, the board and everybody's cards beside it."""
    profile = folder / "typing"
    opened = built(profile, clock, DemoSize(60, 40, 30))
    _teach(opened)
    opened.close()
    made_: list[Typing] = []
    in_windows(profile, clock, None, lambda desk: made_.append(Typing(desk, max(2, runs))))
    what = "a key in the capture line to its suggestions painted, 60 students, 10,000 skills, p95"
    return [Figure("typing", what, "ms", p95(made_[0].times), FRAME_MS, 16.0, "value")]


def _teach(opened: OpenProfile) -> None:
    """Ten thousand skills, as the standards of a whole country have."""
    room, rng = opened.classroom, random.Random(1)
    framework = room.store.find(Framework)[0]
    skills = [
        Skill(
            SkillId(room.ids()),
            framework.id,
            None,
            f"{rng.choice(_VERBS).capitalize()} {rng.choice(_THINGS)} {rng.choice(_WAYS)}, {at}",
            "",
            f"MA.{at}",
            at,
        )
        for at in range(SKILLS)
    ]
    room.workspace.edit(
        label("skills added", count=str(SKILLS)), *map(made, skills), undoable=False
    )
