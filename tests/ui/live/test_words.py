"""Sentences of the console, and who is in the tray."""

import pytest

from app.domain.seating import Verdict
from app.domain.stations import Station
from tests.fakes.lesson import AMARA, BEN, DANIYAR, LEILA
from ui.live.tray_views import back_in_round, tray_views
from ui.live.words import free_seats, kind_line, note_of

MINUTE = 60_000


def station(**about):
    plain = {"kind": "online", "colour": "green", "icon": "ruler", "seats_min": 1, "seats_max": 6}
    return Station(1, 1, "Place", **(plain | about))


@pytest.mark.parametrize(
    ("icon", "thing"),
    [
        ("device-tablet", "tablet"),
        ("laptop", "laptop"),
        ("monitor", "computer"),
        ("ruler", "device"),
    ],
)
def test_a_full_station_names_what_is_missing(icon, thing):
    verdict = Verdict(7, 6, no_device=True)
    note = note_of(station(icon=icon, devices=6), verdict, [])
    assert note.title == f"Full: 6 of 6 {thing}s"
    assert note.text == f"A 7th student would have no {thing}. Drop on a name to swap."
    assert note.physical


def test_without_seats_it_speaks_of_seats():
    note = note_of(station(), Verdict(7, 6, no_seat=True), [])
    assert note.title == "Full: 6 of 6 seats"


def test_a_station_over_full_tells_the_truth():
    note = note_of(station(seats_max=5), Verdict(7, 5, no_seat=True), [])
    assert (note.title, note.text[:11]) == ("Full: 6 of 5 seats", "A 7th stude")


def test_full_and_apart_are_said_together():
    verdict = Verdict(7, 6, no_seat=True, apart_from=(1,))
    assert note_of(station(), verdict, ["Finn"]).text.endswith("Keep apart: Finn.")


def test_a_free_station_says_nothing():
    assert note_of(station(), Verdict(3, 6), []) is None


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "A 1st"),
        (2, "A 2nd"),
        (3, "A 3rd"),
        (8, "An 8th"),
        (11, "An 11th"),
        (12, "A 12th"),
        (18, "An 18th"),
        (21, "A 21st"),
        (80, "An 80th"),
    ],
)
def test_numbers_count_on_as_english_does(number, said):
    note = note_of(station(), Verdict(number, 6, no_seat=True), [])
    assert note.text.startswith(f"{said} student")


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
