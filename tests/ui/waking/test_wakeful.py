"""When the computer may sleep, and when a lesson keeps it awake."""

from dataclasses import replace

import pytest

from app.domain.board.scene import BoardClock
from tests.fakes import FakeClock
from ui.waking.wakeful import Wakeful

HOUR = 60 * 60_000
ROUND = BoardClock("round", 1, 4, 700_000, 720_000)
PAUSED = replace(ROUND, paused=True)


class Lamp:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[bool] = []
        self.clock = FakeClock()
        self.wakeful = Wakeful(self.clock, self.told.append)


@pytest.mark.parametrize("reading", [ROUND, PAUSED, replace(ROUND, phase="transition")])
def test_a_lesson_that_runs_or_stands_keeps_it_awake(reading: BoardClock) -> None:
    lamp = Lamp()
    lamp.wakeful.follow(reading)
    lamp.wakeful.follow(reading)
    assert lamp.told == [True]


@pytest.mark.parametrize("phase", ["none", "ready", "finished"])
def test_before_and_after_a_lesson_it_sleeps_as_ever(phase: str) -> None:
    lamp = Lamp()
    lamp.wakeful.follow(replace(ROUND, phase=phase))
    assert lamp.told == []
    lamp.wakeful.follow(ROUND)
    lamp.wakeful.follow(replace(ROUND, phase=phase))
    assert lamp.told == [True, False]


def test_stopped_it_lets_the_computer_sleep() -> None:
    lamp = Lamp()
    lamp.wakeful.follow(ROUND)
    lamp.wakeful.stop()
    lamp.wakeful.stop()
    assert lamp.told == [True, False]


def test_a_lesson_somebody_forgot_does_not_empty_the_battery() -> None:
    lamp = Lamp()
    lamp.wakeful.follow(PAUSED)
    lamp.clock.advance(2 * HOUR - 1)
    lamp.wakeful.follow(PAUSED)
    assert lamp.told == [True]
    lamp.clock.advance(1)
    lamp.wakeful.follow(PAUSED)
    assert lamp.told == [True, False]
    lamp.wakeful.follow(ROUND)
    assert lamp.told == [True, False, True]
