"""Where the floors meet: opens the files and puts the classroom together."""

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.classroom import Classroom, furnish
from app.domain.ids import COUNTER_BITS, IdMaker
from app.ports import Backups, Clock
from data.backups import SqliteBackups
from data.database import connect
from data.evidence import SqliteEvidence
from data.paths import Profile
from data.store import SqliteStore


@dataclass
class OpenProfile:
    """A profile in use: its classroom and its backups. Close it before the file is replaced."""

    profile: Profile
    classroom: Classroom
    backups: Backups
    connection: sqlite.Connection = field(repr=False)

    @property
    def database(self) -> Path:
        return self.profile.database

    def data_version(self) -> int:
        """A number that changes when another program has written to the database."""
        return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        self.connection.close()


def open_profile(profile: Profile, clock: Clock) -> OpenProfile:
    """Open or make the profile's database. Raises what `data.database.connect` raises."""
    connection = connect(profile.made().database)
    store = SqliteStore(connection)
    ids = IdMaker(clock.now_ms, secrets.randbits(COUNTER_BITS), store.highest_id())
    classroom = furnish(store, SqliteEvidence(connection), clock, ids)
    backups = SqliteBackups(profile.database, lambda: clock.local(clock.now_ms()))
    return OpenProfile(profile, classroom, backups, connection)
