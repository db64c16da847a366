"""Rules are added, changed and taken away beside the plan; what can't be kept says why."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from app.domain.changes import label, made
from app.domain.classes import Rule
from app.domain.planning.table import PlanTable
from app.domain.planning.values import TOO_MANY, Fact
from app.domain.pull_outs import PullOut
from app.domain.stations import TEACHER_LED
from app.domain.templates import FLIPPED
from tests.fakes.classroom import Classroom
from ui.plan.plan_page import PlanPage
from ui.plan.rules.fact_words import fact_words
from ui.plan.rules.panel import SHOWN, RulesPanel
from ui.plan.rules.picks import picks_of
from ui.plan.rules.row import RuleRow
from ui.plan.rules.view import RuleLine

LEFT = Qt.MouseButton.LeftButton
MORNING = 570


@pytest.fixture
def room() -> Classroom:
    return Classroom(students=20)


@pytest.fixture
def planned(page, room) -> PlanPage:
    page.empty.plan_button.click()
    lesson = room.lessons.next(room.class_id)
    room.lessons.edit(replace(lesson, begins=MORNING), room.rng())
    return page


def pick(page: PlanPage, room: Classroom, *names: str) -> None:
    for name in names:
        page.side.form.chips[room.student(name).id].click()


def titles(page: PlanPage) -> dict[str, str]:
    """What each rule asks, by whom it is about."""
    rows = [row.line for row in page.side.rules.rows if row.isVisible()]
    lines = [*(card.line for card in page.side.rules.cards), *rows]
    return {line.title: line.kind for line in lines}


def row_of(page: PlanPage, title: str) -> RuleRow:
    return next(row for row in page.side.rules.rows if row.line.title == title)


def test_students_are_kept_apart_by_picking_them(planned, room, qtbot) -> None:
    qtbot.mouseClick(planned.side.rules.add_buttons["apart"], LEFT)
    form = planned.side.form
    assert planned.side.part() is form
    pick(planned, room, "Amara")
    assert not form.keep_button.isEnabled()
    pick(planned, room, "Ben")
    qtbot.mouseClick(form.keep_button, LEFT)
    assert planned.side.part() is planned.side.rules
    assert titles(planned)["Amara and Ben"] == "Keep apart"
    (rule,) = room.classes.rules(room.class_id)
    assert rule.lesson_id is None


def test_a_visit_to_the_teacher_is_for_this_lesson_and_by_a_round(planned, room) -> None:
    planned.side.rules.add_buttons["visit"].click()
    form = planned.side.form
    pick(planned, room, "Amara", "Ben")
    form.round.set_current(3)
    form.keep_button.click()
    assert "Must meet the teacher by round 3" in titles(planned).values()
    (rule,) = room.store.find(Rule)
    assert (rule.by_round, rule.station_ids, rule.lesson_id) == (3, (), planned.lesson_id)


def test_those_who_come_to_mind_are_ticked_with_one_press(planned, room) -> None:
    table = PlanTable(
        picture=planned.shown,
        need={room.student(name).id: need for name, need in (("Amara", 3), ("Ben", 1))},
        since={room.student(name).id: since for name, since in (("Amara", 1), ("Ben", 4))},
    )
    assert [(pick.text, len(pick.students)) for pick in picks_of(table)] == [
        ("Need it most", 1),
        ("Waited longest", 1),
    ]
    planned.rules.show_rules(table, table.rules(), ())
    planned.side.rules.add_buttons["visit"].click()
    form = planned.side.form
    assert [button.label() for button in form.picks] == ["Need it most: 1", "Waited longest: 1"]
    for button in form.picks:
        button.click()
    assert set(form.draft().students) == {room.student("Amara").id, room.student("Ben").id}
    form.left.emit()
    planned.side.rules.add_buttons["apart"].click()
    assert form.picks == []


def test_a_rule_is_changed_and_taken_away_where_it_is_shown(planned, room, qtbot) -> None:
    room.classes.keep_together(room.class_id, [room.student(n).id for n in ("Amara", "Ben")])
    planned.side.rules.mend_button.click()
    planned.side.offers.keep_button.click()
    qtbot.mouseClick(row_of(planned, "Amara and Ben"), LEFT)
    form = planned.side.form
    assert form.chips[room.student("Ben").id].isChecked()
    pick(planned, room, "Ben", "王梓涵")
    form.keep_button.click()
    assert "Keep together" in titles(planned)["Amara and 王梓涵"]
    rules = planned.side.rules
    shown = [*(card.line for card in rules.cards), *(row.line for row in rules.rows)]
    rules.opened.emit(next(line.key for line in shown if line.kind == "Keep together"))
    form.remove_button.click()
    assert room.classes.rules(room.class_id) == ()
    assert "Amara and 王梓涵" not in titles(planned)


def test_esc_leaves_a_rule_as_it_was(planned, room, qtbot) -> None:
    planned.side.rules.add_buttons["apart"].click()
    pick(planned, room, "Amara", "Ben")
    qtbot.keyClick(planned.side.form, Qt.Key.Key_Escape)
    assert planned.side.part() is planned.side.rules
    assert room.classes.rules(room.class_id) == ()


def test_a_pull_out_is_picked_then_timed_changed_and_removed(planned, room) -> None:
    planned.side.rules.add_buttons["out"].click()
    pick(planned, room, "Ben")
    planned.side.form.keep_button.click()
    out = planned.side.out
    assert planned.side.part() is planned.side.out_part
    out.reason.setText("Violin")
    out.begins.show_minute(MORNING - 10)
    out.ends.show_minute(MORNING + 13)
    for chip in out.weekdays.values():
        chip.setChecked(True)
    out.keep_button.click()
    assert titles(planned)["Ben, Violin 09:20 to 09:43"] == "Pull-out, misses round 1"
    row_of(planned, "Ben, Violin 09:20 to 09:43").click()
    assert planned.side.out_remove.isVisible()
    out.ends.show_minute(MORNING + 20)
    out.keep_button.click()
    assert "Ben, Violin 09:20 to 09:50" in titles(planned)
    row_of(planned, "Ben, Violin 09:20 to 09:50").click()
    planned.side.out_remove.click()
    assert not any("Violin" in title for title in titles(planned))


def test_what_is_wrong_with_a_pull_out_is_told_in_its_form(planned, room) -> None:
    planned.side.rules.add_buttons["out"].click()
    pick(planned, room, "Ben")
    planned.side.form.keep_button.click()
    out = planned.side.out
    out.begins.show_minute(700)
    out.ends.show_minute(600)
    for chip in out.weekdays.values():
        chip.setChecked(True)
    out.keep_button.click()
    assert out.problem.isVisible()
    assert planned.side.part() is planned.side.out_part


def test_a_rule_that_can_t_be_kept_says_why_and_offers_a_round(planned, room) -> None:
    student = room.student("Ben").id
    planned.deeds.choose_mode("own")
    out = PullOut(room.ids(), room.class_id, student, "Violin", "", 560, 583, (4,))
    room.workspace.edit(label("pull-out added", student=""), made(out))
    planned.rules.begin("visit", (student,))
    planned.side.form.round.set_current(1)
    planned.side.form.keep_button.click()
    card = next(c for c in planned.side.rules.cards if "Ben" in c.title.text())
    assert card.title.text() == "Ben at Teacher table"
    assert "Ben is out, Violin 09:20 to 09:43." in card.text.text()
    assert planned.view.quality.facts["broken"].text() == "1 not possible"
    use = next(b for b in card.buttons if b.label().startswith("Use round"))
    use.click()
    assert not [c for c in planned.side.rules.cards if "Ben at" in c.title.text()]
    assert planned.grid.chip(student, int(use.label()[-1])).marks.pinned


def lines(count: int) -> list[RuleLine]:
    return [RuleLine(str(n), "door", f"Rule {n}", "Kind", opens=True) for n in range(count)]


@pytest.fixture
def panel(qtbot, theme) -> RulesPanel:
    shown = RulesPanel(theme)
    qtbot.addWidget(shown)
    shown.resize(312, 700)
    shown.show()
    return shown


def visible(panel: RulesPanel) -> list[str]:
    return [row.line.title for row in panel.rows if row.isVisible()]


def test_many_rules_are_folded_and_the_row_says_how_many(panel, qtbot) -> None:
    panel.show_rules(lines(14))
    assert len(visible(panel)) == SHOWN
    assert panel.count.text() == "14"
    assert panel.more.line.title == "6 more rules"
    assert panel.more.accessibleName() == "6 more rules. Kept"
    qtbot.mouseClick(panel.more, LEFT)
    assert len(visible(panel)) == 14
    qtbot.mouseClick(panel.more, LEFT)
    assert len(visible(panel)) == SHOWN


def test_one_rule_more_needs_no_fold(panel) -> None:
    panel.show_rules(lines(SHOWN + 1))
    assert len(visible(panel)) == SHOWN + 1
    assert not panel.more.isVisible()


def test_the_keyboard_is_not_lost_when_a_rule_goes(panel) -> None:
    panel.show_rules(lines(3))
    panel.activateWindow()
    panel.rows[2].setFocus()
    panel.show_rules(lines(2))
    focus: QWidget | None = panel.window().focusWidget()
    assert focus is None or focus.isVisible()


def test_a_long_rule_takes_the_lines_it_needs(panel) -> None:
    short, long = (
        RuleLine("a", "door", "Ben", "Pull-out"),
        RuleLine("b", "door", "Ben " * 40, "Out"),
    )
    panel.show_rules([short, long])
    one, other = panel.rows[:2]
    assert one.height() == 47
    assert other.height() == other.heightForWidth(other.width()) > 100


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_rules_are_drawn_from_either_side(panel, direction) -> None:
    panel.setLayoutDirection(direction)
    panel.show_rules(lines(3))
    panel.grab()


def test_only_a_flipped_lesson_asks_who_did_not_prepare(page, room) -> None:
    page.beginning.make_from(FLIPPED)
    assert not page.side.rules.add_buttons["catch up"].isHidden()
    page.side.rules.add_buttons["catch up"].click()
    assert page.side.form.title.text() == "Did not prepare"
    room.lessons.edit(replace(room.lessons.lesson(page.lesson_id), template=""), room.rng())
    page.show_class(room.class_id)
    assert page.side.rules.add_buttons["catch up"].isHidden()


def test_a_visit_that_comes_too_late_is_not_marked_as_one(planned) -> None:
    led = next(s for s in planned.shown.stations if s.kind == TEACHER_LED)
    late = next(s for s in planned.shown.seated(3)[led.id])
    planned.rules.begin("visit", (late,))
    form = planned.side.form
    form.round.set_current(2)
    form.keep_button.click()
    assert planned.grid.chip(late, 3).marks.colour == ""


def test_a_station_that_is_too_small_in_any_round_is_told_without_one(planned) -> None:
    station = planned.shown.stations[0]
    fact = Fact(TOO_MANY, None, station.id, 0, (), station.seats_max)
    said = fact_words(planned.shown, fact, {})
    assert said == f"No more than {station.room} have room at {station.name} at a time."


def test_with_large_letters_what_adds_a_rule_scrolls_with_the_rules(planned, theme) -> None:
    panel = planned.side.rules
    add = panel.add_buttons["apart"]
    fixed = add.mapTo(panel, add.rect().topLeft()).y()
    assert fixed < panel.height()
    theme.choose(scale=2.0)
    try:
        area = panel.findChild(QScrollArea)
        assert area.widget().isAncestorOf(add)
        assert panel.mend_button.accessibleName() == "Mend with the fewest moves"
    finally:
        theme.choose(scale=1.0)
    assert not panel.findChild(QScrollArea).widget().isAncestorOf(add)


def test_names_turn_round_with_the_direction_of_reading(planned) -> None:
    chip = planned.grid.chip(planned.shown.students[0].id, 1)
    before = chip.geometry()
    planned.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert chip.geometry() != before
    assert planned.grid.cell_rect(1, chip.column).contains(chip.geometry())
