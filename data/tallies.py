"""How much evidence there is on each skill for each student, kept ready for who adds it up.

Counting it from the observations reads all of them, which took half a second after five million.
Triggers keep the figures, so that no SQL can pass them by; they are told again from the
observations alone, and nothing is lost where they are not right.

`at_least_3` are the looks at level 3 or above. A pair without evidence has no row, so that nothing
stays behind of what is gone. How the table lies in the file is never changed afterwards.
"""

from collections.abc import Iterator

from sqlcipher3 import dbapi2 as sqlite

from data.database import transaction

TALLY = "tally"
AT_LEAST = tuple(f"at_least_{level}" for level in range(1, 7))
"""Columns for each level there may be: `app.domain.skills.MOST_LEVELS`."""

_PAIR = ("student_id", "skill_id")
_COLUMNS = ", ".join((*_PAIR, *AT_LEAST))
_LEVELS = tuple(enumerate(AT_LEAST, 1))

MAKE_TALLY = (
    f"CREATE TABLE {TALLY} (student_id INTEGER NOT NULL, skill_id INTEGER NOT NULL,"
    f" {', '.join(f'{name} INTEGER NOT NULL' for name in AT_LEAST)},"
    " PRIMARY KEY (student_id, skill_id)) STRICT, WITHOUT ROWID"
)


def _is_evidence(row: str) -> str:
    return f"{row}.skill_id IS NOT NULL AND {row}.level > 0"


_ADD = (
    f"INSERT INTO {TALLY} ({_COLUMNS}) SELECT new.student_id, new.skill_id,"
    f" {', '.join(f'new.level >= {level}' for level, _ in _LEVELS)} WHERE {_is_evidence('new')}"
    f" ON CONFLICT DO UPDATE SET {', '.join(f'{n} = {n} + excluded.{n}' for n in AT_LEAST)};"
)
_SAME_PAIR = "student_id = old.student_id AND skill_id = old.skill_id"
_TAKE = (
    f"UPDATE {TALLY} SET {', '.join(f'{n} = {n} - (old.level >= {at})' for at, n in _LEVELS)}"
    f" WHERE {_SAME_PAIR} AND old.level > 0;"
    f" DELETE FROM {TALLY} WHERE {_SAME_PAIR} AND at_least_1 < 1;"
)
_DIFFERS = " OR ".join(f"old.{name} IS NOT new.{name}" for name in (*_PAIR, "level"))

KEEP_TALLY = (
    (
        "CREATE TRIGGER tally_made AFTER INSERT ON observation"
        f" WHEN {_is_evidence('new')} BEGIN {_ADD} END"
    ),
    (
        "CREATE TRIGGER tally_changed AFTER UPDATE ON observation"
        f" WHEN {_DIFFERS} BEGIN {_TAKE} {_ADD} END"
    ),
    (
        "CREATE TRIGGER tally_gone AFTER DELETE ON observation"
        f" WHEN {_is_evidence('old')} BEGIN {_TAKE} END"
    ),
)

_COUNTED = (
    "SELECT student_id, skill_id,"
    f" {', '.join(f'sum(level >= {level}) AS {name}' for level, name in _LEVELS)}"
    " FROM observation WHERE skill_id IS NOT NULL AND level > 0 GROUP BY student_id, skill_id"
)
COUNT_ALL = f"INSERT INTO {TALLY} ({_COLUMNS}) {_COUNTED}"

_SAME = " AND ".join(f"t.{name} = c.{name}" for name in (*_PAIR, *AT_LEAST))
_WRONG = (
    f"SELECT student_id, skill_id FROM ({_COUNTED}) c"
    f" WHERE NOT EXISTS (SELECT 1 FROM {TALLY} t WHERE {_SAME})"
    f" UNION ALL SELECT student_id, skill_id FROM {TALLY} t WHERE NOT EXISTS (SELECT 1"
    " FROM observation o WHERE o.student_id = t.student_id AND o.skill_id = t.skill_id"
    " AND o.level > 0)"
)


def wrong_tallies(connection: sqlite.Connection) -> Iterator[tuple[int, int]]:
    """Student and skill of figures that are not what counting gives. Raises `sqlite.Error`."""
    listed = "SELECT 1 FROM sqlite_schema WHERE name = ?"
    if connection.execute(listed, (TALLY,)).fetchone():  # not in an older file
        yield from connection.execute(_WRONG)


def count_anew(connection: sqlite.Connection) -> None:
    """Make the figures anew, whole or not at all. Raises `errors.NotSaved`."""
    with transaction(connection):
        connection.execute(f"DELETE FROM {TALLY}")
        connection.execute(COUNT_ALL)
