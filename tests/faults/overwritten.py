"""A whole class file, and copies of it in which some bytes are others."""

import random
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.demo.build import DemoBuilder, DemoSize
from app.domain.changes import Step
from app.errors import ClassroomError
from data.damage.reading_whole import read_whole
from data.database import Connection, Unreadable, connect
from data.keys import Key
from tests.faults.ledger import Things, steps_after, things
from ui.bootstrap import open_profile, profile_at
from ui.clock import SystemClock

RIGHT, REFUSED, FLAGGED, WRONG = "right", "refused", "flagged", "silently wrong"
Content = tuple[Things, list[Step]]


@dataclass(frozen=True)
class Whole:
    """The bytes of a class file, and what is in it."""

    content: bytes
    known: Content
    key: Key | None

    def damaged(self, folder: Path, seed: int) -> Path:
        """A profile whose file has other bytes in one place; where the file is."""
        chance = random.Random(seed)
        changed = bytearray(self.content)
        at = chance.randrange(len(changed))
        chance.choice(WAYS)(changed, at, chance)
        database = profile_at(folder).made().database
        for old in folder.iterdir():
            old.unlink()
        database.write_bytes(changed)
        return database


def one_bit(content: bytearray, at: int, chance: random.Random) -> None:
    content[at] ^= 1 << chance.randrange(8)


def some_bytes(content: bytearray, at: int, chance: random.Random) -> None:
    _put(content, at, chance.randbytes(chance.choice((1, 4, 16))))


def a_sector_of_noise(content: bytearray, at: int, chance: random.Random) -> None:
    _put(content, at // 512 * 512, chance.randbytes(512))


def a_page_of_zeros(content: bytearray, at: int, _chance: random.Random) -> None:
    _put(content, at // 4096 * 4096, bytes(4096))


def a_page_from_elsewhere(content: bytearray, at: int, chance: random.Random) -> None:
    other = chance.randrange(len(content) // 4096) * 4096
    _put(content, at // 4096 * 4096, bytes(content[other : other + 4096]))


def _put(content: bytearray, at: int, what: bytes) -> None:
    size = min(len(what), len(content) - at)
    content[at : at + size] = what[:size]


WAYS: tuple[Callable[[bytearray, int, random.Random], None], ...] = (
    one_bit,
    some_bytes,
    some_bytes,
    a_sector_of_noise,
    a_page_of_zeros,
    a_page_from_elsewhere,
)


def whole_class(folder: Path, key: Key | None = None) -> Whole:
    """A class with a few weeks behind it, its log folded into the file."""
    opened = open_profile(profile_at(folder), SystemClock(), key)
    room = opened.classroom
    DemoBuilder(room.workspace, room.ids, room.clock, seed=1).build(DemoSize(days=12))
    opened.close()
    database = profile_at(folder).database
    with closing(connect(database, key)) as connection:
        known = content_of(connection)
    return Whole(database.read_bytes(), known, key)


def content_of(connection: Connection) -> Content:
    return things(connection), steps_after(connection, 0)


def what_comes_of(whole: Whole, database: Path) -> tuple[str, Content | None]:
    """Open it as the app does and read everything; then look at it as the check does."""
    try:
        opened = open_profile(profile_at(database.parent), SystemClock(), whole.key)
        try:
            found = content_of(opened.connection)
        finally:
            opened.close()
    except (ClassroomError, Unreadable, ValueError, TypeError, LookupError):
        return REFUSED, None
    if found == whole.known:
        return RIGHT, None
    return (FLAGGED if is_flagged(database, whole.key) else WRONG), found


def is_flagged(database: Path, key: Key | None) -> bool:
    """Whether the check finds it: by its structure, by a seal, or by what the journal says."""
    return not read_whole(database, key).is_whole


def tables_that_differ(whole: Whole, found: Content) -> set[str]:
    """Where what was read is not what was written; "journal" is what undo knows."""
    known, steps = whole.known
    there, read = found
    other = {place[0] for place in {*known, *there} if known.get(place) != there.get(place)}
    return other | ({"journal"} if steps != read else set())
