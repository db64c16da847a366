"""Levels set by hand, and why a student stands where she stands."""

from fractions import Fraction

import pytest

from app.domain.adults import Adult
from app.domain.ids import AdultId
from app.domain.skills import DECAYING, How, Judgement
from app.errors import NoSuchLevel, NotFound, ReasonMissing
from app.services.frameworks import FrameworkService
from app.services.judgements import JudgementService
from tests.fakes.progress_class import ProgressClass

BEN = "Ben Walker"


@pytest.fixture
def room() -> ProgressClass:
    return ProgressClass()


@pytest.fixture
def service(room) -> JudgementService:
    return JudgementService(room)


def ben(room):
    return room.students[BEN], room.skills["Round"].id


def test_it_counts_instead_of_the_evidence_and_is_marked(room, service) -> None:
    room.see(BEN, "Round", 2, 3)
    service.set_level(*ben(room), 4, "Explained it to the class")
    cell = room.cell(BEN, "Round")
    assert (cell.level, cell.by_hand) == (4, True)
    assert room.cell(BEN, "Place value").by_hand is False


def test_it_counts_without_any_evidence(room, service) -> None:
    service.set_level(*ben(room), 3, "Comes from another school")
    cell = room.cell(BEN, "Round")
    assert (cell.level, cell.seen_at, cell.stale) == (3, room.clock.now_ms(), False)


def test_it_grows_old_as_evidence_does(room, service) -> None:
    service.set_level(*ben(room), 3, "Comes from another school")
    room.clock.advance(40 * 86_400_000)
    assert room.cell(BEN, "Round").stale


def test_later_evidence_does_not_take_its_place(room, service) -> None:
    service.set_level(*ben(room), 3, "told me")
    room.clock.advance(60_000)
    room.see(BEN, "Round", 1)
    assert room.cell(BEN, "Round").level == 3
    assert service.why(*ben(room)).since == 1


def test_taken_back_the_evidence_counts_again(room, service) -> None:
    room.see(BEN, "Round", 2, 3)
    service.set_level(*ben(room), 4, "told me")
    service.take_back(*ben(room))
    assert (room.cell(BEN, "Round").level, room.cell(BEN, "Round").by_hand) == (2, False)
    room.workspace.undo()
    assert room.cell(BEN, "Round").level == 4


def test_taking_back_what_was_not_set_is_no_step(room, service) -> None:
    service.take_back(*ben(room))
    assert room.workspace.next_undo is None


def test_said_again_it_takes_the_place(room, service) -> None:
    first = service.set_level(*ben(room), 4, "told me")
    room.keep(Adult(AdultId(5), room.class_id, "Ms Okoro"))
    room.keep(Adult(AdultId(6), room.class_id, "Mr Brook", 1))
    second = service.set_level(*ben(room), 2, " was a guess ", observer=6)
    assert room.store.find(Judgement) == (second,)
    assert (second.id, second.reason, second.adult) == (first.id, "was a guess", "Mr Brook")
    room.workspace.undo()
    assert room.store.find(Judgement) == (first,)
    assert first.adult == ""  # nobody else could have been meant then


def test_it_needs_a_reason_and_a_level_there_is(room, service) -> None:
    with pytest.raises(ReasonMissing):
        service.set_level(*ben(room), 4, "  ")
    with pytest.raises(NoSuchLevel):
        service.set_level(*ben(room), 5, "told me")
    with pytest.raises(NotFound):
        service.set_level(room.students[BEN], 7, 1, "told me")


def test_why_tells_method_value_and_the_looks(room, service) -> None:
    FrameworkService(room).set_how(room.framework.id, How(DECAYING))
    looks = [room.see(BEN, "Round", level, days) for level, days in ((1, 9), (2, 6), (4, 1))]
    room.see(BEN, "Round", None, 0, note="not a level")
    answer = service.why(*ben(room))
    assert answer.value == Fraction(65 * 4, 100) + Fraction(35, 100) * Fraction(3, 2)
    assert (answer.level, answer.reckoned, answer.word(answer.level)) == (3, 3, "Secure")
    assert answer.rests_on == tuple(looks)
    assert answer.before == Fraction(3, 2)
    assert answer.judgement is None


def test_why_of_a_level_set_by_hand_still_says_what_the_evidence_gives(room, service) -> None:
    room.see(BEN, "Round", 2, 3)
    own = service.set_level(*ben(room), 4, "told me")
    answer = service.why(*ben(room))
    assert (answer.level, answer.reckoned, answer.judgement, answer.since) == (4, 2, own, 0)


def test_why_without_evidence_is_no_level(room, service) -> None:
    answer = service.why(*ben(room))
    assert (answer.level, answer.rests_on, answer.before) == (0, (), 0)
