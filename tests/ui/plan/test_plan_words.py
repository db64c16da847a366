"""The words above a plan."""

from ui.plan.plan_words import group_fact, seat_fact


def facts(room):
    lesson = room.lessons.create(room.class_id, room.rng())
    picture = room.lessons.picture(lesson.id)
    return seat_fact(picture), group_fact(picture)


def test_a_plan_says_that_everyone_has_a_seat_and_how_large_the_groups_are(room) -> None:
    count = len(room.classes.students(room.class_id))
    assert facts(room)[0] == f"A seat for all {count}"


def test_one_student_is_no_crowd(room) -> None:
    first, *others = room.classes.students(room.class_id)
    room.classes.take_off([student.id for student in others])
    assert facts(room) == ("A seat for 1 student", "Groups of 1")
    assert first in room.classes.students(room.class_id)
