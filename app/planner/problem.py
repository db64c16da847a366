"""A brief in numbers: lists of whole numbers that a search can read without a lookup by name."""

from app.planner.brief import Brief, MustVisit, Pair, Pin, PinGroup, Plan, Readiness, Student

State = tuple[list[list[int]], list[int]]
"""A plan in numbers: stations by student and round, and everyone's group where groups rotate."""
OUT = -1
"""Where a student is in a round away from the room."""
FAR = 1 << 60
"""More than any cost."""


class Problem:
    """Students who come at all, stations and rounds, numbered from 0; nothing here changes.

    `domain[i][t]` are the stations student `i` may be at in round `t`: open, allowed, and the
    pinned one where there is a pin. `apart[i]` and `buddies[i]` are the others of its pairs.
    """

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.rounds = brief.rounds
        self.stations = brief.stations
        self.station_at = {station.id: s for s, station in enumerate(brief.stations)}
        rounds = range(1, brief.rounds + 1)
        self.students: list[Student] = [
            student for student in brief.students if not student.out_rounds.issuperset(rounds)
        ]
        self.at = {student.id: i for i, student in enumerate(self.students)}
        self.inside = [[t not in s.out_rounds for t in rounds] for s in self.students]
        self.pinned = self._pins()
        opened = [
            tuple(s for s, one in enumerate(brief.stations) if t not in one.closed_rounds)
            for t in rounds
        ]
        self.domain = [self._domain(i, opened) for i in range(len(self.students))]
        self.apart: list[set[int]] = [set() for _ in self.students]
        self.buddies: list[set[int]] = [set() for _ in self.students]
        self._pair_up()
        self.visits = self._visits()
        self.group_pins = self._group_pins()
        self.history = self._history()
        self.current = self._current()

    def _pins(self) -> dict[tuple[int, int], set[int]]:
        found: dict[tuple[int, int], set[int]] = {}
        for rule in self.brief.rules:
            if isinstance(rule, Pin) and rule.student in self.at:
                i, t = self.at[rule.student], rule.round - 1
                if self.inside[i][t]:
                    found.setdefault((i, t), set()).add(self.station_at[rule.station])
        return found

    def _domain(self, i: int, opened: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
        """`opened` are the stations that are open in each round."""
        allowed = self.students[i].allowed
        rows: list[tuple[int, ...]] = []
        for t, row in enumerate(opened):
            pins = self.pinned.get((i, t))
            may = row if self.inside[i][t] else ()
            if allowed is not None:
                may = tuple(s for s in may if self.stations[s].id in allowed)
            rows.append(may if pins is None else tuple(s for s in may if pins == {s}))
        return rows

    def _pair_up(self) -> None:
        for rule in self.brief.rules:
            if isinstance(rule, Pair) and all(one in self.at for one in rule.students):
                a, b = (self.at[one] for one in rule.students)
                side = self.buddies if rule.together else self.apart
                side[a].add(b)
                side[b].add(a)

    def _visits(self) -> list[list[tuple[frozenset[int], int, int]]]:
        """Per student the visits owed: to one of these stations, in so many rounds, how often."""
        found: list[list[tuple[frozenset[int], int, int]]] = [[] for _ in self.students]
        for rule in self.brief.rules:
            if isinstance(rule, MustVisit):
                stations = frozenset(self.station_at[one] for one in rule.stations)
                for one in rule.students:
                    if one in self.at:
                        found[self.at[one]].append((stations, rule.by_round, rule.count))
        return found

    def _group_pins(self) -> list[set[int]]:
        found: list[set[int]] = [set() for _ in self.students]
        for rule in self.brief.rules:
            if isinstance(rule, PinGroup) and rule.student in self.at:
                found[self.at[rule.student]].add(rule.group - 1)
        return found

    def _history(self) -> list[list[int]]:
        count = len(self.students)
        table = [[0] * count for _ in range(count)]
        for first, second, times in self.brief.history:
            if first in self.at and second in self.at:
                a, b = self.at[first], self.at[second]
                table[a][b] = table[b][a] = times
        return table

    def _current(self) -> list[list[int]]:
        """The station of the current plan in every cell that could change, else `OUT`."""
        rows = [[OUT] * self.rounds for _ in self.students]
        for name, row in self.brief.current.placement.items() if self.brief.current else ():
            i = self.at.get(name, OUT)
            for t, station in enumerate(row):
                if i != OUT and station and self.inside[i][t] and (i, t) not in self.pinned:
                    rows[i][t] = self.station_at[station]
        return rows

    def grain(self) -> int:
        """How finely costs of pairs go: what one meeting more or half a level is worth."""
        weights = self.brief.weights
        return max(1, weights.repeats, weights.readiness // 2)

    def company(self, places: int) -> float:
        """What a student pays on average for those at one of so many places, by meetings."""
        count = len(self.students)
        met = sum(map(sum, self.history)) / max(1, count * count)
        return self.brief.weights.repeats * met * count / max(1, places)

    def levels(self, readiness: Readiness, skill: str) -> list[list[int]] | None:
        """What two students cost when they work together, or None when it never matters."""
        if readiness == "any":
            return None
        level = [student.levels[skill] for student in self.students]
        if readiness == "similar":
            rows = {a: [abs(a - b) for b in level] for a in set(level)}
            return [rows[a] for a in level]
        rows = {a: [int(a == b) for b in level] for a in set(level)}
        return [[*rows[a][:i], 0, *rows[a][i + 1 :]] for i, a in enumerate(level)]

    def state(self, plan: Plan) -> State:
        """A plan in numbers."""
        rows = [
            [self.station_at[one] if one is not None else OUT for one in plan.placement[s.id]]
            for s in self.students
        ]
        return rows, [plan.groups[s.id] - 1 for s in self.students] if self.brief.groups else []

    def near(self) -> State | None:
        """The current plan as far as pins let it be, where it says enough to begin a search at."""
        current = self.brief.current
        if current is None or any(s.id not in current.placement for s in self.students):
            return None
        if self.brief.groups:
            count = self.brief.groups.count
            known = (1 <= current.groups.get(s.id, 0) <= count for s in self.students)
            return self.state(current) if all(known) else None
        rows, _ = self.state(current)
        for row, domains in zip(rows, self.domain, strict=True):
            for t, domain in enumerate(domains):
                if row[t] not in domain:
                    row[t] = domain[0] if domain else OUT
        return rows, []

    def plan(self, rows: list[list[int]], groups: list[int] | None = None) -> Plan:
        """A plan by names from stations by number, and groups from 0."""
        placement: dict[str, tuple[str | None, ...]] = {
            student.id: (None,) * self.rounds for student in self.brief.students
        }
        for student, row in zip(self.students, rows, strict=True):
            placement[student.id] = tuple(None if s == OUT else self.stations[s].id for s in row)
        named = {s.id: k + 1 for s, k in zip(self.students, groups or (), strict=bool(groups))}
        return Plan(placement, named)
