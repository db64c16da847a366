"""Keeping the index of notes in step with them, and making it again.

It can always be made from the notes, so it must never stand in the way of writing one down.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

from sqlcipher3 import dbapi2 as sqlite

from app.domain.note_words import words_of
from app.errors import NotSaved
from data.damage.reading import is_damage
from data.database import transaction
from data.finding.tables import ALL_DUE, DUE, INDEX, MAKE_INDEX
from data.trouble import ask

PIECE = 100
"""Notes at a time: a piece is over before a picture would be late."""
AT_ONCE = 500
"""Of a step with more changes than this the index hears piece by piece, afterwards."""

_THESE = "IN (SELECT value FROM json_each(?))"
_NOTES = (
    "SELECT id, note, class_id, student_id, skill_id, station_id, tag_ids, adult, seen_at"
    f" FROM observation WHERE note <> '' AND id {_THESE}"
)
_FORGET = f"DELETE FROM {INDEX} WHERE rowid {_THESE}"
_ADD = f"INSERT INTO {INDEX} (rowid, words) VALUES (?, ?)"
_DONE = f"DELETE FROM {DUE} WHERE id {_THESE}"
_OPTIMIZE = f"INSERT INTO {INDEX} ({INDEX}) VALUES ('optimize')"
# Of the ones that wait, those of which it still has older words.
_KNOWN_DUE = f"SELECT id FROM {DUE} WHERE id IN (SELECT id FROM {INDEX}_docsize)"

_FIRST_MARK, _MARKS = 0xF0000, 0x20000
MONTH_MS = 30 * 86_400_000


def mark(kind: str, value: object) -> str:
    """One letter that stands for a fact of a note, such as its student.

    From the planes for private use, which no note keeps. Two facts may share one: whoever asks by
    it looks at the row as well.
    """
    return chr(_FIRST_MARK + crc32(f"{kind} {value}".encode()) % _MARKS)


def months(start: int, end: int) -> range:
    """The stretches of about a month, by number, that times (ms UTC) from start to end are in."""
    return range(start // MONTH_MS, max(start, end - 1) // MONTH_MS + 1)


def keep_in_step(connection: sqlite.Connection, ids: Sequence[int]) -> None:
    """Bring in what was just written of these observations, in the transaction that wrote it.

    Where the index is damaged it stays as it is and they wait: the note counts.
    """
    if not ids or len(ids) > AT_ONCE:
        return
    connection.execute("SAVEPOINT note_index")
    connection.execute("SAVEPOINT note_words")
    try:
        waiting = connection.execute(f"SELECT id FROM {DUE} WHERE id {_THESE}", (_json(ids),))
        _bring_in(connection, [row[0] for row in waiting.fetchall()])
        connection.execute("RELEASE note_words")  # here the words go into their table
    except sqlite.Error as error:
        if not _is_damaged(error):
            raise
        connection.execute("ROLLBACK TO note_index")
    connection.execute("RELEASE note_index")


def catch_up(connection: sqlite.Connection) -> bool:
    """Bring in a piece of what waits, newest first; returns whether more does.

    An index that is damaged is begun anew. Raises `errors.NotSaved` and `NotRead`.
    """
    waiting = ask(connection, f"SELECT id FROM {DUE} ORDER BY id DESC LIMIT {PIECE}")
    if not waiting:
        return False
    try:
        with transaction(connection):
            _bring_in(connection, [row[0] for row in waiting])
    except (sqlite.DatabaseError, NotSaved) as error:
        if not _is_damaged(error.__cause__ or error):
            raise
        begin_anew(connection)
    return True


def begin_anew(connection: sqlite.Connection) -> None:
    """Empty the index and let every note wait for it. Raises `errors.NotSaved`."""
    with transaction(connection):
        _empty(connection)


def has_index(connection: sqlite.Connection) -> bool:
    """Whether the file, which may be an older one, has an index of notes."""
    listed = "SELECT 1 FROM sqlite_schema WHERE name = ?"
    return connection.execute(listed, (DUE,)).fetchone() is not None


def forget_older_words(connection: sqlite.Connection) -> None:
    """Leave no word in it that is in no note any more. In a transaction.

    What is taken out of an index is only crossed out at first; writing all of it anew is what
    takes it away.
    """
    try:
        _bring_in(connection, [row[0] for row in connection.execute(_KNOWN_DUE).fetchall()])
        connection.execute(_OPTIMIZE)
    except sqlite.Error as error:
        if not _is_damaged(error):
            raise
        _empty(connection)


def _is_damaged(error: BaseException) -> bool:
    """Words that are in their place twice are damage too: no other table has a say there."""
    return is_damage(error) or isinstance(error, sqlite.IntegrityError)


def _empty(connection: sqlite.Connection) -> None:
    for statement in (f"DROP TABLE {INDEX}", MAKE_INDEX, ALL_DUE):
        connection.execute(statement)


def _bring_in(connection: sqlite.Connection, ids: Sequence[int]) -> None:
    these = _json(ids)
    notes = connection.execute(_NOTES, (these,)).fetchall()
    connection.execute(_FORGET, (these,))
    connection.executemany(_ADD, ((row[0], " ".join(_words(*row[1:]))) for row in notes))
    connection.execute(_DONE, (these,))


def _words(
    note: str,
    class_id: int,
    student: int,
    skill: int | None,
    station: int | None,
    tags: str,
    adult: str,
    seen_at: int,
) -> Iterator[str]:
    yield from words_of(note)
    yield mark("class", class_id)
    yield mark("student", student)
    yield mark("skill", skill)
    yield mark("station", station)
    yield mark("adult", adult)
    yield from (mark("month", month) for month in months(seen_at, seen_at + 1))
    yield from (mark("tag", tag) for tag in _tags(tags))


def _tags(text: str) -> Iterable[object]:
    try:
        kept = json.loads(text)
    except ValueError:  # a bit has flipped in it
        return ()
    return kept if isinstance(kept, list) else ()


def _json(ids: Sequence[int]) -> str:
    return json.dumps(list(ids))
