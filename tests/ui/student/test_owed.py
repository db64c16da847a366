"""The drawer says which visits a student is owed, from which lesson, and why."""

import pytest

from app.domain.ids import LessonId, PathId, StationId, StudentId
from app.domain.lessons import Path
from app.domain.owed import Owed
from app.domain.progress import OwedVisit
from app.domain.session import Attendance, Session
from ui.student.owed_list import owed_words

AMARA, BEN = "Amara Okafor", "Ben Walker"


def missed(room):
    """Two days ago Ben was at the teacher's table, and Amara at the dentist."""
    room.visit(BEN, room.table_station, days=2, minutes=12)
    (session,) = room.store.find(Session)
    student, table = room.students[AMARA], room.table_station.id
    at = session.opened_at
    room.keep(
        Path(PathId(room.ids()), session.lesson_id, student, 0, (table, None)),
        Attendance(room.ids(), session.id, student, "away", at, "Dentist"),
    )


def test_what_is_owed_stands_below_the_visits(drawer, room):
    missed(room)
    drawer.show_student(room.students[AMARA])
    lines = [line.text() for line in drawer.owed.lines if not line.isHidden()]
    assert lines == ["Teacher table · Thu 14 May, round 1 · away: Dentist"]


def test_who_is_owed_nothing_has_no_such_part(drawer, room):
    missed(room)
    drawer.show_student(room.students[BEN])
    assert drawer.owed.isHidden()


@pytest.mark.parametrize(
    ("why", "reason", "words"),
    [
        ("absent", "", "absent"),
        ("away", "", "away"),
        ("away", "Speech", "away: Speech"),
        ("elsewhere", "", "was at another station"),
        ("cut", "", "the lesson ended before it"),
    ],
)
def test_every_reason_has_its_words(why, reason, words):
    debt = Owed(StudentId(1), StationId(2), LessonId(3), "2026-05-12", 3, why, reason)
    assert owed_words(OwedVisit(debt, "Table")) == f"Table · Tue 12 May, round 3 · {words}"
