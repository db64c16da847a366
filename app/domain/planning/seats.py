"""Who sits where by the paths of a plan, looked up from both sides."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

from app.domain.ids import StationId, StudentId
from app.domain.lessons import Path

Pair = frozenset[StudentId]


class Seats:
    """The cells of a plan. Who is out of the room in a round sits nowhere in it.

    `at[round, station]` are those who sit there, `of[student]` the places round by round.
    """

    def __init__(
        self,
        rounds: range,
        paths: Sequence[Path],
        out: Mapping[int, frozenset[StudentId]],
        stations: Collection[StationId],
    ) -> None:
        self.rounds = rounds
        self.paths = paths
        self.at: dict[tuple[int, StationId], list[StudentId]] = defaultdict(list)
        self.of: dict[StudentId, list[StationId | None]] = {}
        for path in paths:
            own = path.student_id
            places = [None if own in out.get(r, ()) else path.at(r) for r in rounds]
            row = [at if at in stations else None for at in places]
            self.of[own] = row
            for number, station in enumerate(row, 1):
                if station is not None:
                    self.at[number, station].append(own)

    def meetings(self) -> Counter[tuple[Pair, StationId]]:
        """In how many rounds each pair sits at each station together."""
        found: Counter[tuple[Pair, StationId]] = Counter()
        for (_, station), there in self.at.items():
            found.update((frozenset(pair), station) for pair in combinations(there, 2))
        return found

    def visits(self, student: StudentId, by_round: int = 0) -> list[StationId]:
        """Where the student comes, in the first rounds or in all of them."""
        row = self.of.get(student, [])
        return [at for at in row[: by_round or len(row)] if at is not None]
