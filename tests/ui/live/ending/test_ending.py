"""The end of a lesson: what is shown, carried over, put on paper, and found again."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from app.classroom import Classroom
from app.domain.classes import Student
from app.domain.lessons import Path as StudentPath
from app.domain.observations import Observation
from app.domain.session import ABSENT, AWAY
from app.services.carry_over import Wishes
from app.services.lesson_end import LessonEndReader
from app.services.lessons import LessonService
from tests.fakes.lesson import AMARA, BEN, CHIDI, CLASS, ELIF, TABLE, LessonRoom
from tests.fakes.world import FakeDialogs, FakeTasks
from tests.ui.live.stage import open_stage
from ui.lesson.ending import EndingLink
from ui.live.ending.page import LessonFinished
from ui.live.ending.paper import as_html
from ui.widgets.regions import regions_of
from ui.widgets.text import Text

MINUTE = 60_000


class Desk:
    """What the end of a lesson asks of the desk."""

    def __init__(self, room: LessonRoom, chosen: Path | None) -> None:
        self.room = Classroom(room.store, room.evidence, room.workspace, room.ids, room.clock)
        self.tasks = FakeTasks()
        self.dialogs = FakeDialogs(chosen)
        self.gone: list[str] = []
        self.said: list[str] = []

    def go(self, key: str) -> None:
        self.gone.append(key)

    def say(self, text: str) -> None:
        self.said.append(text)

    done = say


@pytest.fixture
def target(tmp_path):
    return tmp_path / "lesson.pdf"


@pytest.fixture
def desk(room, target):
    return Desk(room, target)


@pytest.fixture
def stage(qtbot, theme, room, desk):
    made = open_stage(qtbot, theme, room)
    made.page.no_lesson.make_endings = lambda: EndingLink(desk, made.page.no_lesson)
    return made


def look(room: LessonRoom, student: int) -> None:
    """An observation that belongs to the lesson in the room."""
    seen = Observation(
        room.ids(), CLASS, student, room.clock.now_ms(), session_id=room.session.id, note="well"
    )
    room.put(seen)


@pytest.fixture
def finished(stage) -> LessonFinished:
    """Chidi was absent, Elif went out in round 2; Amara was seen."""
    room = stage.room
    room.moves.mark(room.scene, CHIDI, ABSENT)
    look(room, AMARA)
    room.clock.ms += 13 * MINUTE
    room.moves.mark(room.scene, ELIF, AWAY, reason="Speech therapy")
    room.clock.ms += 5 * MINUTE
    room.live.end(room.session)
    return stage.page.no_lesson.finished


def spoken(finished: LessonFinished) -> dict[str, str]:
    lines = finished.where.lines.lines
    return {line.label(): line.accessibleName() for line in lines}


def test_a_screen_reader_hears_where_everyone_was(finished):
    said = spoken(finished)
    assert said["Amara"] == "Amara, 1: Table, 2: Games, seen once"
    assert said["Chidi"] == "Chidi, absent"
    assert said["Elif"] == "Elif, 1: Tablets, 2: out of the room, not seen"


def test_the_end_has_the_head_of_the_page_and_the_lesson_gets_it_back(stage, finished):
    assert finished.isVisible()
    assert stage.page.top_bar.isHidden()
    stage.room.workspace.undo()
    assert stage.page.console.isVisible()
    assert not stage.page.top_bar.isHidden()


def test_those_not_observed_are_named_and_lead_to_their_page(stage, finished, qtbot):
    assert [chip.label() for chip in finished.seen.chips] == ["Ben", "Daniyar", "Elif", "Leila"]
    with qtbot.waitSignal(stage.page.student_wanted) as wanted:
        finished.seen.chips[0].click()
    assert wanted.args == [BEN]
    with qtbot.waitSignal(stage.page.student_wanted) as wanted:
        finished.where.lines.lines[0].click()
    assert wanted.args == [AMARA]


def test_only_what_there_is_can_be_carried_over(finished):
    carry = finished.carry
    assert [line.isHidden() for line in carry.lines] == [False, False, False, False]
    assert carry.wishes == Wishes()
    assert carry.button.label() == "Carry over 3 and plan Friday"
    carry.absent.check.click()
    carry.groups.check.click()
    assert carry.wishes == Wishes(absent=False, same_groups=True)
    end = finished.end
    everyone = tuple(replace(row, seen=1) for row in end.rows if row in end.here)
    changed = replace(end, rows=everyone, stations=())
    carry.show_end(changed, date(2026, 5, 15))
    assert carry.wishes == Wishes(False, False, True, True)
    assert carry.absent.isHidden()


def test_carrying_over_plans_the_next_lesson_and_goes_there(stage, finished, desk):
    finished.carry.button.click()
    assert desk.gone == ["plan"]
    room = stage.room
    lesson = LessonService(room).next(CLASS)
    assert lesson.day == "2026-05-15"
    starts = {
        p.student_id: p.stations[0] for p in room.store.find(StudentPath, lesson_id=lesson.id)
    }
    assert starts[CHIDI] == TABLE


def test_a_lesson_can_be_left_and_seen_again(stage, finished):
    finished.carry.leave.click()
    assert stage.page.no_lesson.empty.isVisible()
    assert not stage.page.top_bar.isHidden()
    stage.page.no_lesson.last_button.click()
    assert stage.page.no_lesson.finished.isVisible()


def test_a_class_that_was_never_taught_has_no_last_lesson(qtbot, theme):
    room = LessonRoom(open_lesson=False)
    page = open_stage(qtbot, theme, room).page
    page.no_lesson.make_endings = lambda: EndingLink(Desk(room, None), page.no_lesson)
    page.no_lesson.show_empty(CLASS)
    assert page.no_lesson.last_button.isHidden()
    said = [text.text() for text in page.no_lesson.empty.findChildren(Text)]
    assert said == ["No lesson yet."]


def test_a_lesson_whose_opening_is_undone_has_no_end(stage):
    stage.room.workspace.undo()
    stage.room.workspace.undo()
    assert stage.page.no_lesson.empty.isVisible()


def test_it_is_saved_as_pdf_and_a_full_disk_is_told(finished, desk, target):
    finished.pdf.click()
    assert target.read_bytes().startswith(b"%PDF")
    assert desk.said == ["Saved as lesson.pdf"]
    assert [path.name for path in target.parent.iterdir()] == ["lesson.pdf"]
    desk.dialogs.file = target.parent / "nowhere" / "lesson.pdf"
    finished.pdf.click()
    assert "Not saved: No such file or directory." in desk.said[-1]


def test_what_is_on_paper_is_what_is_on_screen_and_names_stay_plain_text(finished, room):
    end = finished.end
    row = replace(end.rows[0], name="<b>A & B</b>")
    html = as_html(replace(end, rows=(row, *end.rows[1:])), room.clock)
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in html
    assert "Speech therapy" not in html
    assert "out of the room" in html


@pytest.mark.parametrize("students", [0, 1, 60])
def test_a_class_of_any_size_has_an_end(qtbot, theme, students):
    room = LessonRoom(students=students)
    page = open_stage(qtbot, theme, room).page
    page.no_lesson.make_endings = lambda: EndingLink(Desk(room, None), page.no_lesson)
    room.clock.ms += 5 * MINUTE
    room.live.end(room.session)
    lines = page.no_lesson.finished.where.lines.lines
    assert len(lines) == max(students, len(room.store.find(Student)))


def test_large_text_stacks_the_panes(stage, finished, theme, qtbot):
    assert finished.where.y() == finished.carry.y()
    theme.choose(scale=2.0)
    qtbot.waitUntil(lambda: finished.carry.y() > finished.where.y())
    assert finished.minimumSizeHint().width() <= stage.page.width()


def test_from_right_to_left_the_first_column_is_at_the_right(stage, finished, qtbot):
    stage.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    lines = finished.where.lines.lines
    qtbot.waitUntil(lambda: lines[0].x() > lines[-1].x())


def test_the_last_lesson_is_read_from_what_is_kept(finished, room):
    reader = LessonEndReader(room.store, room.evidence, room.live, room.clock)
    assert reader.read(reader.last(CLASS)) == finished.end


def boxes(finished: LessonFinished) -> list[tuple[str, ...]]:
    return [box.names for box in finished.replay.boxes]


def test_the_lesson_is_replayed_minute_by_minute(finished, qtbot):
    finished.again.click()
    replay = finished.replay
    assert replay.isVisible()
    assert boxes(finished) == [("Amara", "Daniyar"), ("Ben", "Leila"), ("Elif",)]
    assert replay.says.text().endswith("· Round 1")
    assert replay.out.text() == "Not in the room: Chidi"
    replay.slider.setFocus()
    qtbot.keyClick(replay.slider, Qt.Key.Key_End)
    assert replay.slider.value() == 18
    assert replay.says.text().endswith("· Round 2")
    assert boxes(finished)[1] == ("Amara", "Daniyar")
    assert "Elif" in replay.out.text()
    assert replay.boxes[1].accessibleName() == "Games: Amara, Daniyar"
    finished.again.click()
    assert finished.where.isVisible()


def test_a_lesson_that_never_began_is_not_replayed(qtbot, theme):
    room = LessonRoom(open_lesson=False)
    session = room.live.open(40)
    page = open_stage(qtbot, theme, room).page
    page.no_lesson.make_endings = lambda: EndingLink(Desk(room, None), page.no_lesson)
    room.live.end(session)
    assert not page.no_lesson.finished.again.isEnabled()


def test_the_simple_view_tells_nothing_of_a_lesson_that_is_over(stage, finished) -> None:
    page = stage.page
    assert finished.isVisible()
    page.set_simple(True)
    assert not page.no_lesson.shows_end
    assert page.top_bar.isVisible()
    assert not page.no_lesson.last_button.isVisible()
    page.set_simple(False)
    page.no_lesson.last_button.click()
    assert page.no_lesson.shows_end


def test_a_lesson_that_ends_in_the_simple_view_shows_nobody_and_the_way_back(stage, qtbot) -> None:
    stage.page.set_simple(True)
    look(stage.room, AMARA)
    stage.room.live.end(stage.room.session)
    nothing = stage.page.no_lesson
    assert not nothing.shows_end
    assert not nothing.last_button.isVisible()
    with qtbot.waitSignal(stage.page.top_bar.buttons.simple):
        nothing.full_button.click()
    stage.page.set_simple(False)
    assert not nothing.full_button.isVisible()
    assert nothing.last_button.isVisible()


def test_the_parts_of_the_end_can_be_gone_round_without_every_name(stage, finished):
    assert regions_of(finished) == list(finished.regions())
    assert finished.regions()[-1].isAncestorOf(finished.carry.button)
    assert not stage.page.handling.press(
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
    )


def test_replayed_stations_stand_side_by_side_as_soon_as_there_is_room(stage, finished, theme):
    def columns():
        grid = finished.replay.boxes[0].parentWidget().layout().itemAt(0).layout()
        return {grid.getItemPosition(at)[1] for at in range(grid.count())}

    theme.choose(scale=2.0)
    finished.again.click()
    assert columns() == {0, 1, 2}
    stage.page.resize(700, 768)
    assert columns() == {0}
