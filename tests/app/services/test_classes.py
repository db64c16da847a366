"""Setting up a class, and taking each step back."""

import pytest

from app.domain.classes import Rule, SchoolClass, Student
from app.domain.names import PersonName
from app.errors import NameMissing, NotFound, TooFewStudents
from app.services.classes import ClassService


@pytest.fixture
def four_b(classes) -> SchoolClass:
    return classes.create("  4B ", "Maths")


def add(classes: ClassService, school_class: SchoolClass, *names: str) -> list[Student]:
    return [classes.add_student(school_class.id, PersonName("", *n.split(" "))) for n in names]


def test_a_new_class_is_kept_with_a_clean_name_and_can_be_undone(room, classes, four_b) -> None:
    assert classes.classes() == (four_b,)
    assert (four_b.name, four_b.subject, four_b.created_at) == ("4B", "Maths", room.clock.ms)

    room.workspace.undo()

    assert classes.classes() == ()


def test_a_class_without_a_name_is_refused(room, classes) -> None:
    with pytest.raises(NameMissing):
        classes.create(" \u200b ")
    assert room.store.count_steps() == 0


def test_renaming_a_class_can_be_undone(room, classes, four_b) -> None:
    classes.rename(four_b.id, "4C", "Science")
    assert classes.school_class(four_b.id).name == "4C"

    room.workspace.undo()

    assert classes.school_class(four_b.id) == four_b


def test_the_language_of_the_board_is_the_classes_and_can_be_undone(room, classes, four_b) -> None:
    classes.speak(four_b.id, "ar")
    classes.speak(four_b.id, "ar")
    assert classes.school_class(four_b.id).language == "ar"

    room.workspace.undo()

    assert classes.school_class(four_b.id) == four_b


def test_an_archived_class_is_no_longer_listed_until_undone(room, classes, four_b) -> None:
    classes.archive(four_b.id)
    assert classes.classes() == ()

    room.workspace.undo()

    assert classes.classes() == (four_b,)


def test_a_class_that_is_not_there_is_named_in_the_error(classes) -> None:
    with pytest.raises(NotFound):
        classes.school_class(7)


def test_a_student_is_added_under_a_clean_name(room, classes, four_b) -> None:
    student = classes.add_student(four_b.id, PersonName("", " Maya ", "Lind\u200bqvist"))
    assert student.name == PersonName("", "Maya", "Lindqvist")
    assert classes.students(four_b.id) == (student,)

    room.workspace.undo()

    assert classes.students(four_b.id) == ()


def test_one_name_is_enough_for_a_student(classes, four_b) -> None:
    student = classes.add_student(four_b.id, PersonName("", "", "王梓涵"))
    assert student.name.first == "王梓涵"


def test_a_student_without_any_name_is_refused(classes, four_b) -> None:
    with pytest.raises(NameMissing):
        classes.add_student(four_b.id, PersonName(" ", "", "\t"))


def test_renaming_a_student_can_be_undone(room, classes, four_b) -> None:
    (maya,) = add(classes, four_b, "Maya Patel")
    classes.rename_student(maya.id, PersonName("May", "Maya", "Patel"))
    assert classes.students(four_b.id)[0].preferred == "May"

    room.workspace.undo()

    assert classes.students(four_b.id) == (maya,)


def test_several_students_leave_the_list_in_one_step(room, classes, four_b) -> None:
    pupils = add(classes, four_b, "Maya Patel", "Ben Whitaker", "Jun Park")
    classes.take_off([pupils[0].id, pupils[2].id])
    assert classes.students(four_b.id) == (pupils[1],)

    room.workspace.undo()

    assert classes.students(four_b.id) == tuple(pupils)


def test_a_rule_holds_each_student_once_and_can_be_dropped(room, classes, four_b) -> None:
    pupils = add(classes, four_b, "Finn O", "Leila H", "Kofi A")
    rule = classes.keep_apart(four_b.id, [p.id for p in pupils] + [pupils[0].id])
    assert classes.rules(four_b.id) == (
        Rule(rule.id, four_b.id, "apart", tuple(p.id for p in pupils)),
    )

    classes.drop_rule(rule.id)
    assert classes.rules(four_b.id) == ()

    room.workspace.undo()
    assert classes.rules(four_b.id) == (rule,)


def test_a_rule_can_keep_students_together(classes, four_b) -> None:
    pupils = add(classes, four_b, "Finn O", "Leila H")
    assert classes.keep_together(four_b.id, [p.id for p in pupils]).kind == "together"


def test_a_rule_for_one_student_is_refused(classes, four_b) -> None:
    (finn,) = add(classes, four_b, "Finn O")
    with pytest.raises(TooFewStudents):
        classes.keep_apart(four_b.id, [finn.id, finn.id])
