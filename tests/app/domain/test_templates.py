"""What a template sets in a lesson."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.lessons import IN_GROUPS, OWN_PATHS
from app.domain.templates import LONGEST, SHORTEST, TEMPLATES, in_minutes, shaped, template
from app.domain.wishes import WISHES
from tests.builders import TaughtClass

TAUGHT = TaughtClass()
STATIONS = tuple(TAUGHT.stations.values())


def test_every_template_makes_a_lesson_of_any_class() -> None:
    for own in TEMPLATES:
        lesson = shaped(own, TAUGHT.lesson, STATIONS, 45)
        assert 1 <= lesson.rounds <= len(lesson.station_ids)
        assert lesson.mode in {IN_GROUPS, OWN_PATHS}
        assert lesson.template == own.word
        assert not lesson.wishes or sorted(lesson.wishes) == sorted(WISHES)


def test_a_lab_has_its_kinds_of_stations_and_all_where_there_are_none() -> None:
    lesson = shaped(template("lab"), TAUGHT.lesson, STATIONS, None)
    table, tablets, games = STATIONS
    assert lesson.station_ids == (table.id, tablets.id)
    alike = [replace(station, kind="reflection") for station in STATIONS]
    assert shaped(template("lab"), TAUGHT.lesson, alike, None).station_ids == (
        table.id,
        tablets.id,
        games.id,
    )


def test_wishes_of_a_template_come_before_the_usual_ones() -> None:
    lesson = shaped(template("choice"), TAUGHT.lesson, STATIONS, None)
    assert lesson.wishes == ("choices", "partners", "owed", "need", "ready", "stable", "even")


@given(st.integers(1, 120), st.integers(0, 5), st.integers(1, 8))
def test_rounds_fill_the_minutes_and_never_more(minutes: int, transition: int, most: int) -> None:
    rounds, seconds = in_minutes(minutes, transition, most)
    assert 1 <= rounds <= most
    assert seconds <= LONGEST * 60
    assert rounds * seconds // 60 + (rounds - 1) * transition <= max(minutes, 1)
    assert rounds == 1 or seconds >= SHORTEST * 60
