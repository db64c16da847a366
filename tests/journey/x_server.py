"""An X server of our own with a teacher's screen, a projector and a window manager."""

import os
import select
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.fakes.machine import run

LAPTOP = (0, 0, 1366, 768)
PROJECTOR = (1366, 0, 1280, 720)
START_SECONDS = 20


def must_have(
    environment: Mapping[str, str] = os.environ,
    which: Callable[[str], str | None] = shutil.which,
    platform: str = sys.platform,
) -> None:
    """Skip the test where there can be no X server, saying why; in CI that is a failure."""
    lacking = [name for name in run.PROGRAMS if which(name) is None]
    if platform != "linux":
        pytest.skip(f"an X server is needed, and {platform} has none")
    if lacking and environment.get("CI") == "true":
        pytest.fail(f"not installed, and CI may not skip this: {', '.join(lacking)}")
    if lacking:
        pytest.skip(f"not installed: {', '.join(lacking)}; `python3 run.py test` as root does it")


@contextmanager
def x_server(
    log: Path, projector: bool = True, laptop: str = "laptop", main: str = "laptop"
) -> Iterator[dict[str, str]]:
    """The environment for programs that are to run in it. `main` is the primary screen."""
    wide, high = LAPTOP[2] + (PROJECTOR[2] if projector else 0), LAPTOP[3]
    screen = ["-screen", "0", f"{wide}x{high}x24", "-noreset", "-nolisten", "tcp"]
    with ExitStack() as stack:
        out = stack.enter_context(log.open("wb"))
        read, write = os.pipe()
        stack.callback(os.close, read)
        command = ["Xvfb", "-displayfd", str(write), *screen]
        stack.enter_context(running(command, dict(os.environ), out.fileno(), write))
        os.close(write)
        ready, _, _ = select.select([read], [], [], START_SECONDS)
        display = os.read(read, 20).decode().strip() if ready else ""
        assert display, f"the X server did not start: {log.read_text('utf-8')}"
        environment = {**os.environ, "DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}
        if projector:
            split(environment, laptop, main)
        stack.enter_context(running(["openbox"], environment, out.fileno()))
        yield environment


@contextmanager
def running(
    command: list[str], environment: dict[str, str], out: int, keep: int = -1
) -> Iterator[None]:
    """A program that runs beside the test and is ended with it."""
    with subprocess.Popen(
        command,
        env=environment,
        stdout=out,
        stderr=out,
        pass_fds=(keep,) if keep >= 0 else (),
    ) as child:
        try:
            yield
        finally:
            child.terminate()


def split(environment: dict[str, str], laptop: str = "laptop", main: str = "laptop") -> None:
    """Make two screens of the one there is, side by side; `main` is the primary one."""
    for name, place, output in ((laptop, LAPTOP, "screen"), ("projector", PROJECTOR, "none")):
        plug(environment, ("*" if name == main else "") + name, place, output)


def plug(
    environment: dict[str, str],
    name: str = "projector",
    place: tuple[int, int, int, int] = PROJECTOR,
    output: str = "none",
) -> None:
    """Let there be a screen at this place of the desktop, or let it have another place."""
    x, y, wide, high = place
    xrandr(
        environment, "--setmonitor", name, f"{wide}/{wide // 4}x{high}/{high // 4}+{x}+{y}", output
    )


def unplug(environment: dict[str, str], name: str = "projector") -> None:
    """Take a screen away."""
    xrandr(environment, "--delmonitor", name)


def xrandr(environment: dict[str, str], *words: str) -> None:
    subprocess.run(["xrandr", *words], env=environment, check=True, capture_output=True)
