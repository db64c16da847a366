"""The end of a school year: which classes are over, and what becomes of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.classes import Student
from app.domain.erasing import ErasureRequest
from app.domain.ids import ClassId, NeedId, ObservationId
from app.domain.retention import ClassUse, is_over, jottings_before, needs_before
from app.ports import Clock, Erasure, Store
from app.services.classes import ClassService
from app.services.erasing import ErasingService

KEEP, ARCHIVE, ERASE = "keep", "archive", "erase"


@dataclass(frozen=True, slots=True)
class ClassLine:
    """A class, the day of its last lesson or observation, and whether its school year is over."""

    use: ClassUse
    last: date
    over: bool


@dataclass(frozen=True, slots=True)
class YearPicture:
    """Every class that still has students or is not put away, old jottings, and old needs."""

    classes: tuple[ClassLine, ...]
    jottings: tuple[ObservationId, ...]
    needs: tuple[NeedId, ...] = ()


class RetentionService:
    """Carries out what was decided; erasing itself is the port's."""

    def __init__(
        self, store: Store, classes: ClassService, erasing: ErasingService, clock: Clock
    ) -> None:
        self._store = store
        self._classes = classes
        self._erasing = erasing
        self._clock = clock

    def look(self, erasure: Erasure) -> YearPicture:
        """What there is; it reads through the port alone, so it may run in a worker."""
        today = self._clock.local(self._clock.now_ms()).date()
        lines = [self._line(use, today) for use in erasure.classes()]
        jottings = erasure.jottings(_at(self._clock, jottings_before(today)))
        needs = erasure.needs(_at(self._clock, needs_before(today)))
        return YearPicture(tuple(lines), jottings, needs)

    def archive(self, choices: Mapping[ClassId, str]) -> None:
        """Put away the classes that are kept no longer; each is a step that can be undone."""
        for class_id, choice in choices.items():
            archived = self._classes.school_class(class_id).archived
            if choice in (ARCHIVE, ERASE) and not archived:
                self._classes.archive(class_id)

    def request(
        self,
        choices: Mapping[ClassId, str],
        jottings: Sequence[ObservationId],
        everywhere: bool = False,
        needs: Sequence[NeedId] = (),
    ) -> ErasureRequest | None:
        """One request for all that is to be erased; None when nothing is.

        `everywhere`: names go from texts about others too. Raises `errors.NotesWaiting`.
        """
        students = [
            student.id
            for class_id, choice in choices.items()
            if choice == ERASE
            for student in self._store.find(Student, class_id=class_id)
            if student.name.first
        ]
        if not students and not jottings and not needs:
            return None
        mentions = None if everywhere else ()
        return self._erasing.request(students, mentions, observations=jottings, needs=needs)

    def _line(self, use: ClassUse, today: date) -> ClassLine:
        days = [date.fromisoformat(use.lesson_day)] if use.lesson_day else []
        if use.seen_at is not None:
            days.append(self._clock.local(use.seen_at).date())
        last = max(days, default=self._clock.local(use.made_at).date())
        return ClassLine(use, last, is_over(last, today))


def _at(clock: Clock, day: date) -> int:
    """The midnight that a day begins with in the classroom, in milliseconds UTC."""
    zone = clock.local(clock.now_ms()).tzinfo
    noon = int(datetime(day.year, day.month, day.day, 12, tzinfo=zone).timestamp() * 1000)
    # Summer time may hold on that day and not now.
    midnight = clock.local(noon).replace(hour=0, minute=0, second=0, microsecond=0)
    return int(midnight.timestamp() * 1000)
