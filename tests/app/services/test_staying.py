"""This table stays: given, added to, taken back and undone, and written down as it was."""

import pytest

from app.domain.session import Visit
from app.services.live import LiveService
from tests.fakes.lesson import AMARA, BEN, CLASS, GAMES, STATIONS, TABLE, TABLETS, LessonRoom

MINUTE = 60_000
PLACE = {station.id: station for station in STATIONS}


@pytest.fixture
def room():
    return LessonRoom()


def stay(room, minutes, station=TABLE):
    return room.staying.more(room.scene, PLACE[station], minutes)


def left(room):
    return [stay.left_ms for stay in room.scene.stays]


def test_a_table_stays_while_the_others_move(room):
    assert stay(room, 2)
    room.clock.advance(14 * MINUTE)
    assert (room.where(AMARA), room.where(BEN)) == (TABLE, TABLETS)
    assert left(room) == [2 * MINUTE]
    room.clock.advance(2 * MINUTE)
    assert room.where(AMARA) == GAMES


def test_more_while_it_stays_is_more_of_the_same_stay(room):
    stay(room, 2)
    room.clock.advance(15 * MINUTE)
    stay(room, 1)
    assert left(room) == [2 * MINUTE]
    room.workspace.undo()
    assert left(room) == [MINUTE]


def test_in_the_transition_it_is_about_those_who_are_about_to_leave(room):
    room.clock.advance(13 * MINUTE)
    stay(room, 2)
    assert room.where(AMARA) == TABLE
    assert left(room) == [3 * MINUTE]


def test_stopping_before_it_began_leaves_no_stay(room):
    stay(room, 2)
    assert room.staying.stop(room.scene, PLACE[TABLE])
    room.clock.advance(13 * MINUTE)
    assert (room.where(AMARA), left(room)) == (GAMES, [])
    assert not room.staying.stop(room.scene, PLACE[TABLE])


def test_stopping_in_the_transition_lets_them_walk_with_the_others(room):
    stay(room, 2)
    room.clock.advance(13 * MINUTE)
    room.staying.stop(room.scene, PLACE[TABLE])
    assert room.where(AMARA) == GAMES


def test_stopping_while_it_stays_ends_it_then_and_the_visit_is_true(room):
    stay(room, 5)
    room.clock.advance(15 * MINUTE)
    room.staying.stop(room.scene, PLACE[TABLE])
    assert (room.where(AMARA), left(room)) == (GAMES, [])
    room.clock.advance(MINUTE)
    room.live.end(room.session)
    own = room.store.find(Visit, student_id=AMARA)
    start = own[0].began_at
    assert [(v.station_id, (v.ended_at - start) // MINUTE) for v in own] == [
        (TABLE, 15),
        (GAMES, 16),
    ]


def test_undo_of_each_step_gives_what_was_before(room):
    before = room.scene
    stay(room, 2)
    given = room.scene
    room.staying.stop(room.scene, PLACE[TABLE])
    room.workspace.undo()
    assert room.scene.stays == given.stays
    room.workspace.undo()
    assert room.scene.stays == before.stays == ()


def test_before_the_start_and_in_the_last_round_there_is_nothing_to_give(room):
    room.clock.advance(43 * MINUTE)
    assert not stay(room, 2)
    waiting = LessonRoom(open_lesson=False)
    waiting.live.open(40)
    assert not stay(waiting, 2)


def test_a_table_that_stays_into_the_last_round_can_stay_longer(room):
    room.clock.advance(30 * MINUTE)
    stay(room, 1)
    room.clock.advance(12 * MINUTE)
    assert stay(room, 1)
    assert left(room) == [2 * MINUTE]


def test_after_a_restart_it_is_what_it_was(room):
    stay(room, 2)
    room.clock.advance(15 * MINUTE)
    again = LiveService(room)
    assert again.scene(CLASS) == room.scene
    assert [stay.left_ms for stay in again.scene(CLASS).stays] == [MINUTE]
