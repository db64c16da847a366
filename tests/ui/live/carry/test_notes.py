"""What a station says to those who are carried."""

import pytest

from app.domain.seating import Verdict
from app.domain.stations import Station
from ui.live.carry.notes import note_of

MAYA, FINN, LEILA, BEN, ZOE = range(1, 6)
NAMES = {MAYA: "Maya", FINN: "Finn", LEILA: "Leila", BEN: "Ben", ZOE: "Zoe"}


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
    note = note_of(station(icon=icon, devices=6), verdict, NAMES)
    assert note.title == f"Full: 6 of 6 {thing}s"
    assert note.text == f"A 7th student would have no {thing}. Drop on a name to swap."
    assert note.physical


def test_without_seats_it_speaks_of_seats():
    note = note_of(station(), Verdict(7, 6, no_seat=True), NAMES)
    assert note.title == "Full: 6 of 6 seats"


def test_a_station_over_full_tells_the_truth():
    note = note_of(station(seats_max=5), Verdict(7, 5, no_seat=True), NAMES)
    assert (note.title, note.text[:11]) == ("Full: 6 of 5 seats", "A 7th stude")


def test_full_and_apart_are_said_together():
    verdict = Verdict(7, 6, no_seat=True, apart=((MAYA, FINN),))
    assert note_of(station(), verdict, NAMES).text.endswith("Keep apart: Finn.")


def test_a_free_station_says_nothing():
    assert note_of(station(), Verdict(3, 6), NAMES) is None


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
    note = note_of(station(), Verdict(number, 6, no_seat=True), NAMES)
    assert note.text.startswith(f"{said} student")


def test_of_several_it_says_how_many_would_have_nothing():
    tablets = station(icon="device-tablet", devices=6)
    note = note_of(tablets, Verdict(8, 6, coming=3, no_device=True), NAMES)
    assert (note.title, note.text) == ("Only 1 free tablet", "2 students would have no tablet.")
    note = note_of(tablets, Verdict(9, 6, coming=3, no_device=True), NAMES)
    assert note.title == "Full: 6 of 6 tablets"
    assert note.text == "3 students would have no tablet."


def test_one_who_comes_hears_only_the_names_of_the_others():
    verdict = Verdict(3, 6, apart=((MAYA, FINN), (MAYA, LEILA)))
    note = note_of(station(), verdict, NAMES)
    assert (note.title, note.text) == ("Keep apart: Finn, Leila", "You can still drop here.")
    assert not note.physical


def test_of_several_who_come_both_names_of_a_pair_are_told():
    verdict = Verdict(4, 6, coming=2, apart=((MAYA, FINN),))
    assert note_of(station(), verdict, NAMES).title == "Keep apart: Maya and Finn"


def test_of_many_pairs_the_first_are_told_and_how_many_more_there_are():
    pairs = tuple((MAYA, other) for other in (FINN, LEILA, BEN, ZOE))
    note = note_of(station(), Verdict(5, 6, apart=pairs), NAMES)
    assert note.title == "Keep apart: Finn, Leila, Ben and 1 more"


def test_who_is_to_be_together_is_said_after_who_is_to_be_apart():
    verdict = Verdict(3, 6, apart=((MAYA, FINN),), parted=((MAYA, BEN),))
    note = note_of(station(), verdict, NAMES)
    assert note.title == "Keep apart: Finn"
    assert note.text == "Keep together: Ben. You can still drop here."


def test_a_station_for_more_than_would_stay_says_so():
    note = note_of(station(seats_min=3), Verdict(2, 6, coming=0, too_few=True), NAMES)
    assert (note.title, note.text) == ("Only 2 would stay", "Place is for 3 or more.")


def test_a_closed_station_says_so_and_still_takes_who_is_dropped() -> None:
    note = note_of(station(), Verdict(3, 6, closed=True), NAMES)
    assert note is not None
    assert (note.icon, note.title, note.physical) == ("x-circle", "Closed in this round", False)
    assert note.text == "You can still drop here."
