"""An observation is put right in a box where every choice holds at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.skills import Tag
from app.domain.stations import Station
from app.services.attaching import AttachService
from tests.app.services.test_amending import Desk
from tests.fakes import FakeDialogs, FakeTasks
from tests.fakes.lesson import AMARA, BEN, CHIDI, CLASS, COMPARE, TABLE
from ui.amend.box import AmendBox
from ui.clips.strip import ClipStrip

DREW = 302


@pytest.fixture
def desk(tmp_path) -> Desk:
    found = Desk(tmp_path / "rondo.db")
    found.room.put(Tag(DREW, CLASS, "Drew it"))
    return found


@pytest.fixture
def opens(qtbot, theme, desk):
    """Opens the box on one observation."""

    def opened(seen) -> AmendBox:
        place = desk.room.store.get(Station, TABLE)
        attach = AttachService(desk.room)
        clips = ClipStrip(theme, attach, seen.id, FakeTasks(), FakeDialogs)
        box = AmendBox(theme, desk.amend, desk.room.clock, seen.id, place, clips)
        qtbot.addWidget(box)
        box.open()
        return box

    return opened


def test_it_shows_all_there_is(desk, opens) -> None:
    box = opens(desk.seen(level=2, tag_ids=(DREW,), note="a bar"))
    assert box.student.current() == AMARA
    assert [button.isChecked() for button in box.levels.buttons] == [False, True, False, False]
    assert box.tags.chips[DREW].isChecked()
    assert (box.note.text(), box.private.isChecked()) == ("a bar", False)
    assert "Written down" in box.history.text()


def test_what_is_chosen_holds_at_once(desk, opens) -> None:
    seen = desk.seen(level=2, note="a bar")
    box = opens(seen)
    box.student.picked.emit(BEN)
    box.skill.picked.emit(COMPARE)
    box.levels.buttons[2].click()
    box.tags.chips[DREW].click()
    box.private.click()
    now = desk.now(seen)
    assert (now.student_id, now.skill_id, now.level) == (BEN, COMPARE, 3)
    assert (now.tag_ids, now.private) == ((DREW,), True)
    assert "Level: 2 → 3" in box.history.text()


def test_a_level_pressed_again_goes(desk, opens) -> None:
    seen = desk.seen(level=2, note="a bar")
    box = opens(seen)
    box.levels.buttons[1].click()
    assert desk.now(seen).level is None


def test_a_note_that_was_typed_is_kept_however_the_box_is_closed(desk, opens) -> None:
    seen = desk.seen(level=2, note="a bar")
    box = opens(seen)
    box.note.selectAll()
    QTest.keyClicks(box.note, "a wall")
    QTest.keyClick(box.note, Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert desk.now(seen).note == "a wall"


def test_what_is_refused_is_told_and_the_box_shows_what_is_kept(desk, opens) -> None:
    seen = desk.seen(level=2)
    box = opens(seen)
    box.levels.buttons[1].click()
    assert box.problem.isVisible()
    assert desk.now(seen).level == 2
    assert box.levels.buttons[1].isChecked()


def test_one_about_several_is_split_by_keys_alone(desk, opens) -> None:
    seen = desk.seen(level=2, note="Amara and Ben drew")
    box = opens(seen)
    QTest.keyClick(box.split, Qt.Key.Key_Space)
    assert [row.student.current() for row in box.parts.rows] == [AMARA, BEN]
    QTest.keyClick(box.parts.more, Qt.Key.Key_Space)
    assert box.parts.rows[2].student.current() == CHIDI
    box.parts.rows[2].remove.click()
    box.parts.rows[1].note.setText("Ben drew")
    QTest.keyClick(box.parts.do, Qt.Key.Key_Return)
    assert not box.isVisible()
    assert desk.now(seen).student_id == AMARA
    assert [o.note for o in desk.observe.recent(BEN, 5)] == ["Ben drew"]


def test_a_split_can_be_left(desk, opens) -> None:
    seen = desk.seen(note="both")
    box = opens(seen)
    box.split.click()
    box.parts.leave.click()
    assert not box.parts.isVisible()
    assert desk.now(seen) == seen


def test_one_that_is_deleted_closes_the_box(desk, opens) -> None:
    seen = desk.seen(note="both")
    box = opens(seen)
    box.delete.click()
    assert not box.isVisible()
    assert desk.now(seen) is None
    desk.room.workspace.undo()
    assert desk.now(seen) == seen
