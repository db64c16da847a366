"""A note leads to the lesson it was made in: the room at that minute, by one key or one click."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.changes import label, made
from app.domain.classes import Student
from app.domain.ids import ClassId, ObservationId
from app.domain.lessons import Lesson, Path
from app.domain.observations import Observation
from app.domain.stations import Station
from app.services.live import LiveService
from tests.fakes import FakeTasks
from tests.ui.finding.conftest import Desk
from ui.finding.link import FindLink

Opens = Callable[[], FindLink]
MAYA, BEN = 10, 11
TABLE, TABLETS = 31, 32
MINUTE = 60_000


@pytest.fixture
def taught(desk: Desk) -> Desk:
    """Two rounds of ten minutes, Maya first at the tablets; the note is of the second round."""
    room, clock = desk.room, desk.room.clock
    places = (
        Station(TABLE, 1, "Table", "teacher-led", "blue", "chalkboard-teacher", 1, 6),
        Station(TABLETS, 1, "Tablets", "online", "green", "device-tablet", 1, 6),
    )
    lesson = Lesson(40, 1, "2026-05-14", "Maths", "", "", (TABLE, TABLETS), 2, 600, 0, 0)
    paths = (
        Path(101, 40, MAYA, 1, (TABLETS, TABLE)),
        Path(102, 40, BEN, 2, (TABLE, TABLETS)),
    )
    ben = Student(BEN, ClassId(1), "", "Ben", "Walker")
    room.workspace.edit(label("set up"), *map(made, (*places, ben, lesson, *paths)))
    live = LiveService(room)
    session = live.open(lesson.id)
    live.start(session)
    clock.ms += 14 * MINUTE
    seen = Observation(
        ObservationId(90),
        ClassId(1),
        MAYA,
        clock.ms,
        note="Halves a number",
        station_id=TABLE,
        session_id=session.id,
        round=2,
        adult="Ms Bell",
    )
    room.workspace.edit(label("noted"), made(seen))
    clock.ms += 4 * MINUTE
    return desk


def found(opens: Opens, text: str) -> FindLink:
    link = opens()
    QTest.keyClicks(link.panel.field, text)
    QTest.keyClick(link.panel.field, Qt.Key.Key_Down)
    return link


def names(link: FindLink) -> list[tuple[str, ...]]:
    return [box.names for box in link.lesson.replay.boxes]


@pytest.mark.usefixtures("taught")
def test_one_key_leads_to_the_room_as_it_was_when_it_was_seen(opens: Opens) -> None:
    link = found(opens, "halves")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_L)
    view = link.lesson
    assert view.is_open()
    assert view.title.text() == "Maths · Thu 14 May 09:44"
    assert view.about.text() == "Maya Patel · Halves a number · Table · Ms Bell"
    assert names(link) == [("Maya",), ("Ben",)]
    assert [box.holds_marked for box in view.replay.boxes] == [True, False]
    assert view.replay.boxes[0].accessibleDescription() == "Maya was here"
    view.replay.slider.setValue(0)  # from there to any other minute
    assert names(link) == [("Ben",), ("Maya",)]


@pytest.mark.usefixtures("taught")
def test_esc_leads_back_to_what_was_found_and_its_line(opens: Opens) -> None:
    link = found(opens, "halves")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_L)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not link.lesson.is_open()
    assert link.panel.is_open()
    assert link.panel.lines[0].hasFocus()


def test_a_click_does_the_same_and_leads_on_to_the_student(opens: Opens, taught: Desk) -> None:
    link = found(opens, "halves")
    link.panel.lines[0].lesson.click()
    assert link.lesson.is_open()
    link.lesson.student.click()
    assert taught.led == [(MAYA, 90)]
    assert not link.lesson.is_open()
    assert not link.panel.is_open()


@pytest.mark.usefixtures("taught")
def test_what_was_seen_outside_a_lesson_leads_to_the_student_alone(opens: Opens) -> None:
    link = found(opens, "explains")
    (line,) = [line for line in link.panel.lines if line.isVisibleTo(link.panel)]
    assert line.lesson.isHidden()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_L)
    assert link.panel.is_open()


def test_while_one_looks_the_file_is_read_on_one_connection(opens: Opens, desk: Desk) -> None:
    link = opens()
    assert link.holds_file
    desk.note(77, "Counts backwards")
    assert "Counts backwards" in [line.hit.observation.note for line in link.panel.lines]
    link.panel.close_drawer()
    assert not link.holds_file
    link.open(None)
    link.stop()
    assert not link.holds_file


def test_what_is_asked_as_the_panel_closes_does_not_open_the_file_again(
    opens: Opens, desk: Desk
) -> None:
    link = opens()

    class Slow(FakeTasks):
        async def off_thread(self, work, *args):
            if link.panel.is_open():
                link.panel.ask()  # one more key, and then Esc, before the answer is there
                link.panel.close_drawer()
            return work(*args)

    desk.tasks = Slow()
    link.panel.ask()
    assert not link.panel.is_open()
    assert not link.holds_file
