"""The list of what came back and what did not, in facts a teacher knows."""

from collections.abc import Container, Sequence
from functools import cached_property

from sqlcipher3 import dbapi2 as sqlite

from app.domain.changes import Entity
from app.domain.classes import Student
from app.domain.damage import LOST, RescueLine
from app.domain.observations import Observation
from data.damage.judge import Verdict

_NAME = "SELECT id, coalesce(nullif(preferred, ''), given), family FROM student"
_WHAT = ("note", "name", "topic", "title", "statement", "reason", "kind")
_WHEN = ("seen_at", "at", "began_at", "opened_at", "since", "created_at")


class Lister:
    """Knows the names in a whole file and in what comes back; of the `erased` it says nothing."""

    def __init__(
        self, whole: sqlite.Connection, coming: Sequence[Entity], erased: Container[int] = ()
    ) -> None:
        self._whole = whole
        self._coming = coming
        self._erased = erased

    def line(self, verdict: Verdict) -> RescueLine:
        """One row of the list."""
        subject = verdict.change.subject if verdict.change else verdict.seen
        owner = subject.id if isinstance(subject, Student) else getattr(subject, "student_id", 0)
        hidden = owner in self._erased
        return RescueLine(
            verdict.place[0],
            verdict.outcome,
            _first_number(subject, _WHEN) or verdict.at,
            "" if hidden else self._who(subject),
            "" if hidden else self._what(subject),
        )

    def unread(self, student: int, at: int) -> RescueLine:
        """An observation of which only student and time are known."""
        return RescueLine("observation", LOST, at, self._name_of(student))

    def _who(self, subject: Entity | None) -> str:
        if isinstance(subject, Student):
            return _full(subject.preferred or subject.given, subject.family)
        return self._name_of(getattr(subject, "student_id", 0))

    def _name_of(self, student: int) -> str:
        return "" if student in self._erased else self._names.get(student, "")

    def _what(self, subject: Entity | None) -> str:
        if isinstance(subject, Student):
            return ""
        text = next((t for n in _WHAT if (t := getattr(subject, n, ""))), "")
        if isinstance(subject, Observation) and not text and subject.level is not None:
            return f"{self._skills.get(subject.skill_id or 0, '')}: {subject.level}".lstrip(": ")
        return str(text)

    @cached_property
    def _names(self) -> dict[int, str]:
        names = {row[0]: _full(row[1], row[2]) for row in self._whole.execute(_NAME)}
        students = (s for s in self._coming if isinstance(s, Student))
        return names | {s.id: _full(s.preferred or s.given, s.family) for s in students}

    @cached_property
    def _skills(self) -> dict[int, str]:
        return dict(self._whole.execute("SELECT id, statement FROM skill"))


def _full(given: str, family: str) -> str:
    return f"{given} {family}".strip()


def _first_number(subject: Entity | None, names: Sequence[str]) -> int | None:
    return next((n for name in names if isinstance(n := getattr(subject, name, None), int)), None)
