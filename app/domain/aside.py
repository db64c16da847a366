"""Which damaged files that were set aside are kept."""

from collections.abc import Mapping

ALWAYS = 3
HOUR_MS = 60 * 60 * 1000


def surplus_asides(at: Mapping[str, int]) -> frozenset[str]:
    """The names of those that can go: the newest three stay, and before those one of each hour.

    `at` says when each was set aside, in milliseconds. Of an hour the first stays: what came
    after it was made from what could be saved of it.
    """
    newest_first = sorted(at, key=lambda name: (at[name], name), reverse=True)
    older = sorted(newest_first[ALWAYS:], key=lambda name: (at[name], name))
    kept, last = set(newest_first[:ALWAYS]), None
    for name in older:
        if last is None or at[name] - last >= HOUR_MS:
            kept.add(name)
            last = at[name]
    return frozenset(at) - kept
