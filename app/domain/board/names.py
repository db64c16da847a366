"""Board names: the shortest form of each name that is unambiguous in the class."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from app.domain.letters import clean, folded, letters
from app.domain.names import PersonName

_NAMELESS = "?"
_LOOSE_ENDS = " '’-‐"


class _Person(NamedTuple):
    first: str
    family: tuple[str, ...]
    same_as: str

    def short(self, initials: int) -> str:
        """The first name, with so many letters of the family name."""
        if not initials:
            return self.first
        start = "".join(self.family[:initials]).rstrip(_LOOSE_ENDS)
        dot = "." if start and initials < len(self.family) else ""
        return clean(f"{self.first} {start}{dot}")


def board_names(names: Sequence[PersonName]) -> tuple[str, ...]:
    """A name for the board for each of `names`, the whole class, absent students too.

    The first name; where two share it, as many letters of the family name as it takes
    ("Maya Li.", "Maya Lo."); a number only where the whole names are the same ("Maya L. 2"), in
    the order given. Otherwise the order does not matter. No two are the same, whatever their case.
    """
    people = [_person(name) for name in names]
    initials = [0] * len(people)
    while crowded := _crowded(people, initials):
        for index in crowded:
            initials[index] += 1
    return _numbered(people, [p.short(n) for p, n in zip(people, initials, strict=True)])


def _person(name: PersonName) -> _Person:
    called = (clean(name.preferred), clean(name.given), clean(name.family))
    first = next(filter(None, called), _NAMELESS)
    family = called[2] if folded(called[2]) != folded(first) else ""
    return _Person(first, letters(family), f"{folded(first)}\n{folded(family)}")


def _crowded(people: Sequence[_Person], initials: Sequence[int]) -> list[int]:
    """Who shares a board name and has a longer one.

    One letter is tried even for the same whole name; more would tell nobody apart.
    """
    found: list[int] = []
    for group in _alike([p.short(n) for p, n in zip(people, initials, strict=True)]):
        strangers = len({people[i].same_as for i in group}) > 1
        found += [
            i
            for i in group
            if initials[i] < len(people[i].family)
            and (strangers or (len(group) > 1 and initials[i] == 0))
        ]
    return found


def _alike(texts: Sequence[str]) -> list[list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        groups[folded(text)].append(index)
    return [groups[key] for key in sorted(groups)]


def _numbered(people: Sequence[_Person], texts: list[str]) -> tuple[str, ...]:
    """Tell the rest apart by numbers from 2; the first keeps the bare name."""
    taken = {folded(text) for text in texts}
    for group in _alike(texts):
        ordered = sorted(group, key=lambda i: (people[i].same_as, i))
        number = 2
        for index in ordered[1:]:
            while folded(f"{texts[index]} {number}") in taken:
                number += 1
            texts[index] = f"{texts[index]} {number}"
            taken.add(folded(texts[index]))
    return tuple(texts)
