"""The progress table, on the fake store and on SQLite."""

import pytest

from app.domain.changes import label, made
from app.domain.ids import ObservationId
from app.domain.observations import Observation
from app.domain.progress import NO_EVIDENCE, GoalMark
from app.errors import NotFound
from app.services.progress import ProgressService
from tests.fakes import FakeEvidence, FakeStore
from tests.fakes.progress_class import ProgressClass, later

AMARA, BEN, MAYA = "Amara Okafor", "Ben Walker", "Maya Lindqvist"


@pytest.fixture
def room(progress_class: ProgressClass) -> ProgressClass:
    return progress_class


def test_students_stand_in_the_order_of_their_short_names(room) -> None:
    table = room.progress.table(room.class_id)
    assert [row.name for row in table.rows] == ["Amara", "Ben", "Maya L.", "Maya P."]
    assert table.rows[2].full_name == MAYA


def test_skills_stand_under_their_strands(room) -> None:
    table = room.progress.table(room.class_id)
    found = [(column.strand, column.heading) for column in table.columns]
    assert found == [("Number", "Place value"), ("Number", "Round"), ("Fractions", "Add fractions")]
    assert table.levels == ("Beginning", "Developing", "Secure", "Extending")


def test_a_cell_is_the_newest_evidence_by_time_seen(room) -> None:
    room.see(AMARA, "Round", 3, days=2)
    typed_late = room.see(AMARA, "Round", 1, days=9)
    cell = room.cell(AMARA, "Round")
    assert (cell.level, cell.stale, cell.trend) == (3, False, 0)
    assert cell.seen_at != typed_late.seen_at
    assert room.cell(BEN, "Round") == NO_EVIDENCE


def test_what_has_no_level_is_no_evidence(room) -> None:
    room.see(AMARA, "Round", None, note="tried")
    assert room.cell(AMARA, "Round") == NO_EVIDENCE


def test_evidence_is_old_after_21_days(room) -> None:
    room.see(AMARA, "Round", 2, days=21)
    room.see(BEN, "Round", 2, days=22)
    assert not room.cell(AMARA, "Round").stale
    assert room.cell(BEN, "Round").stale


def test_the_trend_compares_with_the_level_a_month_ago(room) -> None:
    room.see(AMARA, "Round", 2, days=40)
    room.see(AMARA, "Round", 4, days=20)
    room.see(AMARA, "Round", 3, days=1)
    room.see(BEN, "Round", 3, days=40)
    room.see(BEN, "Round", 2, days=1)
    room.see(MAYA, "Round", 1, days=20)
    room.see(MAYA, "Round", 2, days=1)
    assert room.cell(AMARA, "Round").trend == 1
    assert room.cell(BEN, "Round").trend == -1
    assert room.cell(MAYA, "Round").trend == 0


def test_a_column_counts_the_students_at_each_level(room) -> None:
    room.see(AMARA, "Round", 2)
    room.see(BEN, "Round", 2)
    room.see(MAYA, "Round", 4)
    columns = room.progress.table(room.class_id).columns
    assert columns[1].counts == (1, 0, 2, 0, 1)
    assert columns[0].counts == (4, 0, 0, 0, 0)


def test_last_seen_counts_calendar_days_and_any_observation(room) -> None:
    room.see(AMARA, None, None, note="calm today", days=0)
    room.see(BEN, None, None, days=7)
    assert room.row(AMARA).last_seen_days == 0
    assert not room.row(AMARA).not_seen_lately
    assert room.row(BEN).last_seen_days == 7
    assert room.row(BEN).not_seen_lately
    assert room.row(MAYA).last_seen_days is None
    assert room.row(MAYA).not_seen_lately


def test_teacher_minutes_are_those_since_monday_at_teacher_led_stations(room) -> None:
    room.visit(AMARA, room.table_station, days=1, minutes=12)
    room.visit(AMARA, room.table_station, days=3, minutes=10)
    room.visit(AMARA, room.table_station, days=4, minutes=50)
    room.visit(AMARA, room.tablets, days=1, minutes=30)
    assert room.row(AMARA).minutes == 22
    assert room.row(BEN).minutes == 0


def test_the_running_lesson_counts_up_to_now(room) -> None:
    room.visit(AMARA, room.table_station, days=1, minutes=12)
    room.start_lesson(AMARA)
    later(room.clock, minutes=5)
    assert room.row(AMARA).minutes == 17
    later(room.clock, minutes=20)
    assert room.row(AMARA).minutes == 24


def test_a_goal_shows_its_steps_and_a_closed_one_does_not(room) -> None:
    room.set_goal(AMARA, "Explain aloud", done=(True, False, True))
    room.set_goal(BEN, "Old", done=(True,), closed=True)
    assert room.row(AMARA).goal == GoalMark("Explain aloud", (True, False, True))
    assert room.row(BEN).goal is None


def test_of_two_open_goals_the_older_one_shows(room) -> None:
    room.set_goal(AMARA, "First")
    room.set_goal(AMARA, "Second")
    assert room.row(AMARA).goal == GoalMark("First", ())


def test_one_framework_alone_or_all_of_them(room) -> None:
    reading = room.add_framework("Reading", {"Books": ("Retell",)})
    whole = room.progress.table(room.class_id)
    one = room.progress.table(room.class_id, reading.id)
    assert [c.statement for c in one.columns] == ["Retell"]
    assert len(whole.columns) == 4
    assert len(one.frameworks) == 2


def test_a_class_that_is_not_there_is_said_so(room) -> None:
    with pytest.raises(NotFound):
        room.progress.table(12345)


class CountingStore(FakeStore):
    """Counts what is asked of it."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def get(self, kind, entity_id):
        self.asked += 1
        return super().get(kind, entity_id)

    def find(self, kind, **equal):
        self.asked += 1
        return super().find(kind, **equal)


class CountingEvidence(FakeEvidence):
    def __init__(self, store) -> None:
        super().__init__(store)
        self.asked = 0

    def __getattribute__(self, name):
        if name in {"latest", "last_seen", "visit_ms"}:
            self.asked += 1
        return super().__getattribute__(name)


def questions(students: int, skills: int) -> int:
    """How often the store and the evidence are asked for one table."""
    kept = CountingStore()
    names = [f"Child{n} Family{n}" for n in range(students)]
    strands = {"All": tuple(f"Skill {n}" for n in range(skills))}
    room = ProgressClass(kept, FakeEvidence(FakeStore()), names, strands)
    room.start_lesson(names[0])
    evidence = CountingEvidence(FakeStore())
    kept.asked = 0
    ProgressService(kept, evidence, room.clock).table(room.class_id)
    return kept.asked + evidence.asked


def test_a_larger_class_asks_no_more_questions() -> None:
    assert questions(2, 1) == questions(30, 20) < 24


AGAIN = [
    lambda room: room.see(AMARA, "Round", 1),
    lambda room: room.see(BEN, None, None, note="tried"),
    lambda room: room.see(MAYA, "Place value", 4, days=40),
]


@pytest.mark.parametrize("write", AGAIN)
def test_what_a_look_touched_is_read_again_and_is_as_if_all_were(room, write) -> None:
    room.see(AMARA, "Round", 3, days=2)
    before = room.progress.table(room.class_id)
    found = []
    room.workspace.subscribe(lambda _kinds: found.append(room.progress.again(before)))
    write(room)
    assert found == [room.progress.table(room.class_id)]
    assert room.workspace.told is None


def test_an_undone_look_is_read_again_too(room) -> None:
    room.workspace.edit(label("observed"), made(look(room, 3)))
    before = room.progress.table(room.class_id)
    found = []
    room.workspace.subscribe(lambda _kinds: found.append(room.progress.again(before)))
    room.workspace.undo()
    assert found == [room.progress.table(room.class_id)]
    assert found[0].rows[0].cells[1] == NO_EVIDENCE


def test_anything_else_asks_for_everything(room) -> None:
    before = room.progress.table(room.class_id)
    found = []
    room.workspace.subscribe(lambda _kinds: found.append(room.progress.again(before)))
    room.set_goal(AMARA, "Explain")
    room.workspace.edit(label("observed"), made(look(room, 2)), made(room.goal_of(BEN)))
    assert found == [None, None]
    assert room.progress.again(before) is None


def test_on_another_day_everything_is_read(room) -> None:
    before = room.progress.table(room.class_id)
    later(room.clock, days=1)
    found = []
    room.workspace.subscribe(lambda _kinds: found.append(room.progress.again(before)))
    room.see(AMARA, "Round", 1)
    assert found == [None]


def test_who_is_told_of_a_step_can_ask_for_it(room) -> None:
    told = []
    room.workspace.subscribe(lambda _kinds: told.append(room.workspace.told))
    seen = room.see(AMARA, "Round", 1)
    assert [change.after for change in told[0].changes] == [seen]


def look(room, level: int) -> Observation:
    return Observation(
        ObservationId(room.ids()),
        room.class_id,
        room.students[AMARA],
        room.clock.now_ms(),
        room.skills["Round"].id,
        level,
    )
