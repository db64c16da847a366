"""What a path costs by itself: visits owed, visits too many, teacher time, choices.

Only how often a station is visited before each deadline matters, not in which round. So a path is
known by a number that has a few bits for every station and deadline: its bag of visits. The cost
of every bag ever met is kept.
"""

from app.planner.problem import Problem

OWED = 4
"""How many times the price of another rule a visit owed has: it takes more ways to repair."""


class Bags:
    """The costs of paths. `slots[i][t][s]` is what a visit adds to the bag of student `i`."""

    def __init__(self, problem: Problem, price: int) -> None:
        self._problem = problem
        self._price = price
        self._size = len(problem.stations)
        self._bits = problem.rounds.bit_length() + 1
        self._mask = (1 << self._bits) - 1
        self._deadlines = [
            sorted({min(by_round, problem.rounds) for _, by_round, _ in visits} | {problem.rounds})
            for visits in problem.visits
        ]
        shared: dict[tuple[int, ...], list[list[int]]] = {}
        self.slots = [
            shared.setdefault(tuple(deadlines), self._slots(deadlines))
            for deadlines in self._deadlines
        ]
        self.known: list[dict[int, int]] = [{} for _ in problem.students]
        self._wrong: list[dict[int, int]] = [{} for _ in problem.students]
        self._most = [station.max_visits for station in problem.stations]
        self._teaches = [station.teacher_time for station in problem.stations]

    def _slots(self, deadlines: list[int]) -> list[list[int]]:
        phases = [sum(t >= end for end in deadlines) for t in range(self._problem.rounds)]
        return [
            [1 << self._bits * (phase * self._size + s) for s in range(self._size)]
            for phase in phases
        ]

    def cost(self, i: int, bag: int) -> int:
        """What student `i` pays for the visits in the bag, broken rules at their price."""
        found: int | None = self.known[i].get(bag)
        if found is None:
            found = self._cost(i, bag)
            self.known[i][bag] = found
        return found

    def broken(self, i: int, bag: int) -> int:
        """How many rules of visits student `i` breaks with that bag, whose cost was asked."""
        return self._wrong[i].get(bag, 0)

    def _cost(self, i: int, bag: int) -> int:
        phases = self._counts(bag, len(self._deadlines[i]))
        total: list[int] = [sum(column) for column in zip(*phases, strict=True)]
        limits = zip(total, self._most, strict=True)
        broken = sum(max(0, have - most) for have, most in limits if most is not None)
        owed = 0
        for stations, by_round, times in self._problem.visits[i]:
            early = sum(end <= by_round for end in self._deadlines[i])
            had = sum(phase[s] for phase in phases[:early] for s in stations)
            owed += max(0, times - had)
        if broken or owed:
            self._wrong[i][bag] = broken + owed
        return broken * self._price + owed * int(self._price * OWED) + self._wishes(i, total)

    def _counts(self, bag: int, phases: int) -> list[list[int]]:
        counts: list[list[int]] = []
        for _ in range(phases):
            counts.append([bag >> self._bits * s & self._mask for s in range(self._size)])
            bag >>= self._bits * self._size
        return counts

    def _wishes(self, i: int, total: list[int]) -> int:
        student, brief = self._problem.students[i], self._problem.brief
        cost = 0
        if not any(have and teach for have, teach in zip(total, self._teaches, strict=True)):
            gap = student.sessions_since_teacher
            cost = brief.weights.teacher_gap * gap * gap
        if student.choices:
            at = self._problem.station_at
            ranks = (rank for rank, one in enumerate(student.choices) if total[at[one]])
            last = len(brief.choice_costs) - 1
            rank = min(next(ranks, last), last)
            missed = 1 + student.missed_first_choice
            cost += brief.weights.choices * brief.choice_costs[rank] * missed
        return cost
