"""A morning as it goes: late, called off, a fire drill, a cable, a crash, and the next day planned.

Windows, pointer, screens and the kill are real; only minutes go by faster.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from app.demo.build import DemoBuilder, DemoSize
from app.domain.classes import Student
from app.domain.ids import StudentId
from app.services.pull_outs import PullOutService, When
from tests.fakes import FakeClock
from tests.journey.inspected import AHEAD
from tests.journey.real_app import RealApp, real_app
from tests.journey.x_server import PROJECTOR, plug, unplug
from ui.bootstrap import open_profile, profile_at

pytestmark = pytest.mark.real_windows

TEN = int(datetime.fromisoformat("2026-05-14T10:00").astimezone().timestamp() * 1000)
MINUTE = 60_000
LATE, CALLED_OFF = "Leila", "Ben"
DRILL_MINUTES = 9


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """The demo class as the teacher's own, in round 2 at ten o'clock; somebody leaves at 10:02."""
    folder, clock = tmp_path / "profile", ClockHere(TEN)
    opened = open_profile(profile_at(folder), clock)
    try:
        room = opened.classroom
        class_id = DemoBuilder(room.workspace, room.ids, clock, seed=1).build(DemoSize(days=10))
        student = next(s for s in room.store.find(Student) if s.given == CALLED_OFF)
        pull_outs = PullOutService(room)
        soon = When("speech", "", 10 * 60 + 2, 10 * 60 + 20, day="2026-05-14")
        pull_outs.add(class_id, [StudentId(student.id)], soon)
    finally:
        opened.close()
    return folder


class ClockHere(FakeClock):
    """Local time as this computer has it, as the app's clock does."""

    def local(self, at_ms: int) -> datetime:
        return datetime.fromtimestamp(at_ms / 1000).astimezone()


@contextmanager
def started(screens: dict[str, str], school: Path, log: Path, at: int) -> Iterator[RealApp]:
    """The app, when it is so late."""
    ahead = at - time.time_ns() // 1_000_000
    with real_app(screens, log, f"{AHEAD}{ahead}", "--profile", str(school)) as app:
        app.wait_for_lesson()
        yield app


def test_a_real_morning(screens: dict[str, str], school: Path, tmp_path: Path) -> None:
    with started(screens, school, tmp_path / "first.log", TEN) as app:
        one_comes_late(app)
        one_stays_in_the_room(app)
        a_fire_drill(app)
        the_projector_goes_while_all_change_places(app, screens)
        before, began = app.console(), app.board()["clock"]
        app.kill()
    after = TEN + (DRILL_MINUTES + 1) * MINUTE
    with started(screens, school, tmp_path / "again.log", after) as app:
        assert app.console() == before
        app.until("board", lambda board: board["places"] == before)
        assert app.board()["clock"][:2] == began[:2]
        the_lesson_ends_and_is_carried_over(app)


def one_comes_late(app: RealApp) -> None:
    """She is missed, and then she is there, in her own seat."""
    seat = next(name for name, who in app.console().items() if LATE in who)
    app.click("card", LATE, button=3)
    app.click("line", "Late")
    app.wait_for_place(LATE, "")
    assert app.board()["places"] == app.console()
    app.click("button", f"{LATE}, Late")
    app.click("line", "Here")
    app.wait_for_place(LATE, seat)


def one_stays_in_the_room(app: RealApp) -> None:
    """Speech is called off today, and nobody leaves when it would have begun."""
    app.until("reads", partial(says, f"{CALLED_OFF} leaves for speech"))
    app.keys("x")
    app.until("reads", partial(says, f"{CALLED_OFF} stays in the room today"))
    seat = next(name for name, who in app.console().items() if CALLED_OFF in who)
    app.wait_for_place(CALLED_OFF, seat)


def a_fire_drill(app: RealApp) -> None:
    """The clock stands while all are outside; the way on is one click, and it runs again."""
    app.keys("space")
    app.wait_to_read("Resume", "buttons")
    app.ask("pass", str(DRILL_MINUTES * MINUTE))
    app.click("button", "More for this lesson")
    app.click("line", "We lost time…")
    app.click("button", "Shorten the rounds")
    app.wait_to_read("Pause", "buttons")
    assert app.board()["clock"] == ["round", 2, False]


def the_projector_goes_while_all_change_places(app: RealApp, screens: dict[str, str]) -> None:
    """The cable is pulled in the transition, and plugged in again."""
    app.click("button", "Next")
    app.until("board", lambda board: board["clock"] == ["transition", 3, False])
    unplug(screens)
    app.until("board", lambda board: not board["visible"])
    assert app.board()["places"] == app.console()
    plug(screens)
    board = app.until("board", lambda board: board["visible"])
    app.until("board", lambda board: board["rect"] == list(PROJECTOR))
    assert board["places"] == app.console()
    assert app.board()["clock"] == ["transition", 3, False]


def the_lesson_ends_and_is_carried_over(app: RealApp) -> None:
    """What was not done is in the plan of the next day."""
    app.click("button", "More for this lesson")
    app.click("line", "End lesson")
    app.wait_to_read("Lesson finished")
    assert app.board()["places"] == {}
    reads = app.until("reads", lambda reads: any("plan" in one for one in reads["buttons"]))
    (carry,) = [one for one in reads["buttons"] if one.startswith("Carry over") and "plan" in one]
    app.click("button", carry)
    app.wait_to_read("Use this plan", "buttons")
    app.until("reads", partial(says, "Fri 15 May"))


def says(words: str, reads: dict[str, list[str]]) -> bool:
    """Whether a text of the window has these words in it."""
    return any(words in text for text in reads["texts"])
