"""Needs: behind a second click, written where they are read, and put away whenever nobody looks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from app.domain.voice import FOOD, HEALTH, LEARNING, Need
from app.errors import NotSaved
from app.services.needs import NeedService
from tests.ui.student.test_drawer import AMARA, BEN, open_student

LEFT = Qt.MouseButton.LeftButton
INHALER = "ZZ-INHALER"


@pytest.fixture
def needs(room) -> NeedService:
    return NeedService(room)


@pytest.fixture
def drawer(drawer, needs):
    drawer.needing.ask(needs)
    return drawer


def every_text(drawer) -> str:
    """All that is in the drawer, seen or not, also for those who listen."""
    parts = [drawer, *drawer.findChildren(QWidget)]
    texts = [f"{p.accessibleName()} {p.accessibleDescription()} {p.toolTip()}" for p in parts]
    texts += [part.text() for part in parts if isinstance(part, QLabel)]
    texts += [part.toPlainText() for part in parts if isinstance(part, QPlainTextEdit)]
    return " ".join(texts)


def read(drawer, kind: str) -> str:
    return drawer.needs.fields[kind].text()


def test_they_come_with_the_second_click_alone(drawer, room, needs, qtbot) -> None:
    needs.write(room.students[AMARA], HEALTH, INHALER)
    open_student(drawer, room)
    assert INHALER not in every_text(drawer)
    assert not drawer.needs.box.isVisible()
    qtbot.mouseClick(drawer.needs.show_button, LEFT)
    assert read(drawer, HEALTH) == INHALER
    assert drawer.needs.fields[LEARNING].edit.hasFocus()
    qtbot.mouseClick(drawer.needs.hide_button, LEFT)
    assert INHALER not in every_text(drawer)
    assert drawer.needs.show_button.hasFocus()


def test_nobody_sees_before_that_whether_there_are_any(drawer, room, needs) -> None:
    open_student(drawer, room)
    without = every_text(drawer.needs)
    needs.write(room.students[AMARA], HEALTH, INHALER)
    open_student(drawer, room)
    assert every_text(drawer.needs) == without


def test_every_field_says_what_it_is_about(drawer) -> None:
    names = [field.edit.accessibleName() for field in drawer.needs.fields.values()]
    assert names == ["Learning support", "Health", "Food", "Housing"]


def test_what_is_typed_is_kept_when_the_field_is_left(drawer, room, needs, qtbot) -> None:
    open_student(drawer, room)
    qtbot.mouseClick(drawer.needs.show_button, LEFT)
    qtbot.keyClicks(drawer.needs.fields[LEARNING].edit, "Reads with a ruler")
    assert needs.of(room.students[AMARA]) == ()
    qtbot.keyClick(drawer.needs.fields[LEARNING].edit, Qt.Key.Key_Tab)
    assert [n.words for n in needs.of(room.students[AMARA])] == ["Reads with a ruler"]
    assert drawer.needs.fields[HEALTH].edit.hasFocus()
    room.workspace.undo()
    assert needs.of(room.students[AMARA]) == ()
    assert read(drawer, LEARNING) == ""


def test_a_field_that_is_emptied_takes_the_need_away(drawer, room, needs, qtbot) -> None:
    needs.write(room.students[AMARA], FOOD, "No breakfast")
    open_student(drawer, room)
    qtbot.mouseClick(drawer.needs.show_button, LEFT)
    drawer.needs.fields[FOOD].edit.setFocus()
    drawer.needs.fields[FOOD].set_text(" ")
    drawer.needs.fields[HEALTH].edit.setFocus()
    assert room.store.find(Need) == ()


def test_a_write_elsewhere_leaves_what_is_being_typed(drawer, room, needs, qtbot) -> None:
    open_student(drawer, room)
    qtbot.mouseClick(drawer.needs.show_button, LEFT)
    qtbot.keyClicks(drawer.needs.fields[LEARNING].edit, "Reads with")
    needs.write(room.students[AMARA], HEALTH, INHALER)
    assert (read(drawer, LEARNING), read(drawer, HEALTH)) == ("Reads with", INHALER)


@pytest.mark.parametrize("way", ["next student", "closed", "page left", "window locked"])
def test_they_are_put_away_and_what_was_typed_is_kept(drawer, room, needs, qtbot, way) -> None:
    needs.write(room.students[AMARA], HEALTH, INHALER)
    open_student(drawer, room)
    qtbot.mouseClick(drawer.needs.show_button, LEFT)
    qtbot.keyClicks(drawer.needs.fields[LEARNING].edit, "Typed last")
    area = drawer.parentWidget()
    {
        "next student": lambda: drawer.show_student(room.students[BEN]),
        "closed": drawer.close_drawer,
        "page left": area.hide,
        "window locked": lambda: drawer.setParent(None),
    }[way]()
    assert INHALER not in every_text(drawer)
    assert not drawer.needs.is_shown()
    kept = {need.kind: need.words for need in needs.of(room.students[AMARA])}
    assert kept == {LEARNING: "Typed last", HEALTH: INHALER}
    assert needs.of(room.students[BEN]) == ()
    drawer.setParent(area)


class Refusing:
    """A disk that is full."""

    def of(self, _student: object) -> tuple[Need, ...]:
        return ()

    def write(self, *_need: object) -> None:
        raise NotSaved("full")


def test_what_the_disk_refuses_is_said_and_stays_in_the_field(drawer, room, needs, qtbot) -> None:
    drawer.needing.ask(Refusing())
    open_student(drawer, room)
    qtbot.mouseClick(drawer.needs.show_button, LEFT)
    qtbot.keyClicks(drawer.needs.fields[LEARNING].edit, "Ruler")
    drawer.needs.fields[HEALTH].edit.setFocus()
    assert drawer.needs.note.isVisible()
    assert "full" in drawer.needs.note.accessibleName()
    assert read(drawer, LEARNING) == "Ruler"
    drawer.close_drawer()
    drawer.needing.ask(needs)  # there is room again
    open_student(drawer, room)
    qtbot.mouseClick(drawer.needs.show_button, LEFT)
    assert read(drawer, LEARNING) == "Ruler"
    drawer.needs.fields[HEALTH].edit.setFocus()
    assert [need.words for need in needs.of(room.students[AMARA])] == ["Ruler"]


def test_what_was_refused_is_never_kept_of_somebody_else(drawer, room, needs, qtbot) -> None:
    drawer.needing.ask(Refusing())
    open_student(drawer, room)
    qtbot.mouseClick(drawer.needs.show_button, LEFT)
    qtbot.keyClicks(drawer.needs.fields[LEARNING].edit, "Ruler")
    drawer.show_student(room.students[BEN])
    drawer.needing.ask(needs)
    qtbot.mouseClick(drawer.needs.show_button, LEFT)
    assert read(drawer, LEARNING) == ""
    drawer.needs.put_away()
    assert room.store.find(Need) == ()


def test_the_form_is_brought_into_sight(drawer, room, qtbot) -> None:
    drawer.parentWidget().resize(1294, 400)
    open_student(drawer, room)
    qtbot.mouseClick(drawer.needs.show_button, LEFT)
    field = drawer.needs.fields[LEARNING]
    qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty())


def test_a_field_is_as_high_as_its_words(drawer, room, needs, qtbot) -> None:
    needs.write(room.students[AMARA], HEALTH, "Ring home if it is needed twice in one day. " * 3)
    open_student(drawer, room)
    qtbot.mouseClick(drawer.needs.show_button, LEFT)
    fields = drawer.needs.fields
    qtbot.waitUntil(lambda: fields[HEALTH].height() > fields[FOOD].height())
    bar = fields[HEALTH].edit.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0, timeout=1000)
    fields[HEALTH].set_text("Inhaler")
    assert fields[HEALTH].height() == fields[FOOD].height()
