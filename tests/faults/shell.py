"""The `rondo` command on one profile, in this process, on a clock that goes when told to."""

import io
import json
from pathlib import Path

from app.domain.classes import Student
from app.domain.names import PersonName
from data.database import connect_read_only
from data.store import SqliteStore
from tests.fakes import FakeClock
from ui.bootstrap import profile_at
from ui.cli.main import run


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

    def json(self, *arguments: str, stdin: str = "") -> dict[str, object]:
        """What a command says that is not refused."""
        assert self(*arguments, "--json", stdin=stdin) == 0, self.err
        said = json.loads(self.out)
        assert isinstance(said, dict)
        return said

    def import_bytes(self, content: bytes, *more: str) -> dict[str, object]:
        """A class list as a file, taken into class 4B."""
        file = self.folder / "list.csv"
        file.write_bytes(content)
        return self.json("import", str(file), "--class", "4B", *more)

    def students(self) -> list[PersonName]:
        """Who is in the file, in the order they came."""
        database = profile_at(self.profile).database
        if not database.exists():
            return []
        connection = connect_read_only(database)
        try:
            return [one.name for one in SqliteStore(connection).find(Student)]
        finally:
            connection.close()
