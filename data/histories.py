"""What the journal tells of things as they were before."""

import json
from collections.abc import Mapping, Sequence
from typing import TypeVar

from sqlcipher3 import dbapi2 as sqlite

from app.domain.about import Version
from app.domain.changes import Entity
from data.mapping import KINDS, TABLES, from_json

E = TypeVar("E", bound=Entity)

_CHANGES = (
    "SELECT c.entity_id, s.at, s.verb, c.before, c.after FROM json_each(?) i"
    " JOIN change c ON c.kind = ? AND c.entity_id = i.value"
    " JOIN step s ON s.id = c.step_id ORDER BY s.id, c.id"
)


class SqliteHistories:
    """Histories on the store's own connection."""

    def __init__(self, connection: sqlite.Connection) -> None:
        self._connection = connection

    def of(self, kind: type[E], ids: Sequence[int]) -> Mapping[int, tuple[Version, ...]]:
        table = TABLES[kind]
        found: dict[int, list[Version]] = {}
        values = (json.dumps(list(ids)), table)
        for own, at, verb, before, after in self._connection.execute(_CHANGES, values):
            sides = (from_json(KINDS[table], before), from_json(KINDS[table], after))
            found.setdefault(own, []).append(Version(at, verb, *sides))
        return {own: tuple(versions) for own, versions in found.items()}
