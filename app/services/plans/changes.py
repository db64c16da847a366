"""Which places differ between two plans of a lesson, and why."""

from collections.abc import Iterator, Sequence

from app.domain.classes import VISIT
from app.domain.ids import StationId, StudentId
from app.domain.lessons import Path
from app.domain.planning.rules import only_once, pins_of
from app.domain.planning.seats import Seats
from app.domain.planning.table import PlanTable
from app.domain.planning.values import Because, ChangedCell, RuleState


def changed_cells(table: PlanTable, paths: Sequence[Path]) -> tuple[ChangedCell, ...]:
    """Every place that is another one by these paths, in the order of rounds and names."""
    before, after = table.seats(), table.seats(paths)
    found = [
        (number, student, was, now)
        for number in table.rounds
        for student in table.here
        if (was := before.of[student][number - 1]) != (now := after.of[student][number - 1])
    ]
    why = _Why(table, before, after)
    return tuple(
        ChangedCell(student, number, was, now, why.of(student, number, was, now))
        for number, student, was, now in found
    )


UNEVEN = 2
"""Groups that differ by so many are made more even when one student changes."""


class _Why:
    """Looks for what made a cell change: the first of these that is so."""

    def __init__(self, table: PlanTable, before: Seats, after: Seats) -> None:
        self._table, self._before, self._after = table, before, after
        self._pins = pins_of(table)
        here = set(table.here)
        self._gone = [path for path in table.picture.paths if path.student_id not in here]
        broken = {state.key: state for state in table.rules() if not state.kept}
        mended = [broken[s.key] for s in table.rules(after.paths) if s.kept and s.key in broken]
        self._rules = {student: state.key for state in mended for student in _lacking(state)}
        self._of_all = next((state.key for state in mended if not state.students), "")

    def of(
        self, student: StudentId, number: int, was: StationId | None, now: StationId | None
    ) -> Because:
        """The first of these that is so."""
        if was is None:
            return Because("came", student)
        return (
            self._left(number, was, now)
            or self._pinned(student, number, was, now)
            or self._for_a_rule(student)
            or self._out(number, was, now)
            or self._in_the_way(student, number, was)
            or self._evened(number, was, now)
            or self._again(student, number, was)
            or (Because("rule", None, self._of_all) if self._of_all else Because("better"))
        )

    def _left(self, number: int, was: StationId, now: StationId | None) -> Because | None:
        """Whose place it takes: of somebody who is not here."""
        absent = [path.student_id for path in self._gone if path.at(number) == now]
        return Because("left", absent[0]) if absent and self._is_short(number, was, now) else None

    def _out(self, number: int, was: StationId, now: StationId | None) -> Because | None:
        """Whose place it takes: of somebody who is out of the room then."""
        out = self._out_at(number, now)
        return Because("out", out[0]) if out and self._is_short(number, was, now) else None

    def _is_short(self, number: int, was: StationId, now: StationId | None) -> bool:
        """Whether there was no other place, or too few were left: in a group, fewer than else."""
        if now is None:
            return False
        gone = sum(path.at(number) == now for path in self._gone) + len(self._out_at(number, now))
        few = self._there(number, now) < self._table.stations[now].seats_min
        return few or self._is_full(number, now, gone) or 0 <= self._longer(number, was, now) < gone

    def _there(self, number: int, station: StationId) -> int:
        return len(self._before.at.get((number, station), ()))

    def _longer(self, number: int, was: StationId, now: StationId) -> int:
        """How many more than it takes to move one were in one group than in another.

        Below zero where no group needs anybody.
        """
        more = self._there(number, was) - self._there(number, now) - UNEVEN
        return more if self._table.in_groups else -1

    def _out_at(self, number: int, now: StationId | None) -> list[StudentId]:
        return [
            path.student_id
            for path in self._table.paths
            if path.at(number) == now and self._table.is_out(path.student_id, number)
        ]

    def _is_full(self, number: int, station: StationId, more: int) -> bool:
        """Whether a station could not take so many more than it has then."""
        there = len(self._after.at.get((number, station), ())) + more
        return there > self._table.stations[station].room

    def _pinned(
        self, student: StudentId, number: int, was: StationId, now: StationId | None
    ) -> Because | None:
        """Who was put there, where that made too many, or one group larger than another."""
        large = now is not None and not self._longer(number, was, now)
        if self._there(number, was) <= self._table.stations[was].room and not large:
            return None
        for other in self._after.at.get((number, was), ()):
            if (other, number) in self._pins and other != student:
                return Because("pin", other)
        return None

    def _again(self, student: StudentId, number: int, was: StationId) -> Because | None:
        """Nobody comes to a station twice, and the student comes to it in another round now.

        In groups that is so of every other group, and no cause.
        """
        if self._table.in_groups:
            return None
        after = self._after.of[student]
        twice = any(at == was for r, at in enumerate(after, 1) if r != number)
        return Because("again", student) if twice and only_once(self._table) else None

    def _for_a_rule(self, student: StudentId) -> Because | None:
        key = self._rules.get(student)
        return Because("rule", student, key) if key else None

    def _in_the_way(self, student: StudentId, number: int, was: StationId) -> Because | None:
        new = [s for s in self._taking(number, was) if s != student]
        needed = self._is_full(number, was, 1)
        return Because("room", new[0]) if new and needed else None

    def _evened(self, number: int, was: StationId, now: StationId | None) -> Because | None:
        """The other way than somebody who had to come, so that no group grows and none shrinks."""
        if not self._table.in_groups or now is None:
            return None
        forced = any(
            s in self._rules or (s, number) in self._pins for s in self._taking(number, was)
        )
        grown, shrunk = (len(self._after.at.get((number, at), ())) for at in (was, now))
        return Because("even") if forced and grown + 1 - (shrunk - 1) >= UNEVEN else None

    def _taking(self, number: int, station: StationId) -> Iterator[StudentId]:
        """Who comes to a station that was not there before."""
        there = self._before.at.get((number, station), ())
        yield from (s for s in self._after.at.get((number, station), ()) if s not in there)


def _lacking(state: RuleState) -> Sequence[StudentId]:
    """Whom a rule that is not kept lets down: of a visit only those who do not come."""
    if state.kind != VISIT:
        return state.students
    return [fact.student for fact in state.reasons if fact.student is not None]
