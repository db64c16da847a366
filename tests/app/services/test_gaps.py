"""What nobody pressed is written so that the clock is right, and is no step to undo."""

import pytest

from app.services.gaps import GapService
from tests.fakes.lesson import LessonRoom

MINUTE = 60_000


@pytest.fixture
def room() -> LessonRoom:
    return LessonRoom()


@pytest.fixture
def gaps(room: LessonRoom) -> GapService:
    return GapService(room)


def test_the_clock_stands_since_then_and_goes_on_where_it_stood(
    room: LessonRoom, gaps: GapService
) -> None:
    room.clock.advance(3 * MINUTE)
    since = room.clock.now_ms()
    room.clock.sleep(40 * MINUTE)
    gaps.pause(room.session, since)
    assert room.live.reading(room.session).paused
    assert room.live.reading(room.session).remaining_ms == 9 * MINUTE
    room.live.resume(room.session)
    room.clock.advance(MINUTE)
    assert room.live.reading(room.session).remaining_ms == 8 * MINUTE


def test_the_time_may_be_counted_after_all(room: LessonRoom, gaps: GapService) -> None:
    since = room.clock.now_ms()
    room.clock.sleep(5 * MINUTE)
    gaps.pause(room.session, since)
    gaps.count(room.session, since)
    assert room.live.reading(room.session).remaining_ms == 7 * MINUTE


def test_what_nobody_pressed_is_no_step_to_undo(room: LessonRoom, gaps: GapService) -> None:
    before = room.workspace.next_undo
    gaps.pause(room.session, room.clock.now_ms())
    gaps.shift(room.session, room.clock.now_ms(), 1_000)
    assert room.workspace.next_undo == before


def test_whether_the_clock_ran_is_asked_of_what_was_pressed_until_then(
    room: LessonRoom, gaps: GapService
) -> None:
    begun = room.clock.now_ms()
    room.clock.advance(MINUTE)
    room.live.pause(room.session)
    assert gaps.was_running(room.session, begun)
    assert not gaps.was_running(room.session, room.clock.now_ms())
    assert not gaps.was_running(room.session, begun - 1)
    assert gaps.last_event(room.session) == room.clock.now_ms()


def test_after_the_clock_was_set_back_it_is_still_known_that_it_ran(
    room: LessonRoom, gaps: GapService
) -> None:
    day = 24 * 60 * MINUTE
    room.clock.advance(3 * MINUTE)
    room.clock.set_on(-day)
    gaps.shift(room.session, room.clock.now_ms(), -day)
    room.clock.advance(MINUTE)
    assert gaps.was_running(room.session, room.clock.now_ms())
    assert gaps.last_event(room.session) == room.clock.now_ms() - MINUTE
    since = room.clock.now_ms()
    room.clock.sleep(40 * MINUTE)
    gaps.pause(room.session, since)
    assert room.live.reading(room.session).remaining_ms == 8 * MINUTE
