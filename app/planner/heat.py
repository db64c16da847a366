"""Chance as heat: how much a step may cost.

Taking the least of costs with `noise` taken off each is taking one of them as a body at this heat
would (Gumbel's trick: the noise is -heat x log(-log(chance))).
"""

from math import log
from random import Random

ROOM = 4096
"""Noises from which a row of them may start."""


class Heat:
    """`noise` has `most` entries more than `ROOM`; a row starts at `start()`."""

    def __init__(self, random: Random, most: int) -> None:
        self.draw = random.random
        self._cold = [-log(-log(random.random() or 0.5)) for _ in range(ROOM + most)]
        self.noise = [0.0] * len(self._cold)
        self._heat = 0.0

    def set(self, heat: float) -> None:
        """Change the heat."""
        if heat != self._heat:
            self._heat, self.noise = heat, [heat * one for one in self._cold]

    def limit(self) -> float:
        """What one step may cost."""
        return -self._heat * log(1.0 - self.draw())

    def start(self) -> int:
        """Where a row of noises begins this time."""
        return int(self.draw() * ROOM)
