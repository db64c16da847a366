"""The plan with the fewest cells changed from the current one, proved.

In individual mode all cells are first asked to stay; every set of cells that cannot all stay is
loosened, and one change more allowed (MSU3, Marques-Silva and Planes 2007).

In group mode a plan is sought along one way of the groups after another (`RouteSets`), until each
other way must change as many cells as the best plan found.
"""

from collections.abc import Callable
from itertools import combinations

from app.planner.asker import Asker
from app.planner.brief import Brief, PinGroup, Plan
from app.planner.problem import OUT
from app.planner.route_sets import RouteSets
from app.planner.rulebook import Rulebook


class Nearest:
    """One question about one brief with a current plan."""

    def __init__(self, brief: Brief, go_on: Callable[[], bool]) -> None:
        self._go_on = go_on
        self._asker = Asker(go_on)
        self._book = Rulebook(brief, self._asker.learn, go_on, all_hold=True)
        self._problem, self._groups = self._book.problem, brief.groups
        self._changed = self._book.changed()
        self._assumed = list(self._book.names.values())
        self._best, self._limit = set[int](), list[int]()

    def close(self) -> None:
        self._asker.close()

    def plan(self) -> Plan | None:
        """The plan; None when there is none at all. Raises `Stopped`."""
        if self._groups:
            return self._of_groups(_Now(self._book, self._groups.count))
        self._book.hand_over()
        return self._of_students()

    def _total(self, literals: list[int], most: int) -> list[int]:
        found = self._book.total(literals, most)
        self._book.hand_over()
        return found

    def _count(self, true: set[int]) -> int:
        return sum(-literal not in true for literal in self._changed)

    def _of_students(self) -> Plan | None:
        self._asker.lean([-one for one in self._changed])
        best = self._fewest(self._assumed)
        return self._book.plan(best) if best is not None else None

    def _fewest(self, assumed: list[int]) -> set[int] | None:
        """An answer with the fewest cells changed; None when there is none."""
        asker, stay, loose = self._asker, [-one for one in self._changed], list[int]()
        if asker.holds([*assumed, *stay]):
            return asker.true()
        core = set(asker.core())
        if not asker.holds(assumed):
            return None
        best, allowed = asker.true(), 0
        while True:
            loose += [-one for one in stay if one in core]
            stay = [one for one in stay if one not in core]
            allowed += 1
            if self._count(best) <= allowed:
                return best
            limit = [-one for one in self._total(loose, allowed)[allowed:]]
            if asker.holds([*assumed, *stay, *limit]):
                return asker.true()
            core = set(asker.core())

    def _of_groups(self, now: "_Now") -> Plan | None:
        """The best plan along all ways the groups could walk, the most hopeful first.

        What stands against a way is asked of no other again.
        """
        asker, book = self._asker, self._book
        ways = RouteSets(self._problem, now.labels, self._go_on)
        for s, k in ways.begins.items():
            book.clauses += [[-row[0][s]] for j, row in enumerate(book.visit) if j != k]
        book.hand_over()
        asker.lean([*(-one for one in self._changed), *now.members])
        assumed = [one for one in self._assumed if one not in now.pins]
        if not asker.holds(assumed):
            return None
        self._best, is_closest = asker.true(), False
        for spots in ways.below(lambda: self._count(self._best)):
            walk = {book.visit[k][t][s]: (k, t, s) for k, t, s in spots}
            if is_closest:
                self._find_closer([*assumed, *walk])
            elif (found := self._fewest([*assumed, *walk])) is not None:
                is_closest = self._count(found) <= self._count(self._best)
                self._best = found if is_closest else self._best
                continue
            against = [walk[one] for one in asker.core() if one in walk]
            if not against:
                break
            ways.bar(against)
        return now.named(book.plan(self._best))

    def _find_closer(self, assumed: list[int]) -> None:
        """Make a plan with fewer changes the best as long as there is one."""
        self._limit = self._limit or self._total(self._changed, self._count(self._best))
        while self._asker.holds([*assumed, -self._limit[self._count(self._best) - 1]]):
            self._best = self._asker.true()


class _Now:
    """Which group everyone is in now.

    Groups have the numbers they have now, so a rule that pins students to numbers only says who is
    together (`pins` are not assumed); `named` gives the numbers back.
    """

    def __init__(self, book: Rulebook, count: int) -> None:
        self._book, self._problem, self._count = book, book.problem, count
        self.labels = self._now()
        self.members = [row[k] for row, k in zip(book.member, self.labels, strict=True) if k != OUT]
        self._numbers = self._pinned()
        self.pins = self._pair_pins()

    def _now(self) -> list[int]:
        """The group of everyone in the current plan, by the first station where it tells none."""
        problem, current = self._problem, self._problem.brief.current
        if current is None:
            raise ValueError("there is no current plan")
        seen: dict[str | None, int] = {}
        found = []
        for student in problem.students:
            first = current.placement.get(student.id, (None,))[0]
            known = current.groups.get(student.id, 0) - 1
            if not current.groups and first is not None:
                known = seen.setdefault(first, len(seen))
            found.append(known if 0 <= known < self._count else OUT)
        return found

    def _pinned(self) -> dict[int, int]:
        """Numbers by student, when no two rules about them contradict one another."""
        rules = [rule for rule in self._problem.brief.rules if isinstance(rule, PinGroup)]
        pins = {
            (self._problem.at[rule.student], rule.group - 1)
            for rule in rules
            if rule.student in self._problem.at
        }
        found = dict(pins)
        possible = len(found) == len(pins) and all(k < self._count for k in found.values())
        return found if possible else {}

    def _pair_pins(self) -> list[int]:
        for (a, mine), (b, other) in combinations(sorted(self._numbers.items()), 2):
            self._book.pair_up(a, b, together=mine == other)
        names = [
            self._book.names[rule.id]
            for rule in self._problem.brief.rules
            if isinstance(rule, PinGroup) and rule.id in self._book.names
        ]
        return names if self._numbers else []

    def named(self, plan: Plan) -> Plan:
        """The plan with the numbers of groups that rules ask for."""
        at, wanted = self._problem.at, self._numbers
        new = {
            plan.groups[s.id]: wanted[at[s.id]] + 1
            for s in self._problem.students
            if at[s.id] in wanted
        }
        left = iter([k for k in range(1, self._count + 1) if k not in new.values()])
        for k in range(1, self._count + 1):
            if k not in new:
                new[k] = next(left)
        return Plan(plan.placement, {one: new[k] for one, k in plan.groups.items()})
