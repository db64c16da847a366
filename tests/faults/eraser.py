"""A process that erases the child of `tests.erasing`, to be killed: `PROFILE STICK`."""

import sys
from pathlib import Path

from app.domain.erasing import ErasureRequest, Progress
from app.domain.ids import StepId, StudentId
from data.erasure.erasure import SqliteErasure
from data.paths import Profile


def say(progress: Progress) -> None:
    sys.stdout.write(f"{progress.what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    profile, stick, child = Profile(Path(sys.argv[1])), Path(sys.argv[2]), int(sys.argv[3])
    request = ErasureRequest(StepId(5_000_000), 1_000, (StudentId(child),), mentions=None)
    SqliteErasure(profile, lambda: 2_000, None, (stick,)).erase(request, say)
