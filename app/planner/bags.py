"""What a path costs by itself: visits owed, visits too many, teacher time, choices.

Only how often a station is visited before each deadline matters, not in which round. So a path is
known by a number that has a few bits for every station and deadline: its bag of visits. The cost
of every bag ever met is kept, and what it breaks for all who owe the same visits.
"""

from app.planner.problem import Problem

OWED = 4
"""How many times the price of another rule a visit owed has: it takes more ways to repair."""

Owed = tuple[tuple[frozenset[int], int, int], ...]
"""Visits owed: to one of these stations, in so many rounds, how often."""


class Bags:
    """The costs of paths. `slots[i][t][s]` is what a visit adds to the bag of student `i`."""

    def __init__(self, problem: Problem, price: int) -> None:
        self._problem, self._price = problem, price
        shared: dict[Owed, _Rules] = {}
        self._rules = []
        for visits in problem.visits:
            owed = tuple((at, min(end, problem.rounds), times) for at, end, times in visits)
            if owed not in shared:
                shared[owed] = _Rules(problem, owed)
            self._rules.append(shared[owed])
        self.slots = [rules.slots for rules in self._rules]
        self.known: list[dict[int, int]] = [{} for _ in problem.students]
        self._wrong: list[dict[int, int]] = [{} for _ in problem.students]
        self._wishes: list[dict[int, int]] = [{} for _ in problem.students]
        self._teach = sum(1 << s for s, one in enumerate(problem.stations) if one.teacher_time)

    def cost(self, i: int, bag: int) -> int:
        """What student `i` pays for the visits in the bag, broken rules at their price."""
        found: int | None = self.known[i].get(bag)
        if found is None:
            over, owed, seen = self._rules[i].broken(bag)
            found = self._wishes[i].get(seen)
            if found is None:
                found = self._wishes[i][seen] = self._wish(i, seen)
            if over or owed:
                self._wrong[i][bag] = over + owed
                found += self._price * (over + OWED * owed)
            self.known[i][bag] = found
        return found

    def broken(self, i: int, bag: int) -> int:
        """How many rules of visits student `i` breaks with that bag, whose cost was asked."""
        return self._wrong[i].get(bag, 0)

    def _wish(self, i: int, seen: int) -> int:
        """What a student pays for not meeting the teacher and for choices not honoured."""
        student, brief = self._problem.students[i], self._problem.brief
        cost = 0
        if not seen & self._teach:
            gap = student.sessions_since_teacher
            cost = brief.weights.teacher_gap * gap * gap
        if student.choices:
            at = self._problem.station_at
            ranks = (rank for rank, one in enumerate(student.choices) if seen >> at[one] & 1)
            last = len(brief.choice_costs) - 1
            rank = min(next(ranks, last), last)
            missed = 1 + student.missed_first_choice
            cost += brief.weights.choices * brief.choice_costs[rank] * missed
        return cost


class _Rules:
    """What paths of all who owe the same visits break.

    Only for stations that somebody must have visited before the end is it known when.
    """

    def __init__(self, problem: Problem, owed: Owed) -> None:
        rounds, self._size = problem.rounds, len(problem.stations)
        self._owed, self._bits = owed, rounds.bit_length() + 1
        self._ends = sorted({end for _, end, _ in owed} | {rounds})
        self._most = [station.max_visits for station in problem.stations]
        self._known: dict[int, tuple[int, int, int]] = {}
        soon = {s for at, end, _ in owed if end < rounds for s in at}
        phases = [sum(t >= end for end in self._ends) for t in range(rounds)]
        last = len(self._ends) - 1
        self.slots = [
            [self._slot(phase if s in soon else last, s) for s in range(self._size)]
            for phase in phases
        ]

    def _slot(self, phase: int, s: int) -> int:
        return 1 << self._bits * (phase * self._size + s)

    def broken(self, bag: int) -> tuple[int, int, int]:
        """Visits too many, visits owed, and the stations seen as bits."""
        found = self._known.get(bag)
        if found is None:
            found = self._known[bag] = self._broken(bag)
        return found

    def _broken(self, bag: int) -> tuple[int, int, int]:
        mask, stations = (1 << self._bits) - 1, range(self._size)
        phases = []
        for _ in self._ends:
            phases.append([bag >> self._bits * s & mask for s in stations])
            bag >>= self._bits * self._size
        total = [sum(column) for column in zip(*phases, strict=True)]
        limits = zip(total, self._most, strict=True)
        over = sum(max(0, have - most) for have, most in limits if most is not None)
        missing = 0
        for at, end, times in self._owed:
            early = phases[: self._ends.index(end) + 1]
            missing += max(0, times - sum(phase[s] for phase in early for s in at))
        return over, missing, sum(1 << s for s in stations if total[s])
