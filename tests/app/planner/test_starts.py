"""First plans are whole, and what a path breaks is what counting its visits says."""

from collections import Counter
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from app.planner.bags import Bags
from app.planner.brief import Brief, MustVisit, PinGroup
from app.planner.group_start import first_groups, first_routes
from app.planner.measure import measure
from app.planner.path_start import first_paths
from app.planner.problem import OUT, Problem
from tests.app.planner.mornings import morning

SEEDS = st.integers(0, 100_000)


@settings(deadline=None, max_examples=25)
@given(SEEDS, st.booleans())
def test_a_first_plan_has_everyone_somewhere_and_nobody_where_it_is_closed(
    seed: int, grouped: bool
) -> None:
    asked = morning(seed, grouped=grouped)
    stations = [replace(s, closed_rounds=frozenset({1 + n})) for n, s in enumerate(asked.stations)]
    asked = replace(asked, stations=(*asked.stations[:2], *stations[2:]))
    problem = Problem(asked)
    state = (first_groups if grouped else first_paths)(problem, Random(seed))
    broken = Counter(measure(asked, problem.plan(*state)).broken)
    names = {"unplaced", "ungrouped", "split_group", "group_size"}
    assert not names & set(broken)
    assert not any(name.startswith("closed:") for name in broken)


@settings(deadline=None, max_examples=25)
@given(SEEDS, st.integers(2, 8), st.integers(2, 8))
def test_groups_begin_each_at_a_station_of_its_own(seed: int, stations: int, rounds: int) -> None:
    problem = Problem(morning(seed, grouped=True, stations=stations, rounds=rounds))
    routes = first_routes(problem, Random(seed))
    for t in range(rounds):
        assert len({route[t] for route in routes}) == len(routes)


def test_who_is_pinned_to_a_group_begins_in_it() -> None:
    asked = morning(2, grouped=True)
    here = [s.id for s in asked.students if not s.out_rounds][:4]
    pins = tuple(PinGroup(f"pin-{n}", one, n + 1) for n, one in enumerate(here))
    problem = Problem(replace(asked, rules=pins))
    _, groups = first_groups(problem, Random(1))
    assert [groups[problem.at[one]] for one in here] == [0, 1, 2, 3]


def owing(seed: int) -> Brief:
    """A morning in which everybody owes up to three visits, by any round and any number."""
    random, asked = Random(seed), morning(seed, grouped=False)
    stations = [station.id for station in asked.stations]
    rules = []
    for n in range(60):
        some = frozenset(random.sample(stations, random.randint(1, 3)))
        one = random.choice(asked.students).id
        rules.append(
            MustVisit(f"r{n}", (one,), some, random.randint(1, asked.rounds), random.randint(1, 2))
        )
    return replace(asked, rules=tuple(rules))


@settings(deadline=None, max_examples=25)
@given(SEEDS)
def test_what_a_path_breaks_is_what_counting_its_visits_says(seed: int) -> None:
    random, problem = Random(seed), Problem(owing(seed))
    bags = Bags(problem, 10)
    for i, row in enumerate(problem.domain):
        path = [random.choice(domain) if domain else OUT for domain in row]
        bag = sum(bags.slots[i][t][s] for t, s in enumerate(path) if s != OUT)
        expected = sum(
            max(0, path.count(s) - station.max_visits)
            for s, station in enumerate(problem.stations)
            if station.max_visits is not None
        )
        for at, end, times in problem.visits[i]:
            expected += max(0, times - sum(s in at for s in path[:end]))
        assert bags.cost(i, bag) >= 10 * expected
        assert bags.broken(i, bag) == expected
