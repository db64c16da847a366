"""The `rondo` command on one profile, in this process, on a clock that goes when told to."""

import io
import json
from pathlib import Path
from typing import Any, TypeAlias

from tests.fakes import FakeClock
from ui.cli.main import run

Json: TypeAlias = Any
"""What a test knows the shape of, and the type checker does not."""


class Shell:
    """Runs commands and keeps what they said."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.profile = folder / "profile"
        self.clock = FakeClock()
        self.out = self.err = ""

    def __call__(self, *arguments: str, stdin: str = "") -> int:
        out, err = io.StringIO(), io.StringIO()
        given = [*arguments, "--profile", str(self.profile)]
        code = run(given, self.clock, (io.StringIO(stdin), out, err))
        self.out, self.err = out.getvalue(), err.getvalue()
        self.clock.advance(1000)
        return code

    def json(self, *arguments: str, stdin: str = "", code: int = 0) -> Json:
        """What a command says that ends with this code."""
        assert self(*arguments, "--json", stdin=stdin) == code, self.err
        return json.loads(self.out)
