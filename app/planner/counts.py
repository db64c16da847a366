"""Rules that clash by counting alone, which a solver would find only after trying every seating."""

from collections.abc import Iterator
from itertools import accumulate

from app.planner.brief import MustVisit, Pin, Station
from app.planner.problem import Problem


def understaffed(problem: Problem, t: int, people: int) -> Iterator[tuple[str, ...]]:
    """Rules that clash in a round with so many people: stations that must run need more."""
    running = [one for one in problem.stations if one.must_run and one.low]
    running = [one for one in running if t + 1 not in one.closed_rounds]
    running.sort(key=lambda one: -one.low)
    sums = enumerate(accumulate(one.low for one in running), 1)
    least = next((n for n, total in sums if total > people), 0)
    if least:
        yield tuple(f"min:{one.id}" for one in running[:least])
    groups = problem.brief.groups
    for one in running if groups else ():
        if groups and one.low > groups.max_size:
            yield f"min:{one.id}", f"share:{one.id}", "group_size"


def visits_that_fit(problem: Problem) -> Iterator[tuple[str, list[str], int]]:
    """By rule about a station, visits to it and how many of them there can be in all rounds.

    A visit that somebody has to make counts, else one that a pin makes, once for each student.
    """
    for station in problem.stations:
        wanted = {
            one: f"{rule.id}/{one}"
            for rule in problem.brief.rules
            if isinstance(rule, MustVisit) and rule.stations == {station.id} and rule.count
            for one in rule.students
            if one in problem.at
        }
        for rule in problem.brief.rules:
            if isinstance(rule, Pin) and rule.station == station.id and _counts(problem, rule):
                wanted.setdefault(rule.student, rule.id)
        rounds = sum(t + 1 not in station.closed_rounds for t in range(problem.rounds))
        for name, seats in _seats(problem, station):
            if len(wanted) > rounds * seats:
                yield name, list(wanted.values()), rounds * seats


def _counts(problem: Problem, pin: Pin) -> bool:
    return pin.student in problem.at and problem.inside[problem.at[pin.student]][pin.round - 1]


def _seats(problem: Problem, station: Station) -> Iterator[tuple[str, int]]:
    """How many can be at a station in a round, by the rule that says so."""
    yield f"max:{station.id}", station.high
    devices = problem.brief.devices
    if devices is not None and station.devices_per_student:
        yield "devices", devices // station.devices_per_student
