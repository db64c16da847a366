"""A profile with a class and its notes, and a safe for it."""

import random
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.changes import label, made
from app.domain.classes import SchoolClass, Student
from app.domain.ids import ClassId, StudentId
from app.workspace import Workspace
from data.backups import SqliteBackups
from data.database import connect
from data.keys import Key
from data.paths import Profile
from data.safe.profile_safe import ProfileSafe
from data.store import SqliteStore
from tests.fakes import FakeClock, ids
from tests.fresh import fresh

WORDS = "blue bicycle on tuesdays"
NAME = "Zaharina Öztürk"


class Room:
    """A profile with 40 students in 4B, a safe, and a clock that stands."""

    def __init__(self, folder: Path) -> None:
        self.profile = Profile(folder / "profile").made()
        self.clock = FakeClock()
        self.random = random.Random(7)
        with closing(fresh(self.profile.database)) as connection:
            workspace = Workspace(SqliteStore(connection), ids(1000), self.clock)
            students = [Student(StudentId(n), ClassId(1), "", NAME, str(n)) for n in range(2, 42)]
            lesson = SchoolClass(ClassId(1), "4B", "Maths", 0)
            workspace.edit(label("made"), made(lesson), *map(made, students))

    @property
    def safe(self) -> ProfileSafe:
        """A safe as after a restart."""
        return ProfileSafe(self.profile, self.random.getrandbits, self.clock.now_ms)

    def backups(self, key: Key | None = None) -> SqliteBackups:
        clock = self.clock
        return SqliteBackups(self.profile.database, lambda: clock.local(clock.now_ms()), key)

    def back_up(self, name: str = "rondo-2026-05-14-090000.rondo", key: Key | None = None) -> Path:
        self.profile.backups.mkdir(exist_ok=True)
        return self.backups(key).save(self.profile.backups / name).path

    def students(self, key: Key | None = None) -> int:
        with closing(connect(self.profile.database, key)) as connection:
            return len(SqliteStore(connection).find(Student))

    def files_with(self, words: str) -> list[str]:
        """Files of the profile in which the words can be read."""
        found = self.profile.folder.rglob("*")
        return sorted(p.name for p in found if p.is_file() and words.encode() in p.read_bytes())


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)
