"""Looking for notes by their words and by what else is known of them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TypeVar

from sqlcipher3 import dbapi2 as sqlite

from app.domain.finding import Found, NoteQuery
from app.domain.ids import ClassId, SkillId
from app.domain.observations import Observation
from app.errors import NotRead
from data.damage.reading import is_damage
from data.database import connect_read_only
from data.finding.newest import newest
from data.finding.spoken import Spoken
from data.finding.tables import DUE
from data.keys import Key
from data.mapping import from_row
from data.trouble import is_trouble, reason_of

T = TypeVar("T")

_SKILLS = (
    "SELECT DISTINCT o.skill_id FROM student s JOIN observation o ON o.student_id = s.id"
    " WHERE s.class_id = ? AND o.skill_id IS NOT NULL"
)


class SqliteFinder:
    """Reads on a connection of its own, so it may be asked in any worker, one question at a time.

    It stays open from question to question, until `close`: what was read for one key is at hand
    for the next. Where nobody else can read the file at all it asks on the one that is open, on its
    thread.
    """

    def __init__(self, path: Path, key: Key | None, held: sqlite.Connection | None = None) -> None:
        self._path = path
        self._key = key
        self._held = held
        self._own: sqlite.Connection | None = None
        self._spoken = Spoken()
        self._one = Lock()

    @property
    def in_worker(self) -> bool:
        """Whether a worker may ask."""
        return self._held is None

    def find(self, query: NoteQuery, limit: int) -> Found:
        """The newest that fit, at most `limit`. Raises `errors.NotRead`."""
        try:
            return self._ask(partial(_find, query=query, limit=limit, spoken=self._spoken))
        except sqlite.DatabaseError as error:
            if is_damage(error):
                return Found(broken=True)
            if is_trouble(error):
                raise NotRead(reason_of(error)) from error
            raise

    def skills(self, class_id: ClassId) -> tuple[SkillId, ...]:
        """The skills on which anything was ever observed in the class. Raises `errors.NotRead`."""
        try:
            return self._ask(partial(_skills, class_id=class_id))
        except sqlite.DatabaseError as error:
            if is_trouble(error) or is_damage(error):
                raise NotRead(reason_of(error)) from error
            raise

    def close(self) -> None:
        """Let the file go until the next question; one that is being answered is waited for."""
        with self._one:
            self._let_go()

    def _ask(self, question: Callable[[sqlite.Connection], T]) -> T:
        if self._held is not None:
            return question(self._held)
        with self._one:
            try:
                if self._own is None:
                    self._own = connect_read_only(self._path, self._key, any_thread=True)
                return question(self._own)
            except sqlite.DatabaseError:
                self._let_go()  # the next question begins anew
                raise

    def _let_go(self) -> None:
        self._spoken.forget()
        if self._own is not None:
            self._own.close()
            self._own = None


def _skills(connection: sqlite.Connection, class_id: ClassId) -> tuple[SkillId, ...]:
    return tuple(SkillId(row[0]) for row in connection.execute(_SKILLS, (class_id,)).fetchall())


def _find(connection: sqlite.Connection, query: NoteQuery, limit: int, spoken: Spoken) -> Found:
    rows = newest(connection, query, limit + 1)
    seen = tuple(from_row(Observation, row) for row in rows)
    said = spoken.newest(connection, query, limit + 1)
    times = [*((o.seen_at, 0) for o in seen), *((one.said_at, 1) for one in said)]
    shown = [kind for _at, kind in sorted(times, reverse=True)[:limit]]
    waiting = connection.execute(f"SELECT count(*) FROM {DUE}").fetchall()[0][0]
    more = len(times) > limit
    return Found(seen[: shown.count(0)], said[: shown.count(1)], more, waiting)
