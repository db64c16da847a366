"""Teaching a lesson: its clock, who is where, and what is written down at its end."""

from dataclasses import replace

import pytest

from app.domain.changes import Change, label
from app.domain.classes import Student
from app.domain.clock import FINISHED, READY, ROUND, TRANSITION
from app.domain.ids import LessonId
from app.domain.session import ABSENT, PRESENT, Attendance, Session, Visit
from app.errors import NotFound
from tests.builders import MINUTE, TaughtClass


@pytest.fixture
def class_4b() -> TaughtClass:
    return TaughtClass()


def test_without_a_session_there_is_no_scene(class_4b: TaughtClass) -> None:
    assert class_4b.live.scene(class_4b.school_class.id) is None


def test_an_opened_lesson_waits_with_everyone_in_place(class_4b: TaughtClass) -> None:
    class_4b.open()
    assert class_4b.scene().reading.phase == READY
    assert class_4b.where() == {
        "Teacher table": ["Amara", "Ben"],
        "Tablets": ["Chidi", "Daniyar"],
        "Games": ["Elif", "Fatima"],
    }


def test_a_lesson_that_is_not_there_cannot_be_opened(class_4b: TaughtClass) -> None:
    with pytest.raises(NotFound):
        class_4b.live.open(LessonId(999))


def test_everyone_moves_on_by_one_with_nothing_written(class_4b: TaughtClass) -> None:
    class_4b.start()
    steps = class_4b.store.count_steps()
    class_4b.clock.advance(13 * MINUTE)
    assert class_4b.where()["Tablets"] == ["Amara", "Ben"]
    assert class_4b.store.count_steps() == steps


def test_in_a_transition_everyone_stands_in_the_next_place(class_4b: TaughtClass) -> None:
    class_4b.start()
    class_4b.clock.advance(11 * MINUTE)
    scene = class_4b.scene()
    assert (scene.reading.phase, scene.reading.round) == (TRANSITION, 2)
    assert class_4b.where()["Tablets"] == ["Amara", "Ben"]
    assert scene.came_from[class_4b.student("Amara")] == class_4b.stations["Teacher table"].id


def test_every_button_of_the_clock_can_be_undone(class_4b: TaughtClass) -> None:
    session, live = class_4b.start(), class_4b.live
    class_4b.clock.advance(2 * MINUTE)
    before = class_4b.scene().reading
    for press in (
        lambda: live.pause(session),
        lambda: live.extend(session, 1),
        lambda: live.extend(session, -1),
        lambda: live.next(session),
        lambda: live.back(session),
        lambda: live.end(session),
    ):
        press()
        class_4b.room.workspace.undo()
        assert class_4b.scene().reading == before


def test_pause_and_resume_lose_no_time(class_4b: TaughtClass) -> None:
    session, live = class_4b.start(), class_4b.live
    live.pause(session)
    class_4b.clock.advance(30 * MINUTE)
    live.resume(session)
    assert class_4b.scene().reading.remaining_ms == 10 * MINUTE


def test_next_from_the_last_round_ends_the_lesson(class_4b: TaughtClass) -> None:
    session, live = class_4b.start(), class_4b.live
    for _ in range(4):
        live.next(session)
    assert class_4b.scene().reading.phase == ROUND
    live.next(session)
    assert live.current(class_4b.school_class.id) is None


def test_the_end_writes_down_the_visits_that_happened(class_4b: TaughtClass) -> None:
    session = class_4b.start()
    scene = class_4b.scene()
    class_4b.moves.mark(scene, class_4b.student("Fatima"), ABSENT)
    class_4b.clock.advance(4 * MINUTE)
    class_4b.moves.move(class_4b.scene(), class_4b.student("Elif"), class_4b.stations["Tablets"])
    class_4b.clock.advance(6 * MINUTE)
    class_4b.live.end(session)
    spent = {
        (v.student_id, v.station_id): (v.ended_at - v.began_at) // MINUTE
        for v in class_4b.store.find(Visit, session_id=session.id)
    }
    elif_ = class_4b.student("Elif")
    assert spent[elif_, class_4b.stations["Games"].id] == 4
    assert spent[elif_, class_4b.stations["Tablets"].id] == 6
    assert not [key for key in spent if key[0] == class_4b.student("Fatima")]
    assert len(spent) == 6


def test_undoing_the_end_takes_the_visits_back(class_4b: TaughtClass) -> None:
    session = class_4b.start()
    class_4b.clock.advance(5 * MINUTE)
    class_4b.live.end(session)
    assert class_4b.live.scene_of(class_4b.store.find(Session)[0]).reading.phase == FINISHED
    class_4b.room.workspace.undo()
    assert class_4b.store.find(Visit) == ()
    assert class_4b.scene().reading.remaining_ms == 5 * MINUTE


def test_opening_another_lesson_ends_the_one_that_runs(class_4b: TaughtClass) -> None:
    first = class_4b.start()
    class_4b.clock.advance(5 * MINUTE)
    assert class_4b.room.workspace.next_undo.verb != "opened instead"
    second = class_4b.open()
    assert class_4b.room.workspace.next_undo.verb == "opened instead"  # and the toast says so
    assert class_4b.live.current(class_4b.school_class.id) == second
    assert class_4b.store.find(Visit, session_id=first.id)


def test_the_plan_of_the_rounds_is_on_the_scene(class_4b: TaughtClass) -> None:
    class_4b.start()
    starts = class_4b.scene().round_starts
    assert [(at - class_4b.clock.ms) // MINUTE for at in starts] == [0, 12, 24]


def test_a_scene_reads_the_clock_later_without_asking_again(class_4b: TaughtClass) -> None:
    class_4b.start()
    scene = class_4b.scene()
    later = scene.reading_at(class_4b.clock.ms + 3 * MINUTE)
    assert later.remaining_ms == 7 * MINUTE


def test_who_was_absent_in_the_morning_still_is_in_the_next_lesson_of_the_day(
    class_4b: TaughtClass,
) -> None:
    class_4b.start()
    ben, chidi = class_4b.student("Ben"), class_4b.student("Chidi")
    for student in (ben, chidi):
        class_4b.moves.mark(class_4b.scene(), student, ABSENT)
    class_4b.moves.mark(class_4b.scene(), chidi, PRESENT)
    class_4b.clock.advance(60 * MINUTE)
    class_4b.live.end(class_4b.scene().session)
    class_4b.clock.advance(30 * MINUTE)
    class_4b.open()
    assert set(class_4b.scene().seating.out) == {ben}
    class_4b.moves.mark(class_4b.scene(), ben, PRESENT)
    assert class_4b.scene().seating.out == {}
    class_4b.live.end(class_4b.scene().session)
    class_4b.clock.advance(24 * 60 * MINUTE)
    class_4b.open()
    assert class_4b.scene().seating.out == {}


def test_on_another_day_everyone_is_present_until_clicked(class_4b: TaughtClass) -> None:
    class_4b.start()
    class_4b.moves.mark(class_4b.scene(), class_4b.student("Ben"), ABSENT)
    class_4b.live.end(class_4b.scene().session)
    class_4b.clock.advance(24 * 60 * MINUTE)
    class_4b.open()
    assert class_4b.scene().seating.out == {}


def test_who_left_the_class_since_is_not_absent_from_the_next_lesson(class_4b: TaughtClass) -> None:
    class_4b.start()
    ben = class_4b.student("Ben")
    class_4b.moves.mark(class_4b.scene(), ben, ABSENT)
    class_4b.live.end(class_4b.scene().session)
    [listed] = class_4b.store.find(Student, id=(ben,))
    gone = Change(listed, replace(listed, archived=True))
    class_4b.room.workspace.edit(label("students archived", count=1), gone)
    class_4b.open()
    assert not class_4b.store.find(Attendance, session_id=class_4b.scene().session.id)
