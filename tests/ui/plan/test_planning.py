"""Plans are looked for, looked at before they are kept, and kept whole, in part or not at all."""

from collections.abc import Callable
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt

from app.domain.planning.values import Conflict, Proposal
from tests.fakes.classroom import Classroom
from tests.fakes.world import SlowTasks
from tests.ui.plan.conftest import WorkerHere, open_page, services_of
from ui.child.job import Ended
from ui.plan.plan_page import PlanPage
from ui.plan.planner import Planner
from ui.widgets.field import Field

Key = Qt.Key


@pytest.fixture
def room() -> Classroom:
    return Classroom(students=20)


@pytest.fixture
def planned(page, qtbot) -> PlanPage:
    qtbot.mouseClick(page.empty.plan_button, Qt.MouseButton.LeftButton)
    return page


def stored(page: PlanPage, room: Classroom):
    return room.lessons.paths(page.lesson_id)


def shown(page: PlanPage) -> dict:
    return {(chip.student, chip.round): chip.column for chip in page.grid.chips()}


def ids(room: Classroom, *names: str) -> list:
    return [room.student(name).id for name in names]


def test_a_plan_is_shown_before_anything_is_written(planned, room, qtbot) -> None:
    before, drawn = stored(planned, room), shown(planned)
    qtbot.mouseClick(planned.header.plan_button, Qt.MouseButton.LeftButton)
    assert planned.side.part() is planned.side.offers
    assert planned.side.offers.title.text().startswith("Best mix: ")
    assert shown(planned) != drawn
    assert stored(planned, room) == before

    qtbot.mouseClick(planned.side.offers.leave_button, Qt.MouseButton.LeftButton)

    assert shown(planned) == drawn
    assert stored(planned, room) == before
    assert planned.side.part() is planned.side.rules


def test_what_is_kept_is_one_step(planned, room, qtbot) -> None:
    before = stored(planned, room)
    qtbot.mouseClick(planned.header.plan_button, Qt.MouseButton.LeftButton)
    drawn = shown(planned)
    qtbot.mouseClick(planned.side.offers.keep_button, Qt.MouseButton.LeftButton)
    assert shown(planned) == drawn
    assert stored(planned, room) != before
    room.workspace.undo()
    assert stored(planned, room) == before


def test_use_takes_the_plan_that_is_shown_into_the_room(planned, room, qtbot) -> None:
    before = stored(planned, room)
    planned.header.plan_button.click()
    with qtbot.waitSignal(planned.lesson_wanted):
        planned.header.use_button.click()
    assert stored(planned, room) != before


def test_the_keys_1_to_3_show_the_three_ways(planned, qtbot) -> None:
    seen = []
    for key, way in ((Key.Key_1, "mix"), (Key.Key_2, "moves"), (Key.Key_3, "level")):
        qtbot.keyClick(planned.view, key)
        assert planned.proposing.way == way
        assert planned.proposing.proposal is planned.planner.proposal(way)
        seen.append(planned.side.offers.title.text().partition(":")[0])
    assert seen == ["Best mix", "Fewest moves", "Same level"]
    qtbot.keyClick(planned.view, Key.Key_Escape)
    assert planned.proposing.proposal is None


def test_a_number_that_is_typed_or_drops_a_name_is_no_way_to_plan(planned, qtbot) -> None:
    planned.activateWindow()
    planned.header.lesson_button.click()
    field = next(f for f in planned.panel.findChildren(Field) if f.accessibleName() == "Topic")
    field.setFocus()
    qtbot.keyClick(field, Key.Key_2)
    assert field.text() == "2"
    chip = next(c for c in planned.grid.chips() if c.column == 0)
    qtbot.keyClick(chip, Key.Key_M)
    qtbot.keyClick(chip, Key.Key_3)
    assert planned.grid.chip(chip.student, chip.round).column == 2
    assert planned.planner.answer("moves") is planned.planner.answer("level") is None


def test_a_way_that_has_found_a_plan_shows_the_same_again(planned, qtbot) -> None:
    qtbot.keyClick(planned.view, Key.Key_1)
    first = planned.proposing.proposal
    qtbot.keyClick(planned.view, Key.Key_2)
    qtbot.keyClick(planned.view, Key.Key_1)
    assert planned.proposing.proposal is first


def test_a_hand_on_a_proposed_plan_keeps_it_first(planned, room, qtbot) -> None:
    planned.header.plan_button.click()
    proposed = planned.proposing.proposal
    chip = next(iter(planned.grid.chips()))
    qtbot.keyClick(chip, Key.Key_P)
    assert planned.proposing.proposal is None
    kept = {path.student_id: path.stations for path in stored(planned, room)}
    assert kept == {path.student_id: path.stations for path in proposed.paths}
    assert any(path.pins for path in stored(planned, room))


def apart_in_groups(page: PlanPage, room: Classroom, *groups: int) -> None:
    """Two who sit together in each of these groups are to be kept apart."""
    for group in groups:
        one, other = [p.student_id for p in stored(page, room) if p.group == group][:2]
        room.classes.keep_apart(room.class_id, [one, other])


def test_the_smallest_change_is_offered_with_a_sentence_for_each(planned, room, qtbot) -> None:
    apart_in_groups(planned, room, 1)
    assert len(planned.side.rules.cards) == 1
    assert planned.side.rules.mend_button.isVisible()

    qtbot.mouseClick(planned.side.rules.mend_button, Qt.MouseButton.LeftButton)

    offers = planned.side.offers
    assert "No plan changes fewer places" in offers.text.text()
    (said,) = (check.label() for check in offers.checks.values())
    assert "then on with that group" in said
    assert "for the rule about" in said
    offers.keep_button.click()
    assert planned.side.rules.cards == []


def test_of_a_small_change_only_what_is_ticked_is_kept(planned, room) -> None:
    apart_in_groups(planned, room, 1, 2)
    before = {path.student_id: path.stations for path in stored(planned, room)}
    planned.side.rules.mend_button.click()
    offers = planned.side.offers
    assert len(offers.checks) > 1
    left_out, *kept = list(offers.checks)
    assert not offers.some_button.isEnabled()
    offers.checks[left_out].click()
    offers.some_button.click()
    after = {path.student_id: path.stations for path in stored(planned, room)}
    changed = {student for student in after if after[student] != before[student]}
    assert changed == {cell[0] for cells in kept for cell in cells}


def test_a_part_that_breaks_a_rule_says_so_before_it_is_kept(planned, room) -> None:
    apart_in_groups(planned, room, 1, 2)
    planned.side.rules.mend_button.click()
    offers = planned.side.offers
    _, *rest = list(offers.checks)
    assert offers.warning.isHidden()
    for key in rest:
        offers.checks[key].click()
    assert offers.warning.text().startswith("With these alone ")
    assert not offers.warning.isHidden()
    for key in rest:
        offers.checks[key].click()
    assert offers.warning.isHidden()


def test_rules_that_clash_are_told_with_ways_to_go_on(planned, room) -> None:
    one, other = ids(room, "Amara", "Ben")
    room.classes.keep_apart(room.class_id, [one, other])
    room.classes.keep_together(room.class_id, [one, other])
    planned.header.plan_button.click()
    assert isinstance(planned.planner.answer("mix"), Conflict)
    rules = planned.side.rules
    assert planned.side.part() is rules
    clash, *both = rules.cards
    assert clash.title.text() == "These can’t all hold"
    assert {card.title.text() for card in both} == {"Amara and Ben"}
    assert {card.text.text().partition(".")[0] for card in both} == {"Keep apart", "Keep together"}
    assert all("Without it all other rules are kept" in card.text.text() for card in both)
    removing = [b for b in both[0].buttons if b.label() == "Remove rule"]
    removing[0].click()
    assert len(room.classes.rules(room.class_id)) == 1
    assert clash not in rules.cards


class Waiting(WorkerHere):
    """Says how far it is and waits for nobody."""

    made: ClassVar[list["Waiting"]] = []

    def __init__(self) -> None:
        super().__init__()
        self.stopped = self.ended = False
        self.made.append(self)

    def run(self, job: object, hear: Callable[[object], None]) -> object:
        if self.ended:
            raise Ended
        return super().run(job, hear)

    def stop(self) -> None:
        self.stopped = True

    def end(self) -> None:
        self.ended = True


@pytest.fixture
def slow(qtbot, theme, room):
    """A page whose search goes on until the test lets it."""
    Waiting.made.clear()
    tasks = SlowTasks()
    page = open_page(qtbot, theme, room, tasks, Waiting)
    page.empty.plan_button.click()
    yield page, tasks
    tasks.go_on()


def test_while_it_plans_the_rest_stays_and_stop_takes_the_best_so_far(slow, qtbot) -> None:
    page, tasks = slow
    page.header.plan_button.click()
    assert not page.header.plan_button.isEnabled()
    assert not page.header.use_button.isEnabled()
    assert page.planner.way == "mix"
    line = page.view.planning
    qtbot.waitUntil(line.isVisible)
    assert line.text.text().startswith("Planning… 0 plans so far")
    line.stop_button.click()
    assert Waiting.made[-1].stopped
    tasks.go_on()
    assert page.header.plan_button.isEnabled()
    assert page.header.use_button.isEnabled()
    assert not line.isVisible()
    assert isinstance(page.proposing.proposal, Proposal)


class Gone(WorkerHere):
    """Its process ends without an answer."""

    def run(self, job: object, hear: Callable[[object], None]) -> object:
        raise Ended(job, hear)


def test_a_search_that_breaks_leaves_the_plan_and_says_so(qtbot, theme, room) -> None:
    page = open_page(qtbot, theme, room, worker=Gone)
    page.empty.plan_button.click()
    before = shown(page)
    page.header.plan_button.click()
    (card,) = page.side.rules.cards
    assert card.title.text() == "No plan was found in this time"
    assert shown(page) == before
    assert page.header.plan_button.isEnabled()
    qtbot.keyClick(page.view, Key.Key_Escape)
    assert page.side.rules.cards == []


def test_another_way_takes_the_place_of_the_search(slow) -> None:
    page, tasks = slow
    page.proposing.show_way("mix")
    page.proposing.show_way("level")
    first, second = Waiting.made[-2:]
    assert (first.ended, second.ended) == (True, False)
    assert page.planner.way == "level"
    tasks.go_on()
    assert page.planner.answer("mix") is None
    assert page.side.offers.title.text().startswith("Same level")


def test_a_search_that_takes_long_is_ended_with_what_it_has(slow, room, qtbot) -> None:
    page, _tasks = slow
    waits = SlowTasks()
    planner = Planner(services_of(room).planning, waits, Waiting, longest_ms=5)
    planner.plan(page.lesson_id, "mix")
    qtbot.waitUntil(lambda: Waiting.made[-1].stopped)
    waits.go_on()
    assert planner.way == ""


def test_what_was_looked_for_is_no_use_once_the_lesson_is_another(slow, room) -> None:
    page, tasks = slow
    page.header.plan_button.click()
    room.lessons.shuffle(page.lesson_id, room.rng())
    room.classes.add_student(room.class_id, room.student("Ben").name)
    assert Waiting.made[-1].ended
    assert page.planner.way == ""
    tasks.go_on()
    assert page.proposing.proposal is None
    assert page.planner.answer("mix") is None
    page.header.plan_button.click()
    assert page.planner.way == "mix"
