"""26: somebody sets the computer's clock in the middle of a lesson, a day back or a year on."""

import pytest

from app.domain.session import SHIFTED, ClockEvent, Visit
from app.services.live import LiveService
from tests.faults.refusing import store_of
from tests.journey.teacher import MINUTE, Teacher

DAY = 24 * 60 * MINUTE


@pytest.mark.parametrize("by", [-DAY, 365 * DAY], ids=["a day back", "a year on"])
def test_the_lesson_s_clock_goes_on_and_the_record_says_what_happened(
    lesson: Teacher, by: int
) -> None:
    lesson.computer.clock.advance(4 * MINUTE)
    lesson.wait(lambda: lesson.timer() == "08:00")
    lesson.computer.clock.set_on(by)
    lesson.desk.live.page.clockwork.timer.timeout.emit()
    lesson.wait(lambda: bool(shifts(lesson)))
    assert [event.amount for event in shifts(lesson)] == [by]
    assert (lesson.timer(), lesson.board_says()) == ("08:00", "round 1: 8")
    lesson.computer.clock.advance(8 * MINUTE)
    lesson.wait_for_board("transition 2: 2")
    lesson.computer.clock.advance(2 * MINUTE)
    lesson.wait_for_board("round 2: 12")
    scene = lesson.desk.live.page.scene
    assert scene is not None
    LiveService(lesson.desk.room).end(scene.session)
    first = [visit for visit in store_of(lesson).find(Visit) if visit.round == 1]
    assert {visit.ended_at - visit.began_at for visit in first} == {12 * MINUTE}


def shifts(lesson: Teacher) -> list[ClockEvent]:
    return [event for event in store_of(lesson).find(ClockEvent) if event.kind == SHIFTED]
