"""The rules of a plan: those somebody entered, and those that rooms and days bring with them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from app.domain.classes import APART, CLOSED, TOGETHER, Rule
from app.domain.ids import StationId, StudentId
from app.domain.planning import values as v
from app.domain.planning.seats import Seats
from app.domain.planning.values import Fact, RuleState
from app.domain.planning.ways import ways_out
from app.domain.stations import Station

if TYPE_CHECKING:
    from app.domain.planning.table import PlanTable


def states_of(table: "PlanTable", seats: Seats, with_ways: bool = True) -> tuple[RuleState, ...]:
    """Every rule and its state, those that are not kept first; ways only for those."""
    found = [*_entered(table, seats), *_of_the_day(table), *_of_rooms(table, seats)]
    if with_ways:
        found = [s if s.kept else replace(s, ways=ways_out(table, seats, s)) for s in found]
    return tuple(sorted(found, key=lambda state: state.kept))


def _entered(table: "PlanTable", seats: Seats) -> Iterator[RuleState]:
    here = set(table.here)
    for rule in table.picture.rules:
        own = tuple(StudentId(s) for s in rule.student_ids if s in here)
        stations = tuple(StationId(s) for s in rule.station_ids if s in table.stations)
        rounds = (rule.by_round,) if rule.by_round else ()
        state = RuleState(f"rule:{rule.id}", rule.kind, rule, own, stations, rounds)
        if rule.kind == CLOSED:
            shut = tuple(r for r in rule.rounds if r in table.rounds)
            if shut and stations:
                yield replace(state, rounds=shut).but(*_inside(stations, shut, seats))
        elif rule.kind == APART:
            yield state.but(*_meeting(own, seats))
        elif rule.kind == TOGETHER:
            yield state.but(*_parted(own, seats))
        else:
            missing = [s for s in own if not has_visited(table, seats, rule, s)]
            yield state.but(*(fact for s in missing for fact in why_not(table, seats, rule, s)))


def _inside(
    stations: tuple[StationId, ...], rounds: tuple[int, ...], seats: Seats
) -> Iterator[Fact]:
    for number in rounds:
        for station in stations:
            if there := seats.at.get((number, station)):
                yield Fact(v.IS_SHUT, None, station, number, tuple(there), len(there))


def has_visited(table: "PlanTable", seats: Seats, rule: Rule, student: StudentId) -> bool:
    """Whether the student comes often enough and in time."""
    wanted = rule.station_ids or table.tables
    visits = seats.visits(student, rule.by_round)
    return sum(at in wanted for at in visits) >= rule.count


def _meeting(own: tuple[StudentId, ...], seats: Seats) -> Iterator[Fact]:
    told: set[frozenset[StudentId]] = set()
    for (number, station), there in sorted(seats.at.items()):
        for one, other in combinations([s for s in there if s in own], 2):
            if frozenset((one, other)) not in told:
                told.add(frozenset((one, other)))
                yield Fact(v.MEETS, one, station, number, (other,))


def _parted(own: tuple[StudentId, ...], seats: Seats) -> Iterator[Fact]:
    for number in seats.rounds:
        at = {s: seats.of[s][number - 1] for s in own if s in seats.of}
        places = {s: place for s, place in at.items() if place is not None}
        if len(set(places.values())) > 1:
            first, *others = places
            apart = tuple(s for s in others if places[s] != places[first])
            yield Fact(v.PARTED, first, places[first], number, apart)
            return


def why_not(table: "PlanTable", seats: Seats, rule: Rule, student: StudentId) -> Iterator[Fact]:
    """What stands in the way of a visit, round by round; a free seat is told as such."""
    wanted = [s for s in table.stations if s in (rule.station_ids or table.tables)]
    if not wanted:
        yield Fact(v.NOT_LED, student)
        return
    pins = pins_of(table)
    for number in table.rounds[: rule.by_round or None]:
        if table.is_out(student, number):
            yield Fact(v.IS_OUT, student, None, number)
            continue
        at = seats.of[student][number - 1]
        if at not in wanted and at is not None and (student, number) in pins:
            yield Fact(v.IS_PINNED, student, at, number)
            continue
        for station in wanted:
            there = seats.at.get((number, station), [])
            if student in there:
                continue
            if station in table.closed_in(number):
                yield Fact(v.IS_SHUT, student, station, number)
                continue
            fixed = tuple(s for s in there if (s, number) in pins)
            full = len(there) >= table.stations[station].room
            word = v.IS_FULL if full else v.NOT_YET
            yield Fact(word, student, station, number, fixed if full else ())


def pins_of(table: "PlanTable") -> set[tuple[StudentId, int]]:
    """The cells that the teacher fixed by hand."""
    return {(path.student_id, number) for path in table.paths for number in path.pins}


def _of_the_day(table: "PlanTable") -> Iterator[RuleState]:
    for student in table.here:
        rounds = tuple(r for r in table.rounds if table.is_out(student, r))
        if rounds:
            yield RuleState(f"out:{student}", v.OUT, None, (student,), (), rounds)


def _of_rooms(table: "PlanTable", seats: Seats) -> Iterator[RuleState]:
    stations = table.picture.stations
    every = tuple(station.id for station in stations)
    yield RuleState(v.SEATS, v.SEATS, None, (), every).but(*_crowded(table, seats))
    for station in stations:
        if station.devices is not None:
            state = RuleState(f"devices:{station.id}", v.DEVICES, None, (), (station.id,))
            yield state.but(*_over(seats, station, station.devices))
    if any(station.seats_min > 1 for station in stations):
        yield RuleState(v.FEWEST, v.FEWEST, None, (), every).but(*_under(table, seats))
    if only_once(table):
        yield RuleState(v.ONCE, v.ONCE).but(*_twice(table, seats))


def only_once(table: "PlanTable") -> bool:
    """Whether nobody comes to a station twice: where there are stations enough for it."""
    before = max((len(own) for own in table.been.values()), default=0)
    return len(table.rounds) + before <= len(table.stations)


def _crowded(table: "PlanTable", seats: Seats) -> Iterator[Fact]:
    for station in table.picture.stations:
        yield from _over(seats, station, station.seats_max)
    for student in table.here:
        for number in table.rounds:
            if seats.of[student][number - 1] is None and not table.is_out(student, number):
                yield Fact(v.NO_PLACE, student, None, number)


def _over(seats: Seats, station: Station, most: int) -> Iterator[Fact]:
    for number in seats.rounds:
        there = seats.at.get((number, station.id), ())
        if len(there) > most:
            yield Fact(v.TOO_MANY, None, station.id, number, tuple(there), len(there))


def _under(table: "PlanTable", seats: Seats) -> Iterator[Fact]:
    for station in table.picture.stations:
        for number in seats.rounds:
            there = seats.at.get((number, station.id), ())
            if 0 < len(there) < station.seats_min:
                yield Fact(v.TOO_FEW, None, station.id, number, tuple(there), len(there))


def _twice(table: "PlanTable", seats: Seats) -> Iterator[Fact]:
    """Who comes to a station again; to the teacher some may while visits are owed."""
    again = table.tables if any(table.owed.get(s) for s in table.here) else frozenset()
    for student in table.here:
        seen = set(table.been.get(student, ()))
        for number, station in enumerate(seats.of[student], 1):
            if station in seen and station not in again:
                yield Fact(v.TWICE, student, station, number)
            if station is not None:
                seen.add(station)
