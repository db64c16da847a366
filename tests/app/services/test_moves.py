"""Moving students and saying who is here, each in one step that can be undone."""

from dataclasses import replace

import pytest

from app.domain.changes import Change, label, made
from app.domain.classes import Rule, Student
from app.domain.ids import RuleId, StudentId
from app.domain.lessons import Path
from app.domain.session import ABSENT, AWAY, PRESENT
from tests.builders import MINUTE, TaughtClass


@pytest.fixture
def class_4b() -> TaughtClass:
    taught = TaughtClass()
    taught.start()
    return taught


def move(taught: TaughtClass, name: str, station: str) -> bool:
    return taught.moves.move(taught.scene(), taught.student(name), taught.stations[station])


def test_a_move_holds_for_this_round_and_the_plan_goes_on(class_4b: TaughtClass) -> None:
    assert move(class_4b, "Amara", "Games")
    assert class_4b.where()["Games"] == ["Amara", "Elif", "Fatima"]
    class_4b.clock.advance(13 * MINUTE)
    assert class_4b.where()["Tablets"] == ["Amara", "Ben"]


def test_a_move_is_one_undo_step(class_4b: TaughtClass) -> None:
    before = class_4b.where()
    move(class_4b, "Amara", "Games")
    assert class_4b.room.workspace.next_undo == label("moved", student="Amara", station="Games")
    class_4b.room.workspace.undo()
    assert class_4b.where() == before


def test_moving_to_where_one_is_changes_nothing(class_4b: TaughtClass) -> None:
    steps = class_4b.store.count_steps()
    assert not move(class_4b, "Amara", "Teacher table")
    assert class_4b.store.count_steps() == steps


def test_a_swap_is_one_step_for_both(class_4b: TaughtClass) -> None:
    amara, elif_ = class_4b.student("Amara"), class_4b.student("Elif")
    assert class_4b.moves.swap(class_4b.scene(), amara, elif_)
    assert class_4b.where()["Teacher table"] == ["Ben", "Elif"]
    assert class_4b.where()["Games"] == ["Amara", "Fatima"]
    class_4b.room.workspace.undo()
    assert class_4b.where()["Games"] == ["Elif", "Fatima"]


def test_two_at_one_table_have_nothing_to_swap(class_4b: TaughtClass) -> None:
    amara, ben = class_4b.student("Amara"), class_4b.student("Ben")
    assert not class_4b.moves.swap(class_4b.scene(), amara, ben)


def test_an_absent_student_leaves_and_comes_back_to_the_plan(class_4b: TaughtClass) -> None:
    ben = class_4b.student("Ben")
    class_4b.moves.mark(class_4b.scene(), ben, ABSENT)
    assert class_4b.where()["Teacher table"] == ["Amara"]
    class_4b.moves.mark(class_4b.scene(), ben, PRESENT)
    assert class_4b.where()["Teacher table"] == ["Amara", "Ben"]


def test_away_keeps_its_reason_and_its_time(class_4b: TaughtClass) -> None:
    until = class_4b.clock.ms + 20 * MINUTE
    ben = class_4b.student("Ben")
    class_4b.moves.mark(class_4b.scene(), ben, AWAY, "Speech therapy", until)
    said = class_4b.scene().seating.out[ben]
    assert (said.state, said.reason, said.until) == (AWAY, "Speech therapy", until)


def test_dragging_someone_from_the_tray_brings_them_back_there(class_4b: TaughtClass) -> None:
    class_4b.moves.mark(class_4b.scene(), class_4b.student("Ben"), ABSENT)
    move(class_4b, "Ben", "Games")
    assert "Ben" in class_4b.where()["Games"]
    class_4b.room.workspace.undo()
    assert class_4b.student("Ben") in class_4b.scene().seating.out


def test_one_without_a_place_joins_the_group_of_the_station(class_4b: TaughtClass) -> None:
    late = Student(StudentId(40), class_4b.school_class.id, "", "Zoë", "")
    class_4b.students["Zoë"] = late
    class_4b.room.workspace.edit(label("added"), made(late))
    assert class_4b.scene().seating.unplaced == (late.id,)
    move(class_4b, "Zoë", "Teacher table")
    class_4b.clock.advance(13 * MINUTE)
    assert class_4b.where()["Tablets"] == ["Amara", "Ben", "Zoë"]
    class_4b.room.workspace.undo()
    assert class_4b.store.find(Path, student_id=late.id) == ()


def test_every_station_gives_its_verdict_while_a_card_is_carried(class_4b: TaughtClass) -> None:
    amara, elif_ = class_4b.student("Amara"), class_4b.student("Elif")
    rule = Rule(RuleId(90), class_4b.school_class.id, "apart", (amara, elif_))
    class_4b.room.workspace.edit(label("rule"), made(rule))
    verdicts = class_4b.moves.verdicts(class_4b.scene(), [amara])
    by_name = {name: verdicts[s.id] for name, s in class_4b.stations.items()}
    assert by_name["Teacher table"].free
    assert by_name["Tablets"].no_device
    assert by_name["Games"].apart_from == (elif_,)


def test_a_student_taken_off_the_list_is_gone_from_the_room(class_4b: TaughtClass) -> None:
    ben = class_4b.students["Ben"]
    class_4b.room.workspace.edit(label("off"), Change(ben, replace(ben, archived=True)))
    assert class_4b.where()["Teacher table"] == ["Amara"]


def test_several_move_in_one_step(class_4b: TaughtClass) -> None:
    before = class_4b.where()
    everyone = [class_4b.student(name) for name in ("Amara", "Chidi", "Elif")]
    games = class_4b.stations["Games"]
    assert class_4b.moves.move_all(class_4b.scene(), everyone, games)
    assert class_4b.where()["Games"] == ["Amara", "Chidi", "Elif", "Fatima"]
    assert class_4b.room.workspace.next_undo == label("several moved", count="2", station="Games")
    class_4b.room.workspace.undo()
    assert class_4b.where() == before
    assert not class_4b.moves.move_all(class_4b.scene(), everyone[2:], games)


def test_several_are_marked_in_one_step_and_come_back_by_a_move(class_4b: TaughtClass) -> None:
    both = [class_4b.student(name) for name in ("Amara", "Elif")]
    class_4b.moves.mark_all(class_4b.scene(), both, ABSENT)
    assert set(class_4b.scene().seating.out) == set(both)
    assert class_4b.room.workspace.next_undo == label("several marked absent", count="2")
    tablets = class_4b.stations["Tablets"]
    assert class_4b.moves.move_all(class_4b.scene(), both, tablets)
    assert class_4b.where()["Tablets"] == ["Amara", "Chidi", "Daniyar", "Elif"]
    class_4b.room.workspace.undo()
    assert set(class_4b.scene().seating.out) == set(both)


def test_two_whole_stations_swap_in_one_step(class_4b: TaughtClass) -> None:
    table, games = class_4b.stations["Teacher table"], class_4b.stations["Games"]
    assert class_4b.moves.swap_stations(class_4b.scene(), table, games)
    assert class_4b.where()["Teacher table"] == ["Elif", "Fatima"]
    assert class_4b.where()["Games"] == ["Amara", "Ben"]
    class_4b.room.workspace.undo()
    assert class_4b.where()["Games"] == ["Elif", "Fatima"]
    assert not class_4b.moves.swap_stations(class_4b.scene(), table, table)


def test_a_swap_is_judged_on_both_sides(class_4b: TaughtClass) -> None:
    amara, ben, elif_, chidi = (
        class_4b.student(name) for name in ("Amara", "Ben", "Elif", "Chidi")
    )
    rule = Rule(RuleId(90), class_4b.school_class.id, "apart", (ben, elif_))
    class_4b.room.workspace.edit(label("rule"), made(rule))
    verdicts = class_4b.moves.swap_verdicts(class_4b.scene(), [amara], [elif_])
    table, games = class_4b.stations["Teacher table"], class_4b.stations["Games"]
    assert verdicts[games.id].free
    assert verdicts[table.id].apart == ((elif_, ben),)
    tablets = class_4b.moves.swap_verdicts(class_4b.scene(), [amara], [chidi])
    assert tablets[class_4b.stations["Tablets"].id].free, "one goes, one comes"
