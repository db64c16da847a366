"""The level the evidence adds up to."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import ClassId, ObservationId, SkillId, StudentId
from app.domain.mastery import LevelStep, Standing, by_time_seen, level_steps, most_recent
from app.domain.observations import Observation


def seen(number: int, at: int, level: int | None) -> Observation:
    return Observation(ObservationId(number), ClassId(1), StudentId(2), at, SkillId(3), level)


looks = st.lists(
    st.tuples(st.integers(0, 20), st.one_of(st.none(), st.integers(1, 4))), max_size=12
).map(lambda pairs: [seen(n, at, level) for n, (at, level) in enumerate(pairs)])


def test_without_evidence_there_is_no_level() -> None:
    assert most_recent([]) is None
    assert most_recent([seen(1, 5, None)]) is None


def test_the_newest_by_time_seen_counts_not_the_last_typed() -> None:
    typed_late = seen(9, at=10, level=1)
    newest = seen(2, at=20, level=3)
    assert most_recent([newest, typed_late]) == Standing(3, 20, (newest,))


def test_of_two_at_the_same_time_the_one_typed_later_counts() -> None:
    standing = most_recent([seen(5, 10, 4), seen(4, 10, 2)])
    assert standing is not None
    assert standing.level == 4


def test_what_has_no_level_does_not_hide_an_older_level() -> None:
    standing = most_recent([seen(1, 10, 2), seen(2, 20, None)])
    assert standing is not None
    assert (standing.level, standing.seen_at) == (2, 10)


def test_steps_say_when_the_level_became_another_one() -> None:
    evidence = [seen(1, 10, 1), seen(2, 20, 1), seen(3, 30, 3), seen(4, 40, 2)]
    assert level_steps(evidence) == (LevelStep(10, 1), LevelStep(30, 3), LevelStep(40, 2))


def test_steps_follow_whatever_method_is_given() -> None:
    def highest(evidence):
        best = max((o.level or 0 for o in evidence), default=0)
        return Standing(best, 0, ()) if best else None

    evidence = [seen(1, 10, 3), seen(2, 20, 1), seen(3, 30, 4)]
    assert [step.level for step in level_steps(evidence, highest)] == [3, 4]


@given(looks)
def test_the_last_step_is_where_the_student_stands(evidence: list[Observation]) -> None:
    standing, steps = most_recent(evidence), level_steps(evidence)
    assert (steps[-1].level if steps else None) == (standing.level if standing else None)


@given(looks, st.randoms())
def test_the_order_of_typing_does_not_matter(evidence: list[Observation], rng) -> None:
    shuffled = evidence.copy()
    rng.shuffle(shuffled)
    assert most_recent(shuffled) == most_recent(evidence)
    assert level_steps(shuffled) == level_steps(evidence)


@given(looks)
def test_neighbouring_steps_differ_and_go_forward(evidence: list[Observation]) -> None:
    steps = level_steps(evidence)
    for one, next_one in pairwise(steps):
        assert one.level != next_one.level
        assert one.at <= next_one.at


@given(looks)
def test_evidence_in_order_is_all_that_has_a_level(evidence: list[Observation]) -> None:
    ordered = by_time_seen(evidence)
    assert {o.id for o in ordered} == {o.id for o in evidence if o.level}
    assert [o.seen_at for o in ordered] == sorted(o.seen_at for o in ordered)
