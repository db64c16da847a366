"""13: what is written in a student's forms is held, wherever the teacher turns; and written."""

from pathlib import Path

import pytest

from app.domain.classes import Goal, Student
from app.domain.ids import StudentId
from app.domain.skills import Skill
from app.domain.voice import HEALTH, Need, Reflection
from tests.faults.refusing import banner, fill_up, make_room, store_of
from tests.journey.teacher import Teacher
from ui.classes.class_page import ClassPage
from ui.progress.page import ProgressPage
from ui.student.drawer import StudentDrawer

pytestmark = pytest.mark.usefixtures("home")


def student(lesson: Teacher, name: str) -> StudentId:
    return next(s.id for s in store_of(lesson).find(Student) if name in {s.given, s.preferred})


def drawer_of(lesson: Teacher, name: str) -> StudentDrawer:
    lesson.desk.show_student(student(lesson, name))
    (page,) = lesson.desk.window.findChildren(ProgressPage)
    lesson.wait(lambda: page.drawer.student_id == student(lesson, name))
    return page.drawer


def written(lesson: Teacher) -> set[str]:
    store = store_of(lesson)
    return {
        *(one.words for one in store.find(Need)),
        *(one.title for one in store.find(Goal)),
        *(one.words for one in store.find(Reflection)),
    }


def fill_in(drawer: StudentDrawer) -> None:
    drawer.needs.show_button.click()
    field = drawer.needs.fields[HEALTH]
    field.edit.setPlainText("an inhaler")
    drawer.goal.offer.click()
    field.left.emit()
    drawer.goal.editor.title.setText("reads a page")
    drawer.goal.editor.save.click()
    drawer.voice.add.click()
    drawer.voice.form.words.setText("it was hard")
    drawer.voice.form.words.returnPressed.emit()


def test_all_of_it_is_there_when_the_disk_takes_it_again(lesson: Teacher, home: Path) -> None:
    drawer = drawer_of(lesson, "Ben")
    fill_up(lesson)
    fill_in(drawer)
    other = drawer_of(lesson, "Chidi")
    assert banner(lesson).startswith("3 notes are not saved yet: the disk is full.")
    (held,) = home.iterdir()
    assert str(held) in banner(lesson)
    assert written(lesson) == set()
    assert "an inhaler" not in other.needs.fields[HEALTH].text()
    make_room(lesson)
    lesson.desk.care.notes.holding.try_again()
    assert written(lesson) == {"an inhaler", "reads a page", "it was hard"}
    assert {one.student_id for one in store_of(lesson).find(Need)} == {student(lesson, "Ben")}
    assert banner(lesson) == ""
    assert list(home.iterdir()) == []


def test_what_is_held_is_written_by_the_next_start(lesson: Teacher, home: Path) -> None:
    fill_up(lesson)
    fill_in(drawer_of(lesson, "Ben"))
    lesson.computer.stop()
    lesson.computer.start()
    lesson.wait(lambda: written(lesson) == {"an inhaler", "reads a page", "it was hard"})
    assert list(home.iterdir()) == []


def test_a_list_of_skills_that_is_refused_stays_in_its_field(lesson: Teacher) -> None:
    lesson.desk.go("class")
    (page,) = lesson.desk.window.findChildren(ClassPage)
    page.show_tab("skills")
    page.skills.area.set_text("Phonics\nBlends sounds\n" + "x" * 3000)
    fill_up(lesson)
    before = [one.statement for one in store_of(lesson).find(Skill)]
    page.skills.add_button.click()
    assert page.skills.area.text().startswith("Phonics\nBlends sounds")
    assert [one.statement for one in store_of(lesson).find(Skill)] == before
