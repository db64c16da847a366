"""A change where no proof comes in time, and a proof that is stopped."""

from collections.abc import Callable
from dataclasses import replace
from itertools import chain, count, repeat

import pytest

from app.planner.answer import answer
from app.planner.asker import Asker
from app.planner.brief import Brief, Pin
from app.planner.errors import Stopped
from app.planner.measure import measure
from app.planner.solve import Effort, Solver
from tests.app.planner.mornings import morning


def dragged(*, grouped: bool) -> Brief:
    """A good plan, after which somebody is put somewhere else."""
    asked = morning(4, grouped=grouped)
    plan = Solver(asked, 1, lambda: 0.0).run(Effort(3_000, 1.0))
    assert plan is not None
    one = next(s.id for s in asked.students if not s.out_rounds)
    others = [s.id for s in asked.stations if s.id != plan.placement[one][1]]
    drag = Pin("drag", one, 2, others[-1])
    return replace(asked, current=plan, rules=(*asked.rules, drag))


def too_late() -> Callable[[], float]:
    """A clock by which the time for a proof is over at once."""
    return chain([0.0], repeat(10.0)).__next__


@pytest.mark.parametrize("grouped", [False, True])
def test_without_a_proof_searches_about_the_plan_find_few_changes(grouped: bool) -> None:
    asked = dragged(grouped=grouped)
    proved = answer(asked, 1, 1.0, lambda: 0.0)
    found = answer(asked, 1, 1.0, too_late())
    assert proved.proved
    assert not found.proved
    assert proved.changes is not None
    assert found.changes is not None
    assert found.plan is not None
    assert measure(asked, found.plan).broken == ()
    assert proved.changes <= found.changes <= proved.changes + 12


def test_a_hard_proof_looks_often_whether_to_go_on() -> None:
    """Ten in nine places, which only trying every seating shows."""
    places = [[10 * i + s + 1 for s in range(9)] for i in range(10)]
    alone = [[-places[i][s], -places[j][s]] for s in range(9) for i in range(10) for j in range(i)]
    looks = count()
    asker = Asker(lambda: next(looks) < 3)
    asker.learn([*places, *alone])
    with pytest.raises(Stopped):
        asker.holds(())
    assert asker.conflicts < 100
    asker.close()
