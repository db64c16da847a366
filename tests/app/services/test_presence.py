"""Presence from what was recorded, and who is called unseen."""

from app.domain.attention import blind_spots, overlooked
from app.domain.presence import Lessons
from app.domain.session import Visit
from tests.fakes.progress_class import ProgressClass

AMARA, BEN, MAYA = "Amara Okafor", "Ben Walker", "Maya Lindqvist"


def taught(room: ProgressClass, days: int, *names: str) -> None:
    for name in names:
        room.visit(name, room.table_station, days, 12)


def test_an_absent_student_is_not_called_unseen() -> None:
    room = ProgressClass()
    for name in (AMARA, BEN):
        room.see(name, "Round", 2, days=12)
    for days in (9, 6, 3):
        taught(room, days, BEN)
    amara, ben = room.row(AMARA), room.row(BEN)
    assert amara.lessons == Lessons(0, 3)
    assert (amara.not_seen_lately, amara.was_away) == (False, True)
    assert (ben.not_seen_lately, ben.was_away) == (True, False)


def test_who_was_never_seen_and_never_there_was_not_overlooked() -> None:
    room = ProgressClass()
    taught(room, 3, BEN)
    assert room.row(BEN).not_seen_lately
    assert not room.row(AMARA).not_seen_lately
    assert room.row(AMARA).was_away


def test_without_recorded_lessons_days_are_what_counts() -> None:
    room = ProgressClass()
    room.see(AMARA, "Round", 2, days=7)
    assert room.row(AMARA).not_seen_lately
    assert room.row(MAYA).not_seen_lately


def test_the_lesson_that_runs_counts() -> None:
    room = ProgressClass()
    room.see(AMARA, "Round", 2, days=1)
    room.start_lesson(AMARA)
    room.clock.advance(60_000)
    assert room.row(AMARA).lessons == Lessons(1, 1)


def test_lessons_are_read_again_when_one_was_recorded() -> None:
    room = ProgressClass()
    room.see(AMARA, "Round", 2, days=9)
    assert room.row(AMARA).lessons == Lessons(0, 0)
    taught(room, 3, AMARA)
    room.progress.forget(frozenset({Visit}))
    assert room.row(AMARA).lessons == Lessons(1, 1)


def test_blind_spots_are_told_for_each_skill_the_worst_first() -> None:
    room = ProgressClass()
    taught(room, 5, AMARA, BEN)
    room.see(AMARA, "Round", 2, days=1)
    room.see(AMARA, "Place value", 2, days=1)
    room.see(BEN, "Round", 3, days=2)
    table = room.progress.table(room.class_id)
    names = [[row.name for row in blind_spots(table, at)] for at in range(3)]
    assert names == [["Ben"], [], ["Amara", "Ben"]]
    assert overlooked(table) == [(2, 2), (0, 1)]
