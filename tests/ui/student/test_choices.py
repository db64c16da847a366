"""The drawer and the printed page say what a student chose, and whether it came true."""

from dataclasses import replace

from app.domain.choices import Choice
from app.domain.ids import ChoiceId
from app.domain.lessons import Lesson
from tests.ui.student.test_sheet import page_of
from ui.widgets.text import Text

AMARA, BEN = "Amara Okafor", "Ben Walker"


def chose(room, name, *stations, lesson=None) -> None:
    ranked = tuple(station.id for station in stations)
    room.keep(Choice(ChoiceId(room.ids()), room.class_id, room.students[name], ranked, lesson))


def taught(room, name, station, days) -> None:
    """A lesson in which the student had chosen the tablets."""
    room.visit(name, station, days, 12)
    session = room.sessions[room.days_ago(days)]
    chose(room, name, room.tablets, lesson=session.lesson_id)


def shown(drawer) -> list[str]:
    return [chip.accessibleName() for chip in drawer.choices.chips if not chip.isHidden()]


def remark(drawer) -> str:
    return drawer.choices.head.findChildren(Text)[-1].text()


def test_the_last_three_stand_there_the_newest_first(drawer, room) -> None:
    for days, station in ((9, room.tablets), (5, room.tablets), (2, room.table_station)):
        taught(room, AMARA, station, days)
    taught(room, AMARA, room.tablets, 1)
    drawer.show_student(room.students[AMARA])
    assert shown(drawer) == [
        "Tablets, first choice on Wed 13 May, came true",
        "Tablets, first choice on Tue 12 May, did not come true",
        "Tablets, first choice on Sat 9 May, came true",
    ]
    assert remark(drawer) == "3 of 4 came true, last 4 weeks"
    assert not drawer.choices.grab().isNull()


def test_what_is_chosen_for_a_lesson_to_come_comes_first(drawer, room) -> None:
    taught(room, AMARA, room.tablets, 1)
    lesson = room.store.find(Lesson)[0]
    coming = replace(lesson, id=type(lesson.id)(room.ids()), day="2026-05-15")
    missed = replace(lesson, id=type(lesson.id)(room.ids()), day="2026-05-11")
    room.keep(coming, missed)
    chose(room, AMARA, room.table_station, lesson=coming.id)
    chose(room, AMARA, room.table_station, lesson=missed.id)
    drawer.show_student(room.students[AMARA])
    assert shown(drawer) == [
        "Teacher table, first choice for Fri 15 May",
        "Tablets, first choice on Wed 13 May, came true",
    ]


def test_a_choice_made_meanwhile_is_shown(drawer, room) -> None:
    room.visit(AMARA, room.tablets, 1, 12)
    drawer.show_student(room.students[AMARA])
    drawer.open_from()
    assert drawer.choices.isHidden()
    chose(room, AMARA, room.tablets)
    assert shown(drawer) == ["Tablets, first choice on Wed 13 May, came true"]


def test_who_chose_nothing_has_no_such_part(drawer, room) -> None:
    taught(room, AMARA, room.tablets, 1)
    drawer.show_student(room.students[BEN])
    assert drawer.choices.isHidden()


def test_choices_are_on_paper(room) -> None:
    taught(room, AMARA, room.table_station, 2)
    html = page_of(room)
    assert "First choices of the last 4 weeks" in html
    assert "Did not come true" in html
    assert "First choices" not in page_of(room, BEN)
