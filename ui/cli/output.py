"""What a command says: results on standard output, problems in plain words on standard error."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TextIO

Json = dict[str, object] | list[object] | str | int | float | bool | None

DONE, NOT_MET, WRONG_USE = 0, 1, 2


class Unheard(Exception):
    """The result could not be written to its end."""


@dataclass(frozen=True, slots=True)
class Output:
    """With `as_json` exactly one JSON value goes to `out` and no other word."""

    out: TextIO
    err: TextIO
    as_json: bool

    def result(self, value: Json, lines: Sequence[str] | Callable[[], Sequence[str]]) -> int:
        """Give the result, as data or as lines to read; the command is done."""
        if self.as_json:
            self.now(json.dumps(value, ensure_ascii=False))
        else:
            for line in lines() if callable(lines) else lines:
                self.now(line)
        return DONE

    def now(self, line: str) -> None:
        """Say something at once, so that a reader at the other end can rely on it.

        Raises `Unheard` when there is no reader, or no room for what he reads.
        """
        try:
            self.out.write(line + "\n")
            self.out.flush()
        except OSError as error:
            raise Unheard from error

    def problem(self, text: str) -> int:
        """Say why the request was not met; it has no other result."""
        if self.as_json:
            self.now(json.dumps({"problem": text}, ensure_ascii=False))
        return self.aside(text)

    def aside(self, text: str) -> int:
        """Say what is wrong with a part of the request."""
        self.err.write(text + "\n")
        return NOT_MET
