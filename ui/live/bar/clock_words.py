"""What the top bar says about the clock."""

from typing import NamedTuple

from app.domain.clock import READY, TRANSITION, Reading
from app.domain.live import LiveScene
from app.ports import Clock
from ui.format import clock_time, duration
from ui.live.bar.timer import TimerView
from ui.live.words import tr

DONE = "done"
CURRENT = "current"
LATER = "later"


class PillView(NamedTuple):
    """A round in the top bar: done, current or later."""

    number: int
    time: str
    state: str


def timer_view(reading: Reading, clock: Clock) -> TimerView:
    """The clock's reading as the timer shows it."""
    caption, short = _caption(reading, clock)
    over = reading.remaining_ms < 0
    part = 0.0 if over or not reading.total_ms else reading.remaining_ms / reading.total_ms
    digits = duration(reading.remaining_ms)
    return TimerView(digits, caption, short, part, reading.paused, over, reading.warning)


def _caption(reading: Reading, clock: Clock) -> tuple[str, str]:
    """The sentence beside the digits, and a shorter one."""
    minutes = length(reading.total_ms)
    if reading.phase == READY:
        whole, short = "for each of {rounds} rounds", "{rounds} rounds"
        return tr(whole, rounds=reading.rounds), tr(short, rounds=reading.rounds)
    if reading.paused:
        return tr("Paused · {minutes} in all", minutes=minutes), tr("Paused")
    if reading.phase == TRANSITION:
        to = tr("Moving to round {round}", round=reading.round)
        return to, tr("Moving")
    if reading.remaining_ms < 0:
        return tr("over the {minutes}", minutes=minutes), tr("over")
    ends = clock_time(clock.local(reading.ends_at or 0))
    if reading.warning:
        return tr("ends soon · {time}", time=ends), tr("ends soon")
    return tr("left of {minutes} · ends {time}", minutes=minutes, time=ends), tr(
        "ends {time}", time=ends
    )


def length(ms: int) -> str:
    """12 min, or 1:30 min when it does not come out even."""
    minutes, seconds = divmod(ms // 1000, 60)
    if seconds:
        return tr("{minutes}:{seconds} min", minutes=minutes, seconds=f"{seconds:02d}")
    return tr("{minutes} min", minutes=minutes)


def pills(
    scene: LiveScene, reading: Reading, starts: tuple[int, ...], clock: Clock
) -> tuple[PillView, ...]:
    """The rounds of the lesson with the times they begin."""
    return tuple(
        PillView(number, clock_time(clock.local(at)), _state(number, reading))
        for number, at in enumerate(starts[: scene.lesson.rounds], 1)
    )


def _state(number: int, reading: Reading) -> str:
    if reading.phase == READY or number > reading.round:
        return LATER
    return CURRENT if number == reading.round else DONE


def next_tick(reading: Reading, now: int) -> int:
    """Milliseconds until the clock shows something else.

    While a round runs that is the next full second of what is left; while the clock stands the
    times of the rounds to come move on with each minute.
    """
    if reading.running:
        shown = -(-reading.remaining_ms // 1000) if reading.remaining_ms > 0 else 0
        if reading.remaining_ms > 0:
            return reading.remaining_ms - (shown - 1) * 1000
        return 1000 - -reading.remaining_ms % 1000
    return 60_000 - now % 60_000
