"""What the `rondo` command was asked for."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

COMMANDS = (
    "import",
    "observe",
    "plan",
    "board",
    "progress",
    "backup",
    "restore",
    "check",
    "erase",
    "about",
    "demo",
    "bench",
)
"""Words that need no window; ui/cli/main.py carries them out."""

JOB = "--job"
"""What the app starts itself with to do heavy work beside its windows (ui/child)."""

VERSION = "0.1.0"

NO_DISPLAY = "Rondo opens a window, and there is no display here; try rondo --help for commands."


class Options(NamedTuple):
    """How the app is to start.

    `temporary` keeps nothing. `until_painted` says "painted" on standard output once the first
    picture is on the screen and ends when standard input does: for measuring.
    """

    profile: Path | None = None
    temporary: bool = False
    demo: bool = False
    debug: bool = False
    board: bool = False
    until_painted: bool = False


def read_options(arguments: Sequence[str]) -> Options:
    """The options of the app. Ends the program, as argparse does, for help and wrong use."""
    parser = ArgumentParser(
        prog="rondo",
        description="Run a station-rotation lesson.",
        epilog="Without a window: " + ", ".join(COMMANDS) + ". Try rondo COMMAND --help.",
    )
    parser.add_argument("--version", action="version", version=f"Rondo {VERSION}")
    parser.add_argument(
        "--profile", type=Path, metavar="DIR", help="keep everything in this folder"
    )
    parser.add_argument("--temporary", action="store_true", help="keep nothing after closing")
    parser.add_argument("--demo", action="store_true", help="start with a throw-away demo class")
    parser.add_argument("--debug", action="store_true", help="say more on standard error")
    parser.add_argument("--board", action="store_true", help="open the board at once")
    parser.add_argument("--until-painted", action="store_true", help="for measuring the start")
    parsed = parser.parse_args(arguments)
    return Options(**vars(parsed))


def has_display(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a window can be opened at all."""
    if platform in {"win32", "darwin"} or environment.get("QT_QPA_PLATFORM"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
