"""What a pull-out says in a lesson: never more than the teacher's later word."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import COUNTER_BITS, AttendanceId, ClassId, PullOutId, SessionId, StudentId
from app.domain.outings import (
    CUE_MS,
    Outing,
    current_or_next,
    leaving,
    next_turn,
    out_from_to,
    with_outings,
)
from app.domain.pull_outs import PullOut
from app.domain.seating import latest_attendance
from app.domain.session import ABSENT, AWAY, LATE, PRESENT, Attendance

HERE, TANE, YUSUF = SessionId(1), StudentId(1), StudentId(2)
MINUTE = 60_000


def outing(
    begins: int, ends: int, student: StudentId = TANE, cancelled: bool = False, number: int = 1
) -> Outing:
    """From minute to minute."""
    out = PullOut(PullOutId(number), ClassId(1), student, "Speech", "", 0, 1, (1,))
    return Outing(out, begins * MINUTE, ends * MINUTE, cancelled)


def said(state: str, minute: int, student: StudentId = TANE) -> Attendance:
    """By the teacher, a moment into that minute."""
    at = minute * MINUTE
    return Attendance(AttendanceId((at << COUNTER_BITS) + 7), HERE, student, state, at)


def state(
    now: int, outings: list[Outing], words: tuple[Attendance, ...] = (), student: StudentId = TANE
) -> str:
    word = latest_attendance(with_outings(HERE, words, outings, now * MINUTE)).get(student)
    return word.state if word else PRESENT


def test_who_has_a_pull_out_leaves_as_it_begins_and_is_back_as_it_ends() -> None:
    speech = [outing(10, 30)]
    assert [state(now, speech) for now in (9, 10, 29, 30)] == [PRESENT, AWAY, AWAY, PRESENT]


def test_the_word_has_reason_and_end() -> None:
    (word,) = with_outings(HERE, (), [outing(10, 30)], 12 * MINUTE)
    assert (word.reason, word.at, word.until) == ("Speech", 10 * MINUTE, 30 * MINUTE)
    assert word.id == outing(10, 30).word_id


def test_a_cancelled_one_says_nothing() -> None:
    assert with_outings(HERE, (), [outing(10, 30, cancelled=True)], 40 * MINUTE) == ()


def test_back_already_holds_to_the_end_and_after() -> None:
    words = (said(PRESENT, 15),)
    assert [state(now, [outing(10, 30)], words) for now in (14, 15, 31)] == [PRESENT] * 3
    before = with_outings(HERE, (), [outing(10, 30)], 14 * MINUTE)
    assert latest_attendance(before)[TANE].state == AWAY


def test_one_who_does_not_come_back_stays_away_by_the_teachers_word() -> None:
    assert state(40, [outing(10, 30)], (said(ABSENT, 20),)) == ABSENT
    assert state(40, [outing(10, 30)], (said(AWAY, 29),)) == AWAY


def test_who_is_absent_or_late_is_not_brought_in_by_a_pull_out() -> None:
    for word in (ABSENT, LATE, AWAY):
        assert [state(now, [outing(10, 30)], (said(word, 5),)) for now in (12, 40)] == [word] * 2


def test_two_that_overlap_are_one_long_absence() -> None:
    both = [outing(10, 30), outing(20, 40, number=2)]
    assert [state(now, both) for now in (10, 25, 35, 40)] == [AWAY, AWAY, AWAY, PRESENT]
    inner = [outing(10, 60), outing(20, 40, number=2)]
    assert [state(now, inner) for now in (10, 25, 45, 60)] == [AWAY, AWAY, AWAY, PRESENT]


def test_one_after_the_other_without_a_gap_is_no_return() -> None:
    row = [outing(10, 30), outing(30, 40, number=2)]
    assert [state(now, row) for now in (29, 30, 39, 40)] == [AWAY, AWAY, AWAY, PRESENT]


def test_others_are_left_alone() -> None:
    words = (said(LATE, 5, YUSUF),)
    found = with_outings(HERE, words, [outing(10, 30)], 12 * MINUTE)
    assert latest_attendance(found)[YUSUF] == words[0]


minutes = st.integers(0, 90)
states = st.sampled_from([PRESENT, ABSENT, LATE, AWAY])
outings = st.lists(
    st.builds(
        lambda begin, length, number, off: outing(begin, begin + length, TANE, off, number),
        minutes,
        st.integers(1, 40),
        st.integers(1, 9),
        st.booleans(),
    ),
    max_size=4,
)
teacher = st.lists(st.builds(said, states, minutes), max_size=5, unique_by=lambda w: w.id)


@given(outings, teacher, minutes)
def test_a_derived_word_never_beats_a_later_word_of_the_teacher(
    some: list[Outing], words: list[Attendance], now: int
) -> None:
    known = tuple(word for word in words if word.at <= now * MINUTE)
    if not known:
        return
    last = max(known, key=lambda word: word.id)
    begun_since = any(last.at < o.begins_at <= now * MINUTE for o in some if not o.cancelled)
    if not begun_since or last.state != PRESENT:
        assert state(now, some, known) == last.state


@given(outings, teacher, minutes)
def test_all_the_teacher_said_is_there_in_the_order_it_was_said(
    some: list[Outing], words: list[Attendance], now: int
) -> None:
    found = with_outings(HERE, words, some, now * MINUTE)
    assert [word for word in found if word in words] == sorted(words, key=lambda word: word.id)
    assert [word.id for word in found] == sorted(word.id for word in found)


@given(outings, minutes)
def test_with_nothing_said_a_student_is_out_exactly_while_an_outing_lasts(
    some: list[Outing], now: int
) -> None:
    out = any(o.begins_at <= now * MINUTE < o.ends_at for o in some if not o.cancelled)
    assert (state(now, some) == AWAY) == out


def test_the_next_turn_is_the_cue_then_the_beginning_then_the_end() -> None:
    speech = [outing(10, 30), outing(0, 5, cancelled=True)]
    begins, ends = 10 * MINUTE, 30 * MINUTE
    assert next_turn(speech, 0) == begins - CUE_MS
    assert next_turn(speech, begins - CUE_MS) == begins
    assert next_turn(speech, begins) == ends
    assert next_turn(speech, ends) is None


def test_the_teacher_is_told_three_minutes_before_about_those_who_are_here() -> None:
    speech = outing(10, 30)
    assert leaving([speech], 7 * MINUTE - 1, {TANE}) == ()
    assert leaving([speech], 7 * MINUTE, {TANE}) == (speech,)
    assert leaving([speech], 7 * MINUTE, {YUSUF}) == ()
    assert leaving([speech], 10 * MINUTE, {TANE}) == ()
    assert leaving([outing(10, 30, cancelled=True)], 8 * MINUTE, {TANE}) == ()


def test_the_outing_a_key_is_about_is_the_one_that_runs_or_comes_next() -> None:
    early, late = outing(10, 30), outing(50, 60, number=2)
    assert current_or_next([late, early], TANE, 12 * MINUTE) == early
    assert current_or_next([late, early], TANE, 30 * MINUTE) == late
    assert current_or_next([late, early], TANE, 60 * MINUTE) is None
    assert current_or_next([early], YUSUF, 0) is None


def test_who_is_out_for_all_of_a_round_has_no_place_in_it() -> None:
    violin = [outing(0, 13), outing(8, 30, YUSUF, number=2)]
    assert out_from_to(violin, 0, 12 * MINUTE) == {TANE}
    assert out_from_to(violin, 14 * MINUTE, 26 * MINUTE) == {YUSUF}
    assert out_from_to([outing(0, 60, cancelled=True)], 0, 12 * MINUTE) == frozenset()
