"""Reading who was in the lessons of the last weeks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from app.domain.changes import Entity
from app.domain.ids import ClassId, SessionId, StudentId
from app.domain.presence import PRESENCE_DAYS, Presence
from app.domain.session import Session, Visit
from app.ports import Attended, Clock, Evidence
from app.services.days import day_start
from app.services.running import Going

LESSONS = frozenset[type[Entity]]({Session, Visit})


class PresenceReader:
    """Reads a class's lessons once, and again when one was taught. Nothing is written."""

    def __init__(self, evidence: Evidence, clock: Clock) -> None:
        self._evidence = evidence
        self._clock = clock
        self._recorded: dict[tuple[ClassId, int], tuple[Attended, ...]] = {}
        self._known: dict[tuple[ClassId, int], Presence] = {}

    def forget(self, kinds: frozenset[type[Entity]]) -> None:
        """Something was written: read the lessons again next time, if it is about them."""
        if kinds & LESSONS:
            self._recorded.clear()
            self._known.clear()

    def presence(self, class_id: ClassId, running: Iterable[Going]) -> Presence:
        """The lessons of the last 60 days, and those being taught by the stays up to now."""
        since = day_start(self._clock, self._clock.now_ms(), PRESENCE_DAYS)
        key = (class_id, since)
        if key not in self._recorded:
            self._recorded = {key: self._evidence.attended(class_id, since)}
            self._known = {key: presence_of(self._recorded[key])}
        now = _attending(running)
        return presence_of((*self._recorded[key], *now)) if now else self._known[key]


def presence_of(attended: Iterable[Attended]) -> Presence:
    """Lessons by when they began: the first who came into one began it."""
    own, guests = list[Attended](), list[Attended]()
    for one in attended:
        (own if one.own else guests).append(one)
    taught, here = _starts(own)
    return Presence(tuple(taught), here, _starts(guests)[1])


def _starts(
    attended: Iterable[Attended],
) -> tuple[list[int], Mapping[StudentId, tuple[int, ...]]]:
    """When each lesson began, oldest first, and those of each student."""
    began: dict[SessionId, int] = {}
    who: defaultdict[SessionId, set[StudentId]] = defaultdict(set)
    for one in attended:
        began[one.session_id] = min(one.began_at, began.get(one.session_id, one.began_at))
        who[one.session_id].add(one.student_id)
    here: defaultdict[StudentId, list[int]] = defaultdict(list)
    for session in sorted(began, key=lambda s: (began[s], s)):
        for student in who[session]:
            here[student].append(began[session])
    return sorted(began.values()), {student: tuple(own) for student, own in here.items()}


def _attending(running: Iterable[Going]) -> tuple[Attended, ...]:
    """A lesson that runs has no visits yet; its stays say who is there."""
    return tuple(
        Attended(stay.student_id, SessionId(-number), stay.began_at, going.own)
        for number, going in enumerate(running)
        for stay in going.stays
    )
