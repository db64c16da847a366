"""How a framework counts, and what its levels are called."""

import pytest

from app.domain.ids import ReflectionId
from app.domain.skills import AVERAGE, DECAYING, HIGHEST, N_TIMES, Framework, How
from app.domain.voice import Reflection
from app.errors import LevelInUse, NameMissing
from app.services.frameworks import FrameworkService
from app.services.judgements import JudgementService
from tests.fakes.progress_class import ProgressClass


@pytest.fixture
def room() -> ProgressClass:
    return ProgressClass()


@pytest.fixture
def service(room) -> FrameworkService:
    return FrameworkService(room)


def kept(room) -> Framework:
    return room.store.get(Framework, room.framework.id)


@pytest.mark.parametrize(
    ("how", "level"),
    [
        (How(), 2),
        (How(HIGHEST), 4),
        (How(AVERAGE), 3),
        (How(DECAYING, 65), 3),
        (How(DECAYING, 90), 2),
        (How(N_TIMES, times=2), 4),
        (How(N_TIMES, times=4), 0),
    ],
)
def test_the_method_can_change_at_any_time(room, service, how, level) -> None:
    for days, given in ((9, 4), (6, 4), (2, 2)):
        room.see("Ben Walker", "Round", given, days)
    service.set_how(room.framework.id, how)
    assert room.cell("Ben Walker", "Round").level == level
    picture = room.progress.student(room.students["Ben Walker"])
    (history,) = [s for s in picture.skills if s.statement == "Round"]
    assert history.cell.level == level
    assert (history.steps[-1].level if history.steps else 0) == level


def test_what_was_seen_long_ago_counts_in_the_line_of_a_student(room, service) -> None:
    service.set_how(room.framework.id, How(AVERAGE))
    for days, given in ((90, 1), (80, 1), (70, 1), (1, 4)):
        room.see("Ben Walker", "Round", given, days)
    picture = room.progress.student(room.students["Ben Walker"])
    (history,) = [s for s in picture.skills if s.statement == "Round"]
    assert [step.level for step in history.steps] == [1, 2]


def test_the_trend_compares_by_the_same_method(room, service) -> None:
    service.set_how(room.framework.id, How(HIGHEST))
    room.see("Ben Walker", "Round", 4, 60)
    room.see("Ben Walker", "Round", 2, 1)
    assert room.cell("Ben Walker", "Round").trend == 0
    room.see("Amara Okafor", "Round", 2, 60)
    room.see("Amara Okafor", "Round", 3, 1)
    assert room.cell("Amara Okafor", "Round").trend == 1


def test_a_method_is_one_step_to_undo(room, service) -> None:
    service.set_how(room.framework.id, How(DECAYING, 70))
    assert kept(room).how == How(DECAYING, 70)
    room.workspace.undo()
    assert kept(room) == room.framework


def test_the_same_method_again_is_no_step(room, service) -> None:
    service.set_how(room.framework.id, How())
    assert room.workspace.next_undo is None


@pytest.mark.parametrize("how", [How("who knows"), How(DECAYING, 0), How(DECAYING, 100)])
def test_figures_that_make_no_sense_are_a_mistake_of_ours(room, service, how) -> None:
    with pytest.raises(ValueError, match="How"):
        service.set_how(room.framework.id, how)


def test_levels_have_own_words_and_there_may_be_six(room, service) -> None:
    words = ("Not yet", "A start", "Nearly", "Yes", "Easily", "Teaches others")
    service.set_levels(room.framework.id, words)
    assert kept(room).levels == words
    assert room.progress.table(room.class_id).levels == words


def test_a_level_somebody_was_given_does_not_go(room, service) -> None:
    room.see("Ben Walker", "Round", 4, 200)
    with pytest.raises(LevelInUse) as caught:
        service.set_levels(room.framework.id, ("Not yet", "Nearly", "Yes"))
    assert caught.value.word == "Extending"


def test_nor_does_one_that_was_set_by_hand(room, service) -> None:
    by_hand = JudgementService(room)
    by_hand.set_level(room.students["Ben Walker"], room.skills["Round"].id, 3, "told me")
    with pytest.raises(LevelInUse):
        service.set_levels(room.framework.id, ("No", "Yes"))


def test_nor_one_that_a_student_gave_themselves(room, service) -> None:
    child, skill = room.students["Ben Walker"], room.skills["Round"].id
    room.keep(Reflection(ReflectionId(room.ids()), child, 1, None, skill, 3))
    with pytest.raises(LevelInUse):
        service.set_levels(room.framework.id, ("No", "Yes"))


def test_a_level_nobody_was_given_may_go(room, service) -> None:
    room.see("Ben Walker", "Round", 2, 3)
    service.set_levels(room.framework.id, ("No", "Yes"))
    assert kept(room).levels == ("No", "Yes")


def test_a_level_needs_a_word(room, service) -> None:
    with pytest.raises(NameMissing):
        service.set_levels(room.framework.id, ("No", "  "))


@pytest.mark.parametrize("words", [("One",), tuple("abcdefg")])
def test_two_to_six_levels(room, service, words) -> None:
    with pytest.raises(ValueError, match=words[0]):
        service.set_levels(room.framework.id, words)


def test_one_more_framework_beside_the_first(room, service) -> None:
    added = service.add(room.class_id, " Reading ")
    assert [f.name for f in service.frameworks(room.class_id)] == ["Maths", "Reading"]
    service.rename(added.id, "Literacy")
    assert [f.name for f in service.frameworks(room.class_id)] == ["Maths", "Literacy"]
