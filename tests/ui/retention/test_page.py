"""The page of the year's end on a real profile: nothing is erased unless its name is typed."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.classes import SchoolClass, Student
from app.domain.ids import StudentId
from app.errors import NotSaved
from app.services.classes import ClassService
from app.services.erasing import ErasingService
from app.services.retention import ARCHIVE, ERASE, KEEP, RetentionService
from data.erasure.erasure import SqliteErasure
from tests.erasing import CHILD, CLASS, WORDS, Crowd, found_in
from tests.fakes import FakeDialogs, FakeTasks
from tests.fakes.clock import NINE_THIRTY
from ui.retention.page import YearPage
from ui.theme import Theme

YEAR = 366 * 24 * 3_600_000


class Shown:
    """The page a year after the last lesson of a class."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder = folder
        self.crowd = Crowd(folder / "profile")
        self.crowd.taught.clock.ms = NINE_THIRTY + YEAR
        room = self.crowd.room
        erasing = ErasingService(room, lambda: 0)
        service = RetentionService(room.store, ClassService(room), erasing, room.clock)
        self.refusal: list[Exception] = []
        self.page = YearPage(
            Theme(),
            service,
            lambda: SqliteErasure(self.crowd.profile, lambda: 2_000),
            self.must_write,
            FakeTasks(),
            lambda: FakeDialogs(folder / "receipt.txt"),
            room.clock,
        )
        qtbot.addWidget(self.page)
        self.page.show()
        self.page.begin()

    def must_write(self) -> None:
        for error in self.refusal:
            raise error

    def choose(self, choice: str) -> None:
        self.page.lines[0].choice.segment(choice).click()

    def child(self) -> Student | None:
        return self.crowd.room.store.get(Student, StudentId(self.crowd.child))


@pytest.fixture
def shown(tmp_path: Path, qtbot: QtBot) -> Iterator[Shown]:
    made = Shown(tmp_path, qtbot)
    with closing(made.crowd.connection):
        yield made


def test_an_old_class_is_kept_unless_something_else_is_chosen(shown: Shown) -> None:
    (line,) = shown.page.lines
    assert line.chosen() == KEEP
    assert not shown.page.jottings.isChecked()
    assert shown.page.jottings.isVisible()
    assert not shown.page.everywhere.isVisible()
    assert not shown.page.go_on.isEnabled()


def test_to_erase_a_class_its_name_is_typed(shown: Shown) -> None:
    shown.choose(ERASE)
    assert not shown.page.go_on.isEnabled()
    shown.page.lines[0].typed.setText("4A")
    assert not shown.page.go_on.isEnabled()
    shown.page.lines[0].typed.setText(" 4b ")
    assert shown.page.go_on.isEnabled()
    shown.choose(KEEP)
    assert not shown.page.go_on.isEnabled()


def test_a_class_is_erased_with_one_receipt_that_can_be_saved(shown: Shown) -> None:
    shown.choose(ERASE)
    shown.page.lines[0].typed.setText("4B")
    shown.page.everywhere.click()
    shown.page.go_on.click()
    assert shown.page.remark.text().startswith("6 students erased")
    assert found_in(shown.folder, (*WORDS, "Chidi", "Fatima")) == []
    assert shown.page.lines == []
    shown.page.save_receipt.click()
    assert (shown.folder / "receipt.txt").read_text("utf-8").startswith("6 students erased")


def test_a_class_is_put_away_and_that_can_be_undone(shown: Shown) -> None:
    shown.choose(ARCHIVE)
    shown.page.go_on.click()
    store = shown.crowd.room.store
    assert store.get(SchoolClass, CLASS).archived
    child = shown.child()
    assert child is not None
    assert child.given == CHILD
    shown.crowd.room.workspace.undo()
    assert not store.get(SchoolClass, CLASS).archived


def test_old_jottings_alone_are_erased(shown: Shown) -> None:
    shown.page.jottings.click()
    shown.page.go_on.click()
    assert shown.page.remark.text().startswith("Old jottings erased")
    assert found_in(shown.folder, ("was tired",)) == []
    child = shown.child()
    assert child is not None
    assert child.given == CHILD
    assert not shown.page.jottings.isVisible()


def test_old_needs_are_offered_and_erased_when_ticked(shown: Shown) -> None:
    assert shown.page.needs.text() == "Erase 2 needs of students, written in an earlier school year"
    assert not shown.page.needs.isChecked()
    shown.page.needs.click()
    shown.page.go_on.click()
    assert shown.page.remark.text().startswith("Old needs erased")
    assert found_in(shown.folder, ("inhaler", "no breakfast")) == []
    assert found_in(shown.folder, ("was tired",)) != []
    assert not shown.page.needs.isVisible()


def test_where_nothing_can_be_written_nothing_is_done(shown: Shown) -> None:
    shown.refusal.append(NotSaved("read_only"))
    shown.page.jottings.click()
    shown.page.go_on.click()
    assert shown.page.remark.text()
    assert shown.page.go_on.isEnabled()
    assert SqliteErasure(shown.crowd.profile, lambda: 2_000).jottings(NINE_THIRTY) == (301,)


def test_a_class_of_this_year_is_shown_when_the_teacher_adds_it(shown: Shown) -> None:
    shown.crowd.taught.clock.ms = NINE_THIRTY
    shown.page.begin()
    assert shown.page.lines == []
    shown.page.more.picked.emit(CLASS)
    assert shown.page.lines[0].chosen() == KEEP
    assert not shown.page.more.isVisible()
