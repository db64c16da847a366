"""Who might come to the table next, by the rule that is written down."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import StudentId
from app.domain.who_next import NAMES, Candidate, who_next


def names(*some: Candidate) -> list[int]:
    return [one.student_id for one in who_next(some)]


def one(number: int, **about: object) -> Candidate:
    fields: dict = {"unseen": 0, "place": number} | about
    return Candidate(StudentId(number), **fields)


def test_who_is_owed_a_visit_comes_first_the_longest_owed_before() -> None:
    found = names(
        one(1, unseen=30), one(2, owed_since="2026-05-12"), one(3, owed_since="2026-05-07")
    )
    assert found == [3, 2, 1]


def test_then_who_was_not_seen_on_the_skill_for_a_week_never_before_long_ago() -> None:
    assert names(one(1, unseen=6), one(2, unseen=7), one(3, unseen=12), one(4, unseen=None)) == [
        4,
        3,
        2,
    ]


def test_within_each_who_leaves_soonest_comes_first() -> None:
    assert names(
        one(1, unseen=12), one(2, unseen=9, leaves_at=900), one(3, unseen=8, leaves_at=500)
    ) == [3, 2, 1]
    assert names(one(1, unseen=12), one(2, unseen=3, leaves_at=900)) == [1, 2]


def test_then_the_fewest_minutes_this_week_and_the_order_of_the_names() -> None:
    assert names(one(3, minutes=5), one(1, minutes=9), one(2, minutes=5)) == [2, 3, 1]


candidates = st.lists(
    st.builds(
        Candidate,
        student_id=st.integers(1, 99).map(StudentId),
        owed_since=st.sampled_from(["", "2026-05-07", "2026-05-12"]),
        unseen=st.one_of(st.none(), st.integers(0, 40)),
        leaves_at=st.one_of(st.none(), st.integers(1, 9)),
        minutes=st.integers(0, 60),
        place=st.integers(0, 99),
    ),
    unique_by=(lambda one: one.student_id, lambda one: one.place),
    max_size=12,
)


@given(candidates, st.randoms(use_true_random=False))
def test_three_at_most_whatever_the_order_they_come_in(some: list[Candidate], rng: Random) -> None:
    found = who_next(some)
    shuffled = list(some)
    rng.shuffle(shuffled)
    assert who_next(shuffled) == found
    assert len(found) == min(NAMES, len(some))
    owed = [bool(one.owed_since) for one in found]
    assert owed == sorted(owed, reverse=True)
