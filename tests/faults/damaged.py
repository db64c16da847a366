"""A class file with a backup, some work since then, and whatever is done to it."""

import random
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from app.domain.changes import label, made
from app.domain.ids import ObservationId
from app.domain.observations import Observation
from data.backups import SqliteBackups
from data.damage.mend import Mender
from data.database import connect
from data.evidence import SqliteEvidence
from data.keys import Key
from data.store import SqliteStore
from tests.builders import TaughtClass
from tests.fresh import fresh

NOW = datetime(2026, 5, 14, 10, 20, tzinfo=UTC)
PAGE = 4096
BEFORE, SINCE = 120, 6


class Taught:
    """A lesson with 120 observations, a backup, six observations and a move since."""

    def __init__(self, folder: Path, key: Key | None = None, backup: bool = True) -> None:
        self.folder = folder
        self.key = key
        self.database = folder / "rondo.db"
        self.backups = folder / "backups"
        self.backups.mkdir(parents=True)
        with closing(fresh(self.database, key)) as connection:
            self._teach(SqliteStore(connection), lambda _s: SqliteEvidence(connection), backup)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _teach(self, store: SqliteStore, evidence: Callable, backup: bool) -> None:
        taught = TaughtClass(store, evidence)
        self.session = taught.start()
        for number in range(BEFORE):
            self._see(taught, number, f"note {number} " + "x" * 150)
        if backup:
            saved = SqliteBackups(self.database, lambda: NOW, self.key)
            saved.save(self.backups / "rondo-2026-05-14-101200.rondo")
        for number in range(SINCE):
            self._see(taught, number, f"since the backup {number}")
        taught.moves.move(taught.scene(), taught.student("Amara"), taught.stations["Tablets"])

    def _see(self, taught: TaughtClass, number: int, note: str) -> None:
        taught.clock.advance(1000)
        student = list(taught.students.values())[number % len(taught.students)]
        seen = Observation(
            ObservationId(taught.room.ids()),
            taught.school_class.id,
            student.id,
            taught.clock.ms,
            note=note,
            session_id=self.session.id,
        )
        taught.room.workspace.edit(label("noted", student=student.given), made(seen))

    def mender(self) -> Mender:
        return Mender(self.database, lambda: self.backups.glob("*.rondo"), lambda: NOW, self.key)

    def overwrite(self, change: Callable[[bytearray], bytes | bytearray]) -> bytes:
        """Do something to the bytes of the file; they are returned."""
        content = bytes(change(bytearray(self.database.read_bytes())))
        self.database.write_bytes(content)
        return content

    def notes(self) -> list[str]:
        with closing(connect(self.database, self.key)) as connection:
            return [o.note for o in SqliteStore(connection).find(Observation)]

    def is_running(self) -> bool:
        """Whether the lesson goes on where it was."""
        with closing(connect(self.database, self.key)) as connection:
            room = TaughtRoom(connection)
            return room.has(self.session.id)


class TaughtRoom:
    """What a new start finds."""

    def __init__(self, connection) -> None:
        self._connection = connection

    def has(self, session: int) -> bool:
        query = "SELECT count(*) FROM session WHERE id = ? AND ended_at IS NULL"
        started = "SELECT count(*) FROM clock_event WHERE session_id = ?"
        ask = self._connection.execute
        return bool(ask(query, (session,)).fetchone()[0] and ask(started, (session,)).fetchone()[0])


def nonsense(content: bytearray, page: int, seed: int = 1) -> bytearray:
    """Overwrite one page, counted from 0, with what no page has."""
    chance = random.Random(seed)
    content[page * PAGE : (page + 1) * PAGE] = chance.randbytes(PAGE)
    return content
