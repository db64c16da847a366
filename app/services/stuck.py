"""Who is stuck on a skill, read anew only where somebody looked."""

from collections.abc import Sequence
from functools import cache

from app.classroom import Classroom
from app.domain.observations import Observation
from app.domain.progress import Pair
from app.domain.suggestions import STUCK_LOOKS, is_stuck
from app.workspace import Kinds

QUARTER_MS = 900_000
"""No zone begins its days within a quarter of an hour, and many looks share one."""


class StuckReader:
    """Remembers who was stuck on what; a look at one skill costs the reading of that one.

    It hears of every step. Of what others wrote it does not, so `catch_up` comes before a picture
    that is read anew.
    """

    def __init__(self, room: Classroom) -> None:
        self._room = room
        self._known: dict[Pair, bool] = {}
        room.workspace.subscribe(self._hear)

    def among(self, pairs: Sequence[Pair]) -> set[Pair]:
        """Those of these students who are stuck on these skills. Raises `errors.NotRead`."""
        fresh = [pair for pair in pairs if pair not in self._known]
        if fresh:
            stuck = self._read(fresh)
            self._known.update({pair: pair in stuck for pair in fresh})
        return {pair for pair in pairs if self._known[pair]}

    def catch_up(self) -> None:
        """Read again what the step touched that is told of now; of no step, everything."""
        step = self._room.workspace.told
        if step is None:
            self._known.clear()
        else:
            self._hear(frozenset({Observation}))

    def _read(self, pairs: Sequence[Pair]) -> set[Pair]:
        looks = self._room.evidence.newest_looks(pairs, STUCK_LOOKS)
        day = cache(lambda quarter: self._room.clock.local(quarter * QUARTER_MS).toordinal())
        return {
            pair
            for pair, found in looks.items()
            if len({level for level, _ in found}) == 1
            and is_stuck([(level, day(at // QUARTER_MS)) for level, at in found])
        }

    def _hear(self, kinds: Kinds) -> None:
        step = self._room.workspace.told
        if Observation not in kinds or step is None:
            return
        for change in step.changes:
            for seen in (change.before, change.after):
                if isinstance(seen, Observation) and seen.skill_id is not None:
                    self._known.pop((seen.student_id, seen.skill_id), None)
