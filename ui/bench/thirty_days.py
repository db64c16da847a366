"""Thirty school days planned one after another, each fed with what the days before it brought."""

from collections import Counter
from pathlib import Path
from random import Random

from app.planner.brief import Brief, Groups, Plan, Station, Student, Weights
from app.planner.measure import Sheet
from app.planner.solve import Solver, effort_of
from app.ports import Clock
from ui.bench.figures import Figure

DAYS = 30
SECONDS = 0.2
AWAY = 0.05
"""How likely a student is away for a day."""
OWED = 2
"""How much a visit behind the fair share counts as sessions without the teacher."""
WEIGHTS = Weights(repeats=3, teacher_gap=1, balance=80)


class School:
    """A class of groups of six, each station taking one; fewer rounds than stations.

    `days` each student was there, `visits` to the teacher, `met` meetings of each pair; `fair` is
    what everybody would have had if every day's visits were shared by those who were there.
    """

    def __init__(self, students: int, rounds: int, away: float, seed: int) -> None:
        self._random = Random(seed)
        self._rounds, self._away = rounds, away
        self.names = [f"S{i:02}" for i in range(students)]
        self.met: Counter[frozenset[str]] = Counter()
        self.visits, self.fair = Counter[str](), dict.fromkeys(self.names, 0.0)

    def day(self) -> None:
        brief = self._brief()
        solver = Solver(brief, self._random.randrange(1 << 30), lambda: 0.0)
        plan = solver.run(effort_of(brief, SECONDS))
        if plan is None:
            raise RuntimeError("a day without rules has a plan")
        self._happened(brief, plan)

    def _brief(self) -> Brief:
        count = len(self.names) // 6
        stations = tuple(
            Station(f"T{s}", 0, 7, max_visits=1, teacher_time=s == 0) for s in range(count)
        )
        people = tuple(Student(one, {}, self._out(), self._owed(one)) for one in self.names)
        return Brief(
            "day",
            self._rounds,
            people,
            stations,
            history=tuple((min(pair), max(pair), times) for pair, times in self.met.items()),
            weights=WEIGHTS,
            groups=Groups(count, 4, 7),
        )

    def _out(self) -> frozenset[int]:
        every = range(1, self._rounds + 1)
        return frozenset(every if self._random.random() < self._away else ())

    def _owed(self, one: str) -> int:
        """By how many visits a student is behind the fair share, and one more for today."""
        return max(0, round(OWED * (self.fair[one] - self.visits[one] + 1)))

    def _happened(self, brief: Brief, plan: Plan) -> None:
        self.met.update(Sheet(brief, plan).meetings())
        there = [s.id for s in brief.students if not s.out_rounds]
        served = [one for one in there if "T0" in plan.placement[one]]
        self.visits.update(served)
        for one in there:
            self.fair[one] += len(served) / len(there)

    def repeats(self) -> tuple[int, float]:
        """Repeated meetings, and how many there are when everyone meets all others evenly.

        Who was away met fewer: each student's own number of meetings is spread over the others, so
        the bound falls with every absence and no plan is below it. Whether pairs can be so even for
        both of their students at once was asked of the dual of that problem (a price for each
        student's meetings, no pair more often than both were there): with one in twenty away it
        lies no more than 0.1 % above, so absences are no reason to allow more.
        """
        others, even = len(self.names) - 1, 0
        for one in self.names:
            total = sum(times for pair, times in self.met.items() if one in pair)
            each, more = divmod(total, others)
            even += (others - more) * each * (each - 1) // 2 + more * (each + 1) * each // 2
        return sum(n * (n - 1) // 2 for n in self.met.values()), even / 2

    def unfair(self) -> float:
        """The most visits by which somebody is off the fair share."""
        return max(abs(self.visits[one] - fair) for one, fair in self.fair.items())


def thirty_days(folder: Path, clock: Clock, runs: int) -> list[Figure]:
    """How evenly partners and the teacher are shared, with and without absences."""
    del folder, clock, runs
    found: list[Figure] = []
    for students, rounds in ((24, 3), (36, 4)):
        for away in (0.0, AWAY):
            school = School(students, rounds, away, 1)
            for _ in range(DAYS):
                school.day()
            made, even = school.repeats()
            who = f"{students} students, {'some away' if away else 'all there'}, {DAYS} days"
            what = f"{who}: repeated meetings over those of pairs spread evenly"
            found.append(Figure("thirty", what, "meetings", made, even, 1.01))
            what = f"{who}: the most visits off the fair share of the teacher"
            found.append(Figure("thirty", what, "visits", school.unfair(), 2.0, 2.0, "value"))
    return found
