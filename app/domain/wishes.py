"""What a teacher wishes of a plan once every rule is kept: words in an order, never numbers.

`owed` visits to the teacher first, more teacher time for more `need`, levels that are `ready` for
one another, new `partners`, own `choices`, `stable` places, `even` groups.
"""

from collections.abc import Sequence

WISHES = ("owed", "need", "ready", "partners", "choices", "stable", "even")
"""Every wish, in the order that holds until a teacher changes it."""

WAYS = {"mix": "partners", "moves": "stable", "level": "ready"}
"""Best mix, fewest moves, similar level: the wish that each way puts first."""


def order_for(way: str, order: Sequence[str] = WISHES) -> tuple[str, ...]:
    """The order of a way: its wish first, the others as they were."""
    first = WAYS[way]
    return (first, *(wish for wish in order if wish != first))
