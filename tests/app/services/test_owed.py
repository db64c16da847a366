"""Owed visits and who is next, from lessons that were really taught."""

from dataclasses import replace

import pytest

from app.domain.changes import Change, label, made
from app.domain.ids import FrameworkId, ObservationId, PullOutId, SkillId
from app.domain.lessons import Lesson
from app.domain.observations import Observation
from app.domain.owed import Owed
from app.domain.pull_outs import PullOut
from app.domain.session import ABSENT, PRESENT, Session
from app.domain.skills import Framework, Skill
from app.services.owed import OwedReader
from app.services.who_next import WhoNext, WhoNextReader
from tests.builders import MINUTE, TaughtClass

DAY = 24 * 3600 * 1000


@pytest.fixture
def class_4b(room) -> TaughtClass:
    return TaughtClass(room.store)


def teach(class_4b: TaughtClass, until: int = 40) -> None:
    """The lesson is taught to the end; three rounds of ten minutes and two of moving are 34."""
    session = class_4b.start()
    class_4b.clock.advance(until * MINUTE)
    class_4b.live.end(session)


def again(class_4b: TaughtClass, number: int = 71) -> Lesson:
    """The same lesson the next day."""
    class_4b.clock.advance(DAY - 40 * MINUTE)
    lesson = replace(
        class_4b.lesson, id=number, day=class_4b.clock.local(class_4b.clock.ms).date().isoformat()
    )
    paths = [replace(p, id=p.id + 1000 * number, lesson_id=number) for p in class_4b.paths]
    class_4b.room.workspace.edit(label("set up"), *map(made, (lesson, *paths)))
    class_4b.lesson = lesson
    return lesson


def owed(class_4b: TaughtClass) -> dict[str, list[Owed]]:
    reader = OwedReader(class_4b.store, class_4b.clock)
    names = {student.id: name for name, student in class_4b.students.items()}
    found = reader.owed(class_4b.school_class.id)
    return {names[student]: list(debts) for student, debts in found.items()}


def next_found(class_4b: TaughtClass) -> WhoNext:
    store, clock = class_4b.store, class_4b.clock
    reader = WhoNextReader(store, class_4b.room.evidence, clock, OwedReader(store, clock))
    found = reader.next(class_4b.scene())
    assert found is not None
    return found


def next_names(class_4b: TaughtClass) -> list[str]:
    found = next_found(class_4b)
    assert found.table.name == "Teacher table"
    return [named.name for named in found.names]


def test_after_a_lesson_as_planned_nobody_is_owed_anything(class_4b: TaughtClass) -> None:
    teach(class_4b)
    assert owed(class_4b) == {}


def test_one_who_was_absent_is_owed_the_visit_to_the_teacher(class_4b: TaughtClass) -> None:
    session = class_4b.start()
    class_4b.moves.mark(class_4b.scene(), class_4b.student("Chidi"), ABSENT)
    class_4b.clock.advance(40 * MINUTE)
    class_4b.live.end(session)
    (debt,) = owed(class_4b)["Chidi"]
    assert (debt.day, debt.round, debt.why) == ("2026-05-14", 3, "absent")
    assert debt.station_id == class_4b.stations["Teacher table"].id


def test_a_pull_out_that_took_the_visit_is_the_reason(class_4b: TaughtClass) -> None:
    speech = PullOut(
        PullOutId(5),
        class_4b.school_class.id,
        class_4b.student("Amara"),
        "Speech",
        "",
        560,
        580,
        (4,),
    )
    class_4b.room.workspace.edit(label("pull-out added", student=""), made(speech))
    teach(class_4b)
    (debt,) = owed(class_4b)["Amara"]
    assert (debt.round, debt.why, debt.reason) == (1, "away", "Speech")


def test_one_the_teacher_kept_elsewhere_is_owed_it_too(class_4b: TaughtClass) -> None:
    session = class_4b.start()
    games = class_4b.stations["Games"]
    class_4b.moves.move(class_4b.scene(), class_4b.student("Ben"), games)
    class_4b.clock.advance(40 * MINUTE)
    class_4b.live.end(session)
    assert [debt.why for debt in owed(class_4b)["Ben"]] == ["elsewhere"]


def test_a_lesson_that_ended_early_owes_those_who_did_not_come_to_the_teacher(
    class_4b: TaughtClass,
) -> None:
    teach(class_4b, until=20)
    found = owed(class_4b)
    assert set(found) == {"Chidi", "Daniyar"}
    assert found["Chidi"][0].why == "cut"


def test_a_visit_in_the_next_lesson_gives_it_back_at_once(
    class_4b: TaughtClass,
) -> None:
    teach(class_4b, until=20)
    again(class_4b)
    session = class_4b.start()
    table = class_4b.stations["Teacher table"]
    class_4b.moves.move(class_4b.scene(), class_4b.student("Chidi"), table)
    class_4b.clock.advance(2 * MINUTE)
    assert set(owed(class_4b)) == {"Chidi", "Daniyar"}, "two minutes are no visit"
    class_4b.clock.advance(2 * MINUTE)
    assert set(owed(class_4b)) == {"Daniyar"}
    class_4b.clock.advance(36 * MINUTE)
    class_4b.live.end(session)
    assert owed(class_4b) == {}, "Daniyar came with his group"
    class_4b.room.workspace.undo()
    assert class_4b.store.find(Session, ended_at=None)


def test_the_visit_that_comes_anyway_with_the_group_gives_it_back(class_4b: TaughtClass) -> None:
    teach(class_4b, until=20)
    assert set(owed(class_4b)) == {"Chidi", "Daniyar"}
    again(class_4b)
    teach(class_4b)
    assert owed(class_4b) == {}


def test_past_lessons_are_read_once_until_one_is_taught(class_4b: TaughtClass) -> None:
    reader = OwedReader(class_4b.store, class_4b.clock)
    class_4b.room.workspace.subscribe(reader.forget)
    assert reader.owed(class_4b.school_class.id) == {}
    teach(class_4b, until=20)
    assert len(reader.owed(class_4b.school_class.id)) == 2


def test_who_comes_to_the_teacher_anyway_or_was_there_is_not_named(class_4b: TaughtClass) -> None:
    class_4b.start()
    assert next_names(class_4b) == [], "Amara and Ben are there, the others come"


def test_who_leaves_before_the_planned_visit_is_named(class_4b: TaughtClass) -> None:
    elif_ = class_4b.student("Elif")  # at the table from 09:42
    gone = PullOut(PullOutId(5), class_4b.school_class.id, elif_, "Speech", "", 578, 600, (4,))
    class_4b.room.workspace.edit(label("pull-out added", student=""), made(gone))
    class_4b.start()
    assert next_names(class_4b) == ["Elif"]


def test_who_is_owed_a_visit_is_named_and_who_is_out_is_not(class_4b: TaughtClass) -> None:
    teach(class_4b, until=20)
    again(class_4b)
    class_4b.start()
    assert next_names(class_4b) == ["Chidi", "Daniyar"]
    class_4b.moves.mark(class_4b.scene(), class_4b.student("Chidi"), ABSENT)
    assert next_names(class_4b) == ["Daniyar"]
    class_4b.moves.mark(class_4b.scene(), class_4b.student("Chidi"), PRESENT)
    assert next_names(class_4b) == ["Chidi", "Daniyar"]


def test_days_unseen_are_those_on_the_skill_of_the_table(class_4b: TaughtClass) -> None:
    here, table = class_4b.school_class.id, class_4b.stations["Teacher table"]
    skills = [Skill(SkillId(n), FrameworkId(300), None, f"Skill {n}") for n in (301, 302)]
    room = class_4b.room
    room.workspace.edit(
        label("set up"),
        *map(made, (Framework(FrameworkId(300), here, "Maths"), *skills)),
        Change(table, replace(table, skill_id=SkillId(301))),
    )
    for number, name in enumerate(("Elif", "Fatima"), 5):
        student = class_4b.student(name)
        gone = PullOut(PullOutId(number), here, student, "Speech", "", 578, 600, (4,))
        at = class_4b.clock.now_ms() - 9 * DAY
        skill = skills[0] if name == "Fatima" else skills[1]
        seen = Observation(ObservationId(number), here, student, at, skill.id, 2)
        room.workspace.edit(label("set up"), made(gone), made(seen))
    class_4b.start()
    found = next_found(class_4b)
    assert found.skill == "Skill 301"
    assert [(n.name, n.why.unseen) for n in found.names] == [("Elif", None), ("Fatima", 9)]
