"""The same again: what does not hold any more is never left unsaid."""

import pytest

from tests.fakes.classroom import Classroom
from tests.fakes.lesson import DAY_MS
from ui.plan.plan_page import PlanPage


@pytest.fixture
def room() -> Classroom:
    return Classroom(students=20)


def apart_in_group(page: PlanPage, room: Classroom, group: int) -> None:
    """Two who sit together in it are to be kept apart."""
    paths = room.lessons.paths(page.lesson_id)
    one, other = [path.student_id for path in paths if path.group == group][:2]
    room.classes.keep_apart(room.class_id, [one, other])


def test_the_same_again_that_breaks_a_rule_offers_the_smallest_change(planned, room) -> None:
    """The groups go on as they are, and two of one are to be apart since."""
    apart_in_group(planned, room, 1)
    room.clock.advance(DAY_MS)
    planned.show_class(room.class_id)
    planned.empty.again_button.click()
    assert planned.proposing.proposal is not None
    assert planned.proposing.proposal.way == "repair"
    assert planned.proposing.proposal.changes
    assert planned.side.part() is planned.side.offers


def test_tomorrow_the_same_again_offers_the_smallest_change(planned, room) -> None:
    apart_in_group(planned, room, 1)
    first = planned.lesson_id
    planned.deeds.copy_to("2026-05-15")
    assert planned.lesson_id != first
    proposal = planned.proposing.proposal
    assert proposal is not None
    assert proposal.way == "repair"
    assert len({cell.student for cell in proposal.changes}) == 1


def test_tomorrow_the_same_again_as_it_is_needs_no_change(planned) -> None:
    planned.deeds.copy_to("2026-05-15")
    assert planned.proposing.proposal is None
    assert planned.proposing.conflict is None
