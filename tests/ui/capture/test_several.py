"""The observe panel about several students."""

import pytest
from PySide6.QtCore import Qt

from app.domain.observations import Observation
from tests.fakes.lesson import ADD, AMARA, BEN, CHIDI, COMPARE

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def both(panel, room):
    """Amara at the table and Ben at the games."""
    panel.show_several(room.scene, (AMARA, BEN))
    return panel


def given(panel) -> list[int]:
    return [b.level for b in panel.body.several.levels.buttons if b.isChecked()]


def test_it_names_them_and_offers_nothing_that_is_about_one(both) -> None:
    several = both.body.several
    assert several.title.text() == "2 students"
    assert [chip.label() for chip in several.names.values()] == ["Amara", "Ben"]
    assert several.isVisible()
    assert both.body.hint.isHidden()
    assert not both.body.has_student or both.body.student.isHidden()


def test_one_click_gives_each_the_level_on_the_skill_of_the_own_station(both, room, qtbot) -> None:
    steps = room.store.count_steps()
    qtbot.mouseClick(both.body.several.levels.buttons[2], LEFT)
    kept = {(o.student_id, o.skill_id, o.level) for o in room.store.find(Observation)}
    assert kept == {(AMARA, ADD, 3), (BEN, COMPARE, 3)}
    assert room.store.count_steps() == steps + 1
    assert both.body.saved.saved.text() == "Saved 09:30"
    assert both.body.saved.undo.isVisible()
    assert given(both) == [3]


def test_a_level_key_does_what_the_click_does(both, room) -> None:
    both.press_level(2)
    assert [o.level for o in room.store.find(Observation)] == [2, 2]


def test_without_a_skill_nothing_is_saved_and_the_names_are_told(panel, room) -> None:
    panel.show_several(room.scene, (AMARA, CHIDI))
    panel.press_level(2)
    assert room.store.find(Observation) == ()
    problem = panel.body.several.problem
    assert problem.isVisible()
    assert problem.text().startswith("No skill is set where these are: Chidi.")
    assert given(panel) == []


def test_back_to_one_student_the_panel_is_about_one(both, room) -> None:
    both.show_student(room.scene, AMARA)
    assert both.body.several.isHidden()
    assert both.body.student.isVisible()
    both.press_level(4)
    assert [o.student_id for o in room.store.find(Observation)] == [AMARA]


def test_others_have_not_been_given_what_these_were(both, room) -> None:
    both.press_level(2)
    both.show_several(room.scene, (BEN, AMARA))
    assert given(both) == []


def test_who_differs_is_unticked_and_ticked_again(both, room, qtbot) -> None:
    both.press_level(3)
    chip = both.body.several.names[BEN]
    qtbot.mouseClick(chip, LEFT)
    assert [o.student_id for o in room.store.find(Observation)] == [AMARA]
    assert both.body.several.title.text() == "1 student"
    qtbot.mouseClick(chip, LEFT)
    assert {o.student_id for o in room.store.find(Observation)} == {AMARA, BEN}


def test_a_tag_is_given_to_all_of_them_by_keys_alone(both, room, qtbot) -> None:
    both.press_level(3)
    both.focus_tags()
    tags = both.body.several.tags
    first = next(iter(tags.chips.values()))
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert all(o.tag_ids for o in room.store.find(Observation))
    assert first.isChecked()


def test_undo_shows_that_it_is_not_given_any_more(both, room) -> None:
    both.press_level(3)
    room.workspace.undo()
    assert given(both) == []
