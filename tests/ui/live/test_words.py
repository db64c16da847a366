"""Sentences of the console, and who is in the tray."""

from datetime import date

from app.domain.stations import Station
from tests.fakes.lesson import AMARA, BEN, DANIYAR, LEILA
from ui.live.here.words import since
from ui.live.tray_views import back_in_round, tray_views
from ui.live.words import free_seats, kind_line, observed

MINUTE = 60_000


def station(**about):
    plain = {"kind": "online", "colour": "green", "icon": "ruler", "seats_min": 1, "seats_max": 6}
    return Station(1, 1, "Place", **(plain | about))


def test_kind_and_devices_make_one_line():
    assert kind_line(station(devices=6)) == "Online · 6 devices"
    assert kind_line(station(devices=1)) == "Online · 1 device"
    assert kind_line(station(kind="choice")) == "Choice"


def test_one_seat_is_one_seat():
    assert (free_seats(1), free_seats(2)) == ("1 free seat", "2 free seats")


def reasons(room):
    return {chip.student: chip.reason for chip in tray_views(room.scene, room.clock)}


def test_the_tray_says_why_each_student_is_out(room):
    room.moves.mark(room.scene, AMARA, "absent")
    room.moves.mark(room.scene, BEN, "late")
    until = room.clock.now_ms() + 50 * MINUTE
    room.moves.mark(room.scene, LEILA, "away", "Speech therapy", until)
    room.moves.mark(room.scene, DANIYAR, "away")
    assert reasons(room) == {
        AMARA: "Absent",
        BEN: "Late",
        LEILA: "Speech therapy until 10:20 · back for round 4",
        DANIYAR: "Away",
    }


def test_back_within_the_round_that_runs_needs_no_round(room):
    until = room.clock.now_ms() + 5 * MINUTE
    room.moves.mark(room.scene, LEILA, "away", "", until)
    assert reasons(room) == {LEILA: "Away until 09:35"}


def test_the_round_to_be_back_in_is_the_one_that_runs_by_then(room):
    now = room.clock.now_ms()
    rounds = [back_in_round(room.scene, now + m * MINUTE) for m in (0, 13, 14, 53, 54)]
    assert rounds == [1, 1, 2, 4, None]


def test_nothing_is_said_to_be_observed_at_an_empty_station():
    assert (observed(0, 0), observed(0, 2)) == ("", "0 of 2 observed today")


def test_what_is_owed_from_today_is_owed_since_today_and_not_since_last_week():
    day = date(2026, 5, 14)
    assert since("2026-05-14", day) == "today"
    assert since("2026-05-12", day) == "Tuesday"
    assert since("2026-05-07", day) == "Thu 7 May"
