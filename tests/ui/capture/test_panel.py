"""The observe panel: two actions, and it is saved."""

import pytest
from PySide6.QtCore import Qt

from app.domain.classes import Goal
from app.domain.observations import Observation
from app.domain.skills import Framework
from app.services.look import SAME_LOOK_MS
from tests.fakes.lesson import ADD, AMARA, BEN, CHIDI, COMPARE, OTHER, TABLETS
from tests.ui.capture.conftest import EXPLAINS, STUCK
from ui.capture.panel import ObservePanel

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def amara(panel, room) -> ObservePanel:
    panel.show_student(room.scene, AMARA)
    return panel


def kept(room) -> tuple[Observation, ...]:
    return room.store.find(Observation)


def seen_words(panel) -> str:
    text = panel.body.none_unseen
    return text.text() if text.isVisibleTo(panel) else ""


def click_level(qtbot, panel, level: int) -> None:
    qtbot.mouseClick(panel.body.student.levels.buttons[level - 1], LEFT)


def given(panel) -> list[int]:
    return [button.level for button in panel.body.student.levels.buttons if button.isChecked()]


def test_nobody_picked_is_told_what_to_do(panel, room) -> None:
    panel.show_student(room.scene, None)
    assert panel.body.hint.isVisible()
    assert not panel.body.student.isVisible()
    panel.press_level(3)
    assert kept(room) == ()


def test_the_student_and_the_stations_skill_are_shown(amara, room) -> None:
    room.put(Goal(70, AMARA, "Draw it first", 0))
    amara.on_changed(frozenset({Goal}))
    who = amara.body.student.who
    assert (who.name.text(), who.place.text()) == ("Amara", "Table · goal: Draw it first")
    assert amara.body.student.skill.current() == ADD


def test_one_click_saves_and_says_so(qtbot, amara, room) -> None:
    with qtbot.waitSignal(amara.saved):
        click_level(qtbot, amara, 3)
    (seen,) = kept(room)
    assert (seen.student_id, seen.skill_id, seen.level) == (AMARA, ADD, 3)
    assert given(amara) == [3]
    assert amara.body.saved.saved.text() == "Saved 09:30"
    assert amara.body.student.recent.rows[0].title.text() == "Add fractions"


def test_a_level_key_does_what_the_click_does(amara, room) -> None:
    amara.press_level(2)
    assert [seen.level for seen in kept(room)] == [2]
    assert given(amara) == [2]


def test_another_level_right_after_is_a_correction(qtbot, amara, room) -> None:
    click_level(qtbot, amara, 3)
    click_level(qtbot, amara, 2)
    assert [seen.level for seen in kept(room)] == [2]
    assert given(amara) == [2]
    room.workspace.undo()
    assert given(amara) == [3]
    room.workspace.undo()
    assert given(amara) == []


def test_after_a_minute_the_buttons_are_free_again(qtbot, amara, room) -> None:
    click_level(qtbot, amara, 3)
    room.clock.advance(SAME_LOOK_MS)
    amara.refresh()
    assert given(amara) == []
    click_level(qtbot, amara, 3)
    assert len(kept(room)) == 2


def test_tag_and_note_belong_to_the_level_just_given(qtbot, amara, room) -> None:
    click_level(qtbot, amara, 3)
    qtbot.mouseClick(amara.body.student.tags.chips[EXPLAINS], LEFT)
    qtbot.keyClicks(amara.body.student.note, "Found quarters")
    qtbot.keyClick(amara.body.student.note, Qt.Key.Key_Return)
    (seen,) = kept(room)
    assert (seen.level, seen.tag_ids, seen.note) == (3, (EXPLAINS,), "Found quarters")
    assert amara.body.student.note.text() == ""
    assert amara.body.student.tags.chips[EXPLAINS].isChecked()
    assert amara.body.student.recent.rows[0].title.text() == "Found quarters"
    assert amara.body.student.recent.rows[0].about.text() == "Add fractions · Today 09:30"


def test_a_tag_is_enough_and_a_second_click_takes_it_back(qtbot, amara, room) -> None:
    chip = amara.body.student.tags.chips[STUCK]
    qtbot.mouseClick(chip, LEFT)
    assert [seen.tag_ids for seen in kept(room)] == [(STUCK,)]
    qtbot.mouseClick(chip, LEFT)
    assert kept(room) == ()
    assert not chip.isChecked()


def test_an_empty_note_is_not_saved(qtbot, amara, room) -> None:
    qtbot.keyClicks(amara.body.student.note, "   ")
    qtbot.keyClick(amara.body.student.note, Qt.Key.Key_Return)
    assert kept(room) == ()


def test_what_is_too_long_is_told_and_stays_to_be_shortened(qtbot, amara, room) -> None:
    amara.body.student.note.setText("x" * 501)
    qtbot.keyClick(amara.body.student.note, Qt.Key.Key_Return)
    assert kept(room) == ()
    assert amara.body.student.problem.isVisible()
    assert len(amara.body.student.note.text()) == 501


def test_another_skill_can_be_picked_for_this_student(amara, room) -> None:
    amara.body.student.skill.set_current(OTHER)
    amara.body.student.skill.picked.emit(OTHER)
    amara.press_level(4)
    assert [seen.skill_id for seen in kept(room)] == [OTHER]
    assert amara.body.student.skill.current() == OTHER


def test_the_next_student_starts_with_the_own_stations_skill(amara, room) -> None:
    amara.body.student.skill.set_current(OTHER)
    amara.show_student(room.scene, BEN)
    assert amara.body.student.skill.current() == COMPARE
    assert given(amara) == []


def test_the_skill_follows_the_student_to_another_station(amara, room) -> None:
    games = next(s for s in room.scene.stations if s.skill_id == COMPARE)
    room.moves.move(room.scene, AMARA, games)
    amara.show_student(room.scene, AMARA)
    assert amara.body.student.skill.current() == COMPARE


def test_without_a_skill_levels_wait_for_one(amara, room) -> None:
    amara.show_student(room.scene, CHIDI)
    assert room.where(CHIDI) == TABLETS
    assert not any(b.isEnabled() for b in amara.body.student.levels.buttons)
    amara.press_level(2)
    assert kept(room) == ()
    assert amara.body.student.problem.text() == "Pick a skill first."
    amara.body.student.skill.set_current(ADD)
    amara.body.student.skill.picked.emit(ADD)
    amara.press_level(2)
    assert [seen.skill_id for seen in kept(room)] == [ADD]


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_as_many_levels_as_the_framework_has(amara, room, count: int) -> None:
    room.change(
        room.store.get(Framework, 200), levels=tuple(f"Level {n}" for n in range(1, count + 1))
    )
    amara.refresh()
    assert [b.label() for b in amara.body.student.levels.buttons] == [
        f"Level {n}" for n in range(1, count + 1)
    ]
    amara.press_level(count)
    assert [seen.level for seen in kept(room)] == [count]


def test_undo_is_offered_only_while_it_would_undo_this(qtbot, amara, room) -> None:
    click_level(qtbot, amara, 3)
    assert amara.body.saved.undo.isVisible()
    games = next(s for s in room.scene.stations if s.skill_id == COMPARE)
    room.moves.move(room.scene, BEN, games)
    room.moves.move(room.scene, CHIDI, games)
    assert not amara.body.saved.undo.isVisible()
    assert amara.body.saved.saved.isVisible()


def test_undo_is_asked_for_and_what_was_undone_is_not_saved_any_more(qtbot, amara, room) -> None:
    click_level(qtbot, amara, 3)
    with qtbot.waitSignal(amara.undo_wanted):
        qtbot.mouseClick(amara.body.saved.undo, LEFT)
    room.workspace.undo()
    assert not amara.body.saved.saved.isVisible()
    assert not amara.body.saved.undo.isVisible()


def test_who_was_not_seen_lately_can_be_picked_from_the_list(qtbot, panel, room) -> None:
    room.see(BEN, 11, ADD, 2)
    panel.show_student(room.scene, None)
    rows = [row for row in panel.body.unseen.rows if row.isVisible()]
    ben = next(row for row in rows if row.label() == "Ben")
    assert ben.accessibleName() == "Ben, not seen for 11 days"
    with qtbot.waitSignal(panel.student_wanted) as wanted:
        qtbot.mouseClick(ben, LEFT)
    assert wanted.args == [BEN]


def test_more_than_fit_are_behind_a_link(qtbot, panel, room) -> None:
    for days in (1, 2):
        room.see(AMARA, days, ADD, days)
    panel.resize(296, 620)
    panel.show_student(room.scene, AMARA)
    qtbot.waitUntil(lambda: _rows_shown(panel) == 4)
    assert panel.body.unseen.more.label() == "and 1 more"
    assert not panel.body.span.isVisible()
    qtbot.mouseClick(panel.body.unseen.more, LEFT)
    assert _rows_shown(panel) == 5
    assert panel.body.span.isVisible()


def _rows_shown(panel) -> int:
    return sum(1 for row in panel.body.unseen.rows if row.isVisibleTo(panel))


def test_everything_can_be_reached_by_keyboard_and_has_a_name(amara) -> None:
    parts = amara.body.student
    controls = [parts.skill, *parts.levels.buttons, *parts.tags.chips.values(), parts.note]
    for control in controls:
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert control.accessibleName() or control.text()
    amara.focus_tags()
    assert parts.tags.chips[STUCK].hasFocus()


@pytest.mark.parametrize("scale", [1.0, 1.3, 2.0])
def test_no_control_is_cut_at_any_text_size(amara, theme, scale: float) -> None:
    theme.choose(scale=scale)
    amara.resize(theme.px(296), 692)
    amara.repaint()
    parts = amara.body.student
    for control in (parts.skill, *parts.levels.buttons, *parts.tags.chips.values(), parts.note):
        right = control.mapTo(amara, control.rect().topRight()).x()
        assert right < amara.width()


def test_before_anybody_was_observed_nobody_counts_as_seen(panel, room) -> None:
    panel.show_student(room.scene, None)
    assert seen_words(panel) == "Nobody was observed yet."
    assert _rows_shown(panel) == 0
    room.see(AMARA, 0)
    panel.on_changed(frozenset({Observation}))
    assert seen_words(panel) == ""
    assert _rows_shown(panel) > 0


def test_when_everyone_was_observed_it_is_said(panel, room) -> None:
    for student in room.scene.students:
        room.see(student.id, 0)
    panel.show_student(room.scene, None)
    assert seen_words(panel) == "Everyone here was seen this week."


def test_while_nobody_is_selected_tags_are_offered_for_anybody(panel, room) -> None:
    panel.show_student(room.scene, None)
    body = panel.body
    assert body.tag_link.isVisible()
    body.tag_link.click()
    assert body.any_tags.isVisible()
    assert not body.tag_link.isVisible()
    assert [chip.label() for _tag, chip in body.any_tags.chips] == [
        "Stuck",
        "Helped",
        "Explains strategy",
    ]
    panel.show_student(room.scene, AMARA)
    assert not body.any_tags.isVisible()
