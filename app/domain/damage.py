"""What is known of damage to the class file, and of what can be brought back."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.domain.backups import BackupInfo
from app.domain.changes import Change, Entity

ADDED, CHANGED, REMOVED, KEPT, LOST = "added", "changed", "removed", "kept", "lost"
DOUBTED = "doubted"
"""What came of a row: it came back as new, in its newer form, or taken away since the backup; the
backup's form was kept because the newer one could not be trusted; or it could not be read. What
others belong to, such as a student, comes back as it reads also when some of it has changed."""


Place = tuple[str, int]
"""A row: the table it is in, and its id."""


@dataclass(frozen=True, slots=True)
class Damage:
    """What a look at a file found; all empty when it is whole.

    `structure` is what SQLite says of pages and indexes, `orphans` names rows that belong to
    nothing, `seals` are rows whose content is not what was written.
    """

    structure: Sequence[str] = ()
    orphans: Sequence[str] = ()
    seals: Sequence[Place] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found."""
        return not (self.structure or self.orphans or self.seals)

    @property
    def is_deep(self) -> bool:
        """The file as such is damaged, not only what stands in some rows."""
        return bool(self.structure or self.orphans)


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A row that is not what was written; of an observation also whose it is, and when seen."""

    table: str
    id: int
    who: str = ""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Flipped:
    """A row that changed by itself: what it says now, and what was written (`at`, ms UTC).

    `now` is None when it says nothing that makes sense, `before` when the history does not know.
    """

    row: BrokenRow
    now: Entity | None
    before: Entity | None = None
    at: int = 0


@dataclass(frozen=True, slots=True)
class RescueLine:
    """One row of the list a teacher can keep: what it is, what came of it, and whose it is."""

    table: str
    outcome: str
    at: int | None = None
    who: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class Rescue:
    """What a damaged file still gives, over `base`: the newest backup that is whole, if any.

    `changes` make the base what the damaged file was, as far as that reads.
    """

    base: BackupInfo | None
    changes: Sequence[Change] = field(default=(), repr=False)
    lines: Sequence[RescueLine] = field(default=(), repr=False)
    own_base: bool = False
    """The base is the file itself, without a log that is not its own."""
    sealed: bool = False
    """It is encrypted, and its beginning is lost, without which nothing in it can be read."""

    def count(self, *outcomes: str) -> Mapping[str, int]:
        """How many rows of each table had one of these outcomes."""
        return Counter(line.table for line in self.lines if line.outcome in outcomes)


@dataclass(frozen=True, slots=True)
class Mended:
    """A class file that was put in place; `aside` is where the damaged one is kept."""

    rescue: Rescue
    aside: Path | None


@dataclass(frozen=True, slots=True)
class Part:
    """One line of the check: a part of what is kept, whether it is whole, and its facts.

    `whole` is None for what was not looked at or is only good to know. `found` names the
    sentence; ui has the words.
    """

    name: str
    whole: bool | None
    found: str
    facts: Mapping[str, str | int] = field(default_factory=dict)
    details: Sequence[str] = ()
    rows: Sequence[BrokenRow] = ()


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The whole truth about what is kept, in the order it is shown."""

    parts: Sequence[Part]

    @property
    def is_whole(self) -> bool:
        """Whether no part is damaged."""
        return all(part.whole is not False for part in self.parts)

    @property
    def is_deep(self) -> bool:
        """The class file as such is damaged, not only what stands in some rows."""
        return any(part.whole is False for part in self.parts if part.name in _DEEP)

    def part(self, name: str) -> Part | None:
        """The part of that name, None when it was not looked at."""
        return next((part for part in self.parts if part.name == name), None)

    def without(self, row: BrokenRow) -> "CheckReport":
        """The same after a row was put back."""
        return replace(self, parts=[_without(part, row) for part in self.parts])

    @property
    def could_look(self) -> bool:
        """Whether the class file could be read at all; another program may hold it."""
        file = self.part("file")
        return file is None or file.found != "unreadable"


def _without(part: Part, row: BrokenRow) -> Part:
    if row not in part.rows:
        return part
    left = [one for one in part.rows if one != row]
    facts = {**part.facts, "count": len(left)}
    return Part(part.name, not left, part.found if left else "whole", facts, part.details, left)


_DEEP = frozenset({"file", "integrity", "references"})
