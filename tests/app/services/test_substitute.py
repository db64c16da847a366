"""The sheet for a substitute: everything to teach the lesson, and nothing about anybody."""

from dataclasses import fields, replace

import pytest

from app.domain.adults import Adult
from app.domain.changes import Change, label, made
from app.domain.classes import Rule
from app.domain.ids import AdultId, PullOutDayId, PullOutId, RuleId
from app.domain.pull_outs import PullOut, PullOutDay
from app.domain.substitute import SheetLine, SheetStation, SubstituteSheet
from app.services.lessons import LessonService
from app.services.substitute import SubstituteReader
from tests.builders import TaughtClass


@pytest.fixture
def taught() -> TaughtClass:
    return TaughtClass()


def write(taught: TaughtClass, *changes: Change) -> None:
    taught.room.workspace.edit(label("lesson changed"), *changes)


def sheet(taught: TaughtClass) -> SubstituteSheet:
    room = taught.room
    lessons = LessonService(room)
    return SubstituteReader(room.store, lessons, room.clock).sheet(taught.lesson.id)


def test_it_says_who_goes_where_in_every_round(taught: TaughtClass) -> None:
    found = sheet(taught)
    assert (found.class_name, found.day, found.topic) == ("4B", "2026-05-14", "Fractions")
    assert found.rounds == ((0, 10), (12, 22), (24, 34))
    assert found.lines[0] == SheetLine("Amara", ("Teacher table", "Tablets", "Games"))
    assert len(found.lines) == 6


def test_stations_come_with_seats_adult_and_what_is_next(taught: TaughtClass) -> None:
    table = taught.stations["Teacher table"]
    own = replace(table, adult_id=AdultId(900), next_task="Read on")
    write(taught, made(Adult(AdultId(900), table.class_id, "Mr Brook")), Change(table, own))
    assert sheet(taught).stations[0] == SheetStation(
        "Teacher table", "teacher-led", 3, "", "Read on", "Mr Brook"
    )
    other = Adult(AdultId(901), table.class_id, "Ms Okoro")
    named = replace(taught.lesson, adult_ids=(901, 0, 0))
    write(taught, made(other), Change(taught.lesson, named))
    assert [station.adult for station in sheet(taught).stations] == ["Ms Okoro", "", ""]


def test_pull_outs_say_when_and_where_and_never_why(taught: TaughtClass) -> None:
    who, class_id = taught.student("Ben"), taught.school_class.id
    day = taught.lesson.day
    speech = PullOut(PullOutId(910), class_id, who, "Speech", "Room 3", 580, 600, day=day)
    violin = PullOut(PullOutId(911), class_id, who, "Violin", "", 540, 550, day=day)
    called_off = PullOutDay(PullOutDayId(912), violin.id, day)
    write(taught, made(speech), made(violin), made(called_off))
    found = sheet(taught)
    assert found.lines[1].out == ("09:40–10:00 Room 3",)
    assert "Speech" not in repr(found)


def test_rules_are_names_and_a_rule_of_one_is_none(taught: TaughtClass) -> None:
    one, two = taught.student("Amara"), taught.student("Ben")
    class_id = taught.school_class.id
    write(
        taught,
        made(Rule(RuleId(920), class_id, "apart", (one, two))),
        made(Rule(RuleId(921), class_id, "together", (one, 77))),
    )
    found = sheet(taught)
    assert (found.apart, found.together) == ((("Amara", "Ben"),), ())


def test_the_sheet_has_no_field_for_anything_private() -> None:
    every = {f.name for kind in (SubstituteSheet, SheetLine, SheetStation) for f in fields(kind)}
    assert every == {
        *("class_name", "day", "subject", "topic", "message", "begins", "rounds"),
        *("moving_seconds", "stations", "lines", "apart", "together", "name", "kind", "seats"),
        *("skill", "next_task", "adult", "places", "out"),
    }
