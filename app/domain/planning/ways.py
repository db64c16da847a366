"""Ways out of a rule that is not kept, found by looking at the seats there are."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.domain.classes import VISIT, Rule
from app.domain.ids import StationId, StudentId
from app.domain.planning.seats import Seats
from app.domain.planning.values import IS_OUT, RuleState, WayOut

if TYPE_CHECKING:
    from app.domain.planning.table import PlanTable

MOST = 3
"""More ways out than these are no help."""


def ways_out(table: "PlanTable", seats: Seats, state: RuleState) -> tuple[WayOut, ...]:
    """A few things that would make it hold, and dropping it where somebody entered it."""
    rule = state.rule
    if rule is None:
        return ()
    found = list(_seats_for(table, seats, rule, state)) if rule.kind == VISIT else []
    return (*(found[: MOST - 1] or stay_in(state)), WayOut("drop", rule.id))


def stay_in(state: RuleState) -> tuple[WayOut, ...]:
    """Whoever misses a visit by being out of the room could stay in it."""
    out = next((f for f in state.reasons if f.word == IS_OUT and f.student is not None), None)
    if state.rule is None or out is None:
        return ()
    return (WayOut("cancel", state.rule.id, out.student, out.round),)


def _seats_for(table: "PlanTable", seats: Seats, rule: Rule, state: RuleState) -> Iterator[WayOut]:
    """Free seats at the stations of a visit; those in time first, then those a little late."""
    missing = dict.fromkeys(f.student for f in state.reasons if f.student is not None)
    last = rule.by_round or len(table.rounds)
    rounds = [r for r in table.rounds if r > table.fixed]
    for kind, some in (("move", [r for r in rounds if r <= last]), ("round", rounds)):
        for student in missing:
            for number in some:
                if kind == "round" and number <= last:
                    continue
                at = _free_seat(table, seats, rule, student, number)
                if at is not None:
                    yield WayOut(kind, rule.id, student, number, at)
                    break


def _free_seat(
    table: "PlanTable", seats: Seats, rule: Rule, student: StudentId, number: int
) -> StationId | None:
    if table.is_out(student, number):
        return None
    for own, station in table.stations.items():
        if own in (rule.station_ids or table.tables):
            there = seats.at.get((number, own), [])
            shut = own in table.closed_in(number)
            if not shut and student not in there and len(there) < station.room:
                return own
    return None
