"""Ending a process that writes, at a moment nobody chose."""

import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from tests.faults.ledger import Told

ROOT = Path(__file__).resolve().parents[2]
START_S = 0.4
"""About what a writer takes to begin; some are killed before they do."""
PAUSE_S = 0.012
"""Some steps' worth of time: what passes between the last line that is read and the kill."""


def write_until_killed(profile: Path, seed: int, steps: int = 40) -> list[Told]:
    """Every step of which the process said that it is saved, before it was killed.

    One in ten is killed on its way to its first step.
    """
    chance = random.Random(seed)
    command = [sys.executable, "-m", "tests.faults.writer", str(profile), str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        early = chance.random() < 0.1
        heard = [] if early else [child.stdout.readline() for _ in range(chance.randrange(steps))]
        with suppress(subprocess.TimeoutExpired):
            child.wait(chance.random() * (START_S if early else PAUSE_S))
        assert child.poll() is None, f"the writer ended by itself: {heard[-1:]}"
        child.kill()
        heard += child.stdout.readlines()
    # A line that the kill cut in half was never said.
    said = [line.split() for line in heard if line.endswith(b"\n")]
    return [(int(step), int(number)) for step, number in said if step != b"ready"]
