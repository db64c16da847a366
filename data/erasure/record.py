"""What was erased, known a second time: a small file beside the class, with ids and times alone.

The class file knows it too, but the page that says so may be the one that is lost, or an older
class file be laid in its place; then what was erased would come back from a copy unnoticed.
"""

import json
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from sqlcipher3 import dbapi2 as sqlite

from app.domain.erasing import ERASED, ERASING
from data.copies import settle
from data.database import connect_read_only
from data.erasure.intent import Intent, done_intents, facts_of, intent_of, open_intents
from data.keys import Key
from data.paths import ERASED as FILE
from data.paths import plain
from data.seals import seal_of


class Known(NamedTuple):
    """Erasings that are not done everywhere yet, and those that are; each oldest first."""

    waiting: tuple[Intent, ...] = ()
    done: tuple[Intent, ...] = ()

    @property
    def ids(self) -> frozenset[int]:
        return frozenset(intent.request.id for intent in (*self.waiting, *self.done))

    def besides(self, other: "Known") -> "Known":
        """Those that the other does not know of."""
        known = other.ids
        waiting, done = ([i for i in part if i.request.id not in known] for part in self)
        return Known(tuple(waiting), tuple(done))

    def joined(self, other: "Known") -> "Known":
        """All that both know; where they differ this one is right."""
        more = other.besides(self)
        waiting, done = (*self.waiting, *more.waiting), (*self.done, *more.done)
        return Known(tuple(sorted(waiting, key=_age)), tuple(sorted(done, key=_age)))


def known_in(connection: sqlite.Connection) -> Known:
    """What a class file knows."""
    return Known(open_intents(connection), done_intents(connection))


def known_of(database: Path, key: Key | None, beside: Path | None = None) -> Known:
    """What is known of a class file, by itself and by its record; it need not read, nor be there.

    `beside` is where the record lies, when `database` is a copy elsewhere.
    """
    recorded = remembered(beside or database)
    if database.is_file():
        with suppress(sqlite.Error), closing(connect_read_only(database, key)) as connection:
            return known_in(connection).joined(recorded)
    return recorded


def remembered(database: Path) -> Known:
    """What the record beside a class file knows; a line that changed by itself is passed over."""
    try:
        lines = plain(database.with_name(FILE)).read_text("utf-8", "replace").splitlines()
    except OSError:
        return Known()
    read = [entry for line in lines for entry in _read(line)]
    waiting = tuple(intent for verb, intent in read if verb == ERASING)
    return Known(waiting, tuple(intent for verb, intent in read if verb != ERASING))


def remember(database: Path, known: Known) -> None:
    """Keep in the record what is known now, with what it knew besides. Raises OSError."""
    before = remembered(database)
    now = known.joined(before)
    if now == before:
        return
    path = database.with_name(FILE)
    fresh = path.with_name(f"{FILE}.part")
    lines = [_line(ERASING, intent) for intent in now.waiting]
    lines += [_line(ERASED, intent) for intent in now.done]
    fresh.write_text("".join(lines), "utf-8")
    settle(fresh, path)


def _line(verb: str, intent: Intent) -> str:
    cells = (intent.request.id, intent.request.at, verb, facts_of(intent))
    return json.dumps([*cells, seal_of(cells)]) + "\n"


def _read(line: str) -> Iterator[tuple[str, Intent]]:
    with suppress(ValueError, KeyError, TypeError, RecursionError):
        *cells, seal = json.loads(line)
        own, at, verb, facts = cells
        if seal_of(cells) == seal:
            yield verb, intent_of(own, at, facts)


def _age(intent: Intent) -> int:
    return intent.request.id
