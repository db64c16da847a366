"""The `rondo` command on one profile, with a class list to take in."""

from app.domain.classes import Student
from app.domain.names import PersonName
from data.database import connect_read_only
from data.store import SqliteStore
from tests.shell import Shell
from ui.bootstrap import profile_at


class ListShell(Shell):
    """Takes lists into class 4B, and looks who is in the file."""

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
