"""Few changes without a proof."""

from dataclasses import replace

from app.planner.measure import measure
from app.services.plans.briefs import brief_of, current_of
from app.services.plans.near import near
from tests.planned import Planned


def test_a_broken_plan_is_mended_with_few_changes_and_pins_stay() -> None:
    planned = Planned(own=True)
    ben, tablets = planned.student("Ben"), planned.at("Tablets")
    planned.plans.move(planned.lesson.id, ben, 1, tablets)
    table = planned.plans.table(planned.lesson.id)
    brief = replace(brief_of(table, "repair"), current=current_of(table, table.paths))
    found = near(brief, lambda _progress: True)
    assert found is not None
    assert measure(brief, found).broken == ()
    assert found.placement[str(ben)][0] == str(tablets)
    fewest = len(planned.repair().changes)
    assert fewest <= measure(brief, found).terms["stability"] <= fewest + 4


def test_told_to_stop_it_has_nothing() -> None:
    planned = Planned(own=True)
    planned.plans.move(planned.lesson.id, planned.student("Ben"), 1, planned.at("Tablets"))
    table = planned.plans.table(planned.lesson.id)
    brief = replace(brief_of(table, "repair"), current=current_of(table, table.paths))
    assert near(brief, lambda _progress: False) is None


def test_a_question_to_the_planner_names_nobody() -> None:
    planned = Planned()
    job = planned.plans.ask(planned.lesson.id, "mix", 1)
    assert "Amara" not in repr(job)
