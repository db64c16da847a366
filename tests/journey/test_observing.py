"""From a framework of skills to a level on the progress page."""

import pytest
from PySide6.QtCore import Qt

from app.domain.observations import Observation
from app.domain.skills import Skill, Tag
from app.domain.stations import Station
from tests.journey.eyes import only, seen
from tests.journey.path import paste_skills, set_target
from tests.journey.tables import cell_words
from tests.journey.teacher import CTRL, MINUTE, Teacher
from ui.capture.line_input import LineInput
from ui.student.drawer import StudentDrawer
from ui.widgets.field import Field

TARGET = "Compare fractions"


@pytest.fixture
def ready(lesson: Teacher) -> Teacher:
    """The class has skills, and one of them is the target at the games."""
    paste_skills(lesson)
    set_target(lesson, "Games", TARGET)
    lesson.click("Live")
    return lesson


@pytest.fixture
def gamer(ready: Teacher) -> str:
    """Someone who plays; no other name begins like it."""
    names = [name for who in ready.console_places().values() for name in who]
    here = ready.console_places()["Games"]
    return next(n for n in here if sum(other[:3] == n[:3] for other in names) == 1)


def observations(teacher: Teacher) -> list[Observation]:
    return list(teacher.desk.room.store.find(Observation))


def named_tag(teacher: Teacher, tag_id: int) -> str:
    tag = teacher.desk.room.store.get(Tag, tag_id)
    assert tag is not None
    return tag.name


def test_two_actions_save_a_level_with_everything_filled_in(ready: Teacher, gamer: str) -> None:
    ready.computer.clock.advance(3 * MINUTE)
    before = ready.actions
    ready.click(ready.card(gamer))
    ready.press(Qt.Key.Key_3)
    assert ready.actions - before == 2
    [saved] = observations(ready)
    store = ready.desk.room.store
    skill, station = store.get(Skill, saved.skill_id), store.get(Station, saved.station_id)
    assert (saved.level, saved.round, saved.seen_at) == (3, 1, ready.computer.clock.now_ms())
    assert skill is not None
    assert station is not None
    assert (skill.statement, station.name) == (TARGET, "Games")
    assert saved.session_id is not None
    assert "Saved 09:33" in ready.reads()


def test_a_click_on_a_level_saves_and_leaves_the_keys_to_the_lesson(
    ready: Teacher, gamer: str
) -> None:
    ready.click(ready.card(gamer))
    ready.click("4 Extending")
    assert [seen.level for seen in observations(ready)] == [4]
    ready.press(Qt.Key.Key_Space)
    assert "Resume" in ready.reads()


def test_level_tag_and_note_of_one_look_are_one_observation(ready: Teacher, gamer: str) -> None:
    ready.click(ready.card(gamer))
    ready.press(Qt.Key.Key_2)
    ready.click("Explains strategy")
    ready.click(ready.find(Field, "One-line note"))
    ready.type("with the cubes")
    ready.press(Qt.Key.Key_Return)
    [saved] = observations(ready)
    assert (saved.level, saved.note) == (2, "with the cubes")
    assert [named_tag(ready, tag) for tag in saved.tag_ids] == ["Explains strategy"]


def test_each_of_them_is_taken_back_on_its_own(ready: Teacher, gamer: str) -> None:
    ready.click(ready.card(gamer))
    ready.press(Qt.Key.Key_2)
    ready.click("Explains strategy")
    ready.click(ready.find(Field, "One-line note"))
    ready.type("with the cubes")
    ready.press(Qt.Key.Key_Return)
    ready.press(Qt.Key.Key_Z, CTRL)
    assert [seen.note for seen in observations(ready)] == [""]
    ready.press(Qt.Key.Key_Z, CTRL)
    assert [seen.tag_ids for seen in observations(ready)] == [()]
    ready.press(Qt.Key.Key_Z, CTRL)
    assert observations(ready) == []


def test_the_capture_line_understands_a_few_words(ready: Teacher, gamer: str) -> None:
    before = ready.actions
    ready.press(Qt.Key.Key_Slash)
    ready.wait(lambda: bool(seen(LineInput, ready.window)))
    ready.type(f"{gamer[:3].lower()} 3 com explains own strategy")
    ready.press(Qt.Key.Key_Return)
    assert ready.actions - before == 3
    [saved] = observations(ready)
    skill = ready.desk.room.store.get(Skill, saved.skill_id)
    assert skill is not None
    assert (saved.level, skill.statement) == (3, TARGET)
    words = [named_tag(ready, tag) for tag in saved.tag_ids] + [saved.note]
    assert "strategy" in " ".join(words)
    assert ready.desk.room.classes()


def test_the_card_shows_the_level_and_the_recent_list_the_look(ready: Teacher, gamer: str) -> None:
    ready.click(ready.card(gamer))
    ready.press(Qt.Key.Key_3)
    assert ready.card(gamer).view.level == 3
    assert "level 3" in ready.card(gamer).accessibleName().lower()


def test_the_progress_page_shows_it_and_its_drawer_tells_the_rest(
    ready: Teacher, gamer: str
) -> None:
    ready.click(ready.card(gamer))
    ready.press(Qt.Key.Key_3)
    ready.click("Progress")
    ready.wait(lambda: cell_words(ready.window, gamer, TARGET).startswith("3"))
    ready.click_row(gamer, TARGET)
    drawer = only(seen(StudentDrawer, ready.window), "drawer")
    assert drawer.student_id is not None
    assert any(TARGET in text for text in ready.reads(drawer))
    ready.press(Qt.Key.Key_Escape)
    ready.wait(lambda: not seen(StudentDrawer, ready.window))


def test_nothing_of_it_is_on_the_board(ready: Teacher, gamer: str) -> None:
    before, scene = ready.board_picture(), ready.board.scene
    ready.click(ready.card(gamer))
    ready.press(Qt.Key.Key_1)
    ready.press(Qt.Key.Key_F)
    assert ready.board.scene == scene
    assert ready.board_picture() == before


def test_a_level_key_is_for_all_who_are_selected_and_one_step(ready: Teacher) -> None:
    both = ready.console_places()["Games"][:2]
    ready.click(ready.card(both[0]))
    ready.click(ready.card(both[1]), CTRL)
    ready.press(Qt.Key.Key_3)
    assert [ready.card(student).view.level for student in both] == [3, 3]
    assert "2 students: Secure" in ready.reads()
    ready.click("1 Beginning")
    assert [ready.card(student).view.level for student in both] == [1, 1]
    for _level in range(2):
        ready.press(Qt.Key.Key_Z, CTRL)
    assert [ready.card(student).view.level for student in both] == [None, None]


def test_a_level_for_several_of_whom_one_has_no_skill_is_refused_in_words(ready: Teacher) -> None:
    places = ready.console_places()
    player, other = places["Games"][0], places["Tablets"][0]
    ready.click(ready.card(player))
    ready.click(ready.card(other), CTRL)
    ready.press(Qt.Key.Key_3)
    ready.wait_to_read(f"No skill is set where these are: {other}.")
    assert ready.card(player).view.level is None
