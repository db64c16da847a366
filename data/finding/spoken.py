"""Looking for what students said of themselves.

A class says some thousand sentences a year, and only who asks for them by name sees them: they are
read once for as long as somebody looks, and kept in no index.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlcipher3 import dbapi2 as sqlite

from app.domain.finding import NoteQuery
from app.domain.note_words import Sought, sought_in, words_of
from app.domain.voice import Reflection
from data.mapping import columns, from_row
from data.trouble import Row

_COLUMNS = ", ".join(f'r."{name}"' for name in columns(Reflection).names)
_EVERY = (
    f"SELECT s.class_id, {_COLUMNS} FROM reflection r JOIN student s ON s.id = r.student_id"
    " ORDER BY r.said_at DESC, r.id DESC"
)


class _Sentence(NamedTuple):
    class_id: int
    said: Reflection
    words: frozenset[str]


class Spoken:
    """What was said, as it stood when the file was last written to."""

    def __init__(self) -> None:
        self._as_of: tuple[int, int] | None = None
        self._every: tuple[_Sentence, ...] = ()

    def forget(self) -> None:
        """Keep nothing of it in mind."""
        self._as_of, self._every = None, ()

    def newest(
        self, connection: sqlite.Connection, query: NoteQuery, limit: int
    ) -> tuple[Reflection, ...]:
        """The newest that fit, at most `limit`; nothing for a text without a letter."""
        sought = sought_in(query.text)
        if not query.own or query.only_seen or (query.text.strip() and not sought):
            return ()
        self._read(connection)
        found: list[Reflection] = []
        for one in _fitting(self._every, query):
            if len(found) < limit and _has(one.words, sought):
                found.append(one.said)
        return tuple(found)

    def _read(self, connection: sqlite.Connection) -> None:
        others = connection.execute("PRAGMA data_version").fetchall()[0][0]
        now = (others, connection.total_changes)
        if now != self._as_of:
            rows = connection.execute(_EVERY).fetchall()
            self._every = tuple(_sentence(row[0], row[1:]) for row in rows)
            self._as_of = now


def _sentence(class_id: int, row: Row) -> _Sentence:
    said = from_row(Reflection, row)
    return _Sentence(class_id, said, frozenset(words_of(said.words)))


def _fitting(every: Sequence[_Sentence], query: NoteQuery) -> Iterator[_Sentence]:
    start, end = query.start, query.end
    for one in every:
        said = one.said
        if (
            query.class_id in {None, one.class_id}
            and query.student_id in {None, said.student_id}
            and query.skill_id in {None, said.skill_id}
            and (start is None or said.said_at >= start)
            and (end is None or said.said_at < end)
        ):
            yield one


def _has(words: frozenset[str], sought: Sequence[Sought]) -> bool:
    return all(
        one.key in words or (one.start and any(word.startswith(one.key) for word in words))
        for one in sought
    )
