"""From an order of wishes to the weights of a brief."""

from collections.abc import Sequence

from app.domain.wishes import WISHES
from app.planner.brief import Weights

LADDER = (24, 15, 9, 6, 4, 2, 1)
"""How much one step of a wish counts by its place: each about three fifths of the one before, so
that several small steps of a later wish can outdo one of an earlier, but never a few."""

_STEP = {"ready": 2, "partners": 1, "choices": 2, "stable": 2, "even": 4}
"""What one step of each wish is worth at the same place: a level apart, a meeting again, a rank
down the list of choices, a cell changed, a student too many."""


def weights_of(order: Sequence[str]) -> Weights:
    """Weights of the wishes in this order; a wish that is not in it counts for nothing.

    Raises `ValueError` for a word that is no wish or is there twice.
    """
    strange = [wish for wish in order if wish not in WISHES]
    if strange or len(set(order)) < len(order):
        raise ValueError(f"an order of wishes has each of {WISHES} at most once, not {order}")
    worth = {wish: LADDER[place] for place, wish in enumerate(order)}
    return Weights(
        repeats=worth.get("partners", 0) * _STEP["partners"],
        readiness=worth.get("ready", 0) * _STEP["ready"],
        teacher_gap=max(worth.get("owed", 0), worth.get("need", 0)),
        choices=worth.get("choices", 0) * _STEP["choices"],
        balance=worth.get("even", 0) * _STEP["even"],
        stability=worth.get("stable", 0) * _STEP["stable"],
    )


def waiting(order: Sequence[str], lessons: int, need: int) -> int:
    """What to give a brief as a student's `sessions_since_teacher`.

    `lessons` since the student met the teacher; `need` from 0 (none) to 3 (most). Need makes the
    wait count as longer, twice as much where it comes before visits owed. Its square is the cost.
    """
    if "need" not in order:
        return lessons if "owed" in order else 0
    if "owed" not in order:
        return 2 * need
    return lessons + need * (2 if order.index("need") < order.index("owed") else 1)
