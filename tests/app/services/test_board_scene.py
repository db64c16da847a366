"""What the board is told, and what it is not."""

from dataclasses import replace

from app.domain.board.scene import BoardName
from app.domain.session import ABSENT
from app.services.board_scene import board_scene
from app.services.staying import StayingService
from tests.builders import MINUTE, TaughtClass


def test_the_board_knows_names_places_and_the_clock() -> None:
    taught = TaughtClass()
    taught.start()
    taught.clock.advance(2 * MINUTE)
    shown = board_scene(taught.scene())
    assert (shown.subject, shown.message) == ("Maths · Fractions", "Bring your whiteboard.")
    assert [s.name for s in shown.stations] == ["Teacher table", "Tablets", "Games"]
    assert shown.stations[0].names == (BoardName(10, "Amara"), BoardName(11, "Ben"))
    assert (shown.clock.phase, shown.clock.remaining_ms) == ("round", 8 * MINUTE)


def test_an_absent_student_is_simply_not_there() -> None:
    taught = TaughtClass()
    taught.start()
    taught.moves.mark(taught.scene(), taught.student("Ben"), ABSENT, "Dentist")
    assert "Ben" not in repr(board_scene(taught.scene()))
    assert "Dentist" not in repr(board_scene(taught.scene()))


def test_a_transition_says_who_walks_from_where() -> None:
    taught = TaughtClass()
    taught.start()
    taught.clock.advance(11 * MINUTE)
    shown = board_scene(taught.scene())
    assert dict(shown.came_from)[10] == taught.stations["Teacher table"].id
    assert len(shown.came_from) == 6


def test_time_over_counts_up() -> None:
    taught = TaughtClass()
    taught.start()
    taught.clock.advance(36 * MINUTE)
    clock = board_scene(taught.scene()).clock
    assert clock.over
    assert clock.remaining_ms == 2 * MINUTE


def test_the_board_is_told_the_language_of_the_class() -> None:
    taught = TaughtClass()
    taught.start()
    scene = taught.scene()
    spoken = scene._replace(school_class=replace(scene.school_class, language="sw"))
    assert board_scene(spoken).language == "sw"


def test_a_table_that_stays_is_marked_while_the_others_move_and_not_before() -> None:
    taught = TaughtClass()
    taught.start()
    staying = StayingService(taught.room)
    staying.more(taught.scene(), taught.stations["Teacher table"], 2)
    assert not any(station.stays for station in board_scene(taught.scene()).stations)
    taught.clock.advance(11 * MINUTE)
    shown = board_scene(taught.scene())
    assert [s.name for s in shown.stations if s.stays] == ["Teacher table"]
    assert 10 not in dict(shown.came_from)
    taught.clock.advance(3 * MINUTE)
    assert not any(station.stays for station in board_scene(taught.scene()).stations)


def test_the_board_is_told_of_the_last_minute() -> None:
    taught = TaughtClass()
    taught.start()
    taught.clock.advance(9 * MINUTE)
    assert board_scene(taught.scene()).clock.warning


def test_the_board_gets_the_photos_it_is_given_and_no_other() -> None:
    taught = TaughtClass()
    taught.start()
    amara = taught.student("Amara")
    shown = board_scene(taught.scene(), {amara: "QUJD"})
    assert shown.stations[0].names == (BoardName(10, "Amara", "QUJD"), BoardName(11, "Ben"))
