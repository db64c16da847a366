"""Every page a teacher comes to in the demo class, one after the other."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.classes import Student
from app.services.live import LiveService
from tests.journey.eyes import seen
from tests.journey.teacher import MINUTE, Teacher
from ui.widgets.segmented import Segment

TABS = ("Students", "Stations", "Skills", "Tags", "Rules", "Adults")
TIMES = ("Week", "Periods", "Days")
TURNS = 6
"""So often the window is asked for its picture: wrapped words settle from parent to child."""


def every_place(teacher: Teacher) -> Iterator[str]:
    """What the place is called, once the teacher is there and it stands still."""
    parts: tuple[Callable[[Teacher], Iterator[str]], ...] = (_lesson, _rest, _class, _end)
    for part in parts:
        for name in part(teacher):
            settle(teacher)
            yield name


def settle(teacher: Teacher) -> None:
    for _turn in range(TURNS):
        teacher.window.grab()
        QApplication.sendPostedEvents()


def _lesson(teacher: Teacher) -> Iterator[str]:
    yield "lesson"
    teacher.click(teacher.card(teacher.console_places()["Teacher table"][0]))
    yield "a student selected"
    teacher.press(Qt.Key.Key_Slash)
    teacher.type("3 ")
    yield "capture line"
    teacher.press(Qt.Key.Key_Escape)
    teacher.press(Qt.Key.Key_Escape)
    teacher.press(Qt.Key.Key_H)
    yield "who is here"
    teacher.click("Done")
    teacher.press(Qt.Key.Key_Question)
    yield "keys"
    teacher.press(Qt.Key.Key_Escape)


def _rest(teacher: Teacher) -> Iterator[str]:
    yield from _plan(teacher)
    teacher.click("Progress")
    yield "progress"
    teacher.desk.show_student(next(iter(teacher.desk.room.store.find(Student))).id)
    yield "a student's drawer"
    teacher.press(Qt.Key.Key_Escape)
    yield from _reports(teacher)
    teacher.click("Settings")
    yield "settings"
    teacher.click("Go through classes")
    yield "year's end"


def _reports(teacher: Teacher) -> Iterator[str]:
    """A term as pictures, and as numbers."""
    teacher.click("Reports")
    cards = teacher.desk.window.page("reports").widget.cards
    teacher.wait(cards[0].isVisible)
    yield "reports"
    for card in cards:
        card.turn.click()
    yield "reports, numbers"
    for card in cards:
        card.turn.click()


def _plan(teacher: Teacher) -> Iterator[str]:
    """The rules beside the plan, and what takes their place."""
    teacher.click("Plan")
    page = teacher.desk.window.page("plan").widget
    yield "plan"
    for kind in ("apart", "visit"):
        page.rules.begin(kind)
        yield f"plan, a rule: {kind}"
        teacher.press(Qt.Key.Key_Escape)
    page.deeds.show_wishes()
    yield "plan, wishes"
    page.side.wishes.done_button.click()
    teacher.click("Lesson")
    yield "plan, lesson"
    teacher.click("Lesson")
    page.proposing.show_way("mix")
    teacher.wait(lambda: page.proposing.proposal is not None)
    yield "plan, an offer"
    page.proposing.leave()


def _class(teacher: Teacher) -> Iterator[str]:
    teacher.click("Class")
    for name in TABS:
        _turn_to(teacher, name)
        yield f"class, {name}"
    teacher.click("Timetable")
    for name in TIMES:
        _turn_to(teacher, name)
        yield f"timetable, {name}"


def _turn_to(teacher: Teacher, tab: str) -> None:
    tabs = [one for one in seen(Segment, teacher.window) if one.label().startswith(tab)]
    teacher.click(tabs[0])


def _end(teacher: Teacher) -> Iterator[str]:
    teacher.click("Live")
    teacher.computer.clock.advance(200 * MINUTE)
    teacher.wait(lambda: teacher.timer().startswith("+"))
    LiveService(teacher.desk.room).end(teacher.desk.live.page.scene.session)
    yield "lesson's end"
    teacher.click("Lock")
    yield "locked"
