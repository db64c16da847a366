"""The adults of a class: who there is, who leads what, and how they share the week."""

import random

import pytest

from app.domain.session import Visit
from app.errors import NameMissing, NameTaken
from app.services.adult_time import AdultTimeReader
from app.services.adults import AdultService
from app.services.leading import leaders
from app.services.live import LiveService
from tests.fakes.classroom import Classroom

MINUTE, DAY = 60_000, 24 * 3_600_000


class Team:
    """4B with seven students, five stations, and two adults."""

    def __init__(self) -> None:
        self.room = room = Classroom()
        self.service = AdultService(room)
        self.live = LiveService(room)
        self.reader = AdultTimeReader(room.store, room.clock, self.service)
        self.okoro = self.service.add(room.class_id, " Ms Okoro ")
        self.haddad = self.service.add(room.class_id, "Mr Haddad")
        self.table, self.games = room.stations.stations(room.class_id)[:2]

    def names(self) -> list[str]:
        return [adult.name for adult in self.service.adults(self.room.class_id)]

    def leads(self, lesson_id) -> dict[str, str]:
        lesson = self.room.lessons.lesson(lesson_id)
        stations = self.room.lessons.stations(lesson)
        led = leaders(self.room.store, lesson, stations)
        return {s.name: led[s.id] for s in stations if s.id in led}


@pytest.fixture
def team() -> Team:
    return Team()


def test_adults_are_named_ordered_and_taken_away_and_all_of_it_undone(team) -> None:
    service, class_id = team.service, team.room.class_id
    service.rename(team.okoro.id, "Ms Ada Okoro")
    service.reorder(class_id, [team.haddad.id])
    assert team.names() == ["Mr Haddad", "Ms Ada Okoro"]
    service.remove(team.haddad.id)
    assert team.names() == ["Ms Ada Okoro"]
    for _step in range(3):
        team.room.workspace.undo()
    assert team.names() == ["Ms Okoro", "Mr Haddad"]


def test_a_name_is_needed_and_belongs_to_one(team) -> None:
    with pytest.raises(NameMissing):
        team.service.add(team.room.class_id, "  ")
    with pytest.raises(NameTaken):
        team.service.add(team.room.class_id, "ms okoro")


def test_who_comes_back_is_the_same_adult(team) -> None:
    team.service.remove(team.okoro.id)
    assert team.service.add(team.room.class_id, "Ms Okoro").id == team.okoro.id


def test_whoever_is_taken_away_leads_nothing_any_more(team) -> None:
    team.service.lead(team.table.id, team.okoro.id)
    team.service.remove(team.okoro.id)
    assert team.room.stations.stations(team.room.class_id)[0].adult_id is None
    team.room.workspace.undo()
    assert team.room.stations.stations(team.room.class_id)[0].adult_id == team.okoro.id


def test_a_lesson_may_have_another_leader_than_the_station_has(team) -> None:
    team.service.lead(team.table.id, team.okoro.id)
    lesson = team.room.lessons.create(team.room.class_id, team.room.rng())
    assert team.leads(lesson.id) == {"Teacher table": "Ms Okoro"}
    team.service.lead_today(lesson.id, team.table.id, team.haddad.id)
    team.service.lead_today(lesson.id, team.games.id, team.okoro.id)
    assert team.leads(lesson.id) == {"Teacher table": "Mr Haddad", "Games": "Ms Okoro"}
    team.service.lead_today(lesson.id, team.table.id, None)
    assert team.leads(lesson.id) == {"Teacher table": "Ms Okoro", "Games": "Ms Okoro"}
    team.service.lead_today(lesson.id, team.games.id, None)
    assert team.room.lessons.lesson(lesson.id).adult_ids == ()


def taught(team: Team, minutes: int = 12):
    """A lesson whose first round is taught; the table is led by one, the games by the other."""
    team.service.lead(team.table.id, team.okoro.id)
    team.service.lead(team.games.id, team.haddad.id)
    lesson = team.room.lessons.create(team.room.class_id, random.Random(1))
    session = team.live.open(lesson.id)
    team.live.start(session)
    team.room.clock.advance(minutes * MINUTE)
    return session


def test_visits_say_who_led_the_station_and_the_scene_does(team) -> None:
    session = taught(team)
    scene = team.live.scene(team.room.class_id)
    assert scene is not None
    assert scene.leaders == {team.table.id: "Ms Okoro", team.games.id: "Mr Haddad"}
    team.live.end(session)
    visits = team.room.store.find(Visit, session_id=session.id)
    led = {visit.station_id: visit.adult for visit in visits}
    assert led[team.table.id] == "Ms Okoro"
    assert led[team.games.id] == "Mr Haddad"
    assert set(led.values()) == {"Ms Okoro", "Mr Haddad", ""}


def minutes_led(visits) -> list[tuple[str, int]]:
    """Who led the first student's visits, and for how many minutes."""
    own = [visit for visit in visits if visit.student_id == visits[0].student_id]
    return [(visit.adult, round((visit.ended_at - visit.began_at) / MINUTE)) for visit in own]


def test_a_visit_under_two_leaders_is_two(team) -> None:
    session = taught(team, 4)
    team.service.lead_today(session.lesson_id, team.table.id, team.haddad.id)
    team.room.clock.advance(3 * MINUTE)
    team.service.lead(team.games.id, None)
    team.room.clock.advance(3 * MINUTE)
    running = team.reader.this_week(team.room.class_id)
    team.live.end(session)
    found = team.room.store.find(Visit, session_id=session.id)
    at_table = [visit for visit in found if visit.station_id == team.table.id]
    at_games = [visit for visit in found if visit.station_id == team.games.id]
    assert minutes_led(at_table) == [("Ms Okoro", 4), ("Mr Haddad", 6)]
    assert minutes_led(at_games) == [("Mr Haddad", 7), ("", 3)]
    assert at_table[0].ended_at == at_table[-1].began_at
    week = team.reader.this_week(team.room.class_id)
    assert [time.minutes for time in week] == [time.minutes for time in running] == [4, 10]


def test_a_leader_who_is_taken_back_at_once_led_nothing(team) -> None:
    session = taught(team, 4)
    team.service.lead_today(session.lesson_id, team.table.id, team.haddad.id)
    team.room.clock.advance(20_000)
    team.room.workspace.undo()
    team.room.clock.advance(3 * MINUTE)
    team.live.end(session)
    found = team.room.store.find(Visit, session_id=session.id, station_id=team.table.id)
    assert minutes_led(found) == [("Ms Okoro", 7)]


def test_the_week_counts_minutes_once_and_everyone_who_was_met(team) -> None:
    session = taught(team)
    running = team.reader.this_week(team.room.class_id)
    team.live.end(session)
    week = team.reader.this_week(team.room.class_id)
    assert running == week
    okoro, haddad = week
    assert (okoro.name, okoro.minutes) == ("Ms Okoro", 12)
    assert 1 <= len(okoro.students) <= 2
    assert okoro.students.isdisjoint(haddad.students)
    team.room.clock.advance(7 * DAY)
    assert [time.minutes for time in team.reader.this_week(team.room.class_id)] == [0, 0]
