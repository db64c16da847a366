"""What I Need together with another class, from the empty page to a plan that says why."""

from datetime import date

import pytest

from app.domain.classes import SchoolClass
from app.domain.ids import ClassId
from app.domain.lessons import Lesson
from app.domain.names import PersonName
from app.domain.skills import Skill
from app.domain.templates import NEED
from tests.fakes.classroom import Classroom
from ui.plan.choice_words import choices_of
from ui.plan.plan_page import PlanPage
from ui.plan.plan_words import subtitle


@pytest.fixture
def room() -> Classroom:
    return Classroom(students=20)


@pytest.fixture
def others(room: Classroom) -> ClassId:
    """4C, with two students."""
    made = room.classes.create("4C", "Maths").id
    room.classes.add_student(made, PersonName("", "Gita", "Rao"))
    room.classes.add_student(made, PersonName("", "Hugo", "Lind"))
    return made


def lesson(page: PlanPage, room: Classroom) -> Lesson:
    found = room.store.get(Lesson, page.lesson_id or 0)
    assert found is not None
    return found


def test_from_the_empty_page_a_block_is_shared_and_says_who_needs_what(page, room, others) -> None:
    skill = next(s for s in room.store.find(Skill) if s.statement == "Add fractions")
    for station in room.stations.stations(room.class_id)[:2]:
        room.stations.set_skill(station.id, skill.id)
    page.beginning.make_from(NEED, (others,))
    planned = lesson(page, room)
    assert len(planned.guest_ids) == 2
    assert "Class 4B and 2 guests" in subtitle("Class 4B", planned)
    lines = [row.line for row in page.side.rules.rows]
    lines += [card.line for card in page.side.rules.cards]
    reasons = [line.kind for line in lines if "Add fractions" in line.kind]
    assert reasons
    assert all("without evidence" in reason for reason in reasons)


def test_a_class_that_was_put_away_is_not_offered_and_its_guests_can_still_be_sent_home(
    page, room, others
) -> None:
    page.beginning.make_from(NEED, (others,))
    assert page.panel.guests.note.isHidden()
    room.classes.create("4D", "Maths")
    away = room.classes.create("4E", "Maths").id
    room.classes.add_student(away, PersonName("", "Ida", "Holm"))
    room.classes.archive(away)
    room.classes.archive(others)
    page.on_changed(frozenset({SchoolClass}))
    assert set(page.panel.guests.checks) == {others}
    check = page.panel.guests.checks[others]
    assert check.text() == "Class 4C, put away: 2 students"
    assert not page.panel.guests.note.isHidden()
    check.click()
    page.on_changed(frozenset({Lesson}))
    assert lesson(page, room).guest_ids == ()
    assert page.panel.guests.checks == {}


def test_the_menu_offers_each_class_and_all_of_them(room, others) -> None:
    more = room.classes.create("4D", "Maths")
    room.classes.create("Empty", "Maths")
    room.classes.add_student(more.id, PersonName("", "Ida", "Holm"))
    classes = [(one, room.classes.students(one.id)) for one in room.classes.classes()]
    filled = [(one, there) for one, there in classes[1:] if there]
    offered = choices_of(None, (), filled, date(2026, 5, 14)).others
    assert [(one.key, one.text) for one in offered] == [
        ((others,), "Class 4C · 2 students"),
        ((more.id,), "Class 4D · 1 student"),
        ((others, more.id), "All of these · 3 students"),
    ]


def test_a_class_is_invited_with_one_box_and_one_guest_goes_home(page, room, others) -> None:
    page.empty.plan_button.click()
    box = page.panel.guests.checks[others]
    assert box.text() == "Class 4C: 2 students"
    box.click()
    gita, hugo = lesson(page, room).guest_ids
    assert gita in {student.id for student in page.shown.students}
    page.deeds.send_home(gita)
    assert lesson(page, room).guest_ids == (hugo,)
    assert page.panel.guests.checks[others].text() == "Class 4C: 1 of 2 students"
    page.panel.guests.checks[others].click()
    assert lesson(page, room).guest_ids == ()


def test_without_another_class_nothing_is_said_of_guests(page, room) -> None:
    page.empty.plan_button.click()
    assert page.panel.guests.checks == {}
    assert lesson(page, room).guest_ids == ()
