"""Looking for notes by their words and by what else is known of them."""

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.finding import Found, NoteQuery
from app.domain.ids import ClassId, SkillId
from app.domain.note_words import Sought, sought_in
from app.domain.observations import Observation
from app.errors import NotRead
from data.damage.reading import is_damage
from data.database import connect_read_only
from data.finding.index import mark, months
from data.finding.tables import DUE, INDEX
from data.keys import Key
from data.mapping import columns, from_row
from data.trouble import Row, is_trouble, reason_of

_COLUMNS = ", ".join(f'o."{name}"' for name in columns(Observation).names)
_BY_WORDS = (
    f"SELECT {_COLUMNS} FROM {INDEX} f CROSS JOIN observation o ON o.id = f.rowid"
    f" WHERE f.{INDEX} MATCH ?{{}} ORDER BY f.rowid DESC LIMIT ?"
)
_BY_FACTS = f"SELECT {_COLUMNS} FROM observation o WHERE 1{{}} ORDER BY {{}} LIMIT ?"
_OF_TAG = "EXISTS (SELECT 1 FROM json_each(o.tag_ids) WHERE value = ?)"
_SKILLS = (
    "SELECT DISTINCT o.skill_id FROM student s JOIN observation o ON o.student_id = s.id"
    " WHERE s.class_id = ? AND o.skill_id IS NOT NULL"
)
_MOST_MONTHS = 24
"""Of a longer time the words are looked up alone, and the rows say when."""


class SqliteFinder:
    """Reads on a connection of its own at each call, so it may be asked in a worker.

    Where nobody else can read the file at all it asks on the one that is open, on its thread.
    """

    def __init__(self, path: Path, key: Key | None, held: sqlite.Connection | None = None) -> None:
        self._path = path
        self._key = key
        self._held = held

    @property
    def in_worker(self) -> bool:
        """Whether a worker may ask."""
        return self._held is None

    def find(self, query: NoteQuery, limit: int) -> Found:
        """The newest that fit, at most `limit`. Raises `errors.NotRead`."""
        try:
            if self._held is not None:
                return _find(self._held, query, limit)
            with closing(connect_read_only(self._path, self._key)) as connection:
                return _find(connection, query, limit)
        except sqlite.DatabaseError as error:
            if is_damage(error):
                return Found(broken=True)
            if is_trouble(error):
                raise NotRead(reason_of(error)) from error
            raise

    def skills(self, class_id: ClassId) -> tuple[SkillId, ...]:
        """The skills on which anything was ever observed in the class. Raises `errors.NotRead`."""
        ask = partial(_skills, class_id=class_id)
        try:
            if self._held is not None:
                return ask(self._held)
            with closing(connect_read_only(self._path, self._key)) as connection:
                return ask(connection)
        except sqlite.DatabaseError as error:
            if is_trouble(error) or is_damage(error):
                raise NotRead(reason_of(error)) from error
            raise


def _skills(connection: sqlite.Connection, class_id: ClassId) -> tuple[SkillId, ...]:
    return tuple(SkillId(row[0]) for row in connection.execute(_SKILLS, (class_id,)))


def _find(connection: sqlite.Connection, query: NoteQuery, limit: int) -> Found:
    if query.text.strip():
        sought = sought_in(query.text)
        rows = _by_words(connection, query, sought, limit + 1) if sought else []
    else:
        rows = _by_facts(connection, query, limit + 1)
    seen = sorted((from_row(Observation, row) for row in rows[:limit]), key=_newest_first)
    waiting = connection.execute(f"SELECT count(*) FROM {DUE}").fetchone()[0]
    return Found(tuple(seen), len(rows) > limit, waiting)


def _by_words(
    connection: sqlite.Connection, query: NoteQuery, sought: tuple[Sought, ...], limit: int
) -> list[Row]:
    """By id, which goes by when it was written down: the index can be read in no other order."""
    conditions, values = _facts(query)
    match = " AND ".join((*map(_asked, sought), *_marks(query)))
    sql = _BY_WORDS.format("".join(f" AND {one}" for one in conditions))
    return connection.execute(sql, (match, *values, limit)).fetchall()


def _by_facts(connection: sqlite.Connection, query: NoteQuery, limit: int) -> list[Row]:
    conditions, values = _facts(query)
    indexed = query.class_id is not None or query.student_id is not None
    order = "o.seen_at DESC, o.id DESC" if indexed else "o.id DESC"
    sql = _BY_FACTS.format("".join(f" AND {one}" for one in conditions), order)
    return connection.execute(sql, (*values, limit)).fetchall()


def _facts(query: NoteQuery) -> tuple[list[str], list[object]]:
    """What the row itself must say."""
    known: list[tuple[str, object]] = [
        ("o.class_id = ?", query.class_id),
        ("o.student_id = ?", query.student_id),
        ("o.skill_id = ?", query.skill_id),
        ("o.station_id = ?", query.station_id),
        ("o.adult = ?", query.adult),
        ("o.seen_at >= ?", query.start),
        ("o.seen_at < ?", query.end),
        (_OF_TAG, query.tag_id),
    ]
    asked = [(condition, value) for condition, value in known if value is not None]
    conditions = [condition for condition, _value in asked]
    if not query.private:
        conditions.append("o.private = 0")
    return conditions, [value for _condition, value in asked]


def _marks(query: NoteQuery) -> Iterator[str]:
    """The same facts as the index has them: it need not look at the rows of all who do not fit."""
    facts = (
        ("class", query.class_id),
        ("student", query.student_id),
        ("skill", query.skill_id),
        ("station", query.station_id),
        ("adult", query.adult),
        ("tag", query.tag_id),
    )
    yield from (f'"{mark(kind, value)}"' for kind, value in facts if value is not None)
    if query.start is not None and query.end is not None:
        known = months(query.start, query.end)
        if len(known) <= _MOST_MONTHS:
            yield "(" + " OR ".join(f'"{mark("month", month)}"' for month in known) + ")"


def _asked(sought: Sought) -> str:
    return f'"{sought.key}"{"*" if sought.start else ""}'


def _newest_first(seen: Observation) -> tuple[int, int]:
    return -seen.seen_at, -seen.id
