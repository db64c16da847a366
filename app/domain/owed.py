"""Owed visits: planned at a teacher-led or must-do station, missed, and not had back since.

Only what was planned can be missed. Every visit in a later lesson gives back the oldest one of the
same kind, also when it was planned anyway: where groups move together nobody has a visit beyond the
plan, and who was at the table since is not to be called for as if nothing had been. How far behind
the others somebody is in teacher time is another figure (`planning/history.py`). A stay counts when
it was long enough to be taught something.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.ids import LessonId, StationId, StudentId
from app.domain.stations import TEACHER_LED, Station

SCHOOL_DAYS = 30
"""So many days with lessons are looked back on; what is older is not owed any more."""
DAYS_BACK = 366
"""Nor is what is older than a year, however seldom the class is taught."""
ENOUGH_MS = 3 * 60_000

ABSENT = "absent"
LATE = "late"
AWAY = "away"
ELSEWHERE = "elsewhere"
CUT = "cut"
"""The lesson ended before the round of the visit."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A visit that a student is owed.

    It was planned for `round` of a lesson on `day` (ISO text). `why` is "absent", "late", "away"
    (for `reason`, which may be empty), "elsewhere" or "cut". `led`: a teacher leads the station,
    and any teacher's table gives it back.
    """

    student_id: StudentId
    station_id: StationId
    lesson_id: LessonId
    day: str
    round: int
    why: str
    reason: str = ""
    led: bool = False


@dataclass(frozen=True, slots=True)
class Been:
    """A stay of `ms` at a station."""

    student_id: StudentId
    station_id: StationId
    round: int
    ms: int


@dataclass(frozen=True, slots=True)
class Taught:
    """A lesson as it was planned and as it went.

    `planned` has each student's stations round by round. `away` says why a student missed a round
    ("absent", "late", "away") and for which reason. A lesson that is `over` owes what was missed;
    one that still runs only gives back.
    """

    lesson_id: LessonId
    day: str
    round_ms: int
    planned: Mapping[StudentId, Sequence[int | None]]
    been: Sequence[Been]
    away: Mapping[tuple[StudentId, int], tuple[str, str]] = field(default_factory=dict)
    over: bool = True

    @property
    def rounds(self) -> int:
        """How many rounds there were."""
        return max((stay.round for stay in self.been), default=0)


_Kind = StationId | str
"""A must-do station is made good there alone, so one that is gone is owed to nobody any more; one
teacher is as good as another."""


def owed_visits(
    lessons: Iterable[Taught], stations: Iterable[Station]
) -> Mapping[StudentId, tuple[Owed, ...]]:
    """What each student is owed, the oldest first; students who are owed nothing are left out.

    `lessons` are in the order they were taught; those before the last 30 school days are passed
    over, and so are lessons in which nobody was anywhere.
    """
    kinds = _kinds(stations)
    open_ = defaultdict[tuple[StudentId, _Kind], deque[Owed]](deque)
    for lesson in _recent(lessons):
        missed, had = _balance(lesson, kinds)
        for account, times in had.items():
            for _ in range(min(times, len(open_[account]))):
                open_[account].popleft()
        for owed in missed:
            open_[owed.student_id, _gives_back(owed)].append(owed)
    found = defaultdict[StudentId, list[Owed]](list)
    for (student, _account), debts in open_.items():
        found[student].extend(debts)
    return {
        student: tuple(sorted(debts, key=lambda owed: (owed.day, owed.round)))
        for student, debts in found.items()
        if debts
    }


def had_back(
    owed: Mapping[StudentId, tuple[Owed, ...]], running: Taught, stations: Iterable[Station]
) -> Mapping[StudentId, tuple[Owed, ...]]:
    """What is still owed after the visits of a lesson that runs: it owes nothing itself yet.

    `stations` need be those of this lesson alone.
    """
    _missed, had = _balance(running, _kinds(stations))
    left = dict(owed)
    for (student, kind), times in had.items():
        own = left.get(student, ())
        paid = [debt for debt in own if _gives_back(debt) == kind][:times]
        left[student] = tuple(debt for debt in own if debt not in paid)
    return {student: debts for student, debts in left.items() if debts}


def _kinds(stations: Iterable[Station]) -> dict[StationId, _Kind]:
    return {s.id: kind for s in stations if (kind := _kind(s)) is not None}


def _kind(station: Station) -> _Kind | None:
    if station.kind == TEACHER_LED:
        return TEACHER_LED
    return station.id if station.must_do and not station.archived else None


def _gives_back(debt: Owed) -> _Kind:
    return TEACHER_LED if debt.led else debt.station_id


def _recent(lessons: Iterable[Taught]) -> Sequence[Taught]:
    held = [lesson for lesson in lessons if lesson.been]
    days = sorted({lesson.day for lesson in held})[-SCHOOL_DAYS:]
    return [lesson for lesson in held if lesson.day in days]


def _balance(
    lesson: Taught, kinds: Mapping[StationId, _Kind]
) -> tuple[list[Owed], Counter[tuple[StudentId, _Kind]]]:
    """The visits that were missed, and how many there were of each kind.

    Of a plan that has more visits for a student than most have, those beyond are not missed.
    """
    enough = min(ENOUGH_MS, lesson.round_ms // 2)
    been = Counter(
        (stay.student_id, kinds[stay.station_id])
        for stay in _long_enough(lesson.been, enough)
        if stay.station_id in kinds
    )
    planned = {student: list(_planned(at, kinds)) for student, at in lesson.planned.items()}
    usual = _usual(planned.values(), kinds)
    missed: list[Owed] = []
    for student, visits in planned.items():
        for kind, most in usual.items():
            own = [visit for visit in visits if kinds[visit[1]] == kind]
            due = own[: min(len(own), most)] if most else own
            lost = due[been[student, kind] :] if lesson.over else []
            led = kind == TEACHER_LED
            missed += [_owed(lesson, student, station, number, led) for number, station in lost]
    return missed, been


def _usual(
    planned: Iterable[Sequence[tuple[int, StationId]]], kinds: Mapping[StationId, _Kind]
) -> dict[_Kind, int]:
    """How many visits of each kind most students have in the plan; of two numbers the higher."""
    plans = [Counter(kinds[station] for _, station in visits) for visits in planned]
    found = dict[_Kind, int]()
    for kind in dict.fromkeys(kinds.values()):
        often = Counter(plan[kind] for plan in plans)
        found[kind] = max(often, key=lambda count: (often[count], count), default=0)
    return found


def _long_enough(been: Iterable[Been], enough: int) -> Iterator[Been]:
    """One for each round and station, of stays that are long enough together."""
    together = Counter[tuple[StudentId, StationId, int]]()
    for stay in been:
        together[stay.student_id, stay.station_id, stay.round] += stay.ms
    for (student, station, number), ms in together.items():
        if ms >= enough:
            yield Been(student, station, number, ms)


def _planned(
    stations: Sequence[int | None], kinds: Collection[StationId]
) -> Iterator[tuple[int, StationId]]:
    for number, station in enumerate(stations, 1):
        if station is not None and StationId(station) in kinds:
            yield number, StationId(station)


def _owed(lesson: Taught, student: StudentId, station: StationId, number: int, led: bool) -> Owed:
    why, reason = lesson.away.get((student, number), (ELSEWHERE, ""))
    if number > lesson.rounds:
        why, reason = CUT, ""
    return Owed(student, station, lesson.lesson_id, lesson.day, number, why, reason, led)
