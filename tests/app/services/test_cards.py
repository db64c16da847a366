"""The facts on the console's cards, on the fake store and on the real one."""

from dataclasses import replace

import pytest

from app.domain.card import CardFacts, observed_today
from app.domain.changes import Change, label, made
from app.domain.classes import Goal, SchoolClass, Student
from app.domain.lessons import Lesson, Path
from app.domain.observations import Observation
from app.domain.skills import Framework, Skill
from app.domain.stations import Station
from app.services.cards import CardService
from app.services.flags import FlagService
from app.services.live import LiveService
from app.workspace import Workspace
from data.database import connect
from data.evidence import SqliteEvidence
from data.store import SqliteStore
from tests.fakes import FakeClock, FakeEvidence, FakeStore, ids

DAY = 24 * 3600 * 1000
ADD, COMPARE, OTHER = 201, 202, 203


class Room:
    """A class of three with two stations, and a lesson taken into the room."""

    def __init__(self, store, evidence):
        self.store, self.evidence, self.clock = store, evidence, FakeClock()
        self.next = ids(1000)
        self.workspace = Workspace(store, self.next, self.clock)
        self.live = LiveService(store, self.workspace, self.next, self.clock)
        self.cards = CardService(store, evidence, self.clock)
        self.flags = FlagService(store, self.workspace)
        self.put(SchoolClass(1, "4B", "Maths", 0), Framework(200, 1, "Fractions"))
        self.put(*(Skill(s, 200, None, f"Skill {s}") for s in (ADD, COMPARE, OTHER)))
        self.put(
            *(Student(10 + n, 1, name, name, "") for n, name in enumerate(("Amara", "Ben", "Kofi")))
        )
        self.put(
            Station(31, 1, "Table", "teacher-led", "blue", "ruler", 1, 6, skill_id=ADD),
            Station(32, 1, "Games", "collaborative", "orange", "ruler", 1, 6, skill_id=COMPARE),
            Station(33, 1, "Corner", "choice", "sky", "ruler", 1, 6),
        )
        self.put(Lesson(40, 1, "2026-05-14", "Maths", "", "", (31, 32, 33), 2, 600, 60, 30))
        self.put(*(Path(50 + n, 40, 10 + n, 1, (31, 32)) for n in range(3)))
        self.session = self.live.open(40)

    def put(self, *things):
        self.workspace.edit(label("told"), *(made(thing) for thing in things))

    def see(self, student, days_ago, skill=None, level=None):
        at = self.clock.now_ms() - days_ago * DAY
        self.put(Observation(self.next(), 1, student, at, skill, level))

    def facts(self):
        return self.cards.cards(self.live.scene(1))


def sqlite_room(tmp_path):
    connection = connect(tmp_path / "rondo.db")
    return Room(SqliteStore(connection), SqliteEvidence(connection))


def fake_room(_tmp_path):
    store = FakeStore()
    return Room(store, FakeEvidence(store))


@pytest.fixture(params=[fake_room, sqlite_room], ids=["fake", "sqlite"])
def room(request, tmp_path):
    return request.param(tmp_path)


def test_a_card_without_a_history_tells_nothing(room):
    assert room.facts() == {s: CardFacts() for s in (10, 11, 12)}


def test_the_level_is_the_newest_by_time_seen_not_by_time_typed(room):
    room.see(10, 1, ADD, 3)
    room.see(10, 5, ADD, 1)
    assert room.facts()[10].level_on(ADD) == 3


def test_each_station_reads_the_level_of_its_own_skill(room):
    room.see(10, 1, ADD, 3)
    room.see(10, 1, COMPARE, 2)
    facts = room.facts()[10]
    assert (facts.level_on(ADD), facts.level_on(COMPARE), facts.level_on(None)) == (3, 2, 0)


def test_skills_no_station_works_on_are_left_out(room):
    room.see(10, 1, OTHER, 4)
    assert room.facts()[10].levels == {}


@pytest.mark.parametrize(("days", "shown"), [(0, None), (6, None), (7, 7), (11, 11)])
def test_days_since_last_seen_count_from_a_week(room, days, shown):
    room.see(11, days)
    assert room.facts()[11].days_unseen == shown


def test_days_are_days_of_the_calendar_in_the_room(room):
    late_evening = room.clock.now_ms() - 7 * DAY + 14 * 3600 * 1000
    room.put(Observation(room.next(), 1, 11, late_evening))
    assert room.facts()[11].days_unseen == 7


def test_observed_today_counts_those_seated_who_were_seen_since_midnight(room):
    room.see(10, 0)
    room.see(11, 1)
    assert observed_today((10, 11, 12), room.facts()) == 1


def test_an_open_goal_is_named_and_a_closed_one_is_not(room):
    room.put(Goal(71, 10, "Draw it first", 0), Goal(72, 10, "Say why", 1))
    room.put(Goal(73, 11, "Old", 0, closed=True))
    facts = room.facts()
    assert (facts[10].goal, facts[11].goal) == ("Draw it first", "")


def test_a_flag_goes_on_and_off_and_each_can_be_undone(room):
    room.flags.toggle_flag(12, "Check in")
    assert room.facts()[12].flag == "Check in"
    room.flags.toggle_flag(12, "Check in")
    assert room.facts()[12].flag == ""
    assert room.workspace.next_undo.verb == "unflagged"
    room.workspace.undo()
    assert room.facts()[12].flag == "Check in"
    room.workspace.undo()
    assert room.facts()[12].flag == ""


class CountingStore(FakeStore):
    asked = 0

    def find(self, kind, **equal):
        self.asked += 1
        return super().find(kind, **equal)


def test_sixty_students_cost_no_more_questions_than_three():
    def questions(extra):
        store = CountingStore()
        room = Room(store, FakeEvidence(FakeStore()))
        room.put(*(Student(300 + n, 1, f"S{n}", "", "") for n in range(extra)))
        scene = room.live.scene(1)
        store.asked = 0
        room.cards.cards(scene)
        return store.asked

    assert questions(57) == questions(0) == 1


def test_the_skills_of_the_stations_are_named_once_each(room):
    named = room.cards.skills(room.live.scene(1))
    assert {key: skill.statement for key, skill in named.items()} == {
        ADD: "Skill 201",
        COMPARE: "Skill 202",
    }


def test_a_class_has_its_name_and_one_that_is_gone_has_none(room):
    assert (room.cards.class_name(1), room.cards.class_name(2)) == ("4B", "")


def test_an_empty_class_has_no_cards(room):
    for student in room.live.scene(1).students:
        room.workspace.edit(label("told"), _archived(student))
    assert room.facts() == {}


def _archived(student):
    return Change(student, replace(student, archived=True))
