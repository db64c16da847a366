"""What a second copy of the app asks of the first: a small file each, never a socket."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event

from data.paths import plain

ANSWER_S = 1.5
"""How long the first copy may take to answer; the second has ended within two seconds."""
_LOOK_EVERY_S = 0.02
_SUFFIX = ".json"
_wait = Event().wait


def hand_over(
    folder: Path,
    asked: dict[str, object],
    pause: Callable[[float], object] = _wait,
    patience: float = ANSWER_S,
) -> bool:
    """Leave a request; whether the first copy took it in time. It takes one by deleting it."""
    try:
        request = _leave(folder, asked)
    except OSError:
        return False
    for _ in range(round(patience / _LOOK_EVERY_S)):
        if not request.exists():
            return True
        pause(_LOOK_EVERY_S)
    with suppress(FileNotFoundError):  # at the last moment
        request.unlink()
        return False
    return True


def take_requests(folder: Path) -> Iterator[dict[str, object]]:
    """Every request there is, each gone as it is given; one that makes no sense asks nothing."""
    for request in sorted(folder.glob(f"*{_SUFFIX}")):
        try:
            asked = json.loads(plain(request).read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            asked = {}
        try:
            request.unlink()
        except OSError:
            continue
        yield asked if isinstance(asked, dict) else {}


def make_room(folder: Path) -> bool:
    """Make the folder where requests are left; whether there is one."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return False
    return True


def clear(folder: Path) -> None:
    """Take the folder away, with requests that nobody waits for any more."""
    with suppress(OSError):
        for request in folder.glob("*"):
            request.unlink()
        folder.rmdir()


def _leave(folder: Path, asked: dict[str, object]) -> Path:
    folder.mkdir(exist_ok=True)
    request = folder / f"{os.getpid()}{_SUFFIX}"
    partial = request.with_suffix(".part")
    partial.write_text(json.dumps(asked), "utf-8")
    partial.replace(request)
    return request
