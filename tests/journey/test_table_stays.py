"""This table stays: on the console, on the board, over a restart, and in the visits."""

from PySide6.QtCore import Qt

from app.domain.session import Visit
from app.services.live import LiveService
from tests.journey.teacher import CTRL, MINUTE, Teacher


def stay(lesson: Teacher, station: str, line: str) -> None:
    """Click on the head of a station with nobody selected, and pick from its menu."""
    lesson.press(Qt.Key.Key_Escape)
    lesson.click(lesson.station(station).head)
    lesson.choose("This table stays", f"{station}: {line}")


def marked(lesson: Teacher) -> list[str]:
    """The stations whose header on the board says Stay."""
    scene = lesson.board.scene
    assert scene is not None
    return [station.name for station in scene.stations if station.stays]


def test_the_names_stay_on_both_screens_and_then_go_where_they_were_to_go(
    lesson: Teacher,
) -> None:
    first = lesson.console_places()
    table, games = list(first)[:2]
    stay(lesson, table, "2 minutes more")
    assert marked(lesson) == []
    lesson.computer.clock.advance(12 * MINUTE)
    lesson.wait_for_board("transition 2: 2")
    assert marked(lesson) == [table]
    for places in (lesson.console_places(), lesson.board_places()):
        assert set(first[table]) <= set(places[table])
        assert not set(first[table]) & set(places[games])
    lesson.computer.clock.advance(4 * MINUTE)
    lesson.wait_for_board("round 2: 10")
    lesson.wait(lambda: marked(lesson) == [])
    after = lesson.console_places()
    assert after == lesson.board_places()
    assert not set(first[table]) & set(after[table])


def test_a_restart_in_the_middle_of_it_changes_nothing(lesson: Teacher) -> None:
    table = next(iter(lesson.console_places()))
    stay(lesson, table, "5 minutes more")
    lesson.computer.clock.advance(15 * MINUTE)
    lesson.wait_for_board("round 2: 11")
    before = lesson.console_places()
    lesson.computer.stop()
    lesson.computer.start()
    lesson.wait_for_projector()
    assert lesson.console_places() == before
    assert marked(lesson) == [table]
    assert "stays for 4 minutes" in lesson.station(table).accessibleName()


def test_it_is_taken_back_with_undo_and_the_visits_are_true(lesson: Teacher) -> None:
    first = lesson.console_places()
    table = next(iter(first))
    stay(lesson, table, "2 minutes more")
    lesson.press(Qt.Key.Key_Z, CTRL)
    stay(lesson, table, "1 minute more")
    lesson.computer.clock.advance(20 * MINUTE)
    lesson.wait_for_board("round 2: 6")
    scene = lesson.desk.live.page.scene
    assert scene is not None
    names = {name: student for student, name in scene.names.items()}
    LiveService(lesson.desk.room).end(scene.session)
    student = names[first[table][0]]
    own = lesson.desk.room.store.find(Visit, student_id=student, session_id=scene.session.id)
    assert [(v.ended_at - v.began_at) // MINUTE for v in own] == [15, 5]
    assert own[0].ended_at == own[1].began_at
