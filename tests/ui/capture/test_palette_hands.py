"""The capture palette by key and by click."""

from PySide6.QtCore import Qt

from app.domain.classes import Student
from app.domain.observations import Observation
from tests.fakes.lesson import CLASS, COMPARE, OTHER
from tests.ui.capture.conftest import EXPLAINS

LEFT = Qt.MouseButton.LeftButton


def kept(room) -> tuple[Observation, ...]:
    return room.store.find(Observation)


def type_line(qtbot, palette, text: str) -> None:
    if not palette.isVisible():
        palette.open()
    qtbot.keyClicks(palette.input, text)


def test_the_line_opens_it_with_the_letter_that_was_typed(qtbot, page, palette) -> None:
    assert not palette.isVisible()
    page.line.field.setFocus()
    qtbot.keyClick(page.line.field, Qt.Key.Key_B)
    assert palette.isVisible()
    assert palette.input.text() == "b"


def test_a_click_and_the_slash_open_it_empty(qtbot, page, palette) -> None:
    qtbot.mouseClick(page.line.field, LEFT)
    assert palette.isVisible()
    palette.leave()
    qtbot.keyClick(page.line.field, Qt.Key.Key_Slash)
    assert palette.isVisible()
    assert palette.input.text() == ""


def test_escape_closes_without_saving(qtbot, room, palette) -> None:
    type_line(qtbot, palette, "ben 3")
    with qtbot.waitSignal(palette.closed):
        qtbot.keyClick(palette.input, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert kept(room) == ()
    palette.open()
    assert palette.input.text() == ""


def test_tab_takes_the_next_skill_and_comes_back_to_the_first(qtbot, palette) -> None:
    type_line(qtbot, palette, "ben 3 dec")
    seen = []
    for _ in range(3):
        qtbot.keyClick(palette.input, Qt.Key.Key_Tab)
        best, note = palette.reading.skill.best, palette.reading.note.best
        seen.append((best.skill.id if best else None, note.text if note else ""))
    assert seen == [(COMPARE, "dec"), (OTHER, ""), (COMPARE, "dec")]
    assert palette.input.hasFocus()


def test_tab_puts_a_number_into_the_note_and_back(qtbot, palette) -> None:
    type_line(qtbot, palette, "ben 3")
    seen = []
    for _ in range(3):
        qtbot.keyClick(palette.input, Qt.Key.Key_Tab)
        level, note = palette.reading.level.best, palette.reading.note.best
        seen.append((level.level if level else None, note.text if note else ""))
    assert seen == [(None, "3"), (3, ""), (None, "3")]


def test_tab_in_a_note_offers_its_tag(qtbot, palette) -> None:
    type_line(qtbot, palette, "ben 3 explains own strategy")
    qtbot.keyClick(palette.input, Qt.Key.Key_Tab)
    assert palette.note.pick.view.remark == "and tag: Explains strategy"
    qtbot.keyClick(palette.input, Qt.Key.Key_Tab)
    assert palette.note.pick.view.remark == ""


def test_tab_in_a_note_without_a_tag_offers_another_student(qtbot, room, palette) -> None:
    room.put(Student(80, CLASS, "Bea", "Bea", ""))
    palette.set_scene(room.scene, CLASS)
    type_line(qtbot, palette, "be 3 at the door")
    first = palette.student.pick.view.text
    qtbot.keyClick(palette.input, Qt.Key.Key_Tab)
    assert {first, palette.student.pick.view.text} == {"Bea", "Ben"}


def test_shift_tab_and_the_arrows_go_both_ways(qtbot, room, palette) -> None:
    room.put(Student(80, CLASS, "Bea", "Bea", ""))
    palette.set_scene(room.scene, CLASS)
    type_line(qtbot, palette, "be")
    first = palette.student.pick.view.text
    qtbot.keyClick(palette.input, Qt.Key.Key_Down)
    second = palette.student.pick.view.text
    assert {first, second} == {"Bea", "Ben"}
    qtbot.keyClick(palette.input, Qt.Key.Key_Up)
    assert palette.student.pick.view.text == first
    qtbot.keyClick(palette.input, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert palette.student.pick.view.text == second


def test_a_click_on_an_option_picks_it_and_typing_goes_on(qtbot, room, palette) -> None:
    type_line(qtbot, palette, "ben 3 explains own strategy")
    qtbot.mouseClick(palette.note.options[0], LEFT)
    assert palette.note.pick.view.remark == "and tag: Explains strategy"
    assert palette.input.hasFocus()
    qtbot.keyClick(palette.input, Qt.Key.Key_Return)
    assert [(seen.note, seen.tag_ids) for seen in kept(room)] == [
        ("explains own strategy", (EXPLAINS,))
    ]


def test_a_pick_holds_while_more_is_typed_and_ends_with_the_line(qtbot, room, palette) -> None:
    type_line(qtbot, palette, "ben dec")
    qtbot.keyClick(palette.input, Qt.Key.Key_Tab)
    qtbot.keyClicks(palette.input, " 3")
    qtbot.keyClick(palette.input, Qt.Key.Key_Return)
    assert [(seen.skill_id, seen.note) for seen in kept(room)] == [(COMPARE, "dec")]
    qtbot.keyClicks(palette.input, "ben 3 dec")
    qtbot.keyClick(palette.input, Qt.Key.Key_Return)
    assert kept(room)[-1].skill_id == OTHER


def test_a_level_can_be_clicked_into_the_line(qtbot, palette) -> None:
    type_line(qtbot, palette, "ben")
    assert [key.level for key in palette.keys.keys] == [1, 2, 3, 4]
    qtbot.mouseClick(palette.keys.keys[2], LEFT)
    assert palette.input.text() == "ben 3 "
    assert palette.level.pick.view.text == "Secure"
    assert not palette.keys.isVisible()


def test_turning_to_a_card_closes_an_empty_line_and_keeps_a_begun_one(page, palette) -> None:
    palette.open()
    page.line.field.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not palette.isVisible()
    palette.open("ben")
    page.line.field.setFocus(Qt.FocusReason.MouseFocusReason)
    assert palette.isVisible()


def test_every_match_is_a_control_with_a_name_and_the_keyboard_stays_in_the_line(
    qtbot, palette
) -> None:
    type_line(qtbot, palette, "ben 3 dec explains own strategy")
    for column in palette.columns:
        for row in (column.pick, *column.options):
            if row.isVisible():
                assert row.accessibleName()
                assert row.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert palette.student.pick.accessibleName() == "Ben, Games"
    assert palette.level.pick.accessibleName() == "3 Secure"


def test_the_reading_is_said_aloud_when_the_typing_pauses(qtbot, palette) -> None:
    type_line(qtbot, palette, "ben 3 dec")
    qtbot.waitUntil(lambda: palette.say.said != "")
    assert palette.say.said == "Ben · Secure · Order decimals"
