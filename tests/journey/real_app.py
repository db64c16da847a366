"""The real app in a process of its own, moved by a real pointer and a real keyboard."""

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 20
DRAG_STEPS = 8
Rect = list[int]
Places = dict[str, list[str]]


class RealApp:
    """Answers come from inside the process; what is done to it comes through the X server."""

    def __init__(self, process: "subprocess.Popen[bytes]", environment: dict[str, str]) -> None:
        self._process = process
        self._environment = environment
        self._rest = b""
        self._lines: list[str] = []
        self.told: list[dict[str, object]] = []

    # Asking

    def ask(self, what: str, name: str = ""):
        """Put one question; what the app tells by itself meanwhile is kept in `told`."""
        assert self._process.stdin is not None
        question = json.dumps({"ask": what, "name": name})
        self._process.stdin.write(question.encode() + b"\n")
        self._process.stdin.flush()
        return self.hear(lambda said: "answer" in said)["answer"]

    def hear(self, wanted: Callable[[dict[str, object]], bool]) -> dict[str, object]:
        """The next thing said that is wanted; everything told on the way is kept."""
        end = time.monotonic() + PATIENCE_S
        while True:
            while not self._lines:
                assert self._read(end - time.monotonic()), f"nothing came; told: {self.told[-3:]}"
            said: dict[str, object] = json.loads(self._lines.pop(0))
            if "answer" not in said:
                self.told.append(said)
            if wanted(said):
                return said

    def until(self, what: str, true: Callable[..., bool], name: str = ""):
        """Ask until the answer is as wanted."""
        end = time.monotonic() + PATIENCE_S
        answer = self.ask(what, name)
        while not true(answer):
            assert time.monotonic() < end, f"{what} {name}: still {answer}"
            answer = self.ask(what, name)
        return answer

    def console(self) -> Places:
        """Who is at which station, by the cards."""
        return self.ask("console")

    def board(self) -> dict[str, object]:
        """What the board shows, and where it is."""
        return self.ask("board")

    def wait_for_lesson(self) -> Places:
        """Until five stations are there, and the board is on the projector."""
        self.until("board", lambda board: board.get("visible") is True)
        return self.until("console", lambda places: len(places) == 5)

    def wait_for_place(self, student: str, station: str) -> Places:
        """Until a student's card is at a station, or ("") at none."""

        def there(places: Places) -> bool:
            return [name for name, who in places.items() if student in who] == [station][
                : len(station)
            ]

        return self.until("console", there)

    def wait_to_read(self, words: str, where: str = "texts") -> None:
        """Until a text or a button says this."""
        self.until("reads", lambda reads: words in reads[where])

    # Doing

    def click(self, what: str, name: str = "", button: int = 1, held: str = "") -> None:
        """Move the pointer to the middle of something and click, with a key held or none."""
        x, y = middle(self._rect(what, name))
        before, after = (("keydown", held), ("keyup", held)) if held else ((), ())
        self.do(*before, "mousemove", x, y, "click", button, *after)

    def drag(self, source: tuple[str, str], target: tuple[str, str]) -> None:
        """Press on one thing, go to another in steps, and let go."""
        (x, y), (to_x, to_y) = middle(self._rect(*source)), middle(self._rect(*target))
        way: list[object] = ["mousemove", x, y, "mousedown", 1]
        for step in range(1, DRAG_STEPS + 1):
            part = step / DRAG_STEPS
            way += ["mousemove", round(x + (to_x - x) * part), round(y + (to_y - y) * part)]
        self.do(*way, "mouseup", 1)

    def keys(self, *names: str) -> None:
        self.do("key", *names)

    def type(self, words: str) -> None:
        self.do("type", words)

    def do(self, *words: object) -> None:
        """Let xdotool do it."""
        command = ["xdotool", *map(str, words)]
        subprocess.run(command, env=self._environment, check=True, capture_output=True)

    def begin(self, *words: object) -> "subprocess.Popen[bytes]":
        """Let xdotool do it while the test goes on."""
        return subprocess.Popen(["xdotool", *map(str, words)], env=self._environment)

    def ended(self) -> int:
        """The exit code, once the app has ended by itself."""
        return self._process.wait(PATIENCE_S)

    def kill(self) -> list[dict[str, object]]:
        """End it as a power cut would; all it ever told."""
        self._process.kill()
        self._process.wait()
        while self._read(0):
            pass
        self.told += [said for said in map(json.loads, self._lines) if "answer" not in said]
        return self.told

    def _rect(self, what: str, name: str) -> Rect:
        return self.until(what, lambda rect: isinstance(rect, list) and rect[2] > 0, name)

    def _read(self, seconds: float) -> bool:
        """Whether anything more came in that time; a line that is cut off is kept back."""
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], max(0, seconds))
        came = os.read(self._process.stdout.fileno(), 65_536) if ready else b""
        *lines, self._rest = (self._rest + came).split(b"\n")
        self._lines += [line.decode() for line in lines]
        return bool(came)


def middle(rect: Rect) -> tuple[int, int]:
    return rect[0] + rect[2] // 2, rect[1] + rect[3] // 2


@contextmanager
def real_app(environment: dict[str, str], log: Path, *options: str) -> Iterator[RealApp]:
    """Start it; at the end it is gone, and it must not have complained."""
    command = [sys.executable, "-m", "tests.journey.inspected", "--debug", *options]
    with (
        log.open("wb") as complaints,
        subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
        ) as process,
    ):
        try:
            app = RealApp(process, environment)
            app.until("ready", lambda ready: ready is True)
            yield app
        finally:
            process.kill()
    said = log.read_text("utf-8", errors="replace")
    assert "Traceback" not in said, said
    assert "QObject" not in said, said
