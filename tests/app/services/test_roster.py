"""A checked list joins the class as one step."""

import pytest

from app.domain.changes import label
from app.domain.classes import Student
from app.domain.names import PersonName
from app.domain.roster.draft import understand
from app.errors import NameMissing, NotFound
from app.services.roster import RosterService
from data.files.class_list import ClassListReader

LIST = "Surname,Forename,DOB,Support\nWhitaker,Ben,2016-11-03,SEN K\nOkafor,Amara,2016-10-14,EAL\n"


@pytest.fixture
def roster(room) -> RosterService:
    return RosterService(room)


def test_a_list_joins_the_class_in_its_order_and_one_undo_takes_it_all_back(
    room, roster, four_b
) -> None:
    draft = understand(ClassListReader().read_text(LIST), roster.known_students(four_b.id))
    added = roster.add_students(four_b.id, draft.ready)

    assert [student.name for student in added] == list(draft.ready)
    assert [known.name.full for known in roster.known_students(four_b.id)] == [
        "Ben Whitaker",
        "Amara Okafor",
    ]
    assert room.workspace.next_undo == label("students added", count="2")

    room.workspace.undo()

    assert roster.known_students(four_b.id) == ()


def test_nothing_but_names_is_kept(room, roster, four_b) -> None:
    roster.add_students(four_b.id, understand(ClassListReader().read_text(LIST)).ready)
    kept = repr(room.store.find(Student, class_id=four_b.id))
    assert "Whitaker" in kept
    assert not any(private in kept for private in ("2016", "SEN", "EAL"))


def test_the_same_list_again_asks_about_every_student(roster, four_b) -> None:
    table = ClassListReader().read_text(LIST)
    roster.add_students(four_b.id, understand(table).ready)
    again = understand(table, roster.known_students(four_b.id))
    assert (again.counts.needs, again.counts.added) == (2, 0)


def test_a_single_student_is_named_in_the_step(room, roster, four_b) -> None:
    roster.add_students(four_b.id, [PersonName("Ben", "Benjamin", "Wu")])
    assert room.workspace.next_undo == label("student added", student="Ben")


def test_one_name_without_letters_keeps_all_out(room, roster, four_b) -> None:
    steps = room.store.count_steps()
    with pytest.raises(NameMissing):
        roster.add_students(four_b.id, [PersonName("Ben", "", ""), PersonName("", " ", "")])
    assert roster.known_students(four_b.id) == ()
    assert room.store.count_steps() == steps


def test_no_students_is_no_step(room, roster, four_b) -> None:
    steps = room.store.count_steps()
    assert roster.add_students(four_b.id, []) == ()
    assert room.store.count_steps() == steps


def test_a_class_that_is_gone_takes_nobody(roster) -> None:
    with pytest.raises(NotFound):
        roster.add_students(7, [PersonName("Ben", "", "")])
    with pytest.raises(NotFound):
        roster.class_name(7)


def test_a_new_class_begins_with_its_students_in_one_step(room, roster) -> None:
    class_id = roster.begin_class("4B", [PersonName("Ben", "Ben", ""), PersonName("Jo", "Jo", "")])
    assert roster.class_name(class_id) == "4B"
    assert [known.name.first for known in roster.known_students(class_id)] == ["Ben", "Jo"]
    assert room.store.count_steps() == 1
