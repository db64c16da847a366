"""Words in the middle of a note: they belong to its sentence, whatever else they could mean."""

from collections.abc import Iterable


def inside(places: Iterable[int], plain: frozenset[int]) -> frozenset[int]:
    """Those of `places` that stand, alone or in a row, between two plain words."""
    runs: list[list[int]] = []
    for place in sorted(places):
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return frozenset(
        place for run in runs if run[0] - 1 in plain and run[-1] + 1 in plain for place in run
    )


def is_apart(places: Iterable[int], plain: frozenset[int]) -> bool:
    """Whether one of `places` is beside no plain word."""
    return any(place - 1 not in plain and place + 1 not in plain for place in places)
