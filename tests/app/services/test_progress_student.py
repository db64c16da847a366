"""One student's picture and timeline, on the fake store and on SQLite."""

import pytest

from app.domain.mastery import LevelStep
from app.domain.progress import NO_EVIDENCE
from app.errors import NotFound
from tests.fakes.progress_class import ProgressClass, later

AMARA, BEN, MAYA = "Amara Okafor", "Ben Walker", "Maya Lindqvist"


@pytest.fixture
def room(progress_class: ProgressClass) -> ProgressClass:
    return progress_class


def picture(room, name=AMARA):
    return room.progress.student(room.students[name])


def timeline(room, name=AMARA, **asked):
    return room.progress.timeline(room.students[name], **asked)


def test_the_picture_says_who_and_how_lately(room) -> None:
    room.see(MAYA, None, None, days=3)
    room.visit(MAYA, room.table_station, days=1, minutes=12)
    found = picture(room, MAYA)
    assert (found.name, found.student.name.full) == ("Maya L.", MAYA)
    assert (found.last_seen_days, found.minutes) == (3, 12)


def test_every_skill_is_there_also_without_evidence(room) -> None:
    found = picture(room).skills
    assert [skill.statement for skill in found] == ["Place value", "Round", "Add fractions"]
    assert [(skill.cell, skill.days, skill.steps) for skill in found] == [
        (NO_EVIDENCE, None, ())
    ] * 3


def test_steps_start_with_the_level_that_stood_six_weeks_ago(room) -> None:
    room.see(AMARA, "Round", 4, days=90)
    standing = room.see(AMARA, "Round", 1, days=60)
    first = room.see(AMARA, "Round", 2, days=20)
    room.see(AMARA, "Round", 2, days=10)
    last = room.see(AMARA, "Round", 3, days=1)
    skill = picture(room).skills[1]
    assert skill.steps == (
        LevelStep(standing.seen_at, 1),
        LevelStep(first.seen_at, 2),
        LevelStep(last.seen_at, 3),
    )
    assert (skill.cell.level, skill.cell.trend, skill.days) == (3, 1, 1)


def test_the_picture_and_the_table_tell_the_same(room) -> None:
    for days, level in ((50, 3), (31, 2), (30, 4), (25, 1), (2, 2)):
        room.see(AMARA, "Round", level, days=days)
    room.see(AMARA, "Place value", 2, days=26)
    cells = tuple(skill.cell for skill in picture(room).skills)
    assert cells == room.row(AMARA).cells


def test_stations_are_counted_over_four_weeks_with_the_running_lesson(room) -> None:
    room.visit(AMARA, room.tablets, days=2, minutes=10)
    room.visit(AMARA, room.tablets, days=20, minutes=10)
    room.visit(AMARA, room.tablets, days=29, minutes=10)
    room.visit(BEN, room.tablets, days=1, minutes=10)
    room.start_lesson(AMARA)
    later(room.clock, minutes=3)
    found = picture(room)
    counts = [(visit.station.name, visit.count) for visit in found.visits]
    assert counts == [("Tablets", 2), ("Teacher table", 1)]
    assert found.rounds == 3


def test_the_goal_is_the_open_one(room) -> None:
    room.set_goal(AMARA, "Old", closed=True)
    goal = room.set_goal(AMARA, "Explain aloud", done=(True, False))
    assert picture(room).goal == goal
    assert picture(room, BEN).goal is None


def test_a_student_who_is_not_there_is_said_so(room) -> None:
    with pytest.raises(NotFound):
        room.progress.student(12345)


def test_the_timeline_is_newest_first_with_the_words_around_it(room) -> None:
    room.see(AMARA, "Round", 2, days=5, tag_ids=(room.tag.id,), station_id=room.tablets.id)
    room.see(AMARA, None, None, note="calm", days=1)
    room.see(BEN, "Round", 4)
    found = timeline(room)
    assert [(s.skill, s.level, s.tags, s.note) for s in found.sightings] == [
        ("", None, (), "calm"),
        ("Round", 2, ("Drew it",), ""),
    ]
    assert found.sightings[1].station == room.tablets
    assert (found.more, found.private) == (False, 0)


def test_the_timeline_of_one_skill_is_all_its_level_rests_on(room) -> None:
    room.see(AMARA, "Round", 1, days=9)
    room.see(AMARA, "Place value", 3, days=5)
    room.see(AMARA, "Round", 2, days=1)
    found = timeline(room, skill_id=room.skills["Round"].id)
    assert [s.level for s in found.sightings] == [2, 1]


def test_a_long_timeline_says_that_there_is_more(room) -> None:
    for days in range(5):
        room.see(AMARA, "Round", 2, days=days)
    assert timeline(room, limit=4).more
    assert len(timeline(room, limit=4).sightings) == 4
    assert not timeline(room, limit=5).more
    assert timeline(room, limit=2, skill_id=room.skills["Round"].id).more


def test_jottings_come_only_when_they_are_asked_for(room) -> None:
    room.see(AMARA, None, None, note="mine alone", private=True)
    hidden, asked = timeline(room), timeline(room, private=True)
    assert (hidden.sightings, hidden.private) == ((), 1)
    assert [s.note for s in asked.sightings] == ["mine alone"]
    assert asked.private == 0
