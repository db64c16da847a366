"""Notes are found as they are typed, by keys alone, and lead back to the student."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.finding import Found
from app.domain.times_back import BEFORE, TODAY
from data.database import transaction
from data.finding.tables import DUE, INDEX
from tests.fakes.world import SlowTasks
from tests.ui.finding.conftest import Desk
from ui.finding.link import FindLink

Opens = Callable[[], FindLink]


def shown(link: FindLink) -> list[str]:
    return [line.hit.observation.note for line in link.panel.lines if line.isVisibleTo(link.panel)]


def test_without_a_word_the_newest_are_shown(opens: Opens) -> None:
    link = opens()
    assert shown(link) == ["Counts on, with counters", "Explains own strategy", "Counts in tens"]
    assert link.panel.result.text() == "3 found"


def test_every_key_finds_anew(opens: Opens) -> None:
    link = opens()
    QTest.keyClicks(link.panel.field, "count t")
    assert shown(link) == ["Counts in tens"]
    QTest.keyClick(link.panel.field, Qt.Key.Key_Backspace)
    assert shown(link) == ["Counts on, with counters", "Counts in tens"]
    QTest.keyClicks(link.panel.field, "xyz")
    assert shown(link) == []
    assert link.panel.result.text() == "Nothing found."


def test_by_keys_alone_it_leads_to_the_student_and_the_note(opens: Opens, desk: Desk) -> None:
    link = opens()
    QTest.keyClicks(link.panel.field, "count")
    QTest.keyClick(link.panel.field, Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert link.panel.lines[1].hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert desk.led == [(10, 1)]
    assert not link.panel.is_open()


def test_up_from_the_first_leads_back_and_enter_in_the_field_takes_the_first(
    opens: Opens, desk: Desk
) -> None:
    link = opens()
    QTest.keyClick(link.panel.field, Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert link.panel.field.hasFocus()
    QTest.keyClick(link.panel.field, Qt.Key.Key_Return)
    assert desk.led == [(10, 3)]


def test_esc_closes_it_and_what_was_typed_is_there_the_next_time(opens: Opens) -> None:
    link = opens()
    QTest.keyClicks(link.panel.field, "tens")
    QTest.keyClick(link.panel.field, Qt.Key.Key_Escape)
    assert not link.panel.is_open()
    link.open(None)
    assert shown(link) == ["Counts in tens"]
    assert link.panel.field.selectedText() == "tens"


def test_private_notes_and_other_classes_are_found_when_they_are_asked_for(
    opens: Opens, desk: Desk
) -> None:
    desk.note(4, "counts his coins", private=True)
    desk.note(5, "counts backwards", student=20)
    link = opens()
    QTest.keyClicks(link.panel.field, "counts")
    assert len(shown(link)) == 2
    link.panel.filters.private.click()
    assert len(shown(link)) == 3
    link.panel.filters.everywhere.click()
    assert len(shown(link)) == 4
    link.panel.lines[0].click()
    assert desk.led == [(20, 5)]
    assert desk.class_id == 2


def test_what_is_chosen_narrows_and_can_be_taken_back_at_once(opens: Opens) -> None:
    link = opens()
    filters = link.panel.filters
    filters.time.set_current(BEFORE)
    filters.time.picked.emit(BEFORE)
    assert shown(link) == []
    assert filters.reset.isVisibleTo(link.panel)
    filters.reset.click()
    assert len(shown(link)) == 3
    for key, count in ((TODAY, 3), ("2026-05-01", 3), ("2026-04-01", 0)):
        filters.time.set_current(key)
        filters.time.picked.emit(key)
        assert len(shown(link)) == count
    assert filters.time.currentText() == "April 2026"


def test_what_the_class_has_none_of_is_not_offered(opens: Opens) -> None:
    filters = opens().panel.filters
    assert filters.student.isVisibleTo(filters)
    assert not any(box.isVisibleTo(filters) for box in (filters.tag, filters.adult, filters.skill))


def test_a_note_that_is_written_meanwhile_appears(opens: Opens, desk: Desk) -> None:
    link = opens()
    desk.note(9, "Counts to a hundred")
    assert shown(link)[0] == "Counts to a hundred"
    link.stop()
    desk.note(11, "Counts to a thousand")
    assert shown(link)[0] == "Counts to a hundred"


def test_only_the_last_of_many_questions_is_answered(opens: Opens, desk: Desk) -> None:
    desk.tasks = SlowTasks()
    link = opens()
    answers: list[Found] = []
    link.panel.show_found = lambda found, _hits: answers.append(found)
    QTest.keyClicks(link.panel.field, "counts")
    desk.tasks.go_on()
    assert [len(found.observations) for found in answers] == [2]


def test_notes_that_wait_for_the_index_are_told_of_and_come(
    opens: Opens, desk: Desk, qtbot
) -> None:
    link = opens()
    with transaction(desk.opened.connection):
        desk.opened.connection.execute(f"INSERT INTO {DUE} VALUES (1)")
    link.panel.ask()
    assert "1 note is still being read" in link.panel.result.text()
    qtbot.waitUntil(lambda: "still" not in link.panel.result.text())


def test_a_damaged_index_is_made_again_by_itself(opens: Opens, desk: Desk, qtbot) -> None:
    link = opens()
    with transaction(desk.opened.connection):
        desk.opened.connection.execute(f"DELETE FROM {INDEX}_data WHERE id > 1")
    QTest.keyClicks(link.panel.field, "counts")
    qtbot.waitUntil(lambda: len(shown(link)) == 2)


def test_a_file_that_does_not_read_is_told(opens: Opens, desk: Desk) -> None:
    link = opens()
    desk.room.store.asking.connection.close()
    link.panel.ask()
    assert shown(link) == []
    assert link.panel.result.text()


def test_the_screen_reader_hears_all_of_a_line(opens: Opens) -> None:
    link = opens()
    name = link.panel.lines[0].accessibleName() or link.panel.lines[0].label()
    assert name.startswith("Maya Patel, Counts on, with counters")
