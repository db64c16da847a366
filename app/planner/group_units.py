"""Who moves as one in group mode, and what each such unit pays for the route of its group."""

from collections import Counter
from collections.abc import Iterable

from app.planner.problem import OUT, Problem

Span = tuple[int, ...]
Cost = tuple[int, int]
"""What is paid, broken rules at their price; and how many rules are broken."""
Costs = tuple[list[int], list[int]]
"""The same of every unit."""
MOST_KEPT = 1000
"""So many routes are known by what each unit pays for them."""


class Units:
    """Students who must stay together are one unit; units of one who is always here come first.

    `apart[u]` is how many pairs of students to keep apart each other unit holds with it.
    """

    def __init__(self, problem: Problem, price: int) -> None:
        groups = problem.brief.groups
        if groups is None:
            raise ValueError("a brief of group mode has groups")
        self.problem, self.groups, self.price = problem, groups, price
        self.units = sorted(self._join(), key=self._rank)
        self.plain = sum(map(self._is_plain, self.units))
        self.size = [len(unit) for unit in self.units]
        rounds = range(problem.rounds)
        self.inside = [
            [sum(problem.inside[i][t] for i in unit) for t in rounds] for unit in self.units
        ]
        self._unit_of = {i: u for u, unit in enumerate(self.units) for i in unit}
        self.apart = [self._apart(unit) for unit in self.units]
        self._easy = [unit[0] for unit in self.units if not self._rank(unit)]
        self._wishes: list[dict[int, int]] = [{} for _ in problem.students]
        self._known: dict[tuple[int, ...], Costs] = {}
        self._ends = [self._ends_of(unit) for unit in self.units[len(self._easy) :]]
        self._all_ends = set(self._ends) - {()}
        self._spans = {span for spans in self._all_ends for span in spans}
        self._costs: list[dict[tuple[int, ...], Cost]] = [{} for _ in self._ends]
        self._bits = [1 << s for s in range(len(problem.stations))]
        self._teach = sum(
            bit for bit, one in zip(self._bits, problem.stations, strict=True) if one.teacher_time
        )

    def _join(self) -> list[list[int]]:
        units: list[list[int]] = []
        seen: set[int] = set()
        for i in range(len(self.problem.students)):
            if i not in seen:
                unit = [i]
                for one in unit:
                    unit += sorted(self.problem.buddies[one] - set(unit))
                seen.update(unit)
                units.append(unit)
        return units

    def _is_plain(self, unit: list[int]) -> bool:
        return len(unit) == 1 and all(self.problem.inside[unit[0]])

    def _rank(self, unit: list[int]) -> int:
        """0 when it matters only which stations are seen, not when; else 1 for a plain unit."""
        return 2 - self._is_plain(unit) - self._is_easy(unit)

    def _is_easy(self, unit: list[int]) -> bool:
        i = unit[0]
        return self._is_plain(unit) and self._is_free(i) and not self.problem.visits[i]

    def _is_free(self, i: int) -> bool:
        """A student who may be anywhere at any time."""
        problem = self.problem
        pinned = any((i, t) in problem.pinned for t in range(problem.rounds))
        steady = all(one == OUT for one in problem.current[i])
        return problem.students[i].allowed is None and steady and not pinned

    def _apart(self, unit: list[int]) -> dict[int, int]:
        found = Counter(self._unit_of[j] for i in unit for j in self.problem.apart[i])
        return {v: count for v, count in found.items() if self.units[v] is not unit}

    def own(self, route: list[int]) -> Costs:
        """What every unit would pay for walking a route, and how many rules it would break."""
        found = self._known.get(tuple(route))
        if found is None:
            costs = self._alone(route, range(len(self.units)))
            found = [paid for paid, _ in costs], [broken for _, broken in costs]
            if len(self._known) < MOST_KEPT:
                self._known[tuple(route)] = found
        return found

    def some(self, route: list[int], units: list[int]) -> Cost:
        """The same of some units together; fast also for routes not seen before."""
        if len(self._known) < MOST_KEPT or tuple(route) in self._known:
            paid, broken = self.own(route)
            return sum(map(paid.__getitem__, units)), sum(map(broken.__getitem__, units))
        costs = self._alone(route, units)
        return sum(paid for paid, _ in costs), sum(broken for _, broken in costs)

    def _alone(self, route: list[int], units: Iterable[int]) -> list[Cost]:
        easy, mask = self._easy, self._mask(route)
        keys = self._keys(route)
        return [
            (self._wish(easy[u], mask), 0)
            if u < len(easy)
            else self._by_key(u - len(easy), keys[self._ends[u - len(easy)]], route)
            for u in units
        ]

    def _keys(self, route: list[int]) -> dict[tuple[Span, ...], tuple[int, ...]]:
        """What matters of a route, by the rounds of which it matters what was seen."""
        seen = {rounds: self._mask([route[t] for t in rounds]) for rounds in self._spans}
        keys = {spans: tuple(seen[one] for one in spans) for spans in self._all_ends}
        keys[()] = tuple(route)
        return keys

    def _by_key(self, n: int, key: tuple[int, ...], route: list[int]) -> Cost:
        """What one of the units that are not easy pays, by what matters of a route."""
        known = self._costs[n]
        found = known.get(key)
        if found is None:
            costs = [self._walk(i, route) for i in self.units[len(self._easy) + n]]
            found = sum(cost for cost, _ in costs), sum(broken for _, broken in costs)
            if len(known) > 4000:
                known.clear()
            known[key] = found
        return found

    def _ends_of(self, unit: list[int]) -> tuple[Span, ...]:
        """The rounds of which it matters to a unit what was seen; none if its whole route does."""
        problem = self.problem
        found: set[Span] = set()
        for i in unit:
            if not self._is_free(i) or any(times > 1 for _, _, times in problem.visits[i]):
                return ()
            here = [t for t, inside in enumerate(problem.inside[i]) if inside]
            ends = [by_round for _, by_round, _ in problem.visits[i]]
            found |= {tuple(t for t in here if t < end) for end in (*ends, problem.rounds)}
        return tuple(sorted(found))

    def _mask(self, route: list[int]) -> int:
        mask = 0
        for s in route:
            mask |= self._bits[s] if s != OUT else 0
        return mask

    def _walk(self, i: int, route: list[int]) -> Cost:
        problem = self.problem
        row = [s if here else OUT for s, here in zip(route, problem.inside[i], strict=True)]
        broken = sum(s != OUT and self._is_barred(i, t, s) for t, s in enumerate(row))
        for targets, by_round, times in problem.visits[i]:
            broken += max(0, times - sum(s in targets for s in row[:by_round]))
        before = problem.current[i]
        moved = sum(s != old for s, old in zip(row, before, strict=True) if old != OUT)
        cost = self._wish(i, self._mask(row)) + problem.brief.weights.stability * moved
        return cost + broken * self.price, broken

    def _is_barred(self, i: int, t: int, s: int) -> bool:
        """Not allowed there, or pinned elsewhere; closed rounds are the frame's."""
        allowed = self.problem.students[i].allowed
        pins = self.problem.pinned.get((i, t), {s})
        return pins != {s} or (allowed is not None and self.problem.stations[s].id not in allowed)

    def _wish(self, i: int, mask: int) -> int:
        """What a student pays for not meeting the teacher and for choices not honoured."""
        found = self._wishes[i].get(mask)
        if found is None:
            student, brief = self.problem.students[i], self.problem.brief
            found = 0
            if not mask & self._teach:
                found = brief.weights.teacher_gap * student.sessions_since_teacher**2
            if student.choices:
                at, last = self.problem.station_at, len(brief.choice_costs) - 1
                ranks = (n for n, one in enumerate(student.choices) if mask & self._bits[at[one]])
                missed = 1 + student.missed_first_choice
                paid = brief.choice_costs[min(next(ranks, last), last)]
                found += brief.weights.choices * paid * missed
            self._wishes[i][mask] = found
        return found

    def misplaced(self, u: int, k: int) -> int:
        """How many pins to other groups a unit breaks in this one."""
        return sum(len(self.problem.group_pins[i] - {k}) for i in self.units[u])
