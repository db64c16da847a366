"""Two searches side by side: the better plan is taken, and it is the same one every time."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from app.planner.answer import Answer
from app.planner.brief import Brief, Pin
from app.planner.measure import measure
from tests.app.planner.mornings import morning
from ui.child.job import Ended, Job
from ui.child.process import Child
from ui.child.values import plain, valued
from ui.cli.side_by_side import OTHER_SEED, SearchJob, best_answer

SECONDS = 0.2


def on(_done: object) -> bool:
    return True


def still() -> float:
    """A clock that ends no search: steps alone do."""
    return 0.0


class Here:
    """A worker that does its job in this process."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self.ended = False

    def run(self, job: Job, hear: Callable[[object], None]) -> object:
        self.jobs.append(job)
        hear(0.5)
        assert isinstance(job, SearchJob)
        return job.found(still, on)

    def end(self) -> None:
        self.ended = True


class Nowhere(Here):
    """A worker whose process could not be had."""

    def run(self, job: Job, hear: Callable[[object], None]) -> object:
        hear(0.0)
        raise Ended(job)


class Told(Here):
    """A worker that says what another search would have found."""

    def __init__(self, found: Answer) -> None:
        super().__init__()
        self._found = found

    def run(self, job: Job, hear: Callable[[object], None]) -> object:
        super().run(job, hear)
        return self._found


def asked(brief: Brief, worker: Here, seconds: float = SECONDS) -> Answer:
    return best_answer(brief, 3, seconds, lambda: worker, least=SECONDS, now=still)


@pytest.fixture(params=[True, False], ids=["groups", "own paths"])
def brief(request: pytest.FixtureRequest) -> Brief:
    return morning(5, grouped=request.param, students=12)


def cost(found: Answer) -> int:
    assert found.measured is not None
    return found.measured.total


def test_the_better_of_two_plans_is_taken(brief: Brief) -> None:
    both = [SearchJob(brief, seed, SECONDS).found(still, on) for seed in (3, 3 + OTHER_SEED)]
    assert asked(brief, Here()) == min(both, key=cost)


def test_the_second_counts_only_when_it_is_better(brief: Brief) -> None:
    own = SearchJob(brief, 3, SECONDS).found(still, on)
    assert own.measured is not None
    better, worse = (
        replace(own, measured=replace(own.measured, total=cost(own) + more)) for more in (-1, 1)
    )
    assert asked(brief, Told(better)) == better
    assert asked(brief, Told(worse)) == own
    assert asked(brief, Told(Answer())) == own


def test_a_process_of_its_own_answers_with_a_plan_that_keeps_every_rule(brief: Brief) -> None:
    found = Child().run(SearchJob(brief, 3, 1.0), lambda _done: None)
    assert isinstance(found, Answer)
    assert found.plan is not None
    measured = measure(brief, found.plan)
    assert not measured.broken
    assert measured.total == cost(found)


def test_an_answer_comes_whole_out_of_another_process(brief: Brief) -> None:
    found = SearchJob(brief, 3, SECONDS).found(still, on)
    assert valued(json.loads(json.dumps(plain(found)))) == found


def test_without_another_process_the_plan_is_the_same(brief: Brief) -> None:
    worker = Nowhere()
    assert asked(brief, worker) == asked(brief, Here())
    assert worker.ended


def test_rules_that_clash_are_told_without_waiting() -> None:
    brief = morning(5, grouped=True, students=12)
    one, (here, there) = brief.students[0].id, [place.id for place in brief.stations[:2]]
    rules = (*brief.rules, Pin("here", one, 1, here), Pin("there", one, 1, there))
    worker = Here()
    found = asked(replace(brief, rules=rules), worker)
    assert found.conflict is not None
    assert worker.ended


def test_short_searches_and_small_changes_go_alone(brief: Brief) -> None:
    worker = Here()
    assert asked(brief, worker, SECONDS / 2).plan is not None
    plan = asked(brief, Here()).plan
    assert asked(replace(brief, current=plan), worker).changes == 0
    assert worker.jobs == []
