"""The newest that fit what is looked for: newest seen, whenever they were written down.

The index of words goes by id, so by when a note was written: a tick from last week's paper comes
first in it. It is read from there until all that is left was written before the ones that were
found were seen. Where that takes long, the newest months are asked for first, as each note has its
month in the index.
"""

from collections.abc import Iterable, Iterator, Sequence
from heapq import heappush, heappushpop

from sqlcipher3 import dbapi2 as sqlite

from app.domain.finding import NoteQuery
from app.domain.ids import made_at
from app.domain.note_words import Sought, sought_in
from app.domain.observations import Observation
from data.finding.index import MONTH_MS, mark, months
from data.finding.tables import INDEX
from data.mapping import columns
from data.trouble import Row

FEW = 2_000
"""So many notes are looked at in less time than the index takes to be asked once more."""
_SLACK_MS = 86_400_000
"""Nobody writes down what is seen later than this."""

_COLUMNS = ", ".join(f'o."{name}"' for name in columns(Observation).names)
_NEWEST = " ORDER BY o.seen_at DESC, o.id DESC LIMIT ?"
_MATCH = f" FROM {INDEX} f CROSS JOIN observation o ON o.id = f.rowid WHERE f.{INDEX} MATCH ?"
_FIRST = f"SELECT o.id, o.seen_at{_MATCH}{{}} ORDER BY f.rowid DESC LIMIT {FEW}"
_IN_MONTHS = f"SELECT o.id{_MATCH} AND o.seen_at >= ? AND o.seen_at < ?{{}}{_NEWEST}"
_THESE = (
    f"SELECT {_COLUMNS} FROM observation o WHERE o.id IN (SELECT value FROM json_each(?)){_NEWEST}"
)
_BY_FACTS = f"SELECT {_COLUMNS} FROM observation o WHERE 1{{}}{_NEWEST}"
_BOUNDS = (
    "SELECT min((SELECT min(seen_at) FROM observation o WHERE o.class_id = c.id)),"
    " max((SELECT max(seen_at) FROM observation o WHERE o.class_id = c.id)) FROM class c"
)
_OF_TAG = "EXISTS (SELECT 1 FROM json_each(o.tag_ids) WHERE value = ?)"
_MOST_MONTHS = 24
"""Of a longer time the words are looked up alone, and the rows say when."""


def newest(connection: sqlite.Connection, query: NoteQuery, limit: int) -> list[Row]:
    """Rows of observations, newest seen first; nothing for a text without a letter."""
    if not query.text.strip():
        return _by_facts(connection, query, limit)
    sought = sought_in(query.text)
    if not sought:
        return []
    ids = _by_words(connection, query, sought, limit)
    return connection.execute(_THESE, (str(ids), limit)).fetchall()


def _by_words(
    connection: sqlite.Connection, query: NoteQuery, sought: Sequence[Sought], limit: int
) -> list[int]:
    conditions, values = _facts(query)
    match = " AND ".join((*map(_asked, sought), *_marks(query)))
    found = _read(connection.execute(_FIRST.format(conditions), (match, *values)), limit)
    if found is not None:
        return found
    ids: list[int] = []
    sql = _IN_MONTHS.format(conditions)
    for some in _months_back(*_bounds(connection, query)):
        told = " OR ".join(f'"{mark("month", month)}"' for month in some)
        times = some.start * MONTH_MS, some.stop * MONTH_MS
        asked = (f"{match} AND ({told})", *times, *values, limit - len(ids))
        ids += [row[0] for row in connection.execute(sql, asked).fetchall()]
        if len(ids) >= limit:
            break
    return ids


def _read(rows: Iterable[tuple[int, int]], limit: int) -> list[int] | None:
    """The ids of the newest of them; None where it takes more than there are to say so."""
    best: list[tuple[int, int]] = []
    count, in_time = 0, True
    for own, seen_at in rows:
        count, written = count + 1, made_at(own) + _SLACK_MS
        in_time = in_time and seen_at <= written
        if len(best) < limit:
            heappush(best, (seen_at, own))
        elif in_time and written < best[0][0]:
            break
        else:
            heappushpop(best, (seen_at, own))
    else:
        if count >= FEW:
            return None
    return [own for _seen_at, own in sorted(best, reverse=True)]


def _bounds(connection: sqlite.Connection, query: NoteQuery) -> tuple[int, int]:
    """From when to when (ms UTC) there is anything that may fit."""
    first, last = connection.execute(_BOUNDS).fetchall()[0]
    start = max(first or 0, first or 0 if query.start is None else query.start)
    end = min((last or 0) + 1, (last or 0) + 1 if query.end is None else query.end)
    return start, end


def _months_back(start: int, end: int) -> Iterator[range]:
    """The months of a time, the newest first: one, then twice as many each time."""
    every = months(start, end)
    stop, size = every.stop, 1
    while stop > every.start:
        begin = max(every.start, stop - size)
        yield range(begin, stop)
        stop, size = begin, size * 2


def _by_facts(connection: sqlite.Connection, query: NoteQuery, limit: int) -> list[Row]:
    """Class by class where none is said: by class and time there is an index."""
    conditions, values = _facts(query)
    sql = _BY_FACTS.format(conditions)
    if query.class_id is not None or query.student_id is not None:
        return connection.execute(sql, (*values, limit)).fetchall()
    sql = _BY_FACTS.format(f"{conditions} AND o.class_id = ?")
    classes = connection.execute("SELECT id FROM class").fetchall()
    rows = [row for own in classes for row in connection.execute(sql, (*values, *own, limit))]
    return _sorted(rows)[:limit]


def _sorted(rows: Sequence[Row]) -> list[Row]:
    names = columns(Observation).names
    seen_at, own = names.index("seen_at"), names.index("id")
    return sorted(rows, key=lambda row: (row[seen_at], row[own]), reverse=True)


def _facts(query: NoteQuery) -> tuple[str, list[object]]:
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
    return "".join(f" AND {one}" for one in conditions), [value for _condition, value in asked]


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
