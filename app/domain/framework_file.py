"""A framework as a file has it: every entry with the keys of the file, the tree made whole."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

MOST_SKILLS = 60_000
"""No framework that is in use has as many entries."""
LONGEST = 2_000
"""More letters than this no statement has; the rest is left out."""


@dataclass(frozen=True, slots=True)
class FileSkill:
    """One entry. `key` is what the file calls it, `parent` the key of the entry above it.

    `order` is its place among its neighbours. `precedes` are keys of entries it is learned before.
    """

    key: str
    statement: str
    parent: str = ""
    code: str = ""
    short: str = ""
    order: float = 0.0
    precedes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileFramework:
    """What a file holds: entries in reading order, an entry after the one above it.

    `source` says whose it is and under which licence. `notes` count what was not as it should be,
    by a word of `NOTES`; `named` says that the keys are identifiers the publisher gave.
    """

    name: str
    skills: tuple[FileSkill, ...]
    identifier: str = ""
    source: str = ""
    named: bool = False
    notes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refused:
    """A file gave no framework: `reason` as `errors.FrameworkUnread`, or "text" for what is none.

    `kind` is then what it is instead, as `NotText` has it.
    """

    reason: str
    kind: str = ""


BLANK, DOUBLE, ORPHAN, CYCLE, UNKNOWN, EXTRA = (
    "blank",
    "double",
    "orphan",
    "cycle",
    "unknown",
    "extra",
)
NOTES = (BLANK, DOUBLE, ORPHAN, CYCLE, UNKNOWN, EXTRA)
"""Entries without words; with a key that was there already; below one that is not in the file, or
below themselves; links of a kind nobody knows, or to what is not there; columns nobody asked for.
"""


def whole(skills: Iterable[FileSkill]) -> tuple[tuple[FileSkill, ...], Counter[str]]:
    """The entries as a tree in reading order, and what had to be mended.

    Of entries with the same key the first stays. One whose parent is not there, or that is below
    itself, comes to the top.
    """
    notes: Counter[str] = Counter()
    known: dict[str, FileSkill] = {}
    for skill in skills:
        if skill.key in known:
            notes[DOUBLE] += 1
        else:
            known[skill.key] = skill
    for key, skill in known.items():
        if skill.parent and skill.parent not in known:
            notes[ORPHAN] += 1
            known[key] = replace(skill, parent="")
    for key in _loops(known):
        notes[CYCLE] += 1
        known[key] = replace(known[key], parent="")
    return _in_order(known), notes


def _loops(known: Mapping[str, FileSkill]) -> list[str]:
    """One entry of each circle of entries that are below each other."""
    found: list[str] = []
    sound: set[str] = set()
    for start in known:
        way: dict[str, None] = {}
        key = start
        while key and key not in sound and key not in way:
            way[key] = None
            key = known[key].parent
        if key and key in way:
            found.append(key)
        sound.update(way)
    return found


def _in_order(known: Mapping[str, FileSkill]) -> tuple[FileSkill, ...]:
    below: defaultdict[str, list[FileSkill]] = defaultdict(list)
    for skill in known.values():
        below[skill.parent].append(skill)
    for row in below.values():
        row.sort(key=lambda skill: skill.order)  # the order of the file where they are alike
    found: list[FileSkill] = []
    waiting = below[""][::-1]
    while waiting:
        skill = waiting.pop()
        found.append(skill)
        waiting.extend(reversed(below.get(skill.key, ())))
    return tuple(found)


def strands_in(skills: Sequence[FileSkill]) -> frozenset[str]:
    """The keys of entries that have others below them."""
    return frozenset(skill.parent for skill in skills if skill.parent)
