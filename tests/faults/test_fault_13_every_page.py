"""13: every control that writes shows the truth again after the disk refused it."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QComboBox, QWidget

from app.errors import ClassroomError
from tests.faults.refusing import fill_up
from tests.journey.teacher import Teacher
from ui.widgets.check import Check
from ui.widgets.stepper import Stepper
from ui.widgets.toggle import Toggle

NOT_KEPT = {"Class"}
"""The class switcher changes what is looked at, and writes nothing."""


pytestmark = pytest.mark.usefixtures("home")


def controls(page: QWidget) -> list[QWidget]:
    found = [
        widget
        for kind in (Check, Toggle, Stepper, QComboBox)
        for widget in page.findChildren(kind)
        if widget.isEnabled() and widget.accessibleName() not in NOT_KEPT
    ]
    return [widget for widget in found if not isinstance(widget.parent(), Stepper)]


def state(widget: QWidget) -> object:
    if isinstance(widget, QComboBox):
        return widget.currentIndex()
    if isinstance(widget, Stepper):
        return widget.value()
    assert isinstance(widget, Check | Toggle)
    return widget.isChecked()


def poke(widget: QWidget) -> None:
    if isinstance(widget, QComboBox):
        other = (widget.currentIndex() + 1) % max(1, widget.count())
        widget.setCurrentIndex(other)
        widget.activated.emit(other)
    elif isinstance(widget, Stepper):
        widget.changed.emit(widget.value() + 1)
    else:
        assert isinstance(widget, Check | Toggle)
        widget.click()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[ClassroomError]:
    """What would be said in a line: these are errors a teacher can act on, and no others."""
    errors: list[ClassroomError] = []

    def hear(_kind: object, error: BaseException, _trace: object) -> None:
        assert isinstance(error, ClassroomError)
        errors.append(error)

    monkeypatch.setattr(sys, "excepthook", hear)
    return errors


@pytest.mark.parametrize("page", ["plan", "class"])
def test_what_was_refused_is_taken_back_on_the_page(
    lesson: Teacher, told: list[ClassroomError], page: str
) -> None:
    lesson.desk.go(page)
    widget = lesson.desk.window.stack.currentWidget()
    fill_up(lesson)
    tried = controls(widget)
    before = [state(one) for one in tried]
    steps = lesson.desk.room.store.count_steps()
    changed: list[str] = []
    for at, one in enumerate(tried):
        said = len(told)
        call: Callable[[QWidget], None] = poke
        call(one)
        lesson.wait(lambda: not lesson.desk.care.notes.redrawing)
        if state(one) != before[at]:
            changed.append(f"{one.accessibleName()} {type(one).__name__}")
        assert len(told) >= said
    assert changed == []
    assert lesson.desk.room.store.count_steps() == steps
    assert tried
