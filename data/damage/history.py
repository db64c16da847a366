"""The newest word of a damaged file's journal on the rows that are in question."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sqlcipher3 import dbapi2 as sqlite

from data.damage.walk import Row, Source, Walk
from data.journal import CHANGE
from data.seals import SEAL, seal_of

_STEP = ("id", "at")
_STEPS_ASKED = 50
"""Newest steps of a backup: damage does not hit all of them, and nobody undoes so many at once."""
_SEALED_CHANGE = (*CHANGE, SEAL)


class Word(NamedTuple):
    """What a step left of a row (None: it was taken away), and when."""

    step: int
    after: str | None
    at: int | None


def words_since(
    source: Source, base: sqlite.Connection, wants: Callable[[str, int], bool]
) -> Mapping[tuple[str, int], Word]:
    """Of each wanted row the last change in steps that the whole file does not have."""
    step = _highest(base, "step")
    steps = Walk(source, "step", _STEP, _fits_step, above=step)
    times = {int(str(row[0])): int(str(row[1])) for row in steps.rows()}
    names = _SEALED_CHANGE if source.has_seals("change") else CHANGE
    changes = Walk(source, "change", names, _fits_change, above=_highest(base, "change"))
    found: dict[tuple[str, int], Word] = {}
    for row in changes.rows():
        _own, by, kind, row_id, _before, after = row[: len(CHANGE)]
        if names == _SEALED_CHANGE and seal_of(row[:-1]) != row[-1]:
            continue  # nothing of it is believed
        place = (str(kind), int(str(row_id)))
        if int(str(by)) > step and wants(*place):
            text = after if after is None else str(after)
            found[place] = Word(int(str(by)), text, times.get(int(str(by))))
    return found


def last_step_on(base: sqlite.Connection, table: str, row_id: int) -> int:
    """The newest step of the whole file that touched the row; 0 when none did."""
    query = "SELECT coalesce(max(step_id), 0) FROM change WHERE kind = ? AND entity_id = ?"
    return int(base.execute(query, (table, row_id)).fetchone()[0])


def is_heir(source: Source, base: sqlite.Connection) -> bool:
    """Whether the damaged file went on from where the whole one is."""
    newest = _highest(base, "step")
    if not newest:
        return True
    steps = Walk(source, "step", _STEP, _fits_step, above=newest - 1)
    first = next(steps.rows(), None)
    return first is not None and first[0] == newest


def is_of_same(source: Source, base: sqlite.Connection) -> bool:
    """Whether both were one class once: an id of a step is given once in the world."""
    newest = "SELECT id FROM step ORDER BY id DESC LIMIT ?"
    known = {int(row[0]) for row in base.execute(newest, (_STEPS_ASKED,))}
    if not known:
        return True
    steps = Walk(source, "step", _STEP, _fits_step, above=min(known) - 1)
    return any(row[0] in known for row in steps.rows())


def _highest(base: sqlite.Connection, table: str) -> int:
    return int(base.execute(f'SELECT coalesce(max(id), 0) FROM "{table}"').fetchone()[0])


def _fits_step(row: Row) -> bool:
    return all(isinstance(cell, int) for cell in row)


def _fits_change(row: Row) -> bool:
    return (
        all(isinstance(cell, int) for cell in (row[0], row[1], row[3], *row[len(CHANGE) :]))
        and isinstance(row[2], str)
        and all(side is None or isinstance(side, str) for side in row[4:6])
    )
