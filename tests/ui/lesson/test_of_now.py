"""The line that offers the class and lesson of now: quiet, true, and gone when it is not wanted."""

import random
from dataclasses import dataclass, field

import pytest

from app.domain.ids import SlotId
from app.domain.timetable import Slot
from app.services.live import LiveService
from app.services.timetable import TimetableService
from tests.fakes.classroom import Classroom
from ui.lesson.of_now import KEY, LessonOfNowLink
from ui.widgets.banner import Banners

MINUTE = 60_000
NOW = 9 * 60 + 30


@dataclass
class Desk:
    """What the line asks of the desk, and what it asked."""

    room: Classroom
    class_id: int
    asked: list[object] = field(default_factory=list)

    def show_class(self, class_id) -> None:
        self.class_id = class_id

    def go(self, key: str) -> None:
        self.asked.append(key)

    def teach(self, lesson_id) -> None:
        room = self.room
        LiveService(room).open(lesson_id)
        self.asked.append(("teach", lesson_id))


class Stage:
    def __init__(self, qtbot, theme, begins: int = NOW - 12, ends: int = NOW + 38) -> None:
        self.room = Classroom()
        room = self.room
        self.times = TimetableService(room)
        period = self.times.add_period("2", begins, ends)
        self.slot = self.times.put(Slot(SlotId(0), room.class_id, period.id, 0))
        self.banners = Banners(theme)
        qtbot.addWidget(self.banners)
        self.desk = Desk(room, room.classes.create("5C", "Art").id)
        self.link = LessonOfNowLink(self.desk, lambda: self.banners, random.Random(1), self.banners)

    @property
    def says(self) -> str:
        line = self.banners.line(KEY)
        return line.text() if line else ""

    def press(self, text: str) -> None:
        line = self.banners.line(KEY)
        assert line is not None
        next(button for button in line.buttons if button.label() == text).click()


@pytest.fixture
def stage(qtbot, theme) -> Stage:
    return Stage(qtbot, theme)


def test_on_opening_the_class_of_now_is_shown_with_the_rounds_that_fit(stage) -> None:
    stage.link.begin()
    assert stage.desk.class_id == stage.room.class_id
    assert stage.says == ("4B, Maths, 09:18 to 10:08. 2 rounds of 12 min fit in the 38 min left.")


def test_one_click_opens_the_lesson_and_the_line_goes(stage) -> None:
    stage.link.begin()
    stage.press("Open the lesson")
    ((what, lesson_id),) = stage.desk.asked
    lesson = stage.room.lessons.lesson(lesson_id)
    assert (what, lesson.rounds, lesson.begins) == ("teach", 2, NOW)
    assert stage.says == ""


def test_the_plan_can_be_looked_at_first(stage) -> None:
    stage.link.begin()
    stage.press("See the plan")
    assert stage.desk.asked == ["plan"]
    assert stage.room.lessons.next(stage.room.class_id).rounds == 2


def test_not_now_holds_for_this_period(stage) -> None:
    stage.link.begin()
    stage.press("Not now")
    stage.room.clock.advance(5 * MINUTE)
    stage.link.look()
    assert stage.says == ""
    stage.times.add_period("3", NOW + 38, NOW + 80)
    third = stage.times.calendar().periods[-1]
    stage.times.put(Slot(SlotId(0), stage.room.class_id, third.id, 0))
    stage.room.clock.advance(30 * MINUTE)
    stage.link.look()
    assert stage.says.startswith("4B, Maths, 10:08 to 10:50.")


def test_when_a_period_begins_another_class_is_offered_and_not_switched_to(qtbot, theme) -> None:
    stage = Stage(qtbot, theme, NOW + 30, NOW + 80)
    stage.link.begin()
    assert stage.says == ""
    before = stage.desk.class_id
    stage.room.clock.advance(25 * MINUTE)
    stage.link.timer.timeout.emit()
    assert stage.says == "4B, Maths, 10:00 to 10:50. 3 rounds of 12 min fit in the 50 min."
    assert stage.desk.class_id == before


def test_a_running_lesson_hears_nothing_and_keeps_its_class(stage) -> None:
    lesson = stage.room.lessons.create(stage.desk.class_id, random.Random(1))
    stage.desk.teach(lesson.id)
    shown = stage.desk.class_id
    stage.link.begin()
    assert (stage.says, stage.desk.class_id) == ("", shown)


def test_a_change_of_the_timetable_is_heard(stage, qtbot) -> None:
    stage.link.begin()
    stage.times.clear(stage.slot.id)
    qtbot.waitUntil(lambda: stage.says == "")


def test_a_class_without_students_is_only_shown(qtbot, theme) -> None:
    stage = Stage(qtbot, theme)
    period = stage.times.calendar().periods[0]
    stage.times.put(Slot(SlotId(0), stage.desk.class_id, period.id, 0), instead=[stage.slot])
    stage.link.begin()
    assert stage.says == "5C, Art, 09:18 to 10:08."
    stage.press("Show the class")
    assert stage.desk.asked == ["plan"]


def test_after_the_end_nothing_is_asked_of_the_files(stage) -> None:
    stage.link.begin()
    stage.link.stop()
    stage.times.clear(stage.slot.id)
    assert not stage.link.later.isActive()
    assert not stage.link.timer.isActive()
