"""The clock on the live page: what it says, when it wakes, what its buttons do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent

from app.domain.clock import READY, ROUND, TRANSITION, Reading
from tests.fakes import FakeClock
from tests.fakes.lesson import AMARA, GAMES, LessonRoom
from tests.ui.live.stage import open_stage
from ui.format import duration
from ui.live.bar.clock_words import CURRENT, DONE, LATER, next_tick, pills, timer_view
from ui.live.bar.timer import TimerFace, TimerView

MINUTE = 60_000


def reading(phase=ROUND, left=521_000, **more):
    about = {"round": 2, "rounds": 4, "total_ms": 12 * MINUTE, "ends_at": left}
    return Reading(phase=phase, remaining_ms=left, **(about | more))


def caption(**about):
    clock = FakeClock()
    if about.get("ends_at") == "ends":
        about["ends_at"] = clock.now_ms() + about["left"]
    return timer_view(reading(**about), clock).caption


def test_a_running_round_says_how_long_and_until_when():
    assert caption(ends_at="ends", left=521_000) == "left of 12 min · ends 09:38"


@pytest.mark.parametrize(
    ("about", "text"),
    [
        ({"phase": READY, "ends_at": None}, "for each of 4 rounds"),
        ({"paused": True, "ends_at": None}, "Paused · 12 min in all"),
        ({"phase": TRANSITION, "round": 3}, "Moving to round 3"),
        ({"left": -42_000}, "over the 12 min"),
        ({"total_ms": 90_000, "paused": True, "ends_at": None}, "Paused · 1:30 min in all"),
    ],
)
def test_every_other_state_says_what_it_is(about, text):
    assert caption(**about) == text


def test_time_over_counts_up_with_a_plus_and_an_empty_bar():
    view = timer_view(reading(left=-42_000), FakeClock())
    assert (view.digits, view.part, view.over) == ("+0:42", 0.0, True)


@given(st.integers(-3_600_000, 5_400_000).filter(bool))
def test_the_next_tick_comes_exactly_when_the_digits_change(left):
    wait = next_tick(reading(left=left), 0)
    assert 0 < wait <= 1000
    assert duration(left - wait) != duration(left)
    if wait > 1:
        assert duration(left - wait + 1) == duration(left)


@given(st.integers(0, 10**13))
def test_a_clock_that_stands_wakes_with_the_minute(now):
    wait = next_tick(reading(ends_at=None, paused=True), now)
    assert 0 < wait <= MINUTE
    assert (now + wait) % MINUTE == 0


def test_rounds_are_done_now_or_to_come_with_their_times(room):
    room.clock.advance(14 * MINUTE + 1)
    scene = room.scene
    shown = pills(scene, scene.reading, scene.round_starts, room.clock)
    assert [(p.number, p.time, p.state) for p in shown] == [
        (1, "09:30", DONE),
        (2, "09:44", CURRENT),
        (3, "09:58", LATER),
        (4, "10:12", LATER),
    ]


def test_each_tick_shows_what_is_left_and_tells_others(stage, qtbot):
    stage.room.clock.advance(3_000)
    with qtbot.waitSignal(stage.page.ticked) as ticked:
        stage.page.tick()
    assert stage.page.top_bar.timer.view.digits == "11:57"
    assert ticked.args[0].remaining_ms == 717_000


def test_one_timer_runs_and_only_until_the_next_second(stage):
    assert stage.page.clockwork.timer.isActive()
    assert stage.page.clockwork.timer.interval() <= 1000
    stage.room.live.pause(stage.room.session)
    assert stage.page.clockwork.timer.interval() > 1000


def test_when_the_round_is_over_the_page_asks_for_a_new_scene(stage, qtbot):
    stage.room.clock.advance(12 * MINUTE + 1_000)
    with qtbot.waitSignal(stage.page.scene_changed) as changed:
        stage.page.tick()
    assert changed.args[0].reading.phase == TRANSITION
    assert stage.page.top_bar.timer.view.caption == "Moving to round 2"
    stage.room.clock.advance(2 * MINUTE)
    stage.page.tick()
    assert stage.page.scene.reading.round == 2
    assert stage.card(AMARA).parentWidget() is stage.column(GAMES).list


def test_a_tick_writes_nothing(stage):
    steps = stage.room.store.count_steps()
    for _ in range(100):
        stage.room.clock.advance(17_000)
        stage.page.tick()
    assert stage.room.store.count_steps() == steps


def test_a_standing_clock_moves_the_times_to_come(stage):
    stage.room.live.pause(stage.room.session)
    before = stage.page.top_bar.pills.accessibleName()
    stage.room.clock.advance(5 * MINUTE)
    stage.page.tick()
    assert "Round 2 at 09:44" in before
    assert "Round 2 at 09:49" in stage.page.top_bar.pills.accessibleName()


def test_an_away_student_who_is_due_is_said_to_be(stage):
    stage.page.deeds.mark_away([AMARA], 10, "Speech therapy")
    stage.room.clock.advance(10 * MINUTE + 1)
    stage.page.tick()
    assert stage.chip(AMARA).view.reason == "Due back 09:40"


def buttons(stage):
    return stage.page.top_bar.buttons


def shown(stage):
    row = buttons(stage)
    every = (row.start_button, row.pause_button, row.minute_button, row.next_button)
    return [b.accessibleName() for b in every if not b.isHidden()]


def test_before_the_start_there_is_one_main_button(qtbot, theme):
    room = LessonRoom(open_lesson=False)
    room.live.open(40)
    stage = open_stage(qtbot, theme, room)
    assert shown(stage) == ["Start"]
    assert stage.page.top_bar.timer.view.digits == "12:00"
    buttons(stage).start_button.click()
    assert shown(stage) == ["Pause", "1 min", "Next"]
    assert stage.page.scene.reading.running


def test_pause_becomes_resume_and_the_bar_is_hatched(stage):
    buttons(stage).pause_button.click()
    assert shown(stage) == ["Resume", "1 min", "Next"]
    assert stage.page.top_bar.timer.view.paused
    buttons(stage).pause_button.click()
    assert shown(stage) == ["Pause", "1 min", "Next"]


def test_the_minute_button_gives_a_minute(stage):
    buttons(stage).minute_button.click()
    assert stage.page.top_bar.timer.view.digits == "13:00"


def test_next_goes_on_and_in_the_last_round_it_ends(stage):
    for _ in range(6):
        buttons(stage).next_button.click()
    assert stage.page.scene.reading.round == 4
    assert shown(stage) == ["Pause", "1 min", "End"]
    buttons(stage).next_button.click()
    assert stage.page.scene is None


def more(stage, text):
    menu = buttons(stage).menu()
    next(action for action in menu.actions() if action.text().split("\t")[0] == text).trigger()


def test_more_takes_a_minute_goes_back_and_ends(stage):
    more(stage, "1 minute less")
    assert stage.page.top_bar.timer.view.digits == "11:00"
    buttons(stage).next_button.click()
    more(stage, "Back one round")
    assert (stage.page.scene.reading.round, stage.page.scene.reading.phase) == (1, ROUND)
    more(stage, "End lesson")
    assert stage.page.scene is None


def test_without_a_lesson_the_page_says_how_to_get_one(qtbot, theme):
    stage = open_stage(qtbot, theme, LessonRoom(open_lesson=False))
    assert stage.page.no_lesson.empty.isVisible()
    assert not stage.page.clockwork.timer.isActive()
    with qtbot.waitSignal(stage.page.plan_wanted):
        stage.page.no_lesson.empty.button.click()


def test_keys_mean_nothing_without_a_lesson(qtbot, theme):
    stage = open_stage(qtbot, theme, LessonRoom(open_lesson=False))
    steps = stage.room.store.count_steps()
    for key in "m3f n+-":
        qtbot.keyClicks(stage.page, key)
    assert stage.room.store.count_steps() == steps


class WatchedFace(TimerFace):
    """Remembers what it was asked to paint."""

    def __init__(self, theme):
        super().__init__(theme)
        self.painted = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.append(event.rect())
        super().paintEvent(event)


def test_a_second_repaints_the_digits_alone(qtbot, theme):
    face = WatchedFace(theme)
    qtbot.addWidget(face)
    face.resize(264, 76)
    face.show_view(TimerView("08:41", "left of 12 min", "", 0.7))
    face.show()
    qtbot.waitUntil(lambda: len(face.painted) > 0)
    face.painted.clear()
    face.show_view(TimerView("08:40", "left of 12 min", "", 0.7))
    qtbot.waitUntil(lambda: len(face.painted) > 0)
    assert [rect.width() < 120 for rect in face.painted] == [True]


def test_the_timer_speaks_by_the_minute_and_not_by_the_second(qtbot, theme):
    face = TimerFace(theme)
    qtbot.addWidget(face)
    face.show_view(TimerView("08:41", "left of 12 min", "", 0.7))
    said = face.accessibleName()
    face.show_view(TimerView("08:40", "left of 12 min", "", 0.7))
    assert face.accessibleName() == said == "8 min, left of 12 min"
    face.show_view(TimerView("07:59", "left of 12 min", "", 0.7))
    assert face.accessibleName() != said


@pytest.mark.parametrize("width", [130, 180, 260, 420])
@pytest.mark.parametrize(
    "view",
    [
        TimerView("00:41", "Paused · 12 min in all", "Paused", 0.7, paused=True),
        TimerView("00:41", "ends soon · 09:38", "ends soon", 0.1, soon=True),
        TimerView("+0:41", "over the 12 min", "over", 0.0, over=True),
    ],
)
def test_the_word_is_there_at_every_width_beside_the_digits_or_below(qtbot, theme, width, view):
    face = TimerFace(theme)
    qtbot.addWidget(face)
    face.resize(width, 76)
    face.show_view(view._replace(caption="", short="", soon=False))
    bare = face.grab().toImage()
    face.show_view(view._replace(soon=False))
    assert face.grab().toImage() != bare


def test_what_is_told_stands_there_for_a_moment(qtbot, theme):
    face = TimerFace(theme)
    qtbot.addWidget(face)
    face.resize(260, 76)
    face.show_view(TimerView("04:59", "left of 12 min", "", 0.7))
    before = face.grab().toImage()
    face.tell("5 min left", 1)
    assert face.grab().toImage() != before
    qtbot.waitUntil(lambda: face.notice == "")
    assert face.grab().toImage() == before


def test_when_the_sign_comes_nothing_beside_it_moves(qtbot, theme):
    face = TimerFace(theme)
    qtbot.addWidget(face)
    face.show_view(TimerView("00:59", "ends 09:38", "", 0.7))
    before = face.sizeHint()
    face.show_view(TimerView("00:58", "ends 09:38", "", 0.7, soon=True))
    assert face.sizeHint() == before


def test_where_people_read_from_the_right_the_word_stands_there(qtbot, theme):
    face = TimerFace(theme)
    qtbot.addWidget(face)
    face.resize(110, 76)
    face.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    face.show_view(TimerView("00:41", "", "", 0.0))
    bare = face.grab().toImage()
    face.show_view(TimerView("00:41", "over", "over", 0.0, over=True))
    word = face.grab().toImage()
    inked = [x for x in range(110) for y in range(42, 60) if bare.pixel(x, y) != word.pixel(x, y)]
    assert min(inked) > 55
