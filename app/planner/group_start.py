"""A first plan of group mode: routes in turn, then who may be in the fewest groups comes first."""

from collections import Counter
from collections.abc import Callable
from random import Random

from app.planner.group_units import Units
from app.planner.problem import OUT, Problem, State


def first_routes(problem: Problem, random: Random) -> list[list[int]]:
    """Groups move round the stations, those which must run first.

    Where there are more stations than groups, those come next that are asked for. Otherwise chance
    decides: routes hardly change any more when a search grows cold.
    """
    stations, count = problem.stations, problem.brief.groups.count if problem.brief.groups else 1
    order = list(range(len(stations)))
    random.shuffle(order)
    if len(stations) > count:
        asked = Counter(s for pins in problem.pinned.values() for s in pins)
        asked.update(s for visits in problem.visits for at, _, _ in visits for s in at)
        order.sort(key=lambda s: -asked[s])
    order.sort(key=lambda s: not stations[s].must_run)
    routes: list[list[int]] = [[] for _ in range(count)]
    shifts = random.sample(range(count), count)
    for t in range(problem.rounds):
        ready = [s for s in order if t + 1 not in stations[s].closed_rounds] or order
        ready = ready[:count]
        for k, route in enumerate(routes):
            route.append(ready[(k + shifts[t % count]) % count % len(ready)])
    return routes


def first_groups(
    problem: Problem, random: Random, look: Callable[[], None] = lambda: None
) -> State:
    """Stations by student and round, and everyone's group; few rules are broken.

    `look` is called often.
    """
    units = Units(problem, 1)
    routes = first_routes(problem, random)
    of = _Deal(units, routes, random, look).of
    group = [0] * len(problem.students)
    for unit, k in zip(units.units, of, strict=True):
        for i in unit:
            group[i] = k
    rows = [
        [s if here else OUT for s, here in zip(routes[k], inside, strict=True)]
        for k, inside in zip(group, problem.inside, strict=True)
    ]
    return rows, group


class _Deal:
    """Units to groups, each where it breaks fewest rules, then to the smallest."""

    def __init__(
        self, units: Units, routes: list[list[int]], random: Random, look: Callable[[], None]
    ) -> None:
        self._units, self._routes, numbers = units, routes, range(len(routes))
        self._heads = [0] * len(routes)
        self._seats = [[0] * units.problem.rounds for _ in routes]
        self._wrong = []
        for k, route in enumerate(routes):
            look()
            _, broken = units.own(route)
            self._wrong.append([n + units.misplaced(u, k) for u, n in enumerate(broken)])
        self.of = [OUT] * len(units.size)
        order = list(range(len(units.size)))
        random.shuffle(order)
        free = [sum(not row[u] for row in self._wrong) for u in range(len(order))]
        order.sort(key=lambda u: (free[u], -units.size[u], -len(units.apart[u])))
        for u in order:
            look()
            self._put(u, min(numbers, key=lambda k: (self._broken(u, k), self._heads[k])))

    def _broken(self, u: int, k: int) -> int:
        """How many rules a unit would break in a group."""
        units, stations = self._units, self._units.problem.stations
        feuds = sum(n for v, n in units.apart[u].items() if self.of[v] == k)
        over = max(0, self._heads[k] + units.size[u] - units.groups.max_size)
        rounds = zip(self._routes[k], self._seats[k], units.inside[u], strict=True)
        over += sum(max(0, seats + more - stations[s].high) for s, seats, more in rounds)
        return self._wrong[k][u] + feuds + over

    def _put(self, u: int, k: int) -> None:
        self.of[u] = k
        self._heads[k] += self._units.size[u]
        seats = zip(self._seats[k], self._units.inside[u], strict=True)
        self._seats[k] = [one + more for one, more in seats]
