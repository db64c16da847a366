"""What students say of themselves is kept beside what was seen, and counts nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import EventId, SessionId
from app.domain.session import STARTED, ClockEvent, Session
from app.domain.skills import AVERAGE, DECAYING, HIGHEST, MOST_RECENT, N_TIMES, How
from app.domain.voice import EASY, TRICKY, Reflection
from app.errors import NoSuchLevel, NotFound
from app.services.frameworks import FrameworkService
from app.services.voice import VoiceService
from tests.fakes.progress_class import ProgressClass

BEN, AMARA = "Ben Walker", "Amara Okafor"


@pytest.fixture
def room() -> ProgressClass:
    return ProgressClass()


@pytest.fixture
def voice(room) -> VoiceService:
    return voice_of(room)


def voice_of(room) -> VoiceService:
    return VoiceService(room)


def ben(room):
    return room.students[BEN], room.skills["Round"].id


def history(room, statement="Round"):
    picture = room.progress.student(room.students[BEN])
    return next(skill for skill in picture.skills if skill.statement == statement)


def test_a_rating_stands_beside_the_level_that_was_seen(room, voice) -> None:
    room.see(BEN, "Round", 3, 2)
    said = voice.rate(*ben(room), 2, "  I need the number line ")
    assert (said.words, said.said_at) == ("I need the number line", room.clock.now_ms())
    assert (history(room).cell.level, history(room).own_level) == (3, 2)
    assert history(room).apart == -1
    assert history(room, "Place value").own is None


def test_where_nobody_looked_there_is_no_difference(room, voice) -> None:
    voice.rate(*ben(room), 4)
    assert (history(room).own_level, history(room).apart) == (4, 0)
    assert room.cell(BEN, "Round").level == 0


def test_the_newest_rating_is_the_one_that_is_shown_and_undo_brings_the_older(room, voice) -> None:
    voice.rate(*ben(room), 2)
    room.clock.advance(60_000)
    voice.rate(*ben(room), 4)
    assert history(room).own_level == 4
    step = room.workspace.undo()
    assert step.label.facts == {"student": "Ben", "level": "Extending", "skill": "Round"}
    assert history(room).own_level == 2


@given(
    looks=st.lists(st.tuples(st.integers(1, 4), st.integers(0, 60)), max_size=6),
    own=st.lists(st.integers(1, 4), min_size=1, max_size=4),
    how=st.sampled_from([How(m) for m in (MOST_RECENT, HIGHEST, DECAYING, N_TIMES, AVERAGE)]),
)
def test_no_method_counts_what_a_student_said(looks, own, how) -> None:
    room = ProgressClass()
    FrameworkService(room).set_how(room.framework.id, how)
    for level, days in looks:
        room.see(BEN, "Round", level, days)
    before, seen = room.progress.table(room.class_id), history(room)
    for level in own:
        voice_of(room).rate(*ben(room), level)
    assert room.progress.table(room.class_id) == before
    assert (history(room).cell, history(room).steps) == (seen.cell, seen.steps)


def test_a_lesson_that_is_taught_fills_itself_in(room, voice) -> None:
    session = Session(SessionId(room.ids()), room.class_id, room.lesson().id, 5)
    room.keep(session)
    assert voice.reflect(room.students[BEN], EASY).round is None  # not begun yet
    room.keep(ClockEvent(EventId(room.ids()), session.id, STARTED, room.clock.now_ms()))
    said = voice.reflect(room.students[BEN], TRICKY, "Words are tricky.")
    assert (said.session_id, said.round) == (session.id, 1)


def test_what_was_said_of_an_earlier_lesson_belongs_to_it(room, voice) -> None:
    room.visit(BEN, room.tablets, days=2, minutes=10)
    (session,) = room.sessions.values()
    said = voice.reflect(room.students[BEN], EASY, session_id=session.id)
    assert (said.session_id, said.round) == (session.id, None)


def test_all_a_student_said_the_newest_first_or_of_one_skill(room, voice) -> None:
    first = voice.rate(*ben(room), 2)
    room.clock.advance(60_000)
    second = voice.reflect(room.students[BEN], None, "I can do it with a drawing.")
    voice.reflect(room.students[AMARA], EASY)
    assert voice.of(room.students[BEN]) == (second, first)
    assert voice.of(*ben(room)) == (first,)


def test_put_right_it_is_one_step_and_nothing_new_is_none(room, voice) -> None:
    said = voice.rate(*ben(room), 2, "so so")
    after = voice.put_right(said, " so so ", level=3)
    assert room.store.find(Reflection) == (after,)
    assert (after.level, after.words, after.said_at) == (3, "so so", said.said_at)
    step = room.workspace.next_undo
    assert voice.put_right(after, "so so") == after
    assert room.workspace.next_undo == step
    room.workspace.undo()
    assert room.store.find(Reflection) == (said,)


def test_taken_away_it_comes_back_by_undo(room, voice) -> None:
    said = voice.reflect(room.students[BEN], TRICKY)
    voice.take_away(said)
    assert voice.of(room.students[BEN]) == ()
    assert room.workspace.undo().label.verb == "own words removed"
    assert voice.of(room.students[BEN]) == (said,)


def test_what_cannot_be_said_is_refused(room, voice) -> None:
    with pytest.raises(NoSuchLevel):
        voice.rate(*ben(room), 5)
    with pytest.raises(NotFound):
        voice.rate(room.students[BEN], 7, 1)
    with pytest.raises(NotFound):
        voice.reflect(7, EASY)
    with pytest.raises(ValueError, match="nothing"):
        voice.reflect(room.students[BEN], None, " ")
    with pytest.raises(ValueError, match="4"):
        voice.reflect(room.students[BEN], 4, "x")
    assert room.store.find(Reflection) == ()


def test_it_is_among_everything_that_happened(room, voice) -> None:
    room.see(BEN, "Round", 3, 2)
    voice.rate(*ben(room), 2, "tricky")
    timeline = room.progress.timeline(room.students[BEN])
    (said,) = timeline.others
    assert (said.kind, said.words, said.level, said.face) == ("said", ("tricky", "Round"), 2, None)
    assert len(timeline.sightings) == 1
