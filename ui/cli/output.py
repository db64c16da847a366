"""What a command says: results on standard output, problems in plain words on standard error."""

import json
from collections.abc import Callable, Sequence
from typing import TextIO

from app.values import value

Json = dict[str, object] | list[object] | str | int | float | bool | None

DONE, NOT_MET, WRONG_USE = 0, 1, 2


@value
class Output:
    """With `as_json` exactly one JSON value goes to `out` and no other word."""

    out: TextIO
    err: TextIO
    as_json: bool

    def result(self, value: Json, lines: Sequence[str] | Callable[[], Sequence[str]]) -> int:
        """Give the result, as data or as lines to read; the command is done."""
        if self.as_json:
            self.out.write(json.dumps(value, ensure_ascii=False) + "\n")
        else:
            shown = lines() if callable(lines) else lines
            self.out.writelines(line + "\n" for line in shown)
        return DONE

    def now(self, line: str) -> None:
        """Say something at once, so that a reader at the other end can rely on it."""
        self.out.write(line + "\n")
        self.out.flush()

    def problem(self, text: str) -> int:
        """Say why the request was not met."""
        self.err.write(text + "\n")
        return NOT_MET
