"""What a damaged file and a whole one say of the same table."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlcipher3 import dbapi2 as sqlite

from data.damage.fitting import Layout
from data.damage.walk import Row, Source, Walk
from data.seals import SEAL, seal_of


@dataclass
class Differences:
    """Rows by id, as the damaged file has them: those the whole one has not, and those that differ.

    `gone` are ids that only the whole one has; some of them lie in a gap of `walk`. A row in
    `unsealed` is not what was written.
    """

    walk: Walk
    layout: Layout
    fresh: dict[int, Row] = field(default_factory=dict)
    other: dict[int, Row] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    unsealed: set[int] = field(default_factory=set)

    def wants(self, row_id: int) -> bool:
        """Whether the history of this row matters."""
        known = row_id in self.fresh or row_id in self.other or row_id in self.gone
        return known or self.walk.misses(row_id)


def compare(source: Source, base: sqlite.Connection, table: str, layout: Layout) -> Differences:
    """Read a table of both side by side."""
    sealed = source.has_seals(table)
    names = (*layout.names, SEAL) if sealed else layout.names
    whole = layout._replace(takes=(*layout.takes, (int,))) if sealed else layout
    walk = Walk(source, table, names, whole.fits)
    found = Differences(walk, layout)
    listed = ", ".join(f'"{name}"' for name in layout.names)
    theirs: Iterator[Row] = base.execute(f'SELECT {listed} FROM "{table}" ORDER BY id')
    their = next(theirs, None)
    for row in walk.rows():
        cells = row[: len(layout.names)]
        row_id = int(str(cells[0]))
        while their is not None and int(str(their[0])) < row_id:
            found.gone.add(int(str(their[0])))
            their = next(theirs, None)
        same = their is not None and their[0] == row_id
        if not same:
            found.fresh[row_id] = cells
        elif their != cells:
            found.other[row_id] = cells
        if sealed and (not same or their != cells) and seal_of(cells) != row[-1]:
            found.unsealed.add(row_id)
        their = next(theirs, None) if same else their
    found.gone.update(int(str(row[0])) for row in (their, *theirs) if row is not None)
    return found
