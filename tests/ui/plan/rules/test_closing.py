"""A station is closed in single rounds: by the form or a cell’s menu, and read in the plan."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent

from app.domain.changes import label, made
from app.domain.classes import CLOSED, Rule
from app.domain.ids import RuleId, StationId
from app.domain.stations import Station
from tests.fakes.classroom import Classroom
from ui.classes.rules_tab import RulesTab
from ui.plan.plan_page import PlanPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def room() -> Classroom:
    return Classroom(students=20)


def closed(room: Classroom) -> list[Rule]:
    return [rule for rule in room.store.find(Rule) if rule.kind == CLOSED]


def lines(page: PlanPage) -> dict[str, str]:
    rows = [row.line for row in page.side.rules.rows if row.isVisible()]
    return {line.title: line.kind for line in [*(c.line for c in page.side.rules.cards), *rows]}


def test_stations_and_rounds_are_ticked_as_sets(planned, room, qtbot) -> None:
    qtbot.mouseClick(planned.side.rules.add_buttons["closed"], LEFT)
    form = planned.side.form
    assert not form.keep_button.isEnabled()
    first, second, *_ = form.closing.stations.chips.values()
    first.click()
    second.click()
    assert not form.keep_button.isEnabled()
    form.closing.rounds.chips[2].click()
    form.closing.rounds.chips[3].click()
    qtbot.mouseClick(form.keep_button, LEFT)
    (rule,) = closed(room)
    assert (rule.rounds, len(rule.station_ids), rule.lesson_id) == ((2, 3), 2, planned.lesson_id)
    names = ", ".join(s.name for s in planned.shown.stations[:2])
    assert lines(planned)[names] == "Closed in rounds 2, 3"


def test_a_rule_that_is_opened_again_has_its_ticks_and_can_go(planned, room, qtbot) -> None:
    station = planned.shown.stations[1]
    planned.deeds.close_station(station.id, 2)
    card = next(c for c in planned.side.rules.cards if c.line.title == station.name)
    assert "is closed in round 2" in card.line.problem
    planned.side.rules.opened.emit(card.line.key)
    form = planned.side.form
    assert form.closing.stations.ticked() == (station.id,)
    assert form.closing.rounds.ticked() == (2,)
    qtbot.mouseClick(form.remove_button, LEFT)
    assert closed(room) == []


def test_a_cell_says_that_it_is_closed_and_its_menu_opens_it(planned, room) -> None:
    station = planned.shown.stations[1]
    planned.deeds.close_station(station.id, 2)
    assert planned.grid.spoken[2, 1].accessibleDescription() == "Closed"
    asked: list[tuple[object, int]] = []
    planned.grid.cell_menu_wanted.connect(lambda own, number, _at: asked.append((own, number)))
    foot = planned.grid.cell_rect(2, 1).bottomLeft() + QPoint(20, -4)
    at = planned.grid.mapToGlobal(foot)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, foot, at)
    planned.grid.contextMenuEvent(event)
    assert asked == [(station.id, 2)]
    planned.deeds.open_station(station.id, 2)
    assert closed(room) == []
    assert planned.grid.spoken[2, 1].accessibleDescription() != "Closed"


def test_one_that_is_always_closed_is_among_the_rules_of_the_class(room, planned, theme) -> None:
    station = planned.shown.stations[1]
    room_rules = RulesTab(theme, room.classes, room.pull_outs)
    planned.side.rules.add_buttons["closed"].click()
    form = planned.side.form
    form.closing.stations.chips[station.id].click()
    form.closing.rounds.chips[3].click()
    form.lessons.set_current(False)
    form.keep_button.click()
    assert room_rules.show_class(room.class_id) == 1
    (rule,) = closed(room)
    row = room_rules.rows.row(rule.id)
    assert row.names.text() == station.name
    assert row.remove_button.accessibleName() == f"Closed in round 3: {station.name}"


def test_what_a_shorter_lesson_does_not_show_of_a_rule_for_every_lesson_stays(
    room, planned
) -> None:
    here, gone = planned.shown.stations[1].id, StationId(7_777)
    places = (here, gone)
    rule = Rule(RuleId(room.ids()), room.class_id, CLOSED, (), places, rounds=(2, 9))
    far = replace(room.store.get(Station, here), id=gone, name="Far", archived=True)
    room.workspace.edit(label("set up"), made(far), made(rule))
    planned.show_class(room.class_id)
    (key,) = (card.line.key for card in planned.side.rules.cards if card.line.title)
    planned.side.rules.opened.emit(key)
    form = planned.side.form
    form.closing.rounds.chips[3].click()
    form.keep_button.click()
    (kept,) = closed(room)
    assert (set(kept.station_ids), kept.rounds) == (set(places), (2, 3, 9))
