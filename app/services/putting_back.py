"""Putting back what changed by itself, as the journal has it."""

from collections.abc import Sequence

from app.classroom import Classroom
from app.domain.changes import Change, Entity, label
from app.domain.damage import BrokenRow, Flipped
from app.errors import NothingToPutBack
from app.ports import Flips


class PuttingBack:
    """One row at a time, each a step that can be undone."""

    def __init__(self, room: Classroom, flips: Flips) -> None:
        self._room = room
        self._flips = flips

    def known(self, rows: Sequence[BrokenRow]) -> tuple[Flipped, ...]:
        """Each row with what it says, and what was written where that is known."""
        return self._flips.of(rows)

    def among(self, kind: type[Entity], ids: Sequence[int]) -> tuple[Flipped, ...]:
        """Those of these rows that changed by themselves."""
        broken = self._flips.among(kind, ids)
        return self._flips.of(broken) if broken else ()

    def put_back(self, row: BrokenRow) -> None:
        """Raises `errors.NothingToPutBack`, `NotSaved` or `StaleChange`."""
        (flipped,) = self._flips.of([row])
        if flipped.before is None:
            raise NothingToPutBack
        if flipped.now is None or flipped.now == flipped.before:
            self._flips.write_again(flipped)  # there is nothing to go back to
        else:
            self._room.workspace.edit(label("put back"), Change(flipped.now, flipped.before))
