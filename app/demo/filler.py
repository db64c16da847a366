"""More looks between those that matter, as a busy year has them."""

import random
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from app.demo.history import Look


def filled(found: Sequence[Look], wanted: int, days: int, rng: random.Random) -> Iterator[Look]:
    """At least `wanted` looks: those found, then more that repeat the level that stood then.

    What is added is older than the newest look at its skill, so nobody's level changes.
    """
    yield from found
    by_skill: dict[int, list[Look]] = defaultdict(list)
    for look in sorted(found, key=lambda one: one.days):
        by_skill[look.skill].append(look)
    known = [skill for skill, own in by_skill.items() if own[0].days < days]
    for _ in range(wanted - len(found) if known else 0):
        skill = rng.choice(known)
        yield _between(by_skill[skill], days, rng)


def _between(own: Sequence[Look], days: int, rng: random.Random) -> Look:
    ago = rng.randint(own[0].days + 1, max(days, own[0].days + 1))
    standing = min(bisect_right([look.days for look in own], ago), len(own) - 1)
    return Look(own[0].skill, own[standing].level, ago)
