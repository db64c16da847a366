"""The same again: who is owed a visit begins at the teacher's table."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.domain.classes import Rule
from app.domain.ids import ClassId, RuleId, StudentId
from app.domain.session import ABSENT
from app.services.carry import owed_first
from app.services.lessons import LessonService
from tests.builders import MINUTE, TaughtClass

A, B, C, D, E, F = (StudentId(n) for n in range(1, 7))
GROUPS = {A: 1, B: 1, C: 2, D: 2, E: 3, F: 3}
APART = Rule(RuleId(1), ClassId(1), "apart", (C, A))


def test_who_is_owed_joins_the_first_group_at_the_table_while_there_is_room() -> None:
    assert owed_first(GROUPS, [C], 1, 3, ())[C] == 1


def test_when_there_is_none_somebody_who_is_owed_nothing_changes_places() -> None:
    found = owed_first(GROUPS, [C], 1, 2, ())
    assert found == {A: 2, B: 1, C: 1, D: 2, E: 3, F: 3}
    assert owed_first(GROUPS, [C, A, B], 1, 2, ()) == GROUPS, "all there are owed one too"


def test_nobody_is_put_with_somebody_to_be_kept_apart_from() -> None:
    assert owed_first(GROUPS, [C], 1, 3, [APART]) == GROUPS
    with_d = Rule(RuleId(2), ClassId(1), "apart", (A, D))
    assert owed_first(GROUPS, [C], 1, 2, [with_d])[B] == 2, "A may not go where D is"


students = st.integers(1, 12).map(StudentId)


@given(
    st.dictionaries(students, st.integers(1, 4)),
    st.lists(students, unique=True),
    st.integers(1, 4),
    st.integers(1, 5),
)
def test_nobody_is_lost_and_no_group_grows_beyond_the_room(groups, owed, table, room) -> None:
    listed = [student for student in owed if student in groups]
    found = owed_first(groups, listed, table, room, ())
    assert found.keys() == groups.keys()
    before = sum(1 for group in groups.values() if group == table)
    assert sum(1 for group in found.values() if group == table) <= max(room, before)


def test_who_was_absent_yesterday_begins_at_the_table_today(room) -> None:
    class_4b = TaughtClass(room.store)
    session = class_4b.start()
    elif_ = class_4b.student("Elif")
    class_4b.moves.mark(class_4b.scene(), elif_, ABSENT)
    class_4b.clock.advance(60 * MINUTE)
    class_4b.live.end(session)
    class_4b.clock.advance(24 * 60 * MINUTE)
    lessons = LessonService(class_4b.room)
    again = lessons.same_again(class_4b.school_class.id, Random(1))
    first = {path.student_id: path.at(1) for path in lessons.paths(again.id)}
    assert first[elif_] == class_4b.stations["Teacher table"].id
