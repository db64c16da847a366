"""What a student card shows, as a value."""

from typing import NamedTuple

OLD_DAYS = 7


class CardView(NamedTuple):
    """One student as the console shows them.

    `name` is the short name of this class. `level` is the level on the station's skill, None when
    there is no evidence, `stale` when that evidence is old. `stale_days` counts days since the
    student was last seen on it, None when never. `flag` and `goal` are short texts or empty;
    `done` says that the student is done with this round's work, `owed` in words which visit is
    owed. Not `levelled`: nothing is told of evidence, nor that there is none. `tooltip` is said
    besides what the card works out itself.
    """

    key: int
    name: str
    initials: str
    shape: str = "circle"
    level: int | None = None
    stale: bool = False
    stale_days: int | None = None
    flag: str = ""
    goal: str = ""
    pinned: bool = False
    done: bool = False
    owed: str = ""
    levelled: bool = True
    tooltip: str = ""

    def is_long_unseen(self) -> bool:
        """Whether the days since last seen are worth a word."""
        return self.stale_days is not None and self.stale_days >= OLD_DAYS
