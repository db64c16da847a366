"""Templates, copies, other lessons, and what matters first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.lessons import OWN_PATHS
from app.domain.stations import TEACHER_LED
from app.domain.templates import TEMPLATES
from app.domain.wishes import WISHES
from tests.fakes.classroom import Classroom
from ui.plan.choice_words import template_names
from ui.plan.wish_words import wish_names

TODAY, TOMORROW = "2026-05-14", "2026-05-15"


@pytest.fixture
def room() -> Classroom:
    return Classroom(students=20)


@pytest.fixture
def menu(planned):
    """Opens the menu behind the three dots, and closes it again."""
    opened: list[QMenu] = []

    def ask() -> QMenu:
        planned.header.more_button.click()
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu)
        opened.append(found)
        return found

    yield ask
    for one in opened:
        one.close()


def line(menu: QMenu, *path: str):
    for words in path[:-1]:
        menu = next(a.menu() for a in menu.actions() if a.text() == words)
    return next(a for a in menu.actions() if a.text() == path[-1])


def test_every_template_has_a_name_and_makes_a_lesson(planned, room, menu) -> None:
    assert [one.key for one in template_names()] == [one.word for one in TEMPLATES]
    for one in template_names():
        line(menu(), "New from a template", one.text).trigger()
        assert planned.shown.lesson.template == one.key
        assert room.lessons.next(room.class_id).id == planned.lesson_id


def test_a_class_without_a_lesson_may_begin_with_a_template(page) -> None:
    page.empty.template_button.click()
    menu = QApplication.activePopupWidget()
    line(menu, "Individual rotation").trigger()
    menu.close()
    assert page.shown.lesson.mode == "own"


def test_a_copy_for_tomorrow_is_shown_and_does_not_begin_today(planned, room, menu) -> None:
    first = planned.lesson_id
    line(menu(), "The same plan on", "Tomorrow").trigger()
    assert planned.lesson_id != first
    assert planned.shown.lesson.day == TOMORROW
    assert not planned.header.use_button.isEnabled()
    planned.header.plan_button.click()
    assert planned.header.use_button.isEnabled()
    planned.header.use_button.click()
    assert planned.proposing.proposal is None
    assert not planned.header.use_button.isEnabled()
    assert room.lessons.next(room.class_id).id == first


def test_the_other_lessons_are_a_click_away(planned, menu) -> None:
    first = planned.lesson_id
    line(menu(), "The same plan on", "Tomorrow").trigger()
    line(menu(), "Other lessons", "Thu 14 May · Maths").trigger()
    assert planned.lesson_id == first
    assert planned.header.use_button.isEnabled()


def test_everyone_goes_on_in_the_next_lesson(planned, room, menu) -> None:
    first = {p.student_id: p.stations for p in room.lessons.paths(planned.lesson_id)}
    line(menu(), "Everyone to the next station on", "Tomorrow").trigger()
    assert planned.shown.lesson.day == TOMORROW
    assert planned.shown.lesson.rotation
    second = {p.student_id: p.stations for p in room.lessons.paths(planned.lesson_id)}
    assert all(second[own][0] not in first[own] for own in first)


def test_pins_stay_in_a_shuffle_and_can_all_be_let_go(planned, room, menu) -> None:
    chip = next(iter(planned.grid.chips()))
    assert line(menu(), "Shuffle everyone").isEnabled()
    planned.deeds.pin(chip.student, chip.round, fixed=True)
    place = planned.grid.chip(chip.student, chip.round).column
    line(menu(), "Shuffle all but the pinned").trigger()
    assert planned.grid.chip(chip.student, chip.round).column == place
    line(menu(), "Let go of all pins").trigger()
    assert not any(path.pins for path in room.lessons.paths(planned.lesson_id))


def test_some_are_locked_and_the_rest_is_shuffled(planned, room, menu) -> None:
    line(menu(), "Lock these, shuffle the rest…").trigger()
    form = planned.side.form
    locked = room.student("Ben").id
    before = {p.student_id: p.stations for p in room.lessons.paths(planned.lesson_id)}
    form.chips[locked].click()
    assert form.keep_button.label() == "Shuffle the rest"
    form.keep_button.click()
    after = {p.student_id: p for p in room.lessons.paths(planned.lesson_id)}
    assert after[locked].stations == before[locked]
    assert after[locked].pins == (1, 2, 3, 4)
    assert any(after[own].stations != before[own] for own in before)


def test_who_did_not_prepare_begins_where_they_catch_up(planned, room, menu) -> None:
    line(menu(), "New from a template", "Flipped lesson").trigger()
    line(menu(), "Who did not prepare…").trigger()
    form = planned.side.form
    assert form.title.text() == "Did not prepare"
    form.chips[room.student("Ben").id].click()
    form.keep_button.click()
    (rule,) = planned.shown.rules
    assert (rule.student_ids, rule.by_round) == ((room.student("Ben").id,), 1)


def test_wishes_are_put_in_an_order_without_numbers(planned, room, menu) -> None:
    line(menu(), "What matters first…").trigger()
    panel = planned.side.wishes
    assert planned.side.part() is panel
    assert not panel.rows[WISHES[0]].up.isEnabled()
    panel.rows[WISHES[3]].up.click()
    assert room.lessons.lesson(planned.lesson_id).wishes[:4] == (
        WISHES[0],
        WISHES[1],
        WISHES[3],
        WISHES[2],
    )
    assert not any(char.isdigit() for _, words in wish_names(()) for char in words)
    panel.done_button.click()
    assert planned.side.part() is planned.side.rules


def test_esc_is_done_with_the_wishes_too(planned, menu, qtbot) -> None:
    line(menu(), "What matters first…").trigger()
    qtbot.keyClick(planned.side.wishes, Qt.Key.Key_Escape)
    assert planned.side.part() is planned.side.rules


def test_how_students_move_is_chosen(planned, room, menu) -> None:
    assert line(menu(), "Groups move together").isChecked()
    line(menu(), "Everyone has an own path").trigger()
    assert room.lessons.lesson(planned.lesson_id).mode == "own"
    assert line(menu(), "Everyone has an own path").isChecked()


def test_a_new_lesson_that_does_not_keep_its_rules_is_planned_at_once(page, room) -> None:
    one, other = room.student("Amara").id, room.student("Ben").id
    room.classes.keep_apart(room.class_id, [one, other])
    room.classes.keep_together(room.class_id, [one, other])
    page.empty.plan_button.click()
    assert page.planner.answer("mix") is not None


def test_a_new_lesson_that_keeps_them_is_shown_as_it_is(planned) -> None:
    assert planned.planner.answer("mix") is None
    assert planned.window().focusWidget() in list(planned.grid.chips())


def test_the_skill_whose_levels_matter_is_chosen(planned, room, menu) -> None:
    station = planned.shown.stations[1]
    skill = room.skills.choices(room.class_id)[0]
    room.stations.set_skill(station.id, skill.id)
    line(menu(), "What matters first…").trigger()
    box = planned.side.wishes.skill
    assert box.accessibleName() == "Levels are looked at for"
    box.set_current(skill.id)
    box.activated.emit(box.currentIndex())
    assert room.lessons.lesson(planned.lesson_id).skill_id == skill.id


def test_on_own_paths_the_rest_is_shuffled_within_the_rules_and_shown_first(planned) -> None:
    planned.deeds.choose_mode(OWN_PATHS)
    table = next(s for s in planned.shown.stations if s.kind == TEACHER_LED)
    there = planned.shown.seated(1)[table.id]
    late = next(s.id for s in planned.shown.students if s.id not in there)
    planned.rules.begin("visit", (late,))
    planned.side.form.round.set_current(1)
    planned.side.form.keep_button.click()
    locked = there[0]
    before = {(path.student_id, n): path.at(n) for path in planned.shown.paths for n in (1, 2)}
    planned.deeds.shuffle_the_rest((locked,))
    proposal = planned.proposing.proposal
    assert proposal is not None
    assert proposal.quality.kept == proposal.quality.rules
    own = next(path for path in proposal.paths if path.student_id == locked)
    assert all(own.at(number) == before[locked, number] for number in (1, 2))
    assert planned.side.part() is planned.side.offers
