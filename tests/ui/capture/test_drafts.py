"""A line is kept for later with one key, waits with its age, and is written down from there."""

import pytest
from PySide6.QtCore import Qt

from app.domain.classes import Student
from app.domain.observations import Draft, Observation
from app.services.drafts import DraftService
from app.services.vocabulary import VocabularyService
from tests.fakes.lesson import ADD, AMARA, CLASS, COMPARE, DAY_MS, GAMES, TABLE, TABLETS
from ui.capture.draft_tray import MOST, DraftTray
from ui.capture.later import Later

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def drafts(room, observe) -> DraftService:
    return DraftService(room, observe)


@pytest.fixture
def later(room, palette, drafts) -> Later:
    words = VocabularyService(room.store)
    return Later(palette, drafts, words, room.clock, lambda: (CLASS, room.scene))


def typed(qtbot, palette, text: str) -> None:
    palette.open()
    qtbot.keyClicks(palette.input, text)


def test_one_key_keeps_the_line_and_nothing_else_is_written(
    qtbot, room, palette, drafts, later
) -> None:
    typed(qtbot, palette, "explains own strategy")
    qtbot.keyClick(palette.input, Qt.Key.Key_D, CTRL)
    (draft,) = drafts.waiting(CLASS)
    assert (draft.text, draft.session_id) == ("explains own strategy", room.session.id)
    assert room.store.find(Observation) == ()
    assert palette.input.text() == ""
    assert later.draft is None


def test_it_is_written_down_with_the_name_typed_behind_it(
    qtbot, room, palette, drafts, later
) -> None:
    draft = drafts.keep(CLASS, "explains own strategy", room.scene, TABLE)
    room.clock.ms += DAY_MS
    later.open(draft)
    assert palette.input.text() == "explains own strategy"
    palette.input.end(False)
    qtbot.keyClicks(palette.input, " amara 3")
    qtbot.keyClick(palette.input, Qt.Key.Key_Return)
    (seen,) = room.store.find(Observation)
    assert (seen.student_id, seen.level, seen.seen_at) == (AMARA, 3, draft.seen_at)
    assert drafts.waiting(CLASS) == ()
    qtbot.keyClicks(palette.input, "ben stuck")
    qtbot.keyClick(palette.input, Qt.Key.Key_Return)
    assert len(room.store.find(Observation)) == 2


def test_it_keeps_the_station_of_whom_it_names_and_says_so_when_it_is_opened(
    qtbot, palette, drafts, later, observe
) -> None:
    observe.adult = "Ms Bell"
    typed(qtbot, palette, "ben 3")
    qtbot.keyClick(palette.input, Qt.Key.Key_D, CTRL)
    (draft,) = drafts.waiting(CLASS)
    assert (draft.station_id, draft.skill_id, draft.round) == (GAMES, COMPARE, 1)
    later.open(draft)
    assert palette.hints.message.text() == "Kept: Games · round 1 · today 09:30 · Ms Bell"


def test_a_level_is_of_the_skill_there_was_and_not_of_where_the_student_is_now(
    qtbot, room, palette, drafts, later
) -> None:
    palette.set_observed(GAMES)
    typed(qtbot, palette, "explains own strategy 3")
    qtbot.keyClick(palette.input, Qt.Key.Key_D, CTRL)
    (draft,) = drafts.waiting(CLASS)
    later.open(draft)
    palette.input.end(False)
    qtbot.keyClicks(palette.input, " amara")
    assert palette.reading.skill.best.skill.id == COMPARE
    qtbot.keyClick(palette.input, Qt.Key.Key_Return)
    (seen,) = room.store.find(Observation)
    assert (seen.student_id, seen.station_id, seen.skill_id) == (AMARA, GAMES, COMPARE)
    qtbot.keyClicks(palette.input, "amara 2")  # and the next line is of now again
    assert palette.reading.skill.best.skill.id == ADD


@pytest.mark.usefixtures("later")
def test_a_name_that_may_be_two_students_says_nothing_of_the_station(
    qtbot, room, palette, drafts
) -> None:
    room.put(Student(90, CLASS, "", "Ben", "Young"))
    palette.set_scene(room.scene, CLASS)
    palette.set_observed(TABLETS)
    typed(qtbot, palette, "be explains")
    assert len(palette.reading.rivals) == 2
    qtbot.keyClick(palette.input, Qt.Key.Key_D, CTRL)
    (draft,) = drafts.waiting(CLASS)
    assert draft.station_id == TABLETS


def test_one_that_is_left_again_waits_on(qtbot, room, palette, drafts, later) -> None:
    draft = drafts.keep(CLASS, "explains own strategy")
    later.open(draft)
    qtbot.keyClick(palette.input, Qt.Key.Key_Escape)
    later.open(draft)
    qtbot.keyClick(palette.input, Qt.Key.Key_D, CTRL)
    assert room.store.find(Draft) == (draft,)


def test_an_empty_line_is_not_kept(qtbot, palette, drafts, later) -> None:
    palette.open()
    qtbot.keyClick(palette.input, Qt.Key.Key_D, CTRL)
    assert drafts.waiting(CLASS) == ()
    assert later.draft is None


def test_the_tray_says_how_many_there_are_and_how_old(qtbot, theme, drafts) -> None:
    tray = DraftTray(theme)
    qtbot.addWidget(tray)
    tray.show_drafts([])
    assert tray.isHidden()
    kept = [drafts.keep(CLASS, f"note {number}") for number in range(MOST + 1)]
    tray.show_drafts([(draft, 2) for draft in kept])
    assert tray.title.text() == f"{MOST + 1} drafts, the oldest: 2 days"
    assert len(tray.rows) == MOST
    assert tray.rows[0].accessibleName() == "Write down: note 0, 2 days"
    with qtbot.waitSignal(tray.picked) as picked:
        tray.rows[1].click()
    assert picked.args == [kept[1]]
