"""28, 29: the clocks go back an hour in the lesson; the program hangs for ten seconds."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from app.domain.session import Visit
from tests.builders import MINUTE, TaughtClass
from tests.fakes import FakeClock
from tests.journey.teacher import Teacher

BERLIN = ZoneInfo("Europe/Berlin")
JUMPS = {
    "back": datetime(2026, 10, 25, 1, 0, tzinfo=UTC),
    "on": datetime(2027, 3, 28, 1, 0, tzinfo=UTC),
}


class BerlinClock(FakeClock):
    """Local time as Berlin has it."""

    def local(self, at_ms: int) -> datetime:
        return datetime.fromtimestamp(at_ms / 1000, BERLIN)


@pytest.mark.parametrize("jump", JUMPS)
def test_the_hour_that_comes_twice_or_never_uses_no_time(jump: str) -> None:
    """Ten minutes of round 1, begun five minutes before the jump: five are left after it."""
    taught = TaughtClass()
    at = int(JUMPS[jump].timestamp() * 1000)
    taught.clock.ms = at - 5 * MINUTE
    berlin = BerlinClock()
    before = berlin.local(taught.clock.ms).utcoffset()
    session = taught.start()
    taught.clock.advance(5 * MINUTE)
    assert taught.scene().reading.remaining_ms == 5 * MINUTE
    assert berlin.local(taught.clock.ms).utcoffset() != before
    taught.clock.advance(5 * MINUTE)
    assert taught.scene().reading.phase == "transition"
    taught.live.end(session)
    visits = taught.store.find(Visit)
    assert {visit.ended_at - visit.began_at for visit in visits} == {10 * MINUTE}


def test_after_ten_seconds_in_which_nothing_moved_the_clock_is_right_at_once(
    lesson: Teacher,
) -> None:
    """No tick was counted, so none can be missing: both screens show what is really left."""
    assert lesson.timer() == "12:00"
    lesson.computer.clock.advance(10_000)
    lesson.desk.live.page.tick()
    assert lesson.timer() == "11:50"
    assert lesson.board.scene is not None
    assert lesson.board.scene.clock.remaining_ms == 12 * MINUTE - 10_000


def test_a_round_that_ended_while_nothing_moved_has_ended_when_it_moves_again(
    lesson: Teacher,
) -> None:
    lesson.computer.clock.advance(12 * MINUTE + 10_000)
    lesson.desk.live.page.tick()
    lesson.wait_for_board("transition 2: 1")
    assert lesson.timer() == "01:50"
