"""What the journal tells of things as they were before."""

import json
from collections.abc import Mapping, Sequence
from typing import TypeVar

from app.domain.about import Version
from app.domain.changes import Entity
from data.mapping import KINDS, TABLES, from_json
from data.trouble import Asking

E = TypeVar("E", bound=Entity)

_CHANGES = (
    "SELECT c.entity_id, s.at, s.verb, c.before, c.after FROM json_each(?) i"
    " JOIN change c ON c.kind = ? AND c.entity_id = i.value"
    " JOIN step s ON s.id = c.step_id ORDER BY s.id, c.id"
)


class SqliteHistories:
    """Histories on the store's own connection."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def of(self, kind: type[E], ids: Sequence[int]) -> Mapping[int, tuple[Version, ...]]:
        table = TABLES[kind]
        found: dict[int, list[Version]] = {}
        values = (json.dumps(list(ids)), table)
        rows = self._asking(_CHANGES, values)
        for own, version in self._asking.made(lambda: [_version(table, *row) for row in rows]):
            found.setdefault(own, []).append(version)
        return {own: tuple(versions) for own, versions in found.items()}


def _version(
    table: str, own: int, at: int, verb: str, before: str | None, after: str | None
) -> tuple[int, Version]:
    return own, Version(at, verb, from_json(KINDS[table], before), from_json(KINDS[table], after))
