"""The rules of a brief as clauses, each under its name, for a solver of yes-or-no questions.

A rule holds while its name is assumed: so one solver answers for every set of rules. Names are
those of plans and conflicts: a rule's own, `rule/student` for visits owed, `max:STATION` and
the like for what stations and groups are. Who is out of the room is a fact, not a rule.
"""

from collections.abc import Callable
from itertools import combinations

from pysat.card import CardEnc, ITotalizer

from app.planner.brief import Brief, Groups, MustVisit, Pair, Pin, PinGroup, Plan, Rule
from app.planner.counts import understaffed, visits_that_fit
from app.planner.errors import Stopped
from app.planner.problem import OUT, Problem

MANY = 5_000
"""Clauses handed over at once: more of them would slow down whatever else makes lists."""
MOST_COUNTED = 120_000
"""Answers x how many of them may be true: so large a counter is made within 100 ms."""


Learn = Callable[[list[list[int]]], None]


class Rulebook:
    """Clauses over `place[i][t][s]` (student, round, station) and `member[i][k]` (group).

    `learn` gets them while they are made; the last ones when `hand_over` is called. What follows
    from other rules is left out where `all_hold`, whatever is asked.
    """

    def __init__(
        self, brief: Brief, learn: Learn, go_on: Callable[[], bool], *, all_hold: bool = False
    ) -> None:
        self._learn, self._go_on = learn, go_on
        self.problem = Problem(brief)
        self.brief = brief
        self.clauses: list[list[int]] = []
        self.names: dict[str, int] = {}
        self._top = 0
        self._stations = range(len(brief.stations))
        self._rounds = range(brief.rounds)
        self._people = range(len(self.problem.students))
        groups = brief.groups if all_hold else None
        self._most_together = groups.max_size if groups else len(self._people)
        inside = self.problem.inside
        self.place = [
            [self._choice(len(brief.stations)) if inside[i][t] else [] for t in self._rounds]
            for i in self._people
        ]
        self.member: list[list[int]] = []
        self.visit: list[list[list[int]]] = []
        if brief.groups:
            self._form_groups(brief.groups)
        self._open_stations()
        for rule in brief.rules:
            self._add_rule(rule)
        for name, visits, most in visits_that_fit(self.problem):
            self._at_most(name, [self._named(visit) for visit in visits], most)

    def _new(self, count: int) -> list[int]:
        self._top += count
        return list(range(self._top - count + 1, self._top + 1))

    def hand_over(self) -> None:
        """The solver hears of all clauses so far. Raises `Stopped`."""
        clauses, self.clauses = self.clauses, []
        self._learn(clauses)

    def _look(self) -> None:
        if len(self.clauses) > MANY:
            self.hand_over()
        if not self._go_on():
            raise Stopped

    def _choice(self, count: int) -> list[int]:
        """So many answers of which exactly one is true."""
        found = self._new(count)
        self.clauses.append(found)
        self.clauses += [[-a, -b] for a, b in combinations(found, 2)]
        return found

    def _named(self, name: str) -> int:
        if name not in self.names:
            self.names[name] = self._new(1)[0]
        return self.names[name]

    def _rule(self, name: str, *literals: int) -> None:
        self.clauses.append([-self._named(name), *literals])

    def _at_most(self, name: str, literals: list[int], most: int) -> None:
        if most < len(literals):
            found = CardEnc.atmost(literals, most, top_id=self._top)
            self._top = max(self._top, found.nv)
            name_is = self._named(name)
            self.clauses += [[*clause, -name_is] for clause in found.clauses]

    def _at_least(self, name: str, literals: list[int], least: int, *unless: int) -> None:
        if least > len(literals):
            self._rule(name, *unless)
        elif least == 1:
            self._rule(name, *unless, *literals)
        elif least > 1:
            found = CardEnc.atleast(literals, least, top_id=self._top)
            self._top = max(self._top, found.nv)
            guard = [-self._named(name), *unless]
            self.clauses += [[*clause, *guard] for clause in found.clauses]

    def _form_groups(self, groups: Groups) -> None:
        numbers, people = range(groups.count), len(self._people)
        if not groups.count * groups.min_size <= people <= groups.count * groups.max_size:
            self._rule("group_size")  # it follows from the rest, but only after trying everything
        self.member = [self._choice(groups.count) for _ in self._people]
        size = len(self._stations)
        self.visit = [[self._choice(size + 1) for _ in self._rounds] for _ in numbers]
        for k in numbers:
            everyone = [row[k] for row in self.member]
            self._at_most("group_size", everyone, groups.max_size)
            self._at_least("group_size", everyone, groups.min_size)
            self._look()
            for t in self._rounds:
                self._walk_together(k, t)
            for s, station in enumerate(self.brief.stations):
                if station.max_visits is not None:
                    visits = [self.visit[k][t][s] for t in self._rounds]
                    self._at_most(f"visits:{station.id}", visits, station.max_visits)
        for t in self._rounds:
            for s, station in enumerate(self.brief.stations):
                for k, other in combinations(numbers, 2):
                    pair = (-self.visit[k][t][s], -self.visit[other][t][s])
                    self._rule(f"share:{station.id}", *pair)

    def _walk_together(self, k: int, t: int) -> None:
        """Members in the room are where their group is; a group may be nowhere without them."""
        *visits, nowhere = self.visit[k][t]
        for i in self._people:
            if self.problem.inside[i][t]:
                is_in = -self.member[i][k]
                self.clauses.append([is_in, -nowhere])
                self.clauses += [
                    [is_in, -v, p] for v, p in zip(visits, self.place[i][t], strict=True)
                ]

    def _open_stations(self) -> None:
        for t in self._rounds:
            self._look()
            here = [i for i in self._people if self.problem.inside[i][t]]
            counters = []
            for s, station in enumerate(self.brief.stations):
                cells = [self.place[i][t][s] for i in here]
                if t + 1 in station.closed_rounds:
                    for cell in cells:
                        self._rule(f"closed:{station.id}", -cell)
                    counters.append([-self._named(f"closed:{station.id}")])
                    continue
                counters.append(self._seat(s, cells))
            self._fill(counters, len(here))
            for clash in understaffed(self.problem, t, len(here)):
                self.clauses.append([-self._named(name) for name in clash])
            self._share_devices(here, t)
        for i in self._people:
            self._look()
            self._own_limits(i)

    def _seat(self, s: int, cells: list[int]) -> list[int]:
        """The limits of a station in a round; returns its counter: entry n is true above n."""
        self._look()
        station, counter = self.brief.stations[s], []
        if station.high < min(len(cells), self._most_together):
            counter = self.total(cells, station.high)[: station.high + 1]
            self._rule(f"max:{station.id}", -counter[station.high])
        if station.low > 1 or station.must_run:
            if station.must_run:
                self._at_least(f"min:{station.id}", cells, station.low)
            else:
                used = self._new(1)[0]
                self.clauses += [[-cell, used] for cell in cells]
                self._at_least(f"min:{station.id}", cells, station.low, -used)
        return counter

    def _fill(self, counters: list[list[int]], people: int) -> None:
        """Everyone is somewhere: what all stations hold must be at least the people here.

        It follows from the rest, but only after trying every seating.
        """
        if not all(counters) or not people:
            return
        closed = [counter for counter in counters if counter[0] < 0]
        total: list[int] = []
        for counter in (one for one in counters if one[0] > 0):
            total = self._merge(total, counter) if total else counter
        if total and len(total) <= people:
            self.clauses.append([total[-1], *(counter[0] for counter in closed)])

    def _merge(self, left: list[int], right: list[int]) -> list[int]:
        """A counter of both: at most a here and at most b there is at most a + b."""
        self._look()
        found = self._new(len(left) + len(right) - 1)
        for a, above_a in enumerate(left):
            self.clauses += [[above_a, above_b, -found[a + b]] for b, above_b in enumerate(right)]
        return found

    def _share_devices(self, here: list[int], t: int) -> None:
        if self.brief.devices is not None:
            wanted = [
                self.place[i][t][s]
                for s, station in enumerate(self.brief.stations)
                for i in here
                for _ in range(min(station.devices_per_student, self.brief.devices + 1))
            ]
            self._at_most("devices", wanted, self.brief.devices)

    def _own_limits(self, i: int) -> None:
        rounds = [t for t in self._rounds if self.problem.inside[i][t]]
        allowed = self.problem.students[i].allowed
        for s, station in enumerate(self.brief.stations):
            cells = [self.place[i][t][s] for t in rounds]
            if allowed is not None and station.id not in allowed:
                for cell in cells:
                    self._rule(f"allowed:{self.problem.students[i].id}", -cell)
            if station.max_visits is not None and not self.brief.groups:
                self._at_most(f"visits:{station.id}", cells, station.max_visits)

    def _add_rule(self, rule: Rule) -> None:
        at = self.problem.at
        if isinstance(rule, MustVisit):
            for one in rule.students:
                if one in at:
                    rows = self.place[at[one]][: rule.by_round]
                    targets = sorted(self.problem.station_at[s] for s in rule.stations)
                    cells = [row[s] for row in rows if row for s in targets]
                    self._at_least(f"{rule.id}/{one}", cells, rule.count)
        elif isinstance(rule, Pair):
            if all(one in at for one in rule.students):
                self._pair(rule, *(at[one] for one in rule.students))
        elif rule.student in at:
            self._pin(rule, at[rule.student])

    def _pin(self, rule: Pin | PinGroup, i: int) -> None:
        if isinstance(rule, Pin):
            row = self.place[i][rule.round - 1]
            if row:
                self._rule(rule.id, row[self.problem.station_at[rule.station]])
        elif self.member:
            fits = rule.group <= len(self.member[i])
            self._rule(rule.id, *([self.member[i][rule.group - 1]] if fits else []))

    def _pair(self, rule: Pair, a: int, b: int) -> None:
        if self.member:
            sides = [(self.member[a], self.member[b])]
        else:
            sides = [(x, y) for x, y in zip(self.place[a], self.place[b], strict=True) if x and y]
        for mine, other in sides:
            for x, y in zip(mine, other, strict=True):
                self._rule(rule.id, -x, y if rule.together else -y)

    def keep(self, k: int, route: tuple[int, ...]) -> int:
        """That a group walks this route."""
        found = self._new(1)[0]
        self.clauses += [[-found, self.visit[k][t][s]] for t, s in enumerate(route)]
        return found

    def pair_up(self, a: int, b: int, *, together: bool) -> None:
        """Two students are in one group, or not, whatever is assumed."""
        for x, y in zip(self.member[a], self.member[b], strict=True):
            self.clauses.append([-x, y if together else -y])

    def plan(self, true: set[int]) -> Plan:
        """The plan of an answer."""
        rows = [
            [next((s for s, x in enumerate(cells) if x in true), OUT) for cells in row]
            for row in self.place
        ]
        groups = [next(k for k, x in enumerate(row) if x in true) for row in self.member]
        return self.problem.plan(rows, groups or None)

    def changed(self) -> list[int]:
        """Whether each cell differs from the current plan, for those that count."""
        return [
            -self.place[i][t][s]
            for i, row in enumerate(self.problem.current)
            for t, s in enumerate(row)
            if s >= 0
        ]

    def total(self, literals: list[int], most: int) -> list[int]:
        """A counter of these, up to `most`: entry n is true above n. May raise `Stopped`."""
        if len(literals) * most > MOST_COUNTED:
            raise Stopped
        found = ITotalizer(literals, ubound=most, top_id=self._top)
        self._top = max(self._top, found.top_id)
        self.clauses += found.cnf.clauses
        counter = list(found.rhs)
        found.delete()
        return counter
