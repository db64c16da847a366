"""Where the keyboard is while a plan is looked for."""

from tests.fakes.classroom import Classroom
from tests.ui.plan.conftest import open_page
from tests.ui.plan.test_planning import SlowTasks, Waiting
from ui.widgets.focus import focused


def test_the_keyboard_comes_back_to_the_button_that_was_pressed(qtbot, theme) -> None:
    tasks = SlowTasks()
    page = open_page(qtbot, theme, Classroom(students=20), tasks, Waiting)
    page.empty.plan_button.click()
    page.header.plan_button.setFocus()
    page.header.plan_button.click()
    assert focused(page) is page.header, "no student has it, to be moved by the next key"
    tasks.go_on()
    assert focused(page) is page.header.plan_button
