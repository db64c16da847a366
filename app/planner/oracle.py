"""Whether the rules can hold, and which of them can't together."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from app.planner.asker import Asker
from app.planner.brief import Brief, Plan
from app.planner.rulebook import Rulebook

MOST_CELLS = 25_000
"""To write down more would take longer than anyone waits."""
MOST_NUMBERED = 12
"""So many students number the groups."""


def cells(brief: Brief) -> int:
    """How large the table of a brief is: students x rounds x stations."""
    return len(brief.students) * brief.rounds * len(brief.stations)


def provable(brief: Brief) -> bool:
    """Whether a brief is small enough to prove anything about it."""
    return cells(brief) <= MOST_CELLS


@dataclass(frozen=True, slots=True)
class Conflict:
    """A smallest set of rules that cannot hold: without any one of them the others can."""

    rules: tuple[str, ...]


class Oracle:
    """Answers about one brief. Every question raises `Stopped` when `go_on` says no."""

    def __init__(self, brief: Brief, go_on: Callable[[], bool] = lambda: True) -> None:
        self._asker = Asker(go_on)
        self._book = Rulebook(brief, self._asker.learn, go_on)
        _number_groups(self._book)
        self._book.hand_over()
        self._by_number = {number: name for name, number in self._book.names.items()}

    @property
    def names(self) -> tuple[str, ...]:
        """Every rule there is."""
        return tuple(self._book.names)

    def close(self) -> None:
        self._asker.close()

    def _holds(self, names: Collection[str]) -> bool:
        return self._asker.holds([self._book.names[name] for name in names])

    def possible(self, without: Collection[str] = ()) -> bool:
        """Whether a plan keeps every rule but those."""
        return self._holds([name for name in self._book.names if name not in without])

    def plan(self) -> Plan:
        """The plan of the last answer that was yes."""
        return self._book.plan(self._asker.true())

    def conflict(self) -> Conflict | None:
        """A smallest set of rules that cannot hold together; None when all can."""
        if self.possible():
            return None
        left = self._core()
        kept: list[str] = []
        while left:
            one, *rest = left
            if self._holds([*kept, *rest]):
                kept.append(one)
                left = rest
            else:
                core = set(self._core())
                left = [name for name in rest if name in core]
        return Conflict(tuple(name for name in self._book.names if name in set(kept)))

    def _core(self) -> list[str]:
        """Rules that the last no rests on; those of stations first, to be dropped first."""
        found = [self._by_number[number] for number in self._asker.core()]
        return sorted(found, key=lambda name: (":" not in name, name))


def _number_groups(book: Rulebook) -> None:
    """Groups are numbered as the first students come to them: no plan is asked about twice.

    Those who are all kept apart come first: their groups are then known at once. Nothing is
    said where a rule pins somebody to the number of a group.
    """
    apart = book.problem.apart
    order = sorted(range(len(book.member)), key=lambda i: -len(apart[i]))
    clique: list[int] = []
    for i in order:
        clique += [i] if apart[i].issuperset(clique) else []
    first = [*clique, *(i for i in order if i not in clique)][:MOST_NUMBERED]
    if not any(book.problem.group_pins):
        for n, i in enumerate(first):
            for k, x in enumerate(book.member[i][1:]):
                book.clauses.append([-x, *(book.member[j][k] for j in first[:n])])
