"""Rules of a lesson as the panel shows them: words and icons, no facts."""

from dataclasses import dataclass

TIMELESS = "timeless"
"""The key of a line that no move of students mends: the lesson has no time."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way out of a problem: what a button says, what it is about, and what comes of it."""

    key: object
    text: str
    gives: str = ""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule. `opens`: it can be changed here. `ways` are for a rule that does not hold."""

    key: str
    icon: str
    title: str
    kind: str
    kept: bool = True
    problem: str = ""
    ways: tuple[Way, ...] = ()
    opens: bool = False
