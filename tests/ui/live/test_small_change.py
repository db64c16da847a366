"""After somebody came or left, the smallest change is offered and never made unasked."""

from dataclasses import replace

import pytest

from app.domain.changes import Change, label, made
from app.domain.classes import CLOSED, Rule, Student
from app.domain.lessons import OWN_PATHS, Lesson, Path
from app.domain.stations import Station
from tests.fakes.lesson import BEN, CHIDI, CLASS, ELIF
from tests.ui.live.here.here_stage import open_here
from ui.widgets.focus import focused

NOOR = 17


class WorkerHere:
    """Does a job at once and where it is."""

    jobs = 0

    def run(self, job, hear):
        WorkerHere.jobs += 1
        return job.run(lambda progress: hear(progress) or True)

    def stop(self):
        """It has ended already."""

    end = stop


@pytest.fixture
def stage(qtbot, theme, room):
    """Everyone on an own path; Noor is new and has none."""
    lesson = room.store.get(Lesson, 40)
    own = [Change(path, replace(path, group=0)) for path in room.store.find(Path, lesson_id=40)]
    room.workspace.edit(
        label("set"),
        Change(lesson, replace(lesson, mode=OWN_PATHS)),
        made(Student(NOOR, CLASS, "Noor", "Noor", "")),
        *own,
    )
    WorkerHere.jobs = 0
    stage = open_here(qtbot, theme, room)
    stage.link.changes.make_worker = WorkerHere
    yield stage
    stage.link.stop()


def mark(stage, student, state="absent"):
    stage.room.moves.mark(stage.room.scene, student, state)
    changes = stage.link.changes.link()
    changes.later.stop()
    changes.look()
    return changes


def paths(stage):
    return {p.student_id: p.stations for p in stage.room.store.find(Path, lesson_id=40)}


def test_a_line_offers_it_and_nothing_has_moved(stage):
    before = paths(stage)
    cue = mark(stage, BEN).cue
    assert cue.isVisible()
    assert cue.words.text() == "Noor gets places in the rounds to come"
    assert cue.toolTip().startswith("Noor to ")
    assert "because Noor is here" in cue.toolTip()
    assert cue.accessibleName() == cue.words.text()
    assert paths(stage) == before


def test_it_is_looked_for_when_the_cards_have_flown(stage, qtbot):
    stage.room.moves.mark(stage.room.scene, BEN, "absent")
    later = stage.link.changes
    assert later.first.isActive()
    assert WorkerHere.jobs == 0
    qtbot.waitUntil(lambda: WorkerHere.jobs == 1)
    assert later.link().cue.isVisible()


def test_nothing_is_looked_for_when_the_lesson_has_closed(stage):
    stage.room.moves.mark(stage.room.scene, BEN, "absent")
    stage.link.stop()
    assert not stage.link.changes.first.isActive()


def test_done_it_is_one_step_for_the_rounds_to_come_alone(stage):
    before = paths(stage)
    cue = mark(stage, BEN).cue
    stage.click(cue.take_button)
    after = paths(stage)
    assert {s: after[s] for s in before} == before
    assert after[NOOR][0] is None
    assert None not in after[NOOR][1:]
    assert not cue.isVisible()
    stage.room.workspace.undo()
    assert paths(stage) == before


def test_the_keyboard_goes_back_to_the_lesson_when_it_is_done(stage):
    cue = mark(stage, BEN).cue
    cue.take_button.setFocus()
    assert focused(stage.page) is cue.take_button
    cue.take_button.click()
    assert not cue.isVisible()
    assert focused(stage.page) is stage.page


def test_what_was_left_is_not_offered_again(stage):
    changes = mark(stage, BEN)
    stage.click(changes.cue.leave_button)
    mark(stage, CHIDI)
    assert not changes.cue.isVisible()
    assert WorkerHere.jobs == 1


def test_what_was_not_answered_is_offered_again_when_somebody_else_leaves(stage):
    changes = mark(stage, BEN)
    assert changes.cue.isVisible()
    mark(stage, CHIDI)
    assert changes.cue.isVisible()
    assert changes.cue.words.text() == "Noor gets places in the rounds to come"


def test_where_everything_holds_nothing_is_looked_for(stage):
    stage.room.change(stage.room.store.get(Student, NOOR), archived=True)
    mark(stage, ELIF)
    assert WorkerHere.jobs == 0


def test_the_simple_view_offers_nothing(stage):
    stage.desk.settings = replace(stage.desk.settings, simple_view=True)
    mark(stage, BEN)
    assert WorkerHere.jobs == 0


def test_who_moves_is_told_with_the_reason(stage):
    room = stage.room
    room.change(room.store.get(Student, NOOR), archived=True)
    mark(stage, ELIF, "present")
    games = room.store.find(Station, name="Games")[0]
    crowded = [p for p in room.store.find(Path, lesson_id=40) if p.student_id in {CHIDI, ELIF}]
    for path in crowded:  # four at three games in round 2
        room.change(path, stations=(*path.stations[:1], games.id, *path.stations[2:]), pins=(2,))
    cue = mark(stage, ELIF, "present").cue
    assert cue.words.text().endswith(("because Chidi was put there", "because Elif was put there"))


def test_a_part_of_it_is_taken_on_the_plan(stage):
    before = paths(stage)
    cue = mark(stage, BEN).cue
    stage.click(cue.look_button)
    assert stage.desk.went == ["plan"]
    assert paths(stage) == before
    assert cue.isVisible(), "it can still be taken from here"


def test_where_no_move_helps_it_is_said_and_leads_to_the_plan(stage):
    room = stage.room
    room.change(room.store.get(Student, NOOR), archived=True)
    before = paths(stage)
    rounds = (2, 3, 4)
    places = tuple(station.id for station in room.scene.stations)
    changes = mark(stage, BEN, "present")
    room.put(Rule(99, CLASS, CLOSED, (), places, lesson_id=40, rounds=rounds))
    changes.later.stop()
    changes.look()
    assert changes.cue.words.text() == "Not every rule can hold in the rounds to come"
    assert changes.cue.take_button.isHidden()
    stage.click(changes.cue.look_button)
    assert stage.desk.went == ["plan"]
    assert paths(stage) == before


def lines(stage, name):
    station = stage.room.store.find(Station, name=name)[0]
    menu = stage.page.deeds.group_menu(station.id)
    return {action.text(): action for action in menu.actions()}


def test_a_table_is_closed_from_here_on_and_opened_again_and_the_way_on_is_offered(stage):
    room = stage.room
    room.change(room.store.get(Student, NOOR), archived=True)
    mark(stage, BEN, "present")
    jobs = WorkerHere.jobs
    lines(stage, "Games")["Close in rounds 2, 3, 4"].trigger()
    (rule,) = [r for r in room.store.find(Rule) if r.kind == CLOSED]
    assert rule.rounds == (2, 3, 4)
    assert rule.lesson_id == 40
    changes = stage.link.changes.link()
    assert changes.later.isActive()
    changes.look()
    assert WorkerHere.jobs == jobs + 1
    lines(stage, "Games")["Open again in rounds 2, 3, 4"].trigger()
    assert not [r for r in room.store.find(Rule) if r.kind == CLOSED]
    room.workspace.undo()
    assert [r.rounds for r in room.store.find(Rule) if r.kind == CLOSED] == [(2, 3, 4)]


def test_a_substitute_closes_nothing(stage):
    stage.desk.settings = replace(stage.desk.settings, simple_view=True)
    assert not [text for text in lines(stage, "Games") if text.startswith("Close")]
