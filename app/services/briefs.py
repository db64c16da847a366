"""From a lesson to what the planner is asked."""

from collections.abc import Mapping, Sequence

from app.domain.classes import APART, TOGETHER, Rule
from app.domain.ids import StationId, StudentId
from app.domain.lessons import Lesson
from app.domain.plan import Brief, PlanStation
from app.domain.seating import closed_in, latest_attendance
from app.domain.session import ABSENT, Attendance, Session
from app.domain.stations import TEACHER_LED
from app.ports import Store
from app.services.roll import lesson_roll, lesson_rules, lesson_stations

Out = Mapping[int, frozenset[StudentId]]
"""Who is out of the room for all of a round, by its number."""


def brief_for(
    store: Store, lesson: Lesson, groups: Mapping[StudentId, int], out: Out | None = None
) -> Brief:
    """The brief of a lesson with these groups kept; absent students are left out.

    `out` names those who are out of the room for all of a round.
    """
    roll, _ = lesson_roll(store, lesson)
    absent = absent_from(store, lesson)
    students = tuple(student.id for student in roll if student.id not in absent)
    rules = lesson_rules(store, lesson)
    return Brief(
        students=students,
        stations=tuple(
            PlanStation(s.id, s.room, s.kind == TEACHER_LED) for s in lesson_stations(store, lesson)
        ),
        rounds=lesson.rounds,
        groups={student: groups[student] for student in students if student in groups},
        apart=_sets(rules, APART),
        together=_sets(rules, TOGETHER),
        out=_rounds_of(out or {}),
        closed=closed_rounds(rules, lesson.rounds),
    )


def closed_rounds(rules: Sequence[Rule], rounds: int) -> dict[int, frozenset[StationId]]:
    """The stations that take nobody, by round; rounds in which all are open are left out."""
    found = {number: closed_in(rules, number) for number in range(1, rounds + 1)}
    return {number: shut for number, shut in found.items() if shut}


def _rounds_of(out: Out) -> dict[StudentId, frozenset[int]]:
    everyone = {student for students in out.values() for student in students}
    return {s: frozenset(n for n, there in out.items() if s in there) for s in everyone}


def absent_from(store: Store, lesson: Lesson) -> frozenset[StudentId]:
    """Who was said to be absent while the lesson is taught; nobody before."""
    opened = store.find(Session, lesson_id=lesson.id, ended_at=None)
    said = store.find(Attendance, session_id=tuple(session.id for session in opened))
    return frozenset(s for s, word in latest_attendance(said).items() if word.state == ABSENT)


def _sets(rules: Sequence[Rule], kind: str) -> tuple[tuple[StudentId, ...], ...]:
    return tuple(tuple(map(StudentId, r.student_ids)) for r in rules if r.kind == kind)
