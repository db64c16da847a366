"""What happened in the lessons before: who worked with whom, who met the teacher, who chose."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from app.domain.ids import LessonId, StationId, StudentId

LATELY = 5
"""So many lessons back a partner is not a new one."""

Pair = frozenset[StudentId]


@dataclass(frozen=True, slots=True)
class Held:
    """A lesson that was taught: who was at which station in which round, from its visits.

    `own`: the class's own; else only its guests were there, and nobody else missed it.
    """

    lesson_id: LessonId
    day: str
    stations: tuple[StationId, ...]
    visits: Mapping[tuple[int, StationId], tuple[StudentId, ...]]
    own: bool = True

    def been(self) -> dict[StudentId, set[StationId]]:
        """The stations each student came to."""
        found: dict[StudentId, set[StationId]] = {}
        for (_, station), there in self.visits.items():
            for student in there:
                found.setdefault(student, set()).add(station)
        return found

    def pairs(self, alone: Collection[StationId]) -> set[Pair]:
        """Who worked together; nobody does at the stations in `alone`."""
        return {
            frozenset(pair)
            for (_, station), there in self.visits.items()
            if station not in alone
            for pair in combinations(sorted(set(there)), 2)
        }


@dataclass(frozen=True, slots=True)
class Before:
    """What is added up of the lessons before; see `PlanTable` for what each says."""

    met: Mapping[Pair, int]
    lately: frozenset[Pair]
    since: Mapping[StudentId, int]
    short: Mapping[StudentId, int]
    missed: Mapping[StudentId, int]


@dataclass(frozen=True, slots=True)
class About:
    """What it is added up for: `alone` are stations where nobody works with anybody."""

    students: tuple[StudentId, ...]
    tables: frozenset[StationId]
    alone: frozenset[StationId]
    choices: Mapping[StudentId, tuple[StationId, ...]]


def before(lessons: Sequence[Held], about: About) -> Before:
    """Add up the lessons, the newest of which is the last."""
    return Before(
        met=met(lessons, about.alone),
        lately=frozenset(met(_lately(lessons), about.alone)),
        since=since_teacher(lessons, about.tables, about.students),
        short=short_of_teacher(lessons, about.tables, about.students),
        missed=missed_first(lessons, about.choices),
    )


def joined(
    parts: Sequence[Before], lessons: Sequence[Sequence[Held]], alone: Collection[StationId]
) -> Before:
    """What is added up for several classes, each from its own lessons.

    Whom students met of another class is found in the lessons that both had.
    """
    if len(parts) == 1:
        return parts[0]
    across = _across(lessons, alone)
    return Before(
        met=sum((Counter(part.met) for part in parts), Counter(p for own in across for p in own)),
        lately=frozenset().union(*(part.lately for part in parts), *across[-LATELY:]),
        since={s: n for part in parts for s, n in part.since.items()},
        short={s: n for part in parts for s, n in part.short.items()},
        missed={s: n for part in parts for s, n in part.missed.items()},
    )


def _across(
    lessons: Sequence[Sequence[Held]], alone: Collection[StationId]
) -> list[frozenset[Pair]]:
    """The pairs of different classes in each lesson that several had, the newest last."""
    found: dict[LessonId, list[Held]] = {}
    for held in (held for own in lessons for held in own):
        found.setdefault(held.lesson_id, []).append(held)
    shared = sorted((own for own in found.values() if len(own) > 1), key=lambda own: own[0].day)
    return [_between(own, alone) for own in shared]


def _between(own: Sequence[Held], alone: Collection[StationId]) -> frozenset[Pair]:
    """Who worked together in a lesson and is not of one class; each class has its own visits."""
    cells = dict.fromkeys(cell for held in own for cell in held.visits)
    visits = {cell: tuple(s for held in own for s in held.visits.get(cell, ())) for cell in cells}
    together = replace(own[0], visits=visits).pairs(alone)
    return frozenset(together.difference(*(held.pairs(alone) for held in own)))


def met(lessons: Iterable[Held], alone: Collection[StationId]) -> Counter[Pair]:
    """In how many lessons each pair worked together."""
    found: Counter[Pair] = Counter()
    for lesson in lessons:
        found.update(lesson.pairs(alone))
    return found


def since_teacher(
    lessons: Sequence[Held], tables: Collection[StationId], students: Iterable[StudentId]
) -> dict[StudentId, int]:
    """How many lessons each student has not met the teacher, up to the newest one (the last)."""
    since = dict.fromkeys(students, 0)
    for lesson in lessons:
        been = lesson.been()
        for student in since if lesson.own else since.keys() & been.keys():
            met_teacher = not been.get(student, set()).isdisjoint(tables)
            since[student] = 0 if met_teacher else since[student] + 1
    return since


def _lately(lessons: Sequence[Held]) -> Sequence[Held]:
    """The last lessons of the class, and what its guests were in meanwhile."""
    own = [number for number, lesson in enumerate(lessons) if lesson.own]
    return lessons[own[-LATELY] :] if len(own) > LATELY else lessons


def short_of_teacher(
    lessons: Iterable[Held], tables: Collection[StationId], students: Sequence[StudentId]
) -> dict[StudentId, int]:
    """How many lessons with the teacher each student has had fewer than the mean of these.

    Below zero for who had more.
    """
    had = Counter(
        student
        for lesson in lessons
        for student, stations in lesson.been().items()
        if stations & set(tables)
    )
    mean = round(sum(had[s] for s in students) / max(1, len(students)))
    return {s: mean - had[s] for s in students if had[s] != mean}


def missed_first(
    lessons: Sequence[Held], choices: Mapping[StudentId, Sequence[StationId]]
) -> dict[StudentId, int]:
    """How often in a row each student was in a lesson with its first choice and did not get it."""
    been = [(lesson, lesson.been()) for lesson in reversed(lessons)]
    found: dict[StudentId, int] = {}
    for student, (first, *_) in ((s, c) for s, c in choices.items() if c):
        found[student] = 0
        for lesson, visited in been:
            own = visited.get(student)
            if own is None or first not in lesson.stations:
                continue
            if first in own:
                break
            found[student] += 1
    return found
