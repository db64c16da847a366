"""Who goes where: a plain shuffle within seats, groups moving on by one station each round."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from app.domain.ids import StationId, StudentId
from app.domain.plan import Brief, Plan, PlannedPath, PlanStation

TRIES = 40
"""How often the shuffle is dealt anew before the deal with the fewest broken rules is taken."""


@dataclass(frozen=True, slots=True)
class _Deal:
    """The students of each group, those placed by hand first, and the rules it breaks.

    `missed` counts the visits to a teacher that fall into somebody's time out of the room.
    """

    groups: tuple[tuple[StudentId, ...], ...]
    broken: int
    missed: int = 0

    @property
    def cost(self) -> tuple[int, int]:
        return self.broken, self.missed


def plan(brief: Brief, rng: random.Random) -> Plan:
    """Answer the brief; the same brief and the same state of `rng` give the same plan.

    Group g starts at station g and moves on by one each round. Who is out of the room for a round
    keeps the seat in the group, so that nothing changes when the pull-out is called off; groups are
    dealt so that few miss the teacher for it. A group is no larger than the
    smallest room it comes to; when the class does not fit, whoever is one too many has None in
    the rounds in which the station is full, and is named in `without_seat`. Whose station is closed
    in a round goes to the one with the most free seats then.
    """
    if not brief.stations:
        nowhere = tuple(PlannedPath(s, 0, (None,) * brief.rounds) for s in brief.students)
        return Plan(nowhere, brief.students)
    sizes = _sizes(brief)
    best = _deal(brief, sizes, rng)
    for _ in range(TRIES):
        if best.cost == (0, 0):
            break
        best = min(best, _deal(brief, sizes, rng), key=lambda deal: deal.cost)
    return _seated(brief, best.groups)


def turn(stations: Sequence[PlanStation], group: int, round_number: int) -> PlanStation:
    """Where group `group` (from 1) is in a round (from 1)."""
    return stations[(group + round_number - 2) % len(stations)]


def _seated(brief: Brief, groups: Sequence[Sequence[StudentId]]) -> Plan:
    paths = _elsewhere(
        brief,
        {
            student: _path(brief, student, number, place)
            for number, members in enumerate(groups, 1)
            for place, student in enumerate(members, 1)
        },
    )
    ordered = tuple(paths[student] for student in brief.students)
    return Plan(ordered, tuple(path.student_id for path in ordered if None in path.stations))


def _path(brief: Brief, student: StudentId, group: int, place: int) -> PlannedPath:
    """The path of the student who takes seat number `place` wherever the group comes."""
    turns = (turn(brief.stations, group, r) for r in range(1, brief.rounds + 1))
    seats: tuple[StationId | None, ...] = tuple(s.id if place <= s.room else None for s in turns)
    return PlannedPath(student, group, seats)


def _elsewhere(
    brief: Brief, paths: Mapping[StudentId, PlannedPath]
) -> dict[StudentId, PlannedPath]:
    """The paths with another station for whoever would be at a closed one."""
    found = dict(paths)
    for number, shut in brief.closed.items():
        rows = {student: path.stations[number - 1] for student, path in found.items()}
        taken = Counter(rows.values())
        rooms = {s.id: s.room for s in brief.stations if s.id not in shut}
        for student in (student for student, at in rows.items() if at in shut):
            free = {at: room - taken[at] for at, room in rooms.items() if taken[at] < room}
            place = max(free, key=free.__getitem__, default=None)
            taken[place] += 1
            row = list(found[student].stations)
            row[number - 1] = place
            found[student] = replace(found[student], stations=tuple(row))
    return found


def _by_hand(brief: Brief) -> list[list[StudentId]]:
    """Groups as the teacher made them; a number above the stations counts round again."""
    groups: list[list[StudentId]] = [[] for _ in brief.stations]
    for student in brief.students:
        if student in brief.groups:
            groups[(brief.groups[student] - 1) % len(groups)].append(student)
    return groups


def _sizes(brief: Brief) -> list[int]:
    """How large each group is to be: as even as the rooms and the groups by hand allow."""
    sizes = [len(group) for group in _by_hand(brief)]
    rooms = [_rooms(brief, number) for number in range(1, len(sizes) + 1)]
    for _ in range(len(brief.students) - sum(sizes)):
        index = min(range(len(sizes)), key=lambda i: (_lost(rooms[i], sizes[i]), sizes[i], i))
        sizes[index] += 1
    return sizes


def _rooms(brief: Brief, group: int) -> list[int]:
    return [turn(brief.stations, group, r).room for r in range(1, brief.rounds + 1)]


def _lost(rooms: Iterable[int], size: int) -> int:
    """In how many rounds one more student would have no seat."""
    return sum(1 for room in rooms if room <= size)


def _deal(brief: Brief, sizes: Sequence[int], rng: random.Random) -> _Deal:
    groups = _by_hand(brief)
    foes = _foes(brief)
    for block in _blocks(brief, rng):
        for part in _parts(block, groups, sizes):
            order = list(range(len(groups)))
            rng.shuffle(order)
            fits = [i for i in order if sizes[i] - len(groups[i]) >= len(part)]
            groups[min(fits, key=lambda i: _quarrels(part, groups[i], foes))].extend(part)
    return _Deal(tuple(map(tuple, groups)), _broken(brief, groups, foes), _missed(brief, groups))


def _parts(
    block: Sequence[StudentId], groups: Sequence[Sequence[StudentId]], sizes: Sequence[int]
) -> Iterable[Sequence[StudentId]]:
    """The block whole when some group can still take it, else one by one."""
    widest = max(size - len(group) for size, group in zip(sizes, groups, strict=True))
    return [block] if len(block) <= widest else [(student,) for student in block]


def _blocks(brief: Brief, rng: random.Random) -> list[tuple[StudentId, ...]]:
    """Students still to be placed, in random order; those to keep together first, as one."""
    loose = [s for s in brief.students if s not in brief.groups]
    block_of: dict[StudentId, tuple[StudentId, ...]] = {s: (s,) for s in loose}
    for rule in brief.together:
        members = [s for s in rule if s in block_of]
        joined = tuple(dict.fromkeys(s for member in members for s in block_of[member]))
        block_of.update(dict.fromkeys(joined, joined))
    blocks = list(dict.fromkeys(block_of.values()))
    rng.shuffle(blocks)
    return sorted(blocks, key=len, reverse=True)


def _foes(brief: Brief) -> frozenset[frozenset[StudentId]]:
    return frozenset(frozenset(pair) for rule in brief.apart for pair in combinations(rule, 2))


def _quarrels(
    part: Sequence[StudentId],
    group: Sequence[StudentId],
    foes: frozenset[frozenset[StudentId]],
) -> int:
    return sum(1 for one in part for other in group if frozenset((one, other)) in foes)


def _broken(
    brief: Brief,
    groups: Sequence[Sequence[StudentId]],
    foes: frozenset[frozenset[StudentId]],
) -> int:
    """Pairs that share a group and should not, and sets that should share one and do not."""
    group_of = {student: i for i, group in enumerate(groups) for student in group}
    quarrels = sum(
        1 for group in groups for pair in combinations(group, 2) if frozenset(pair) in foes
    )
    parted = sum(
        1 for rule in brief.together if len({group_of[s] for s in rule if s in group_of}) > 1
    )
    return quarrels + parted


def _missed(brief: Brief, groups: Sequence[Sequence[StudentId]]) -> int:
    """How often somebody is out of the room while the group is at a teacher's table."""
    return sum(
        1
        for number, members in enumerate(groups, 1)
        for student in members
        for out in brief.out.get(student, ())
        if turn(brief.stations, number, out).led
    )
